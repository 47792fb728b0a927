// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/team/message_board.h"
#include "tests/engine/engine_bench.h"
#include "tests/support/await.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const RunScript Works { .works = true };

QString actions(const char *json)
{
    return u"Working.\n```team-actions\n"_s + QString::fromUtf8(json) + u"\n```\n"_s;
}

void say(EngineBench &bench, const QString &agent, const QStringList &texts)
{
    for (const QString &text : texts)
        bench.backend->say(agent, { .text = text });
}

QStringList prompts(const EngineBench &bench, const QString &agent)
{
    QStringList sent;
    for (const RunRequest &start : bench.backend->starts) {
        if (start.agent.toString() == agent)
            sent.append(start.prompt);
    }
    return sent;
}

/// The messages of the log, as `from>to:type`.
QStringList messages(EngineBench &bench, const ExecutionId &id)
{
    QStringList found;
    for (const ExecutionEvent &event : bench.storedEvents(id)) {
        if (event.type != "team_message"_L1 || !event.eventType.isEmpty())
            continue;
        const Result<TeamMessage> message = teamMessageFromJson(event.data);
        found.append(message->from.toString() + u'>' + message->to.toString() + u':'
            + toString(message->type));
    }
    return found;
}

/// What a message of the log says.
QString contentOf(EngineBench &bench, const ExecutionId &id, int number)
{
    int left = number;
    for (const ExecutionEvent &event : bench.storedEvents(id)) {
        if (event.type == "team_message"_L1 && event.eventType.isEmpty() && left-- == 0)
            return contentText(event.data["content"]);
    }
    return {};
}

} // namespace

/// Contract §5.6 and §5.7: agents that use their team's tools, on the engine.
class TestTeamwork : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void promptTellsOfTheTools()
    {
        EngineBench bench;
        bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        const QString prompt = prompts(bench, u"a"_s).value(0);
        QVERIFY(prompt.startsWith(u"Do it\n\n--- TEAM CONTEXT"_s));
        QCOMPARE(prompt.count(u"--- TEAM PROTOCOL ---"_s), 1);
        QVERIFY(prompt.contains(u"request_from_agent"_s));
        QVERIFY(!prompt.contains(u"--- TEAM MESSAGES ---"_s));
    }

    void toolsModeNoneLeavesThePromptAlone()
    {
        EngineBench bench;
        Team team = EngineBench::chain({ u"a"_s, u"b"_s });
        team.workflow.agents[0].config.toolsMode = u"none"_s;
        say(bench, u"a"_s, { actions(R"([{"action":"get_team_info"}])") });
        const ExecutionId id = bench.execute(team);
        QVERIFY(!prompts(bench, u"a"_s).value(0).contains(u"TEAM PROTOCOL"_s));
        QVERIFY(prompts(bench, u"b"_s).value(0).contains(u"TEAM PROTOCOL"_s));
        QCOMPARE(bench.count(id, "step_team_action"_L1), 0); // it is only text
    }

    void sharedMemoryIsSeenByTheNext()
    {
        EngineBench bench;
        say(bench, u"a"_s,
            { actions(R"([{"action":"set_shared_variable","key":"leads","value":[1,2]}])") });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        QCOMPARE(bench.backend->starts.size(), 2); // nothing to answer
        QVERIFY(prompts(bench, u"b"_s).value(0).contains(uR"({"leads":[1,2]})"_s));
        const Execution execution = bench.stored(id);
        QCOMPARE(execution.sharedMemory["leads"], Json::parse("[1,2]"));
        QCOMPARE(bench.flaw(id), QString());
    }

    void writesWhileStreamingHappenAtOnce()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, Works);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        const QString text
            = actions(R"([{"action":"set_shared_variable","key":"k","value":true}])");
        bench.backend->show(bench.backend->runOf(u"a"_s), RunTextDelta { 0, text });
        bench.settle();
        QCOMPARE(bench.stored(id).sharedMemory["k"], Json(true));
        bench.backend->finish(bench.backend->runOf(u"a"_s), text);
        bench.settle();
        QCOMPARE(bench.count(id, "step_team_action"_L1), 1); // not once more at the end
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    }

    void questionsAreAnsweredInTheSameThread()
    {
        EngineBench bench;
        say(bench, u"a"_s,
            { actions(R"([{"action":"get_shared_variable","key":"x"}])"), u"done"_s });
        ExecutionConfig config;
        config.initialMemory = { { "x", 42 } };
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }), u"Do it"_s, config);
        QCOMPARE(bench.backend->starts.size(), 2);
        QCOMPARE(bench.backend->starts[1].thread, bench.backend->starts[0].thread);
        QVERIFY(prompts(bench, u"a"_s)[1].startsWith(u"--- TEAM ANSWERS ---"_s));
        QVERIFY(prompts(bench, u"a"_s)[1].contains(uR"("result":42)"_s));
        QCOMPARE(bench.stored(id).steps[0].output->result, u"done"_s);
        bench.advance(300s, 10s); // the checks of the thread leave both runs alone
        QCOMPARE(bench.backend->stops, QStringList());
        QCOMPARE(bench.count(id, "step_run_duplicate"_L1), 0);
    }

    void withoutFollowUpTurnsTheTranscriptIsSent()
    {
        EngineBench bench;
        bench.backend->capabilities.followUpTurns = false;
        say(bench, u"a"_s, { actions(R"([{"action":"get_team_info"}])"), u"done"_s });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        QVERIFY(bench.backend->starts[1].thread.thread != bench.backend->starts[0].thread.thread);
        QVERIFY(prompts(bench, u"a"_s)[1].startsWith(prompts(bench, u"a"_s)[0]));
        QVERIFY(prompts(bench, u"a"_s)[1].contains(u"--- TEAM ANSWERS ---"_s));
        QCOMPARE(bench.stored(id).steps[0].output->result, u"done"_s);
    }

    void atMostFiveTurns()
    {
        EngineBench bench;
        const QString ask = actions(R"([{"action":"get_team_info"}])");
        say(bench, u"a"_s, { ask, ask, ask, ask, ask, ask });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        QCOMPARE(bench.backend->starts.size(), 5);
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    }

    void allTurnsAreBooked()
    {
        EngineBench bench;
        Usage seven;
        seven.tokensInput = 7;
        bench.backend->say(
            u"a"_s, { .text = actions(R"([{"action":"get_team_info"}])"), .usage = seven });
        bench.backend->say(u"a"_s, { .text = u"done"_s, .usage = seven });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        QCOMPARE(bench.stored(id).usage.tokensInput, std::optional<qint64>(14));
    }

    void refusalsAreTold_data()
    {
        QTest::addColumn<QString>("block");
        QTest::addColumn<QString>("told");
        QTest::newRow("not JSON") << actions("{no") << u"\"error\""_s;
        QTest::newRow("unknown tool")
            << actions(R"([{"action":"format_disk"}])") << u"format_disk"_s;
        QTest::newRow("seeds cannot be written")
            << actions(R"([{"action":"set_shared_variable","key":"agent_a_result","value":1}])")
            << u"\"error\""_s;
        QTest::newRow("stranger") << actions(
            R"([{"action":"send_message_to_agent","target_agent":"eve","message":"hi"}])")
                                  << u"eve"_s;
        QTest::newRow("itself") << actions(
            R"([{"action":"request_from_agent","target_agent":"a","request":"?"}])")
                                << u"\"error\""_s;
    }
    void refusalsAreTold()
    {
        QFETCH(QString, block);
        QFETCH(QString, told);
        EngineBench bench;
        say(bench, u"a"_s, { block, u"done"_s });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        QVERIFY2(prompts(bench, u"a"_s).value(1).contains(told),
            qPrintable(prompts(bench, u"a"_s).value(1)));
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
        QCOMPARE(bench.flaw(id), QString());
    }

    void whatWasDoneIsNoPartOfTheResult()
    {
        EngineBench bench;
        say(bench, u"a"_s,
            { u"Before\n"_s + actions(R"([{"action":"broadcast_to_team","message":"hi"}])")
                + u"After\n```json\n{\"x\":1}\n```"_s });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        const StepOutput output = *bench.stored(id).steps[0].output;
        QCOMPARE(output.result, u"Before\nWorking.\nAfter\n```json\n{\"x\":1}\n```"_s);
        QCOMPARE(output.data, std::optional(Json { { "x", 1 } }));
    }

    void setContextBecomesTheOutputContext()
    {
        EngineBench bench;
        say(bench, u"a"_s, { actions(R"([{"action":"set_context","context":{"finding":"x"}}])") });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        QCOMPARE(bench.stored(id).contextObject["finding"], Json("x"));
    }

    // --- messages ------------------------------------------------------------------------------

    void MS01_messagesWaitForTheNextPrompt()
    {
        EngineBench bench;
        say(bench, u"a"_s,
            { actions(
                R"([{"action":"send_message_to_agent","target_agent":"b","message":"mind the gap"}])") });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s, u"c"_s }));
        QCOMPARE(messages(bench, id), QStringList { u"a>b:info"_s });
        QVERIFY(prompts(bench, u"b"_s)[0].contains(u"--- TEAM MESSAGES ---"_s));
        QVERIFY(prompts(bench, u"b"_s)[0].contains(u"mind the gap"_s));
        QVERIFY(!prompts(bench, u"c"_s)[0].contains(u"mind the gap"_s));
        QCOMPARE(bench.count(id, "messages_read"_L1), 1);
    }

    void laterAttemptsAreShownTheSameMessages()
    {
        EngineBench bench;
        say(bench, u"a"_s,
            { actions(
                R"([{"action":"send_message_to_agent","target_agent":"b","message":"mind the gap"}])") });
        bench.backend->say(
            u"b"_s, { .error = testError(ErrorCategory::NetworkError, code::ConnectionLost) });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        bench.advance(200s, 5s);
        QCOMPARE(prompts(bench, u"b"_s).size(), 2);
        QCOMPARE(prompts(bench, u"b"_s)[1], prompts(bench, u"b"_s)[0]);
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    }

    void MS02_broadcastsReachAllButTheSender()
    {
        EngineBench bench;
        say(bench, u"a"_s, { actions(R"([{"action":"broadcast_to_team","message":"all ears"}])") });
        bench.execute(EngineBench::chain({ u"a"_s, u"b"_s, u"c"_s }));
        QVERIFY(prompts(bench, u"b"_s)[0].contains(u"all ears"_s));
        QVERIFY(prompts(bench, u"c"_s)[0].contains(u"all ears"_s));
    }

    void MS03_requestsAreAnsweredByARunOfTheirOwn()
    {
        EngineBench bench;
        say(bench, u"a"_s,
            { actions(
                  R"([{"action":"request_from_agent","target_agent":"b","request":"How many?"}])"),
                u"a is done"_s });
        say(bench, u"b"_s, { u"Seventeen"_s, u"b is done"_s });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        bench.advance(2s);
        QCOMPARE(messages(bench, id), (QStringList { u"a>b:request"_s, u"b>a:response"_s }));
        QVERIFY(prompts(bench, u"b"_s)[0].contains(u"How many?"_s));
        QVERIFY(prompts(bench, u"a"_s)[1].contains(u"Seventeen"_s));
        const Execution execution = bench.stored(id);
        QCOMPARE(toString(execution.status), u"completed"_s);
        QCOMPARE(execution.steps[1].output->result, u"b is done"_s);
        QCOMPARE(bench.count(id, "auxiliary_run_ended"_L1), 1);
        QCOMPARE(bench.flaw(id), QString());
    }

    void requestsTimeOut()
    {
        EngineBench bench;
        say(bench, u"a"_s,
            { actions(
                  R"([{"action":"request_from_agent","target_agent":"b","request":"?","timeout":20}])"),
                u"a is done"_s });
        bench.backend->say(u"b"_s, Works);
        bench.backend->say(u"b"_s, Works);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        bench.advance(30s);
        QVERIFY(prompts(bench, u"a"_s).value(1).contains(u"timeout"_s));
        // The late answer is kept, and marked.
        bench.backend->finish(bench.backend->runOf(u"b"_s), u"Seventeen"_s);
        bench.settle();
        QCOMPARE(messages(bench, id),
            (QStringList { u"a>b:request"_s, u">a:error"_s, u"b>a:response"_s }));
        QCOMPARE(contentOf(bench, id, 2), u"Seventeen"_s);
    }

    void failedAuxiliaryRunsSayWhy()
    {
        EngineBench bench;
        say(bench, u"a"_s,
            { actions(R"([{"action":"request_from_agent","target_agent":"b","request":"?"}])"),
                u"a is done"_s });
        bench.backend->say(
            u"b"_s, { .error = testError(ErrorCategory::AgentCrash, code::SunaRunFailed) });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        bench.advance(2s);
        QVERIFY(contentOf(bench, id, 1).startsWith(u"ERROR: "_s));
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    }

    void requestChainsMayNotReturn()
    {
        EngineBench bench;
        const QString askB
            = actions(R"([{"action":"request_from_agent","target_agent":"b","request":"?"}])");
        const QString askA
            = actions(R"([{"action":"request_from_agent","target_agent":"a","request":"?"}])");
        say(bench, u"a"_s, { askB, u"a is done"_s });
        say(bench, u"b"_s, { askA, u"answer of b"_s, u"b is done"_s });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        bench.advance(5s);
        QCOMPARE(messages(bench, id), (QStringList { u"a>b:request"_s, u"b>a:response"_s }));
        QCOMPARE(contentOf(bench, id, 1), u"answer of b"_s);
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    }

    // --- stop and crash ------------------------------------------------------------------------

    void stoppingStopsAuxiliaryRuns()
    {
        EngineBench bench;
        say(bench, u"a"_s,
            { actions(R"([{"action":"request_from_agent","target_agent":"b","request":"?"}])") });
        bench.backend->say(u"b"_s, Works);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        bench.advance(2s);
        QCOMPARE(bench.backend->activeRuns().size(), 1);
        QVERIFY(bench.stop(id));
        bench.advance(2s);
        QCOMPARE(bench.backend->activeRuns().size(), 0);
        QCOMPARE(toString(bench.stored(id).status), u"cancelled"_s);
        QCOMPARE(bench.flaw(id), QString());
    }

    void actionsAreNotRepeatedAfterARestart()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, Works);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        const QString text = actions(
            R"([{"action":"send_message_to_agent","target_agent":"b","message":"once"},
                {"action":"set_shared_variable","key":"n","value":1}])");
        bench.backend->show(bench.backend->runOf(u"a"_s), RunTextDelta { 0, text });
        bench.settle();
        bench.restart();
        QVERIFY(bench.resume(id));
        bench.backend->show(bench.backend->runOf(u"a"_s), RunTextDelta { 0, text });
        bench.backend->finish(bench.backend->runOf(u"a"_s), text);
        bench.settle();
        QCOMPARE(messages(bench, id), QStringList { u"a>b:info"_s });
        QCOMPARE(prompts(bench, u"b"_s)[0].count(u"\"once\""_s), 1);
        QCOMPARE(bench.stored(id).sharedMemory["n"], Json(1));
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
        QCOMPARE(bench.flaw(id), QString());
    }

    void followUpTurnIsTakenOver()
    {
        EngineBench bench;
        say(bench, u"a"_s, { actions(R"([{"action":"get_team_info"}])") });
        bench.backend->say(u"a"_s, Works);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        QCOMPARE(bench.backend->starts.size(), 2);
        bench.restart();
        QVERIFY(bench.resume(id));
        bench.backend->finish(bench.backend->runOf(u"a"_s, 1), u"done"_s);
        bench.advance(300s, 10s);
        QCOMPARE(prompts(bench, u"a"_s).size(), 2);
        QCOMPARE(bench.stored(id).steps[0].output->result, u"done"_s);
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
        QCOMPARE(bench.backend->stops, QStringList());
        QCOMPARE(bench.flaw(id), QString());
    }

    // What doubled an earlier turn is in the same thread, and older than what is looked for.
    void doublesOfEarlierTurnsAreNotAdopted()
    {
        EngineBench bench;
        bench.backend->startScripts.enqueue({ .extraRuns = 1 });
        bench.backend->say(u"a"_s, Works);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        bench.advance(61s); // the double is found and stopped
        QCOMPARE(bench.count(id, "step_run_duplicate"_L1), 1);
        bench.backend->startScripts.enqueue({ StartAnswer::Kind::Unknown,
            testError(ErrorCategory::NetworkError, code::TotalTimeout) });
        say(bench, u"a"_s, { u"done"_s });
        bench.backend->finish(
            bench.backend->runOf(u"a"_s), actions(R"([{"action":"get_team_info"}])"));
        bench.advance(5s);
        const ExecutionEvent adopted = bench.event(id, "step_run_bound"_L1, 1);
        QCOMPARE(stringAt(adopted.data, "agent_run_id"), u"run-003"_s);
        QCOMPARE(bench.stored(id).steps[0].output->result, u"done"_s);
    }

    void auxiliaryRunIsTakenOver()
    {
        EngineBench bench;
        say(bench, u"a"_s,
            { actions(
                  R"([{"action":"request_from_agent","target_agent":"b","request":"?","timeout":500}])"),
                u"a is done"_s });
        bench.backend->say(u"b"_s, Works);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        bench.advance(2s);
        QCOMPARE(bench.backend->starts.size(), 2);
        bench.restart();
        QVERIFY(bench.resume(id));
        bench.backend->finish(bench.backend->runOf(u"b"_s), u"Seventeen"_s);
        bench.advance(5s);
        QCOMPARE(messages(bench, id), (QStringList { u"a>b:request"_s, u"b>a:response"_s }));
        QVERIFY(prompts(bench, u"a"_s).value(1).contains(u"Seventeen"_s));
        QCOMPARE(prompts(bench, u"b"_s).size(), 2); // the answer and its step
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
        QCOMPARE(bench.flaw(id), QString());
    }

    void valuesEnd()
    {
        EngineBench bench;
        say(bench, u"a"_s,
            { actions(
                R"([{"action":"set_shared_variable","key":"k","value":1,"ttl_seconds":60}])") });
        bench.backend->say(u"b"_s, Works);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s, u"c"_s }));
        QCOMPARE(bench.stored(id).sharedMemory["k"], Json(1));
        bench.restart();
        QVERIFY(bench.resume(id));
        bench.advance(61s);
        QVERIFY(!bench.stored(id).sharedMemory.contains("k"));
        bench.backend->finish(bench.backend->runOf(u"b"_s), u"done"_s);
        bench.settle();
        QVERIFY(!prompts(bench, u"c"_s).value(0).contains(u"\"k\":1"_s));
        QCOMPARE(bench.flaw(id), QString());
    }
};

QTEST_GUILESS_MAIN(TestTeamwork)
#include "tst_teamwork.moc"
