// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/engine/engine_bench.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const RunScript Works { .works = true };

QString block(const QString &content, const QString &kind = u"team-actions"_s)
{
    return u"Working.\n```"_s + kind + u'\n' + content + u"\n```\n"_s;
}

QString repeated(const QString &item, int times)
{
    return u'[' + QStringList(times, item).join(u',') + u']';
}

QString nested(int depth)
{
    return QString(depth, u'[') + QString(depth, u']');
}

RunSummary summaryOf(const FakeBackend::Run &run)
{
    return { run.ref, run.status, run.active(), run.startedAt };
}

/// A service that tells what a test makes of what it knows.
class TwistedBackend : public FakeBackend {
public:
    using FakeBackend::FakeBackend;

    std::function<void(QList<RunSummary> &)> twistList;
    std::function<void(StartAnswer &)> twistStart;
    bool startHangs = false;

    QCoro::Task<StartAnswer> startRun(RunRequest request, std::stop_token stop) override
    {
        if (startHangs) {
            starts.append(request);
            const OneShot<bool> never;
            const std::stop_callback onStop(stop, [never] { never.set(false); });
            co_await never;
            co_return StartAnswer { StartAnswer::Kind::Unknown, {},
                testError(ErrorCategory::NetworkError, code::TotalTimeout) };
        }
        StartAnswer answer = co_await FakeBackend::startRun(request, stop);
        if (twistStart)
            twistStart(answer);
        co_return answer;
    }

    QCoro::Task<Result<QList<RunSummary>>> findRuns(ThreadRef thread, std::stop_token stop) override
    {
        Result<QList<RunSummary>> listed = co_await FakeBackend::findRuns(thread, stop);
        if (listed && twistList)
            twistList(*listed);
        co_return listed;
    }
};

TwistedBackend *twisted(EngineBench &bench)
{
    auto backend = std::make_shared<TwistedBackend>(&bench.clock);
    TwistedBackend *borrowed = backend.get();
    bench.backend = std::move(backend);
    return borrowed;
}

} // namespace

/// Agents and services that answer what nobody expects: the execution ends as it must, its log is
/// whole, and what the others do is not disturbed.
class TestHostileAgents : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void anAnswerOfAnySortCompletesTheStep_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("turns");
        QTest::addColumn<QString>("told"); // to the agent, in its next turn
        const QString write = uR"({"action":"set_shared_variable","key":"k","value":1})"_s;
        QTest::newRow("nothing") << u""_s << 1 << QString();
        QTest::newRow("blanks") << u" \n\t"_s << 1 << QString();
        QTest::newRow("NUL and half a character")
            << u"a"_s + QChar(0) + QChar(0xD83D) + u"b"_s << 1 << QString();
        QTest::newRow("20 MB of text") << QString(20 * 1024 * 1024, u'x') << 1 << QString();
        QTest::newRow("20 MB on lines")
            << u"0123456789abcde\n"_s.repeated(1'310'720) << 1 << QString();
        QTest::newRow("20 MB of actions")
            << block(u"[\""_s + QString(20 * 1024 * 1024, u'x') + u"\"]"_s) << 2 << u"\"error\""_s;
        QTest::newRow("actions that are not JSON")
            << block(u"set k to 1, please"_s) << 2 << u"\"error\""_s;
        QTest::newRow("actions that are no list") << block(u"42"_s) << 2 << u"\"error\""_s;
        QTest::newRow("a list of things that are no actions")
            << block(uR"([1, null, "x", []])"_s) << 2 << u"\"error\""_s;
        QTest::newRow("actions without an end")
            << u"```team-actions\n["_s + write << 2 << u"\"error\""_s;
        QTest::newRow("ten thousand actions")
            << block(repeated(write, 10'000)) << 2 << u"\"error\""_s;
        QTest::newRow("ten thousand blocks")
            << block(u'[' + write + u']').repeated(10'000) << 2 << u"\"error\""_s;
        QTest::newRow("actions a thousand deep") << block(nested(1000)) << 2 << u"\"error\""_s;
        QTest::newRow("a context a thousand deep")
            << block(uR"({"k": )"_s + nested(1000) + u'}', u"team-context"_s) << 1 << QString();
        QTest::newRow("a result a thousand deep")
            << uR"({"output_context": {"k": )"_s + nested(1000) + u"}}"_s << 1 << QString();
        QTest::newRow("a hundred thousand deep") << nested(100'000) << 1 << QString();
    }
    void anAnswerOfAnySortCompletesTheStep()
    {
        QFETCH(QString, text);
        QFETCH(int, turns);
        QFETCH(QString, told);
        EngineBench bench;
        bench.backend->say(u"a"_s, Works);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        const RunId run = bench.backend->runOf(u"a"_s);
        bench.backend->show(run, RunTextDelta { 0, text.left(text.size() / 2) });
        bench.backend->show(run, RunTextDelta { 0, text.mid(text.size() / 2) });
        bench.backend->finish(run, text);
        bench.advance(1s);
        const auto sentTo = [&](const QString &agent) {
            QStringList prompts;
            for (const RunRequest &start : std::as_const(bench.backend->starts)) {
                if (start.agent.toString() == agent)
                    prompts.append(start.prompt);
            }
            return prompts;
        };
        QCOMPARE(sentTo(u"a"_s).size(), turns);
        const QString followUp = sentTo(u"a"_s).value(1);
        QVERIFY2(followUp.contains(told), qPrintable(followUp));
        QVERIFY(followUp.size() < 100'000);
        QCOMPARE(sentTo(u"b"_s).size(), 1);
        const Execution execution = bench.stored(id);
        QCOMPARE(toString(execution.status), u"completed"_s);
        QCOMPARE(toString(execution.steps[0].status), u"completed"_s);
        QCOMPARE(bench.flaw(id), QString());
        QVERIFY(execution == bench.execution(id)); // the log folds to what is stored
    }

    void streamsThatRepeatAndReorderChangeNothing_data()
    {
        QTest::addColumn<QList<int>>(
            "order"); // how many of the parts are shown, one after the other
        QTest::newRow("in order") << QList { 1, 2, 3 };
        QTest::newRow("each twice") << QList { 1, 1, 2, 2, 3, 3 };
        QTest::newRow("the last first") << QList { 3, 2, 1 };
        QTest::newRow("all over again") << QList { 1, 2, 3, 1, 2, 3 };
        QTest::newRow("nothing at all") << QList<int> {};
    }
    void streamsThatRepeatAndReorderChangeNothing()
    {
        QFETCH(QList<int>, order);
        const QStringList parts { u"First.\n"_s,
            block(uR"([{"action":"set_shared_variable","key":"k","value":1}])"_s), u"Last."_s };
        EngineBench bench;
        bench.backend->say(u"a"_s, Works);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        const RunId run = bench.backend->runOf(u"a"_s);
        for (const int shown : std::as_const(order)) {
            const QString text = parts.first(shown).join(QString());
            bench.backend->show(run, RunTextReplaced { 0, text });
        }
        bench.backend->finish(run, parts.join(QString()));
        bench.advance(1s);
        const Execution execution = bench.stored(id);
        QCOMPARE(toString(execution.status), u"completed"_s);
        // The final text decides; what was streamed before is a preview.
        QVERIFY(execution.steps[0].output->result.startsWith(u"First.\n"_s));
        QVERIFY(execution.steps[0].output->result.endsWith(u"Last."_s));
        QCOMPARE(execution.sharedMemory["k"], Json(1));
        QCOMPARE(bench.count(id, "step_team_action"_L1), 1);
        QCOMPARE(bench.flaw(id), QString());
    }

    void textAfterTheEndIsNotShown()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, Works);
        bench.backend->say(u"b"_s, Works);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        const RunId run = bench.backend->runOf(u"a"_s);
        bench.backend->finish(run, u"done"_s);
        bench.settle();
        const int shown = bench.count(id, "step_output"_L1);
        bench.backend->show(run, RunTextDelta { 0, u"and another thing"_s });
        bench.advance(1s);
        QCOMPARE(bench.count(id, "step_output"_L1), shown);
        QCOMPARE(bench.stored(id).steps[0].output->result, u"done"_s);
    }

    // --- the service ---------------------------------------------------------------------------

    void listsThatRepeatOrAreOutOfOrderAreRead_data()
    {
        QTest::addColumn<bool>("twice");
        QTest::addColumn<bool>("reversed");
        QTest::newRow("each run twice") << true << false;
        QTest::newRow("the oldest first") << false << true;
        QTest::newRow("each run twice, the oldest first") << true << true;
    }
    void listsThatRepeatOrAreOutOfOrderAreRead()
    {
        QFETCH(bool, twice);
        QFETCH(bool, reversed);
        EngineBench bench;
        TwistedBackend *service = twisted(bench);
        service->twistList = [=](QList<RunSummary> &runs) {
            if (twice)
                runs += runs;
            if (reversed)
                std::reverse(runs.begin(), runs.end());
        };
        StartScript unanswered { StartAnswer::Kind::Unknown,
            testError(ErrorCategory::NetworkError, code::TotalTimeout) };
        unanswered.extraRuns = 1;
        service->startScripts.enqueue(unanswered);
        service->say(u"a"_s, Works);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.advance(62s);
        QCOMPARE(stringAt(bench.event(id, "step_run_bound"_L1).data, "agent_run_id"), u"run-001"_s);
        QCOMPARE(bench.count(id, "step_run_bound"_L1), 1);
        QCOMPARE(bench.count(id, "step_run_duplicate"_L1), 1);
        QCOMPARE(service->activeRuns(), QList<RunId> { RunId(u"run-001"_s) });
        service->finish(RunId(u"run-001"_s), u"done"_s);
        bench.settle();
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
        QCOMPARE(bench.flaw(id), QString());
    }

    // A list with the runs of other threads: they are somebody else's, and not to be stopped.
    void runsOfOtherThreadsAreLeftAlone()
    {
        EngineBench bench;
        TwistedBackend *service = twisted(bench);
        service->say(u"a"_s, Works);
        service->say(u"b"_s, Works);
        service->twistList = [service](QList<RunSummary> &runs) {
            runs.clear();
            for (const auto &[id, run] : service->runs)
                runs.append(summaryOf(run));
        };
        const ExecutionId id = bench.execute(EngineBench::team(R"({"type": "parallel", "agents": [
            {"agent_id": "a"}, {"agent_id": "b"}]})"));
        bench.advance(62s);
        QCOMPARE(service->activeRuns().size(), 2);
        QCOMPARE(bench.count(id, "step_run_duplicate"_L1), 0);
        for (const QString &agent : { u"a"_s, u"b"_s })
            service->finish(service->runOf(agent), u"done"_s);
        bench.settle();
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    }

    // The start of b is answered with the run of a.
    void anAnswerForAnotherRunIsNotTaken()
    {
        EngineBench bench;
        TwistedBackend *service = twisted(bench);
        service->say(u"a"_s, Works);
        service->say(u"b"_s, Works);
        RunRef first;
        service->twistStart = [&first](StartAnswer &answer) {
            if (first.run.isEmpty())
                first = answer.run;
            else
                answer.run = first;
        };
        const ExecutionId id = bench.execute(EngineBench::team(R"({"type": "parallel", "agents": [
            {"agent_id": "a"}, {"agent_id": "b"}]})"));
        bench.advance(1s);
        const Execution execution = bench.execution(id);
        QCOMPARE(execution.steps[0].runId, service->runOf(u"a"_s));
        QCOMPARE(execution.steps[1].runId, service->runOf(u"b"_s));
        service->finish(service->runOf(u"a"_s), u"from a"_s);
        service->finish(service->runOf(u"b"_s), u"from b"_s);
        bench.settle();
        QCOMPARE(bench.stored(id).steps[1].output->result, u"from b"_s);
        QCOMPARE(bench.flaw(id), QString());
    }

    void aStartThatHangsCanBeStopped()
    {
        EngineBench bench;
        TwistedBackend *service = twisted(bench);
        service->startHangs = true;
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.advance(30s);
        QCOMPARE(toString(bench.stored(id).status), u"running"_s);
        QVERIFY(bench.stop(id));
        bench.advance(12s);
        QCOMPARE(toString(bench.stored(id).status), u"cancelled"_s);
        QCOMPARE(bench.flaw(id), QString());
    }

    void aRunThatNeverEndsTakesTheStepsTime()
    {
        EngineBench bench;
        for (int i = 0; i < 3; ++i)
            bench.backend->say(u"a"_s, Works);
        bench.backend->stopHangs = true;
        const ExecutionId id = bench.execute(EngineBench::team(
            R"({"type": "sequential", "agents": [{"agent_id": "a", "timeout": 60,
                "execution_order": 1, "retry": {"max_attempts": 1}}]})"));
        bench.advance(60s);
        QVERIFY(bench.stop(id));
        bench.advance(12s);
        QVERIFY(isTerminal(bench.stored(id).status));
        QCOMPARE(bench.flaw(id), QString());
    }
};

QTEST_GUILESS_MAIN(TestHostileAgents)
#include "tst_hostile_agents.moc"
