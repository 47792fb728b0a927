// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/answer_leave.h"
#include "core/model/error_codes.h"
#include "tests/engine/engine_bench.h"
#include "tests/support/await.h"
#include "tests/support/running_task.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const RunScript Works { .works = true };

/// A service whose agents are models that call functions; perhaps one of several.
class CallingBackend : public FakeBackend {
public:
    using FakeBackend::FakeBackend;

    [[nodiscard]] bool callsTools(const AgentId &agent) const override
    {
        return !plain.contains(agent);
    }
    [[nodiscard]] std::shared_ptr<AgentBackend> partFor(const AgentId &agent) const override
    {
        return parts.value(agent);
    }

    QSet<AgentId> plain; ///< call none
    QHash<AgentId, std::shared_ptr<AgentBackend>> parts;
};

/// A bench whose service is one of models.
struct ModelBench : EngineBench {
    explicit ModelBench(EngineSettings settings = standardSettings())
        : EngineBench(std::move(settings))
        , models(std::make_shared<CallingBackend>(&clock))
    {
        backend = models;
    }
    AgentToolAnswer call(int start, const QString &tool, Json arguments)
    {
        const std::shared_ptr<AgentTools> tools = models->starts.value(start).tools;
        RunningTask<AgentToolAnswer> task(tools->call(tool, std::move(arguments), {}));
        settle();
        return task.value();
    }
    std::shared_ptr<CallingBackend> models;
};

Json keyOnly(const char *key)
{
    return { { "key", key } };
}

Usage askedTimes(int times)
{
    Usage usage;
    usage.tokensInput = 10;
    usage.tokensOutput = 10;
    usage.requestCount = times;
    return usage;
}

} // namespace

/// Contract §5.7.1 as functions of a model, on the engine; and services that are composed.
class TestTeamFunctions : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void theToolsAreOffered()
    {
        EngineSettings consenting = EngineBench::standardSettings();
        consenting.toolServer.mayChangeAgents = true;
        ModelBench bench(consenting);
        Team team = EngineBench::chain({ u"a"_s });
        team.config.toolsMode = u"mcp"_s; // what a model cannot have, and does not need
        const ExecutionId id = bench.execute(team);
        QVERIFY(bench.models->starts[0].prompt.contains(u"Its tools are your functions"_s));
        QVERIFY(!bench.models->starts[0].prompt.contains(u"--- TEAM PROTOCOL ---"_s));
        QCOMPARE(bench.models->starts[0].tools->functions().size(), size_t(11));
        QCOMPARE(bench.count(id, "team_tools_given"_L1), 0);
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    }

    void nothingIsOfferedWhereNothingIsUsed()
    {
        ModelBench bench;
        Team team = EngineBench::chain({ u"a"_s, u"b"_s });
        bench.models->plain.insert(AgentId(u"b"_s));
        bench.execute(team);
        QVERIFY(bench.models->starts[0].tools);
        QVERIFY(!bench.models->starts[1].tools);
        QVERIFY(bench.models->starts[1].prompt.contains(u"--- TEAM PROTOCOL ---"_s));
        team.config.toolsMode = u"none"_s;
        bench.execute(team);
        QVERIFY(!bench.models->starts[2].tools);
    }

    void callsAreCarriedOut()
    {
        ModelBench bench;
        bench.models->say(u"a"_s, Works);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        QVERIFY(bench.call(0, u"set_shared_variable"_s, { { "key", "k" }, { "value", 42 } }).ok);
        QCOMPARE(bench.stored(id).sharedMemory["k"], Json(42));
        QCOMPARE(bench.call(0, u"get_shared_variable"_s, keyOnly("k")).text, u"42"_s);
        bench.call(0, u"set_context"_s, { { "context", { { "found", true } } } });
        const AgentToolAnswer unknown = bench.call(0, u"rm"_s, Json::object());
        QVERIFY(!unknown.ok && unknown.text.startsWith(u"ERROR: "_s));
        bench.models->finish(bench.models->runOf(u"a"_s), u"done"_s);
        bench.settle();
        QCOMPARE(bench.stored(id).contextObject["found"], Json(true));
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
        QCOMPARE(bench.flaw(id), QString());
        // Nobody is there any more.
        QVERIFY(!bench.call(0, u"get_shared_variable"_s, keyOnly("k")).ok);
    }

    void aRequestWaitsForItsAnswer()
    {
        ModelBench bench;
        bench.models->say(u"a"_s, Works);
        bench.models->say(u"b"_s, Works);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        const std::shared_ptr<AgentTools> tools = bench.models->starts[0].tools;
        Json request = { { "target_agent", "b" }, { "request", "How many?" } };
        RunningTask<AgentToolAnswer> asked(tools->call(u"request_from_agent"_s, request, {}));
        bench.advance(1s); // an auxiliary run begins
        QVERIFY2(!asked.done(), asked.done() ? qPrintable(asked.value().text) : "");
        bench.models->finish(bench.models->runOf(u"b"_s), u"Seven"_s);
        bench.settle();
        QVERIFY(asked.done());
        QVERIFY(asked.value().text.contains(u"Seven"_s));
        bench.models->finish(bench.models->runOf(u"a"_s), u"done"_s);
        bench.settle();
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    }

    void eachQuestionToTheModelCounts_data() // features CM-07, CM-10
    {
        QTest::addColumn<bool>("byBudget");
        QTest::newRow("cap of the execution") << false;
        QTest::newRow("budget") << true;
    }

    // A run that asks its model several times is asked about before each of them.
    void eachQuestionToTheModelCounts()
    {
        QFETCH(bool, byBudget);
        ModelBench bench;
        Budget budget;
        budget.id = BudgetId(u"b"_s);
        budget.calls = 2;
        ExecutionConfig config;
        if (byBudget)
            bench.setBudgets({ budget });
        else
            config.cap.calls = 2;
        bench.models->say(u"a"_s, Works);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }), u"Go"_s, config);
        bench.rest();
        const auto leave
            = std::dynamic_pointer_cast<AnswerLeave>(bench.models->starts.value(0).tools);
        QVERIFY(leave);
        RunningTask<Result<void>> second(leave->mayAskAgain(askedTimes(1), {}));
        bench.rest();
        QVERIFY(second.done() && second.value());
        RunningTask<Result<void>> third(leave->mayAskAgain(askedTimes(2), {}));
        bench.rest();
        QVERIFY(!third.done());
        QVERIFY(bench.stored(id).hold->reason == ExecutionHold::Reason::Cap);
        bench.advance(2h, 10min); // a person's time is not the step's
        QVERIFY(!third.done());
        budget.calls = 3;
        config.cap.calls = 3;
        if (byBudget)
            bench.setBudgets({ budget });
        else
            QVERIFY(*await(bench.orchestrator->setCap(id, config.cap, u"Ana"_s)));
        bench.rest();
        QVERIFY(third.done() && third.value());
        bench.models->finish(bench.models->runOf(u"a"_s), u"done"_s);
        bench.rest();
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    }

    void whatEndedWithUsIsBegunAgain()
    {
        ModelBench bench;
        bench.models->capabilities = { .followUpTurns = true, .endsWithConnection = true };
        bench.models->startScripts.enqueue({ .makesRun = false, .held = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.restart();
        QVERIFY(bench.resume(id));
        bench.advance(10s);
        QCOMPARE(bench.models->starts.size(), 2);
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
        QCOMPARE(bench.flaw(id), QString());
    }

    void everyAgentRunsWhereItIs()
    {
        ModelBench bench;
        const auto elsewhere = std::make_shared<CallingBackend>(&bench.clock);
        elsewhere->where = u"elsewhere"_s;
        bench.models->plain.insert(AgentId(u"a"_s));
        bench.models->parts.insert(AgentId(u"b"_s), elsewhere);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s, u"a2"_s }));
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
        QCOMPARE(bench.models->starts.size(), 2);
        QCOMPARE(elsewhere->starts.size(), 1);
        QCOMPARE(elsewhere->starts[0].agent.toString(), u"b"_s);
        QCOMPARE(elsewhere->prepares, 1);
        QCOMPARE(bench.flaw(id), QString());
    }
};

QTEST_GUILESS_MAIN(TestTeamFunctions)
#include "tst_team_functions.moc"
