// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/workflow_codec.h"

#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;

namespace {

QStringList found(const Problems &problems)
{
    QStringList list;
    for (const Problem &problem : problems)
        list.append(problem.code + u' ' + problem.path);
    list.sort();
    return list;
}

WorkflowReading read(const char *text)
{
    return readWorkflow(Json::parse(text), u"/w"_s);
}

} // namespace

class TestWorkflowCodec : public QObject {
    Q_OBJECT

private slots:
    void everythingRoundTrips()
    {
        const Json json = Json::parse(R"({
            "type": "conditional", "x_top": [1],
            "agents": [{
                "agent_id": "a", "role": "leader", "execution_order": 2, "name": "A",
                "input": {"source": "combined", "include_context": false, "template": "{{input}}",
                    "x_input": 1, "sources": [{"type": "agent_result", "agent_id": "b"},
                    {"type": "initial_prompt"},
                    {"type": "context_variable", "variable_name": "v"}]},
                "conditions": [{"field": "n", "operator": "eq", "value": null},
                    {"any": [{"field": "s", "operator": "exists", "ignore_case": true}]},
                    {"not": {"all": []}}],
                "dependencies": ["b"], "timeout": 30,
                "retry_config": {"max_attempts": 2, "backoff_factor": 1.5, "max_delay": 9,
                    "retry_on": ["network_error"], "jitter": 0.2, "delay_seconds": [1.0, 2.5]},
                "agent_config": {"model_name": "m", "enable_thinking": true,
                    "reasoning_effort": "low", "instructions": "do", "output_schema": {"type": "object"},
                    "tools_mode": "none", "x_cfg": 1},
                "is_active": false, "position": {"x": 1.5, "y": -2.0},
                "feedback": {"to": "b", "conditions": [], "max_iterations": 2, "x_f": 1},
                "x_agent": {"deep": true}}],
            "config": {"on_step_failure": "skip_dependents", "fail_fast": true, "max_parallel": 3,
                "merge": "deep", "final_result": "agent:a", "max_iterations": 4,
                "approval": {"before": ["a"], "timeout_seconds": 5,
                    "auto_approve": [{"field": "x", "operator": "exists"}]},
                "restrict_requests": true, "x_config": "kept"}})");
        const WorkflowReading first = readWorkflow(json);
        QCOMPARE(found(first.problems), QStringList());
        const Json written = toJson(first.definition);
        const WorkflowReading second = readWorkflow(written);
        QVERIFY(second.definition == first.definition);
        QCOMPARE(canonicalJson(toJson(second.definition)), canonicalJson(written));
        QCOMPARE(written["x_top"], json["x_top"]);
        QCOMPARE(written["config"]["x_config"], json["config"]["x_config"]);
        QCOMPARE(written["agents"][0]["x_agent"], json["agents"][0]["x_agent"]);
        QCOMPARE(written["agents"][0]["input"]["x_input"], Json(1));
        QCOMPARE(written["agents"][0]["agent_config"]["x_cfg"], Json(1));
        QCOMPARE(written["agents"][0]["feedback"]["x_f"], Json(1));
    }

    void shorthandsAndAliasesAreUnderstood()
    {
        const WorkflowReading reading = read(R"({"type": "sequential", "agents": [{
            "agent_id": "a", "label": "L", "input": "initial_prompt", "conditions": {},
            "config": {"instructions": "alias"},
            "retry_config": {"max_retries": 2, "retry_on_exceptions": ["TimeoutError"],
                "delay_seconds": 3}}]})");
        QCOMPARE(found(reading.problems), QStringList());
        const WorkflowAgent &agent = reading.definition.agents.front();
        QCOMPARE(agent.displayName(), u"L"_s);
        QCOMPARE(agent.input->sources.front().kind, InputSource::Kind::InitialPrompt);
        QVERIFY(agent.conditions.empty());
        QCOMPARE(agent.config.instructions, u"alias"_s);
        QVERIFY(agent.retry->maxAttempts == 3);
        QCOMPARE(agent.retry->retryOn.value(), QStringList { u"TimeoutError"_s });
        QCOMPARE(agent.retry->delaySeconds.value(), std::vector<double> { 3.0 });
    }

    void nullIsTheSameAsAbsent()
    {
        const WorkflowReading reading = read(R"({"type": "parallel", "config": null, "agents": [{
            "agent_id": "a", "role": null, "execution_order": null, "input": null,
            "conditions": null, "retry_config": null, "timeout": null}]})");
        QCOMPARE(found(reading.problems), QStringList());
        QVERIFY(!reading.definition.agents.front().input);
    }

    void everyMalformedPartIsReportedAtOnce()
    {
        const WorkflowReading reading = read(R"({"type": "Sequential", "agents": [
            {"agent_id": 5, "role": 1, "execution_order": "x", "is_active": "yes",
             "dependencies": [1], "timeout": 1.5, "position": {"x": 1},
             "input": {"source": "elsewhere"},
             "conditions": "none", "retry_config": {"max_attempts": "many", "delay_seconds": ["a"]},
             "agent_config": {"instructions": 1}, "feedback": {"to": "a", "max_iterations": "x"}},
            7,
            {"agent_id": "b", "input": {"source": "combined", "sources": [
                {"type": "nowhere"}, 3]}}],
            "config": {"on_step_failure": "shrug", "merge": "sideways", "max_parallel": "all"}})");
        QCOMPARE(found(reading.problems),
            (QStringList { u"W-07 /w/type"_s, u"W-13 /w/agents/0/input/source"_s,
                u"W-13 /w/agents/2/input/sources/0/type"_s,
                u"W-18 /w/agents/0/feedback/max_iterations"_s,
                u"W-18 /w/agents/0/retry_config/delay_seconds"_s,
                u"W-18 /w/agents/0/retry_config/max_attempts"_s, u"W-18 /w/agents/0/timeout"_s,
                u"validation_error /w/agents/0/agent_config/instructions"_s,
                u"validation_error /w/agents/0/agent_id"_s,
                u"validation_error /w/agents/0/conditions"_s,
                u"validation_error /w/agents/0/dependencies/0"_s,
                u"validation_error /w/agents/0/execution_order"_s,
                u"validation_error /w/agents/0/is_active"_s,
                u"validation_error /w/agents/0/position"_s, u"validation_error /w/agents/0/role"_s,
                u"validation_error /w/agents/1"_s,
                u"validation_error /w/agents/2/input/sources/1"_s,
                u"validation_error /w/config/max_parallel"_s, u"validation_error /w/config/merge"_s,
                u"validation_error /w/config/on_step_failure"_s }));
    }

    void wrongShapesDoNotCrash_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : { "null", "[]", "3", "\"x\"", "{}", R"({"type": 1, "agents": {}})",
                 R"({"agents": [[]]})", R"({"type":"pipeline","config":[]})" })
            QTest::newRow(text) << QByteArray(text);
    }
    void wrongShapesDoNotCrash()
    {
        QFETCH(QByteArray, text);
        QVERIFY(hasErrors(readWorkflow(Json::parse(text.toStdString())).problems));
    }

    void deepConditionsAreRefusedNotRecursed()
    {
        Json condition { { "field", "x" }, { "operator", "exists" } };
        for (int i = 0; i < 200; ++i)
            condition = Json { { "not", condition } };
        Problems problems;
        (void)readConditions(condition, u"/c"_s, problems);
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().code, u"W-17"_s);
    }

    void conditionsAcceptAllForms()
    {
        Problems problems;
        const auto one = readConditions(
            Json::parse(R"({"field":"a","operator":"exists"})"), u"/c"_s, problems);
        QCOMPARE(one.size(), size_t(1));
        const auto group = readConditions(Json::parse(R"({"not":[{"field":"a","operator":"exists"},
            {"field":"b","operator":"exists"}]})"),
            u"/c"_s, problems);
        QCOMPARE(group.front().children.size(), size_t(1));
        QCOMPARE(group.front().children.front().kind, Condition::Kind::All);
        QVERIFY(readConditions(Json(nullptr), u"/c"_s, problems).empty());
        QVERIFY(problems.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestWorkflowCodec)
#include "tst_workflow_codec.moc"
