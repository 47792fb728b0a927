// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/agents_file.h"
#include "app/cli/arguments.h"
#include "app/cli/exit_code.h"
#include "app/cli/live_view.h"
#include "app/cli/pinned_files.h"
#include "app/cli/result_text.h"
#include "app/cli/terminal_text.h"
#include "core/model/error_codes.h"
#include "core/workspace/team_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace renum;
using namespace renum::cli;
using namespace Qt::StringLiterals;

namespace {

Result<std::variant<Arguments, ArgumentsText>> parse(const QString &line)
{
    QStringList words { u"renumctl"_s };
    if (!line.isEmpty())
        words += line.split(u' ');
    return parseArguments(words);
}

StepRecord runningStep()
{
    StepRecord step;
    step.name = u"Researcher"_s;
    step.status = StepStatus::Running;
    step.startedAt = fromMicroseconds(0);
    step.liveText = u"collecting sources"_s;
    return step;
}

} // namespace

class TestCliParts : public QObject {
    Q_OBJECT

private slots:
    void understandsCommands_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("command");
        QTest::addColumn<QString>("target");
        using Command = Arguments::Command;
        const auto row = [](const char *line, Command command, const char *target) {
            QTest::newRow(line) << QString::fromLatin1(line) << int(command)
                                << QString::fromLatin1(target);
        };
        row("run team.json --prompt x --demo", Command::Run, "team.json");
        row("run --template market-analysis --prompt x --demo --json", Command::Run, "");
        row("--data-dir /d teams list", Command::TeamsList, "");
        row("teams show T", Command::TeamsShow, "T");
        row("skip E --step a", Command::Skip, "E");
        row("skip E --step a --value x", Command::Skip, "E");
        row("retry-step E --step a", Command::RetryStep, "E");
        row("message E --to a --text Hello", Command::Message, "E");
        row("messages E", Command::Messages, "E");
        row("break list E", Command::BreakList, "E");
        row("break set E --hold-before a --hold-after b", Command::BreakSet, "E");
        row("break clear E", Command::BreakClear, "E");
        row("cap E --max-tokens 5", Command::Cap, "E");
        row("teams import F", Command::TeamsImport, "F");
        row("teams export T --output F", Command::TeamsExport, "T");
        row("teams validate F", Command::TeamsValidate, "F");
        row("teams templates", Command::TeamsTemplates, "");
        row("teams versions T", Command::TeamsVersions, "T");
        row("teams versions T --version 3", Command::TeamsVersions, "T");
        row("teams restore T --version 3", Command::TeamsRestore, "T");
        row("teams label T --version 3 --name x", Command::TeamsLabel, "T");
        row("executions list --limit 5", Command::ExecutionsList, "");
        row("executions show E", Command::ExecutionsShow, "E");
        row("executions list --group waiting --status failed --team T --since 2026-01-31 "
            "--until 2026-02-01T00:00:00Z --min-cost 0.5 --max-cost 2 --search x --parent P",
            Command::ExecutionsList, "");
        row("executions delete E", Command::ExecutionsDelete, "E");
        row("executions events E --after 7", Command::ExecutionsEvents, "E");
        row("agents list --suna http://localhost:1", Command::AgentsList, "");
        row("agents list --openai http://localhost:1", Command::AgentsList, "");
        row("agents list", Command::AgentsList, "");
        row("agents add --name A --model m", Command::AgentsAdd, "");
        row("agents add F", Command::AgentsAdd, "F");
        row("agents edit A --tools off", Command::AgentsEdit, "A");
        row("agents remove A", Command::AgentsRemove, "A");
        row("agents show A", Command::AgentsShow, "A");
        row("endpoints list", Command::EndpointsList, "");
        row("endpoints add http://h --name N", Command::EndpointsAdd, "http://h");
        row("endpoints edit N --url http://h", Command::EndpointsEdit, "N");
        row("endpoints remove N", Command::EndpointsRemove, "N");
        row("endpoints check N", Command::EndpointsCheck, "N");
        row("suna check http://h", Command::SunaCheck, "http://h");
        row("models check http://h --model m", Command::ModelsCheck, "http://h");
    }
    void understandsCommands()
    {
        QFETCH(QString, line);
        const auto parsed = parse(line);
        QVERIFY2(parsed.ok(), qPrintable(parsed ? QString() : parsed.error().message));
        const auto arguments = std::get<Arguments>(*parsed);
        QTEST(int(arguments.command), "command");
        QTEST(arguments.target, "target");
    }

    void readsOptions()
    {
        const auto parsed = parse(u"run --template t --prompt p --demo --json --max-seconds 9 "
                                  "--agent a=1 --agent b=2 --data-dir /d"_s);
        QVERIFY(parsed.ok());
        const auto arguments = std::get<Arguments>(*parsed);
        QVERIFY(arguments.json);
        QVERIFY(arguments.connection.demo);
        QVERIFY(arguments.maxSeconds == 9);
        QCOMPARE(arguments.dataDir, u"/d"_s);
        QCOMPARE(arguments.agentBySlot.value(u"b"_s), u"2"_s);
    }

    void readsFiltersOfExecutions()
    {
        const auto parsed = parse(u"executions list --group failed --status failed --status "
                                  "cancelled --team T --since 2026-01-31T12:00:00Z --min-cost 0.05 "
                                  "--search bike --parent P --limit 7"_s);
        QVERIFY(parsed.ok());
        const ExecutionFilter filter = std::get<Arguments>(*parsed).executions;
        QVERIFY(filter.group == ExecutionGroup::Failed);
        QCOMPARE(filter.statuses.size(), 2);
        QCOMPARE(filter.team, TeamId(u"T"_s));
        QVERIFY(filter.since == fromRfc3339(u"2026-01-31T12:00:00Z"_s));
        QCOMPARE(*filter.costFrom, 50'000'000);
        QVERIFY(!filter.costTo);
        QCOMPARE(filter.text, u"bike"_s);
        QCOMPARE(filter.parent, ExecutionId(u"P"_s));
        QCOMPARE(filter.page.limit, 7);
        // A day is meant whole.
        const auto day = parse(u"executions list --since 2026-01-31 --until 2026-01-31"_s);
        const ExecutionFilter whole = std::get<Arguments>(*day).executions;
        QVERIFY(*whole.until - *whole.since > std::chrono::hours(22));
    }

    void readsWhatItMaySpend()
    {
        const auto capOf = [](const QString &line) {
            return std::get<Arguments>(*parse(line)).intervention.cap;
        };
        SpendingCap cap;
        cap.nanoUsd = 1'500'000'000;
        cap.tokens = 9;
        cap.calls = 3;
        QVERIFY(capOf(u"cap E --max-usd 1.5 --max-tokens 9 --max-calls 3"_s) == cap);
        cap = {};
        cap.calls = 3;
        cap.action = SpendingCap::Action::Stop; // a terminal has nobody who goes on
        QVERIFY(capOf(u"run t --prompt p --demo --max-calls 3"_s) == cap);
        cap.action = SpendingCap::Action::Warn;
        QVERIFY(capOf(u"run t --prompt p --demo --max-calls 3 --at-limit warn"_s) == cap);
        QVERIFY(!capOf(u"run t --prompt p --demo"_s));
    }

    void readsInterventions()
    {
        const auto of
            = [](const QString &line) { return std::get<Arguments>(*parse(line)).intervention; };
        QVERIFY(!of(u"skip E --step a"_s).value);
        QCOMPARE(of(u"skip E --step a --value x"_s).value, u"x"_s);
        const Breakpoints breakpoints
            = of(u"break set E --hold-before a --hold-after b"_s).breakpoints;
        QCOMPARE(breakpoints.size(), size_t(2));
        QVERIFY(breakpoints[0].place == Breakpoint::Place::Before);
        QCOMPARE(breakpoints[1].agent.toString(), u"b"_s);
        QVERIFY(breakpoints[1].place == Breakpoint::Place::After);
        QVERIFY(of(u"break clear E"_s).breakpoints.empty());
        QCOMPARE(of(u"message E --to a --text Hello"_s).to, u"a"_s);
    }

    void readsKeptResults()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"kept.txt"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"kind\": \"b\"}");
        file.close();
        const auto parsed
            = parse(u"run x --prompt p --demo --pin a=%1 --pin b=/none=here"_s.arg(path));
        QVERIFY(parsed.ok());
        QHash<QString, QString> files = std::get<Arguments>(*parsed).fileByAgent;
        QCOMPARE(files.value(u"b"_s), u"/none=here"_s);
        QCOMPARE(readPinnedFiles(files).error().code, QString::fromLatin1(code::FileUnreadable));
        files.remove(u"b"_s);
        const Result<KeptResults> kept = readPinnedFiles(files);
        QVERIFY(kept);
        QVERIFY(kept->value(AgentId(u"a"_s)).data); // read as what an agent says
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(5 * 1024 * 1024));
        file.close();
        QCOMPARE(readPinnedFiles(files).error().code, QString::fromLatin1(code::FileTooLarge));
    }

    void readsWhereModelsAre()
    {
        qputenv("RENUM_TEST_KEY", "sk-1");
        const auto parsed = parse(u"run x --prompt p --demo --openai http://h --model m "
                                  "--openai-key-env RENUM_TEST_KEY"_s);
        QVERIFY(parsed.ok());
        const ConnectionArguments connection = std::get<Arguments>(*parsed).connection;
        QVERIFY(connection.demo);
        QCOMPARE(connection.modelUrl, u"http://h"_s);
        QCOMPARE(connection.modelName, u"m"_s);
        QCOMPARE(connection.modelKeyVariable, u"RENUM_TEST_KEY"_s);
    }

    void readsAgentsOfOnesOwn()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"agents.json"_s);
        const auto read = [&path](const QByteArray &text) {
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
                qFatal("cannot write");
            file.close();
            return readAgentsFile(path);
        };
        const Result<LocalAgentList> good = read(R"([{"agent_id":"w","name":"Writer"}])");
        QVERIFY(good);
        QCOMPARE(good->constFirst().name, u"Writer"_s);
        const Result<LocalAgentList> bad
            = read(R"([{"agent_id":"w","name":""},{"agent_id":"w","name":"x","temperature":9}])");
        QCOMPARE(bad.error().code, QString::fromLatin1(code::LocalAgentInvalid));
        for (const char *place : { "/0/name", "/1/temperature", "/1/agent_id" })
            QVERIFY2(bad.error().message.contains(QString::fromLatin1(place)), place);
        QCOMPARE(read("{}").error().code, QString::fromLatin1(code::LocalAgentInvalid));
        QCOMPARE(read("[").error().code, QString::fromLatin1(code::JsonInvalid));
        QCOMPARE(readAgentsFile(dir.filePath(u"none"_s)).error().code,
            QString::fromLatin1(code::FileUnreadable));
    }

    void refusesBadUsage_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line :
            { "skip E", "skip --step a", "retry-step E", "message E --to a", "message E --text x",
                "break set E", "break", "cap E", "cap E --max-calls 0", "cap E --max-tokens x",
                "cap E --max-usd -1", "cap E --max-usd nan", "cap E --max-calls 1 --at-limit fly",
                "run x --prompt p --demo --max-calls 1 --at-limit pause", "fly", "teams",
                "teams show", "teams list extra", "run", "run x --demo",
                "run x --template t --prompt p --demo", "run x --prompt p --demo --suna http://h",
                "run x --prompt p --demo --max-seconds 0",
                "run x --prompt p --demo --max-seconds ten", "run x --prompt p --demo --agent a",
                "run x --prompt p --demo --agent =a", "run x --prompt p --demo --pin a",
                "run x --prompt p --demo --pin a=", "retry E --demo --pin a=b",
                "executions events E --after -1", "executions list --limit 0",
                "executions list --limit 5000", "executions delete", "executions list --group busy",
                "executions list --status asleep", "executions list --since yesterday",
                "executions list --until 2026-13-01", "executions list --min-cost much",
                "executions list --max-cost -1", "endpoints add http://h", "endpoints add --name N",
                "agents add", "agents add --name A --temperature 3",
                "agents add --name A --temperature nan", "agents edit A --tools maybe",
                "suna check", "models check", "endpoints edit N --key-env RENUM_SURELY_UNSET",
                "endpoints edit N --forget-key --key-env PATH", "agents list --endpoint-key-env N",
                "agents list --endpoint-key-env N=",
                "agents list --endpoint-key-env N=RENUM_SURELY_UNSET", "teams list --nonsense",
                "run x --prompt p --demo --model m",
                "run x --prompt p --openai http://h --openai-key-env RENUM_SURELY_UNSET",
                "run x --prompt p --suna http://h --suna-token-env RENUM_SURELY_UNSET",
                "suna check http://h --supabase-url http://s",
                "suna check http://h --supabase-anon-key k",
                "suna check http://h --suna-refresh-token-env PATH",
                "suna check http://h --supabase-url http://s --supabase-anon-key k "
                "--suna-refresh-token-env RENUM_SURELY_UNSET" })
            QTest::newRow(line) << QString::fromLatin1(line);
    }
    void refusesBadUsage()
    {
        QFETCH(QString, line);
        const auto parsed = parse(line);
        QVERIFY(!parsed.ok());
        QVERIFY(parsed.error().message.contains(u"renumctl --help"_s));
        QCOMPARE(int(exitCodeFor(parsed.error())), 2);
    }

    void helpNamesEveryCommandAndExitCode()
    {
        for (const QString &line : { u"--help"_s, QString() }) {
            const auto parsed = parse(line);
            QVERIFY(parsed.ok());
            const QString text = std::get<ArgumentsText>(*parsed).text;
            for (const char *word :
                { "run TEAM_ID|FILE", "teams validate FILE", "executions events EXECUTION_ID",
                    "agents list", "--suna-token-env", "5 Suna or server unreachable" })
                QVERIFY2(text.contains(QString::fromLatin1(word)), word);
        }
    }

    void exitCodes_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("category"); // -1: none
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, ExecutionStatus status, int category, int code) {
            QTest::newRow(name) << int(status) << category << code;
        };
        row("completed", ExecutionStatus::Completed, -1, 0);
        row("failed", ExecutionStatus::Failed, int(ErrorCategory::AgentCrash), 1);
        row("failed, bad input", ExecutionStatus::Failed, int(ErrorCategory::InvalidInput), 1);
        row("failed, no reason", ExecutionStatus::Failed, -1, 1);
        row("cancelled", ExecutionStatus::Cancelled, -1, 3);
        row("budget", ExecutionStatus::Failed, int(ErrorCategory::QuotaExceeded), 4);
        row("unreachable", ExecutionStatus::Failed, int(ErrorCategory::NetworkError), 5);
    }
    void exitCodes()
    {
        QFETCH(int, status);
        QFETCH(int, category);
        Execution execution;
        execution.status = ExecutionStatus(status);
        if (category >= 0)
            execution.error = Error { ErrorCategory(category), u"x"_s, u"y"_s };
        QTEST(int(exitCodeFor(execution)), "code");
    }

    void agentTextCannotDriveTheTerminal()
    {
        const QString hostile = u"a\x1b[2Jb\rc\x07\u202Ed\n\te"_s;
        QCOMPARE(printable(hostile, LineBreaks::Fold), u"a[2Jbcd e"_s);
        QCOMPARE(printable(hostile, LineBreaks::Keep), u"a[2Jbcd\n\te"_s);
        QCOMPARE(printable(u"São 👩‍💻"_s, LineBreaks::Fold), u"São 👩‍💻"_s);
    }

    void longTextIsCut()
    {
        QCOMPARE(shortened(u"abcdef"_s, 4, Ellipsis::End), u"abc…"_s);
        QCOMPARE(shortened(u"abcdef"_s, 4, Ellipsis::Front), u"…def"_s);
        QCOMPARE(shortened(u"abc"_s, 4, Ellipsis::End), u"abc"_s);
        QCOMPARE(shortened(u"abc"_s, 0, Ellipsis::End), QString());
    }

    void durations()
    {
        QCOMPARE(durationText(18.24), u"18.2 s"_s);
        QCOMPARE(durationText(125), u"2 min 05 s"_s);
    }

    void aLineFitsTheTerminal()
    {
        StepRecord step = runningStep();
        step.liveText = QString(5000, u'x');
        for (const int columns : { 40, 80, 200 }) {
            const QString line = LiveView::stepLine(step, fromMicroseconds(1'500'000), columns);
            QVERIFY(line.size() <= columns);
        }
        QVERIFY(LiveView::stepLine(runningStep(), fromMicroseconds(1'500'000), 100)
                    .contains(u"1.5 s  collecting sources"_s));
    }

    void everyStateHasItsWord_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("word");
        QTest::newRow("pending") << int(StepStatus::Pending) << u"◌"_s;
        QTest::newRow("running") << int(StepStatus::Running) << u"Running"_s;
        QTest::newRow("completed") << int(StepStatus::Completed) << u"Done"_s;
        QTest::newRow("failed") << int(StepStatus::Failed) << u"Failed"_s;
        QTest::newRow("skipped") << int(StepStatus::Skipped) << u"Skipped"_s;
        QTest::newRow("cancelled") << int(StepStatus::Cancelled) << u"Stopped"_s;
    }
    void everyStateHasItsWord()
    {
        QFETCH(int, status);
        QFETCH(QString, word);
        StepRecord step = runningStep();
        step.status = StepStatus(status);
        QVERIFY(LiveView::stepLine(step, fromMicroseconds(0), 100).contains(word));
    }

    void reasonsAndErrorsAreShown()
    {
        StepRecord step = runningStep();
        step.retryAt = fromMicroseconds(5);
        step.error = Error { ErrorCategory::AgentTimeout, u"agent_timeout"_s, u"Too slow."_s };
        const QString retrying = LiveView::stepLine(step, fromMicroseconds(0), 100);
        QVERIFY(retrying.contains(u"Retrying"_s) && retrying.contains(u"Too slow."_s));
        step.status = StepStatus::Skipped;
        step.skipReason = SkipReason::ConditionNotMet;
        QVERIFY(
            LiveView::stepLine(step, fromMicroseconds(0), 100).contains(u"condition not met"_s));
    }

    void resultsOfBothForms()
    {
        Execution execution;
        QVERIFY(resultText(execution).isEmpty());
        execution.finalResult = Json { { "result", "The \x1b[1mreport" } };
        QCOMPARE(resultText(execution), u"The [1mreport"_s);
        StepRecord step;
        step.agentId = AgentId(u"a"_s);
        step.name = u"Alice"_s;
        execution.steps = { step };
        execution.finalResult = Json { { "agent_results", { { "a", { { "result", "one" } } } } } };
        QCOMPARE(resultText(execution), u"--- Alice ---\none"_s);
        execution.finalResult = Json { { "odd", 1 } };
        QVERIFY(resultText(execution).contains(u"\"odd\": 1"_s));
    }

    void teamFilesAreReadAndWritten()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"team.json"_s);
        TeamDraft team;
        team.name = u"T"_s;
        QVERIFY(saveTeamFile(path, team).ok());
        const Result<TeamReading> reading = loadTeamFile(path);
        QVERIFY(reading.ok());
        QCOMPARE(reading->draft.name, u"T"_s);
        QVERIFY(!saveTeamFile(dir.filePath(u"no/such/dir.json"_s), team).ok());
    }

    void unknownKeysOfTeamFilesAreTold_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QStringList>("paths");
        const QByteArray team = R"("name":"T","workflow_definition":{"type":"sequential",)"
                                R"("agents":[]},"colour":"red","id":"x")";
        QTest::newRow("bare") << QByteArray("{" + team + "}") << QStringList { u"/colour"_s };
        QTest::newRow("export") << QByteArray(R"({"format":"renum.team","version":1,"a/b":1,)"
                                              R"("agents":[],"team":{)"
            + team + "}}") << QStringList { u"/a~1b"_s, u"/team/colour"_s };
    }
    void unknownKeysOfTeamFilesAreTold()
    {
        QFETCH(QByteArray, content);
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"team.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const Result<TeamReading> reading = loadTeamFile(path);
        QVERIFY(reading.ok());
        QStringList paths;
        for (const Problem &problem : reading->problems) {
            QCOMPARE(problem.code, u"unknown_key"_s);
            QVERIFY(problem.severity == Problem::Severity::Warning);
            paths << problem.path;
        }
        QTEST(paths, "paths");
    }

    void badTeamFiles_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("code");
        QTest::newRow("not JSON") << QByteArray("{") << QString::fromLatin1(code::JsonInvalid);
        QTest::newRow("too deep") << QByteArray(200, '[') << QString::fromLatin1(code::JsonTooDeep);
        QTest::newRow("too large")
            << QByteArray(5 * 1024 * 1024, ' ') << QString::fromLatin1(code::FileTooLarge);
    }
    void badTeamFiles()
    {
        QFETCH(QByteArray, content);
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"team.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const Result<TeamReading> reading = loadTeamFile(path);
        QVERIFY(!reading.ok());
        QTEST(reading.error().code, "code");
        QVERIFY(reading.error().message.contains(path));
        QCOMPARE(loadTeamFile(dir.filePath(u"absent"_s)).error().code,
            QString::fromLatin1(code::FileUnreadable));
    }
};

QTEST_GUILESS_MAIN(TestCliParts)
#include "tst_cli_parts.moc"
