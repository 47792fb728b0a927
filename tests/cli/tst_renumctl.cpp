// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/execution_event.h"
#include "core/model/json.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>

using namespace renum;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000;

struct Finished {
    int code = -1;
    QByteArray out;
    QByteArray err;

    QList<Json> lines() const
    {
        QList<Json> list;
        for (const QByteArray &line : out.split('\n')) {
            if (!line.isEmpty())
                list.append(Json::parse(line.toStdString(), nullptr, false));
        }
        return list;
    }
};

QString program(const char *name)
{
    return QStringLiteral(RENUM_BIN_DIR) + u'/' + QString::fromLatin1(name);
}

/// suna-sim on a port of its own, ended with the object.
class Simulator {
public:
    explicit Simulator(const QByteArray &scenario, const QStringList &more = {})
    {
        m_file.setFileName(m_dir.filePath(u"scenario.json"_s));
        if (!m_file.open(QIODevice::WriteOnly))
            return;
        m_file.write(scenario);
        m_file.close();
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program("suna-sim"),
            QStringList { u"--port"_s, u"0"_s, u"--profile"_s, u"v3"_s, u"--scenario"_s,
                m_file.fileName(), u"--exit-with-stdin"_s }
                + more);
        if (!m_process.waitForReadyRead(Patience))
            return;
        const QByteArray line = m_process.readLine().trimmed();
        if (line.startsWith("listening "))
            url = QString::fromUtf8(line.mid(10));
    }
    ~Simulator()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(Patience);
    }

    QString url;

private:
    QTemporaryDir m_dir;
    QFile m_file;
    QProcess m_process;
};

/// Agents that answer at once or after a while, one that never ends, one that fails.
QByteArray quickScenario()
{
    return R"({"version": 1, "agents": [
        {"agent_id": "a", "name": "Alice", "responses": [{"steps": [{"text": "ALICE SAYS"}]}]},
        {"agent_id": "b", "name": "Bob", "responses": [{"steps": [{"text": "BOB SAYS"}]}]},
        {"agent_id": "late", "name": "Late",
         "responses": [{"steps": [{"pause_ms": 3000}, {"text": "LATE SAYS"}]}]},
        {"agent_id": "flaky", "name": "Flaky", "responses": [
         {"call": 1, "steps": [{"fail": "the first time only"}]}, {"steps": [{"text": "FLAKY SAYS"}]}]},
        {"agent_id": "slow", "name": "Slow",
         "responses": [{"steps": [{"text": "started"}, {"hang": true}]}]},
        {"agent_id": "bad", "name": "Bad", "responses": [{"steps": [{"fail": "broken on purpose"}]}]}
    ]})";
}

QByteArray teamOf(const QList<QByteArray> &agents)
{
    Json list = Json::array();
    for (const QByteArray &agent : agents) {
        Json member { { "agent_id", agent.toStdString() },
            { "retry_config", { { "max_attempts", 1 } } } };
        if (list.empty())
            member["input"] = { { "source", "initial_prompt" } };
        else
            member["input"]
                = { { "source", "agent_result" }, { "agent_id", list.back()["agent_id"] } };
        list.push_back(member);
    }
    return canonicalJson({ { "name", "Test team" },
        { "workflow_definition", { { "type", "sequential" }, { "agents", list } } } });
}

} // namespace

/// The program as a person or a script uses it, against the simulator.
class TestRenumctl : public QObject {
    Q_OBJECT

private:
    Finished run(const QStringList &arguments)
    {
        QProcess process;
        process.start(program("renumctl"),
            QStringList { u"--data-dir"_s, m_dir->filePath(u"data"_s) } + arguments);
        Finished finished;
        if (process.waitForFinished(Patience))
            finished.code = process.exitCode();
        finished.out = process.readAllStandardOutput();
        finished.err = process.readAllStandardError();
        return finished;
    }

    QString write(const QByteArray &content)
    {
        const QString path = m_dir->filePath(u"team.json"_s);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        return path;
    }

    /// Runs a team until its second agent works, and kills the program. Gives the execution's id.
    QString killed(const Simulator &simulator, const QList<QByteArray> &agents)
    {
        QProcess process;
        process.start(program("renumctl"),
            { u"--data-dir"_s, m_dir->filePath(u"data"_s), u"run"_s, write(teamOf(agents)),
                u"--prompt"_s, u"Go"_s, u"--suna"_s, simulator.url, u"--json"_s });
        QByteArray out;
        QElapsedTimer patience;
        patience.start();
        while (out.count("step_run_bound") < 2 && patience.elapsed() < Patience) {
            process.waitForReadyRead(100);
            out += process.readAllStandardOutput();
        }
        process.kill();
        process.waitForFinished(Patience);
        const Json first = Json::parse(out.left(out.indexOf('\n')).toStdString());
        return stringAt(first, "execution_id").value_or(QString());
    }

    static void verifyLog(const QList<Json> &events)
    {
        QVERIFY(!events.isEmpty());
        for (qsizetype i = 0; i < events.size(); ++i) {
            QCOMPARE(integerAt(events[i], "seq").value_or(-1), qint64(i + 1));
            for (const char *key : { "type", "execution_id", "timestamp", "data" })
                QVERIFY2(events[i].contains(key), key);
        }
    }

    std::unique_ptr<QTemporaryDir> m_dir;

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void theDemoTeamRunsEndToEnd()
    {
        Finished finished = run({ u"run"_s, u"--template"_s, u"market-analysis"_s, u"--prompt"_s,
            u"Electric bicycles in Brazil"_s, u"--demo"_s, u"--json"_s, u"--demo-speed"_s,
            u"100"_s });
        QVERIFY2(finished.code == 0, finished.err.constData());
        const QList<Json> events = finished.lines();
        verifyLog(events);
        QCOMPARE(
            stringAt(events.last(), "event_type").value_or(QString()), u"execution_completed"_s);

        QStringList completed;
        QHash<QString, QString> prompts;
        QHash<QString, QString> results;
        for (const Json &event : events) {
            const QString type = stringAt(event, "event_type").value_or(QString());
            const QString agent = stringAt(event, "agent_id").value_or(QString());
            if (type == "step_started"_L1)
                prompts.insert(agent, stringAt(event["data"], "prompt").value_or(QString()));
            if (type == "step_completed"_L1) {
                completed.append(agent);
                results.insert(
                    agent, stringAt(event["data"]["result"], "result").value_or(QString()));
            }
        }
        QCOMPARE(completed.size(), 3);
        const QString researcher = results.value(completed[0]);
        const QString analyst = results.value(completed[1]);
        QVERIFY(!researcher.isEmpty() && !analyst.isEmpty());
        QVERIFY(prompts.value(completed[0]).contains(u"Electric bicycles in Brazil"_s));
        QVERIFY(prompts.value(completed[1]).contains(researcher));
        QVERIFY(prompts.value(completed[2]).contains(researcher));
        QVERIFY(prompts.value(completed[2]).contains(analyst));

        // The same from a new process.
        const QString id = stringAt(events.first(), "execution_id").value_or(QString());
        finished = run({ u"executions"_s, u"events"_s, id });
        QCOMPARE(finished.code, 0);
        QVERIFY(finished.lines() == events);
        finished = run({ u"executions"_s, u"events"_s, id, u"--after"_s, u"3"_s });
        QCOMPARE(integerAt(finished.lines().first(), "seq").value_or(0), 4);
        finished = run({ u"executions"_s, u"show"_s, id, u"--json"_s });
        QCOMPARE(stringAt(finished.lines().first(), "status").value_or(QString()), u"completed"_s);
        finished = run({ u"executions"_s, u"list"_s });
        QVERIFY(finished.out.contains(id.toUtf8()));
        // Running the template again uses the same team.
        finished = run({ u"teams"_s, u"list"_s, u"--json"_s });
        QCOMPARE(finished.lines().size(), 1);
    }

    void peopleSeeOneLineAnAgentAndTheResult()
    {
        const Simulator simulator(quickScenario());
        const Finished finished = run({ u"run"_s, write(teamOf({ "a", "b" })), u"--prompt"_s,
            u"Go"_s, u"--suna"_s, simulator.url });
        QVERIFY2(finished.code == 0, finished.err.constData());
        QVERIFY(finished.out.contains("Done"));
        QVERIFY(finished.out.contains("Completed in"));
        QVERIFY(finished.out.contains("BOB SAYS"));
        QVERIFY(!finished.out.contains('\x1b'));
    }

    void aBudgetEndsTheRunWithItsCode() // features CM-07, CM-10
    {
        const Simulator sim(quickScenario());
        QCOMPARE(run({ u"budget"_s, u"add"_s, u"--calls"_s, u"1"_s, u"--name"_s, u"Day"_s,
                         u"--every"_s, u"day"_s, u"--at-limit"_s, u"stop"_s })
                     .code,
            0);
        Finished finished = run({ u"run"_s, write(teamOf({ "a", "b" })), u"--prompt"_s, u"Go"_s,
            u"--suna"_s, sim.url, u"--json"_s });
        QCOMPARE(finished.code, 4);
        QVERIFY(finished.out.contains("ALICE SAYS"));
        QVERIFY(!finished.out.contains("BOB SAYS"));
        QCOMPARE(run({ u"budget"_s, u"--check"_s }).code, 4);
        // Also what another process has booked counts.
        finished = run({ u"run"_s, write(teamOf({ "b" })), u"--prompt"_s, u"Go"_s, u"--suna"_s,
            sim.url, u"--json"_s });
        QCOMPARE(finished.code, 4);
        QVERIFY(!finished.out.contains("BOB SAYS"));
    }

    void aFailingAgentFailsTheExecution()
    {
        const Simulator simulator(quickScenario());
        const Finished finished = run({ u"run"_s, write(teamOf({ "a", "bad", "b" })), u"--prompt"_s,
            u"Go"_s, u"--suna"_s, simulator.url, u"--json"_s });
        QCOMPARE(finished.code, 1);
        const QList<Json> events = finished.lines();
        verifyLog(events);
        QCOMPARE(stringAt(events.last(), "event_type").value_or(QString()), u"execution_failed"_s);
    }

    void theTimeLimitEndsARun()
    {
        const Simulator simulator(quickScenario());
        const Finished finished = run({ u"run"_s, write(teamOf({ "slow" })), u"--prompt"_s, u"Go"_s,
            u"--suna"_s, simulator.url, u"--json"_s, u"--max-seconds"_s, u"1"_s });
        QCOMPARE(finished.code, 1);
        verifyLog(finished.lines());
    }

    void interruptStopsProperly()
    {
        const Simulator simulator(quickScenario());
        QProcess process;
        process.start(program("renumctl"),
            { u"--data-dir"_s, m_dir->filePath(u"data"_s), u"run"_s, write(teamOf({ "slow" })),
                u"--prompt"_s, u"Go"_s, u"--suna"_s, simulator.url, u"--json"_s });
        QByteArray out;
        QTRY_VERIFY_WITH_TIMEOUT(
            (out += process.readAllStandardOutput()).contains("step_run_bound"), Patience);
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(Patience));
        out += process.readAllStandardOutput();
        QCOMPARE(process.exitCode(), 3);
        QVERIFY(out.trimmed().split('\n').last().contains("execution_cancelled"));
    }

    void aKilledRunIsShownTruthfully()
    {
        const Simulator simulator(quickScenario());
        QProcess process;
        process.start(program("renumctl"),
            { u"--data-dir"_s, m_dir->filePath(u"data"_s), u"run"_s, write(teamOf({ "a", "slow" })),
                u"--prompt"_s, u"Go"_s, u"--suna"_s, simulator.url, u"--json"_s });
        QByteArray out;
        QTRY_VERIFY_WITH_TIMEOUT(
            (out += process.readAllStandardOutput()).count("step_run_bound") == 2, Patience);
        process.kill(); // SIGKILL
        QVERIFY(process.waitForFinished(Patience));
        out += process.readAllStandardOutput();
        const QList<QByteArray> shown = out.left(out.lastIndexOf('\n')).split('\n');
        const QString id = stringAt(Json::parse(shown.first().toStdString()), "execution_id")
                               .value_or(QString());

        Finished finished = run({ u"executions"_s, u"show"_s, id, u"--json"_s });
        QCOMPARE(finished.code, 0);
        const Json execution = finished.lines().first();
        QCOMPARE(boolAt(execution, "interrupted").value_or(false), true);
        QCOMPARE(stringAt(execution["agent_statuses"], "a").value_or(QString()), u"completed"_s);
        QCOMPARE(stringAt(execution["agent_statuses"], "slow").value_or(QString()), u"running"_s);
        finished = run({ u"executions"_s, u"show"_s, id });
        QVERIFY(
            finished.out.contains("Interrupted: the program that ran this execution has ended"));
        // Every event that was shown is stored.
        finished = run({ u"executions"_s, u"events"_s, id });
        for (const QByteArray &line : shown)
            QVERIFY2(finished.out.contains(line), line.constData());
    }

    void aKilledRunGoesOn()
    {
        const Simulator simulator(quickScenario());
        const QString id = killed(simulator, { "a", "late", "b" });

        Finished finished = run({ u"resume"_s, id, u"--plan"_s, u"--json"_s });
        QCOMPARE(finished.code, 0);
        QStringList actions;
        const Json plan = finished.lines().value(0);
        for (const Json &step : plan["steps"])
            actions.append(stringAt(step, "action").value_or(QString()));
        QCOMPARE(actions.join(u' '), u"kept collected waits"_s);

        finished = run({ u"resume"_s, id, u"--suna"_s, simulator.url, u"--json"_s });
        QCOMPARE(finished.code, 0);
        const QList<Json> events = finished.lines();
        verifyLog(events);
        QCOMPARE(
            stringAt(events.last(), "event_type").value_or(QString()), u"execution_completed"_s);
        const auto count = [&](const char *type) {
            return std::ranges::count_if(events, [&](const Json &event) {
                return stringAt(event, "event_type") == QString::fromLatin1(type);
            });
        };
        QCOMPARE(count("execution_resumed"), 1);
        QCOMPARE(count("step_run_sent"), 3); // nothing was started twice
        QVERIFY(finished.out.contains("LATE SAYS"));
        // There is nothing to go on with any more.
        QCOMPARE(run({ u"resume"_s, id, u"--suna"_s, simulator.url }).code, 2);
    }

    void aKilledRunIsEnded()
    {
        const Simulator simulator(quickScenario());
        const QString id = killed(simulator, { "a", "slow" });
        QCOMPARE(run({ u"stop"_s, id, u"--suna"_s, simulator.url }).code, 0);
        const Finished finished = run({ u"executions"_s, u"show"_s, id, u"--json"_s });
        const Json execution = finished.lines().first();
        QCOMPARE(stringAt(execution, "status").value_or(QString()), u"cancelled"_s);
        QCOMPARE(stringAt(execution["agent_statuses"], "a").value_or(QString()), u"completed"_s);
    }

    void aFailedRunIsRetriedFromTheFailedStep()
    {
        const Simulator simulator(quickScenario());
        Finished finished = run({ u"run"_s, write(teamOf({ "a", "flaky", "b" })), u"--prompt"_s,
            u"Go"_s, u"--suna"_s, simulator.url, u"--json"_s });
        QCOMPARE(finished.code, 1);
        const QString id = stringAt(finished.lines().first(), "execution_id").value_or(QString());

        finished = run({ u"retry"_s, id, u"--suna"_s, simulator.url, u"--json"_s });
        QCOMPARE(finished.code, 0);
        const QList<Json> events = finished.lines();
        verifyLog(events);
        QVERIFY(stringAt(events.first(), "execution_id") != id);
        QCOMPARE(stringAt(events.first()["data"], "retry_of").value_or(QString()), id);
        QCOMPARE(finished.out.count("\"step_reused\""), 1);
        QCOMPARE(finished.out.count("\"step_run_sent\""), 2);
        QVERIFY(finished.out.contains("FLAKY SAYS"));

        // One step of the new one once more, with other words.
        const QString again = stringAt(events.first(), "execution_id").value_or(QString());
        finished = run({ u"fork"_s, again, u"--step"_s, u"b"_s, u"--input"_s, u"Other words"_s,
            u"--suna"_s, simulator.url, u"--json"_s });
        QCOMPARE(finished.code, 0);
        QCOMPARE(finished.out.count("\"step_reused\""), 2);
        QVERIFY(finished.out.contains("Other words"));
        // A completed execution has nothing to retry.
        QCOMPARE(run({ u"retry"_s, again, u"--suna"_s, simulator.url }).code, 2);
    }

    void aPinnedAgentIsNotCalled()
    {
        const Simulator simulator(quickScenario());
        const QString kept = m_dir->filePath(u"kept.txt"_s);
        QFile file(kept);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("WHAT WAS KEPT");
        file.close();
        const QString team = write(teamOf({ "a", "b" }));
        const Finished finished = run({ u"run"_s, team, u"--prompt"_s, u"Go"_s, u"--pin"_s,
            QString(u"a="_s + kept), u"--suna"_s, simulator.url, u"--json"_s });
        QCOMPARE(finished.code, 0);
        verifyLog(finished.lines());
        QCOMPARE(finished.out.count("\"step_reused\""), 1);
        QCOMPARE(finished.out.count("\"step_run_sent\""), 1);
        QVERIFY(finished.out.contains("WHAT WAS KEPT"));
        QCOMPARE(run({ u"run"_s, team, u"--prompt"_s, u"Go"_s, u"--pin"_s,
                         QString(u"nobody="_s + kept), u"--suna"_s, simulator.url })
                     .code,
            2);
    }

    void approvalsAreDecidedByAnOption_data()
    {
        QTest::addColumn<QStringList>("option");
        QTest::addColumn<int>("code");
        QTest::newRow("approved") << QStringList { u"--approve"_s } << 0;
        QTest::newRow("rejected") << QStringList {} << 1;
    }
    void approvalsAreDecidedByAnOption()
    {
        QFETCH(QStringList, option);
        QFETCH(int, code);
        const Simulator simulator(quickScenario());
        Json team = Json::parse(teamOf({ "a", "b" }).toStdString());
        team["workflow_definition"]["config"] = { { "approval", { { "before", { "b" } } } } };
        const Finished finished
            = run(QStringList { u"run"_s, write(canonicalJson(team)), u"--prompt"_s, u"Go"_s,
                      u"--suna"_s, simulator.url, u"--json"_s }
                + option);
        QCOMPARE(finished.code, code);
        verifyLog(finished.lines());
        QVERIFY(finished.out.contains("step_approval_decided"));
    }

    void plansAreShownWithoutAService()
    {
        Finished finished = run({ u"plan"_s, u"--template"_s, u"market-analysis"_s });
        QCOMPARE(finished.code, 0);
        QVERIFY2(finished.out.contains("1. Researcher") && finished.out.contains("3. Reporter"),
            finished.out.constData());
        finished = run({ u"plan"_s, write(teamOf({ "a", "b" })), u"--json"_s });
        QCOMPARE(finished.code, 0);
        QCOMPARE(finished.lines().first()["waves"].size(), size_t(2));
        QCOMPARE(finished.lines().first()["estimate"]["steps"].size(), size_t(2));
        QVERIFY(finished.lines().first()["estimate"]["nano_usd"].is_null()); // unknown, not 0
        QCOMPARE(run({ u"plan"_s }).code, 2);
    }

    void unreachableServersGiveFive_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("refused") << u"http://127.0.0.1:1"_s;
        QTest::newRow("unknown host") << u"http://renum.invalid"_s;
    }
    void unreachableServersGiveFive()
    {
        QFETCH(QString, url);
        const Finished finished = run({ u"agents"_s, u"list"_s, u"--suna"_s, url });
        QCOMPARE(finished.code, 5);
        QVERIFY(finished.err.startsWith("renumctl: "));
        QVERIFY(finished.out.isEmpty());
    }

    void badInputGivesTwoAndASentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("unknown command") << QStringList { u"fly"_s } << QByteArray("no command");
        QTest::newRow("unknown execution")
            << QStringList { u"executions"_s, u"show"_s, u"00000000-0000-0000-0000-000000000000"_s }
            << QByteArray("execution");
        QTest::newRow("unknown team")
            << QStringList { u"teams"_s, u"show"_s, u"nobody"_s } << QByteArray("team");
        QTest::newRow("unknown template") << QStringList { u"run"_s, u"--template"_s, u"zzz"_s,
            u"--prompt"_s, u"x"_s, u"--demo"_s }
                                          << QByteArray("no template \"zzz\"");
        QTest::newRow("absent file") << QStringList { u"teams"_s, u"validate"_s,
            u"/no/such/file"_s } << QByteArray("cannot be read");
        QTest::newRow("not an address") << QStringList { u"agents"_s, u"list"_s, u"--suna"_s,
            u"ftp://x"_s } << QByteArray("no address of a server");
    }
    void badInputGivesTwoAndASentence()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, says);
        const Finished finished = run(arguments);
        QCOMPARE(finished.code, 2);
        QVERIFY2(finished.err.contains(says), finished.err.constData());
        QVERIFY(finished.out.isEmpty());
    }

    void everyProblemOfAFileIsListed()
    {
        const QString path = write(R"({"name": "", "workflow_definition": {"type": "Sequential",
            "agents": [{"agent_id": "a", "timeout": 0, "input": {"source": "nowhere"}},
                       {"agent_id": "a"}]}})");
        const Finished finished = run({ u"teams"_s, u"validate"_s, path, u"--json"_s });
        QCOMPARE(finished.code, 2);
        QStringList codes;
        for (const Json &problem : finished.lines())
            codes.append(stringAt(problem, "code").value_or(QString()));
        for (const QString &expected : { u"W-06"_s, u"W-07"_s, u"W-13"_s, u"W-18"_s })
            QVERIFY2(codes.contains(expected), qPrintable(codes.join(u' ')));
    }

    void teamsAreImportedShownAndExported()
    {
        Finished finished = run({ u"teams"_s, u"import"_s, write(teamOf({ "a", "b" })) });
        QCOMPARE(finished.code, 0);
        const QString id = QString::fromUtf8(finished.out.trimmed());
        finished = run({ u"teams"_s, u"show"_s, id });
        QCOMPARE(finished.code, 0);
        QVERIFY(finished.out.contains("2. b  after a"));
        const QString file = m_dir->filePath(u"out.json"_s);
        QCOMPARE(run({ u"teams"_s, u"export"_s, id, u"--output"_s, file }).code, 0);
        QCOMPARE(run({ u"teams"_s, u"validate"_s, file }).code, 0);
        QVERIFY(run({ u"teams"_s, u"export"_s, id }).out.contains("renum.team"));
    }

    void templatesAndAgentsAreListed()
    {
        Finished finished = run({ u"teams"_s, u"templates"_s });
        for (const char *name : { "market-analysis", "software-dev", "customer-service" })
            QVERIFY(finished.out.contains(name));
        const Simulator simulator(quickScenario());
        finished = run({ u"agents"_s, u"list"_s, u"--suna"_s, simulator.url });
        QCOMPARE(finished.code, 0);
        QVERIFY(finished.out.contains("Alice"));
    }

    void aDataFolderThatIsAFileIsRefused()
    {
        const QString path = write("{}");
        QProcess process;
        process.start(program("renumctl"), { u"--data-dir"_s, path, u"teams"_s, u"list"_s });
        QVERIFY(process.waitForFinished(Patience));
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains(path.toUtf8()));
    }
};

QTEST_GUILESS_MAIN(TestRenumctl)
#include "tst_renumctl.moc"
