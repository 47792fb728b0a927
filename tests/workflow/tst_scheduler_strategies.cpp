// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scheduler_driver.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto Sequential = R"({'type': 'sequential', 'agents': [
    {'agent_id': 'a', 'execution_order': 1},
    {'agent_id': 'b', 'execution_order': 2},
    {'agent_id': 'c', 'execution_order': 3}]})";
constexpr auto Parallel = R"({'type': 'parallel', 'agents': [
    {'agent_id': 'a'}, {'agent_id': 'b'}, {'agent_id': 'c'}]})";
constexpr auto Pipeline = R"({'type': 'pipeline', 'agents': [
    {'agent_id': 'a'}, {'agent_id': 'b'}, {'agent_id': 'c'}]})";
constexpr auto Triage = R"({'type': 'conditional', 'agents': [
    {'agent_id': 'triage'},
    {'agent_id': 'tech', 'conditions': [
        {'field': 'agent_triage_result.category', 'operator': 'equals', 'value': 'tech'}]},
    {'agent_id': 'billing', 'conditions': [
        {'field': 'agent_triage_result.category', 'operator': 'equals', 'value': 'billing'}]}]})";
constexpr auto FollowUp = R"({'type': 'conditional', 'agents': [
    {'agent_id': 'triage'},
    {'agent_id': 'tech', 'conditions': [
        {'field': 'agent_triage_result.category', 'operator': 'equals', 'value': 'tech'}]},
    {'agent_id': 'billing', 'conditions': [
        {'field': 'agent_triage_result.category', 'operator': 'equals', 'value': 'billing'}]},
    {'agent_id': 'followup', 'input': {'source': 'combined', 'sources': [
        {'type': 'agent_result', 'agent_id': 'tech'},
        {'type': 'agent_result', 'agent_id': 'billing'}]},
     'conditions': {'any': [
        {'field': 'agent_tech_result', 'operator': 'exists'},
        {'field': 'agent_billing_result', 'operator': 'exists'}]}}]})";

QByteArray with(QByteArray workflow, const char *more)
{
    workflow.replace("'agents'", QByteArray("'config': ").append(more).append(", 'agents'"));
    return workflow;
}

} // namespace

/// The vectors S1 … S15 of contract B.3 as recipes: a team, what its agents do, the commands.
class TestSchedulerStrategies : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void commands_data();
    void commands();
    void S2_finalResultIsTheLast();
    void S4_keepsTheResultsOfTheOthers();
    void S5_parallelConflict();
    void S6_pipelineCarriesTheText();
    void S12_feedbackReachesTheDeveloper();
    void S13_followUpGetsWhatThereIs();
    void S15_skipsAreNoGapInThePipeline();
    void finalResultForms_data();
    void finalResultForms();
};

void TestSchedulerStrategies::commands_data()
{
    QTest::addColumn<QByteArray>("workflow");
    QTest::addColumn<QString>("failing");
    QTest::addColumn<QString>("triage");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const QByteArray &workflow, const char *failing,
                         const char *triage, const char *expected) {
        QTest::newRow(name) << workflow << QString::fromUtf8(failing) << QString::fromUtf8(triage)
                            << QString::fromUtf8(expected);
    };
    row("S1", Sequential, "b", "",
        "start a, complete a, start b, fail b invalid_input after 1, skip c upstream_failed, "
        "finish failed steps_failed");
    row("S2", with(Sequential, "{'on_step_failure': 'continue'}"), "b", "",
        "start a, complete a, start b, fail b invalid_input after 1, start c, complete c, "
        "finish completed with errors");
    row("S3",
        with(Sequential, "{'on_step_failure': 'continue'}")
            .replace("'execution_order': 3",
                "'execution_order': 3, 'input': {'source': 'agent_result', 'agent_id': 'b'}"),
        "b", "",
        "start a, complete a, start b, fail b invalid_input after 1, skip c input_unavailable, "
        "finish failed steps_failed");
    row("S4", Parallel, "b", "",
        "start a, start b, start c, complete a, fail b invalid_input after 1, complete c, "
        "finish failed steps_failed");
    row("S4 continue", with(Parallel, "{'on_step_failure': 'continue'}"), "b", "",
        "start a, start b, start c, complete a, fail b invalid_input after 1, complete c, "
        "finish completed with errors");
    row("S4 all fail", with(Parallel, "{'on_step_failure': 'continue'}"), "a b c", "",
        "start a, start b, start c, fail a invalid_input after 1, fail b invalid_input after 1, "
        "fail c invalid_input after 1, finish failed steps_failed");
    row("S4 fail fast", with(Parallel, "{'fail_fast': true}"), "a", "",
        "start a, start b, start c, fail a invalid_input after 1, cancel b running, "
        "cancel c running, finish failed steps_failed");
    row("fail fast with a waiting one", with(Parallel, "{'fail_fast': true, 'max_parallel': 2}"),
        "a", "",
        "start a, start b, fail a invalid_input after 1, cancel b running, cancel c, "
        "finish failed steps_failed");
    row("max_parallel", with(Parallel, "{'max_parallel': 1}"), "", "",
        "start a, complete a, start b, complete b, start c, complete c, finish completed");
    row("S6", Pipeline, "", "",
        "start a, complete a, start b, complete b, start c, complete c, finish completed");
    row("pipeline stops", Pipeline, "b", "",
        "start a, complete a, start b, fail b invalid_input after 1, skip c upstream_failed, "
        "finish failed steps_failed");
    row("pipeline goes on", with(Pipeline, "{'on_step_failure': 'continue'}"), "b", "",
        "start a, complete a, start b, fail b invalid_input after 1, start c, complete c, "
        "finish completed with errors");
    row("pipeline skips dependents", with(Pipeline, "{'on_step_failure': 'skip_dependents'}"), "a",
        "",
        "start a, fail a invalid_input after 1, skip b upstream_failed, skip c upstream_failed, "
        "finish failed steps_failed");
    row("S7", Triage, "", R"({"category":"tech"})",
        "start triage, complete triage, start tech, complete tech, "
        "skip billing condition_not_met, finish completed");
    row("S7 later failure", Triage, "tech", R"({"category":"tech"})",
        "start triage, complete triage, start tech, fail tech invalid_input after 1, "
        "skip billing condition_not_met, finish completed with errors");
    row("S7 entry failure", Triage, "triage", "",
        "start triage, fail triage invalid_input after 1, skip tech upstream_failed, "
        "skip billing upstream_failed, finish failed steps_failed");
    row("S8", QByteArray(R"({'type': 'conditional', 'agents': [{'agent_id': 'a'},
        {'agent_id': 'b', 'conditions': [{'field': 'agent_a_result.x', 'operator': 'not_exists'}]}
        ]})"),
        "", "", "start a, complete a, start b, complete b, finish completed");
    row("S9", QByteArray(R"({'type': 'conditional', 'agents': [
        {'agent_id': 'a', 'is_active': false},
        {'agent_id': 'b', 'conditions': [
            {'field': 'initial_prompt', 'operator': 'contains', 'value': 'x'}]}]})"),
        "", "", "skip a inactive, skip b condition_not_met, finish failed no_eligible_agent");
    row("S9 sequential", QByteArray(R"({'type': 'sequential', 'agents': [
        {'agent_id': 'a', 'conditions': [{'field': 'nothing', 'operator': 'exists'}]},
        {'agent_id': 'b', 'is_active': false}]})"),
        "", "", "skip b inactive, skip a condition_not_met, finish failed no_eligible_agent");
    row("S13", FollowUp, "", R"({"category":"tech"})",
        "start triage, complete triage, start tech, complete tech, "
        "skip billing condition_not_met, start followup, complete followup, finish completed");
    row("S14", FollowUp, "", R"({"category":"other"})",
        "start triage, complete triage, skip tech condition_not_met, "
        "skip billing condition_not_met, skip followup condition_not_met, finish completed");
    row("S15",
        QByteArray(Pipeline).replace("{'agent_id': 'b'}",
            "{'agent_id': 'b', 'conditions': [{'field': 'nothing', 'operator': 'exists'}]}"),
        "", "",
        "start a, complete a, skip b condition_not_met, start c, complete c, finish completed");
    row("last skipped",
        QByteArray(Pipeline).replace("{'agent_id': 'c'}",
            "{'agent_id': 'c', 'conditions': [{'field': 'no', 'operator': 'exists'}]}"),
        "", "",
        "start a, complete a, start b, complete b, skip c condition_not_met, finish completed");
    row("waves", QByteArray(R"({'type': 'parallel', 'agents': [
        {'agent_id': 'c', 'dependencies': ['a', 'b']}, {'agent_id': 'a'},
        {'agent_id': 'b', 'input': {'source': 'agent_result', 'agent_id': 'a'}}]})"),
        "", "", "start a, complete a, start b, complete b, start c, complete c, finish completed");
    row("dependency skipped", QByteArray(R"({'type': 'parallel', 'agents': [
        {'agent_id': 'a', 'conditions': [{'field': 'no', 'operator': 'exists'}]},
        {'agent_id': 'b', 'dependencies': ['a']}, {'agent_id': 'c'}]})"),
        "", "",
        "skip a condition_not_met, skip b upstream_failed, start c, complete c, "
        "finish completed");
    row("missing variable", QByteArray(R"({'type': 'sequential', 'agents': [
        {'agent_id': 'a'}, {'agent_id': 'b', 'input': {'source': 'context_variable',
            'variable_name': 'nothing'}}, {'agent_id': 'c'}]})"),
        "", "",
        "start a, complete a, fail b invalid_input after 0, skip c upstream_failed, "
        "finish failed steps_failed");
    row("S12", QByteArray(R"({'type': 'pipeline', 'config': {'max_iterations': 9}, 'agents': [
        {'agent_id': 'plan'}, {'agent_id': 'dev'},
        {'agent_id': 'test', 'feedback': {'to': 'dev', 'max_iterations': 2, 'conditions': []}},
        {'agent_id': 'ship'}]})"),
        "", "",
        "start plan, complete plan, start dev, complete dev, start test, complete test, "
        "start dev#2, complete dev#2, start test#2, complete test#2, "
        "start dev#3, complete dev#3, start test#3, complete test#3, "
        "start ship, complete ship, finish completed");
}

void TestSchedulerStrategies::commands()
{
    QFETCH(QByteArray, workflow);
    QFETCH(QString, failing);
    QFETCH(QString, triage);
    QFETCH(QString, expected);
    SchedulerDriver driver(workflow);
    const QStringList agents = failing.split(u' ', Qt::SkipEmptyParts);
    for (const QString &agent : agents)
        driver.fail(agent, ErrorCategory::InvalidInput);
    if (!triage.isEmpty())
        driver.answer(u"triage"_s, QStringList(triage));
    driver.run();
    QCOMPARE(driver.log.join(u", "_s), expected);
    QCOMPARE(driver.end->finalResult.has_value(), expected.contains(u"finish completed"_s));
    QCOMPARE(driver.end->error.has_value(), !expected.contains(u"finish completed"_s));
}

void TestSchedulerStrategies::S2_finalResultIsTheLast()
{
    SchedulerDriver driver(with(Sequential, "{'on_step_failure': 'continue'}"));
    driver.fail(u"b"_s, ErrorCategory::InvalidInput);
    driver.run();
    QCOMPARE(stringAt(*driver.end->finalResult, "result"), u"C"_s);
    QVERIFY(driver.end->hasErrors);
}

void TestSchedulerStrategies::S4_keepsTheResultsOfTheOthers()
{
    SchedulerDriver driver(Parallel);
    driver.fail(u"b"_s, ErrorCategory::InvalidInput);
    driver.run();
    const Json &context = driver.state.context.contextObject();
    QVERIFY(context.contains("agent_a_result"));
    QVERIFY(!context.contains("agent_b_result"));
    QVERIFY(context.contains("agent_c_result"));
    QCOMPARE(driver.end->error->message, u"The step \"b\" failed: b is broken."_s);
    QVERIFY(driver.end->error->category == ErrorCategory::InvalidInput);
}

void TestSchedulerStrategies::S5_parallelConflict()
{
    SchedulerDriver driver { Parallel };
    driver.answer(u"a"_s, QStringList(u"```team-context\n{\"x\": 1}\n```"_s));
    driver.answer(u"b"_s, QStringList(u"```team-context\n{\"x\": 2}\n```"_s));
    driver.logContext = true;
    driver.run();
    QCOMPARE(driver.state.context.contextObject().at("x"), Json(2));
    QCOMPARE(driver.state.context.version(), 2);
    QCOMPARE(driver.state.context.conflicts().size(), size_t(1));
    const ContextConflict &conflict = driver.state.context.conflicts().front();
    QCOMPARE(conflict.key, u"x"_s);
    QCOMPARE(conflict.winner.toString(), u"b"_s);
    QCOMPARE(conflict.losers, std::vector { AgentId(u"a"_s) });
    QVERIFY(driver.log.contains(u"context v2 agent_a_result x agent_b_result agent_c_result"_s));
}

void TestSchedulerStrategies::S6_pipelineCarriesTheText()
{
    SchedulerDriver driver(Pipeline);
    driver.run();
    QCOMPARE(driver.input(u"a"_s), u"Go"_s);
    QCOMPARE(driver.input(u"b"_s), u"A"_s);
    QCOMPARE(driver.input(u"c"_s), u"B"_s);
    QVERIFY(driver.prompt(u"b"_s).startsWith(u"A\n\n--- TEAM CONTEXT"_s));
    const Json &context = driver.state.context.contextObject();
    QCOMPARE(context.at("initial_input"), Json("Go"));
    QCOMPARE(context.at("pipeline_input"), Json("B"));
    QCOMPARE(stringAt(*driver.end->finalResult, "result"), u"C"_s);
}

void TestSchedulerStrategies::S12_feedbackReachesTheDeveloper()
{
    SchedulerDriver driver(QByteArray(R"({'type': 'pipeline', 'agents': [
        {'agent_id': 'dev'}, {'agent_id': 'test', 'name': 'Tester', 'feedback': {'to': 'dev',
            'conditions': [{'field': 'verdict', 'operator': 'equals', 'value': 'fail'}]}}]})"));
    driver.answer(u"test"_s,
        QStringList { u"{\"verdict\":\"fail\"}"_s, u"{\"verdict\":\"fail\",\"n\":2}"_s,
            u"{\"verdict\":\"pass\"}"_s });
    driver.run();
    QCOMPARE(driver.starts.size(), size_t(6));
    QCOMPARE(driver.starts[2].iteration, 2);
    QCOMPARE(driver.starts[2].attempt, 1);
    QCOMPARE(driver.starts[2].input, u"Go\n\nFeedback from Tester:\n{\"verdict\":\"fail\"}"_s);
    QVERIFY(driver.starts[4].input.startsWith(driver.starts[2].input));
    QVERIFY(driver.starts[4].input.endsWith(u"{\"verdict\":\"fail\",\"n\":2}"_s));
    QCOMPARE(driver.starts[3].input, u"DEV"_s);
    QCOMPARE(driver.log.last(), u"finish completed"_s);
}

void TestSchedulerStrategies::S13_followUpGetsWhatThereIs()
{
    SchedulerDriver driver(FollowUp);
    driver.answer(u"triage"_s, QStringList(u"{\"category\":\"tech\"}"_s));
    driver.run();
    QCOMPARE(driver.input(u"followup"_s), u"TECH"_s);
    QCOMPARE(driver.starts.back().resolvedFrom, std::vector { AgentId(u"tech"_s) });
    const Json &result = *driver.end->finalResult;
    QCOMPARE(result.at("executed_agents"), Json({ "triage", "tech", "followup" }));
    QCOMPARE(result.at("skipped_agents"), Json::array({ "billing" }));
    QCOMPARE(result.at("failed_agents"), Json::array());
    QCOMPARE(result.at("summary"), Json("Conditional execution completed"));
    QCOMPARE(result.at("agent_results").size(), size_t(3));
}

void TestSchedulerStrategies::S15_skipsAreNoGapInThePipeline()
{
    SchedulerDriver driver(QByteArray(R"({'type': 'pipeline', 'agents': [
        {'agent_id': 'off', 'is_active': false}, {'agent_id': 'a'},
        {'agent_id': 'b', 'conditions': [{'field': 'no', 'operator': 'exists'}]},
        {'agent_id': 'empty'}, {'agent_id': 'c'}]})"));
    driver.answer(u"empty"_s, QStringList(QString()));
    driver.run();
    QCOMPARE(driver.input(u"a"_s), u"Go"_s);
    QCOMPARE(driver.input(u"empty"_s), u"A"_s);
    QCOMPARE(driver.input(u"c"_s), u"A"_s); // the last text that is not empty
}

void TestSchedulerStrategies::finalResultForms_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QByteArray>("leaders");
    QTest::addColumn<QString>("result"); // `all` for the object of everyone's
    QTest::newRow("default") << QByteArray() << QByteArray() << u"all"_s;
    QTest::newRow("last") << QByteArray("last") << QByteArray() << u"C"_s;
    QTest::newRow("leader") << QByteArray("leader") << QByteArray("b") << u"B"_s;
    QTest::newRow("two leaders") << QByteArray("leader") << QByteArray("bc") << u"all"_s;
    QTest::newRow("no leader") << QByteArray("leader") << QByteArray() << u"all"_s;
    QTest::newRow("agent") << QByteArray("agent:a") << QByteArray() << u"A"_s;
    QTest::newRow("failed agent") << QByteArray("agent:bad") << QByteArray() << u"all"_s;
}

void TestSchedulerStrategies::finalResultForms()
{
    QFETCH(QByteArray, form);
    QFETCH(QByteArray, leaders);
    QFETCH(QString, result);
    QByteArray agents;
    for (const char *agent : { "a", "b", "bad", "c" }) {
        const bool leads = leaders.contains(agent);
        agents += QByteArray(agents.isEmpty() ? "" : ", ") + "{'agent_id': '" + agent
            + "', 'role': '" + (leads ? "leader" : "member") + "'}";
    }
    const QByteArray final = form.isEmpty() ? form : ", 'final_result': '" + form + "'";
    SchedulerDriver driver("{'type': 'parallel', 'config': {'on_step_failure': 'continue'" + final
        + "}, 'agents': [" + agents + "]}");
    driver.fail(u"bad"_s, ErrorCategory::InvalidInput);
    driver.run();
    const Json &value = *driver.end->finalResult;
    QCOMPARE(stringAt(value, "result").value_or(u"all"_s), result);
    QCOMPARE(value.contains("agent_results"), result == u"all"_s);
}

QTEST_GUILESS_MAIN(TestSchedulerStrategies)
#include "tst_scheduler_strategies.moc"
