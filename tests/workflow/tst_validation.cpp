// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/workflow_codec.h"
#include "core/workflow/planner.h"
#include "team_json.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

/// The vectors V1 … V14 of contract B.1, and what normalising does.
class TestValidation : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void vectors_data();
    void vectors();
    void V8_limitIsConfigurable();
    void V4_rewritesTheInput();
    void V11_namesTheCycle();
    void normalizesOrders_data();
    void normalizesOrders();
    void appendsListedAgents();
    void derivesAgentIds();
    void pathsOfTeamFiles();
    void sortsByPlace();
    void threeAgentCycleAndTwoCycles();
    void hugeTeamsAreQuick();
};

void TestValidation::vectors_data()
{
    QTest::addColumn<QByteArray>("workflow");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("waves"); // when valid

    const auto row
        = [](const char *name, const char *workflow, const char *expected, const char *waves) {
              QTest::newRow(name) << QByteArray(workflow) << QString::fromUtf8(expected)
                                  << QString::fromUtf8(waves);
          };
    row("V1", R"({'type': 'sequential', 'agents': [
        {'agent_id': 'a', 'execution_order': 1, 'input': {'source': 'initial_prompt'}},
        {'agent_id': 'b', 'execution_order': 2,
         'input': {'source': 'agent_result', 'agent_id': 'a'}}]})",
        "", "a | b");
    row("V2", R"({'type': 'sequential', 'agents': [
        {'agent_id': 'a'}, {'agent_id': 'b'}, {'agent_id': 'c'}]})",
        "", "a | b | c");
    row("V3", R"({'type': 'sequential', 'agents': [
        {'agent_id': 'a', 'execution_order': 1}, {'agent_id': 'b'}]})",
        "E W-08 /workflow_definition/agents/1/execution_order", "");
    row("V4", R"({'type': 'pipeline', 'agents': [{'agent_id': 'a', 'execution_order': 1},
        {'agent_id': 'b', 'execution_order': 2, 'input': {'source': 'initial_prompt'}}]})",
        "W W-10 /workflow_definition/agents/1/input", "a | b");
    row("V5", R"({'type': 'pipeline', 'agents': [
        {'agent_id': 'b', 'execution_order': 2,
         'input': {'source': 'agent_result', 'agent_id': 'a'}},
        {'agent_id': 'a', 'execution_order': 1}]})",
        "", "a | b");
    row("V6", R"({'type': 'conditional', 'agents': [{'agent_id': 'a'},
        {'agent_id': 'b', 'conditions': [
            {'field': 'agent_a_result.x', 'operator': 'equals', 'value': 1}]},
        {'agent_id': 'c'}]})",
        "W W-11 /workflow_definition/agents/2/conditions", "a c | b");
    row("V7", R"({'type': 'Sequential', 'agents': [{'agent_id': 'a'}]})",
        "E W-07 /workflow_definition/type", "");
    row("V9", R"({'type': 'parallel', 'agents': [{'agent_id': 'a'},
        {'agent_id': 'b', 'input': {'source': 'agent_result', 'agent_id': 'b'}}]})",
        "W W-20 /workflow_definition/agents/1/input, "
        "E W-15 /workflow_definition/agents/1/input/agent_id",
        "");
    row("V10", R"({'type': 'parallel', 'agents': [{'agent_id': 'a'},
        {'agent_id': 'b', 'input': {'source': 'agent_result', 'agent_id': 'a'}}]})",
        "W W-20 /workflow_definition/agents/1/input", "a | b");
    row("V11", R"({'type': 'parallel', 'agents': [
        {'agent_id': 'a', 'dependencies': ['b']}, {'agent_id': 'b', 'dependencies': ['a']}]})",
        "E W-16 /workflow_definition/agents/0/dependencies", "");
    row("V12", R"({'type': 'conditional', 'agents': [{'agent_id': 'a'},
        {'agent_id': 'b', 'conditions': [
            {'field': 'initial_prompt', 'operator': 'regex', 'value': 'x'}]}]})",
        "E W-17 /workflow_definition/agents/1/conditions/0/operator", "");
    row("V13", R"({'type': 'parallel', 'agents': [{'agent_id': 'a', 'role': 'researcher'}]})", "",
        "a");
    row("V14", R"({'type': 'parallel', 'agents': [{'agent_id': 'a', 'conditions': {}}]})", "", "a");
}

void TestValidation::vectors()
{
    QFETCH(QByteArray, workflow);
    QFETCH(QString, expected);
    QFETCH(QString, waves);
    const Validation validation = validate(workflow, 10);
    QCOMPARE(findings(validation.problems).join(u", "_s), expected);
    QCOMPARE(validation.valid(), !waves.isEmpty());
    if (!validation.valid())
        return;
    QStringList planned;
    const ExecutionPlan plan = planExecution(validation.normalized);
    for (const std::vector<StepId> &wave : plan.waves) {
        QStringList ids;
        for (const StepId &id : wave)
            ids.append(id.toString());
        planned.append(ids.join(u' '));
    }
    QCOMPARE(planned.join(u" | "_s), waves);
    // Validating what was normalised finds no more than warnings and changes nothing.
    const Validation again = validateTeam(validation.normalized);
    QVERIFY(again.valid());
    QVERIFY(again.normalized == validation.normalized);
}

void TestValidation::V8_limitIsConfigurable()
{
    QByteArray agents = "{'agent_id': 'a0'}";
    for (int i = 1; i < 11; ++i)
        agents += ", {'agent_id': 'a" + QByteArray::number(i) + "'}";
    const QByteArray workflow = "{'type': 'parallel', 'agents': [" + agents + "]}";
    const Validation onServer = validate(workflow, 10);
    QCOMPARE(findings(onServer.problems), QStringList(u"E W-02 /workflow_definition/agents"_s));
    QCOMPARE(onServer.problems.first().args.value(u"limit"_s).toInt(), 10);
    QVERIFY(validate(workflow).problems.isEmpty());
}

void TestValidation::V4_rewritesTheInput()
{
    const Validation validation = validate(R"({'type': 'pipeline', 'agents': [
        {'agent_id': 'a'},
        {'agent_id': 'b', 'input': {'source': 'initial_prompt', 'template': 'Do {{input}}'}}]})");
    const WorkflowAgent &b = validation.normalized.workflow.agents[1];
    QCOMPARE(toJson(*b.input),
        json("{'source': 'agent_result', 'agent_id': 'a', 'template': 'Do {{input}}'}"));
    QVERIFY(!validation.normalized.workflow.agents[0].input);
}

void TestValidation::V11_namesTheCycle()
{
    const Validation validation = validate(R"({'type': 'sequential', 'agents': [
        {'agent_id': 'a', 'dependencies': ['b']}, {'agent_id': 'b', 'dependencies': ['a']}]})");
    QCOMPARE(validation.problems.size(), 1);
    QCOMPARE(validation.problems.first().code, u"W-16"_s);
    QVERIFY(validation.problems.first().message.contains(u"a → b → a"_s));
    QCOMPARE(validation.problems.first().args.value(u"cycle"_s).toString(), u"a → b → a"_s);
}

void TestValidation::normalizesOrders_data()
{
    QTest::addColumn<QByteArray>("orders"); // of a, b, c
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("none") << QByteArray("- - -") << QByteArray("sequential") << QByteArray("1 2 3");
    QTest::newRow("all equal") << QByteArray("0 0 0") << QByteArray("pipeline")
                               << QByteArray("1 2 3");
    QTest::newRow("kept") << QByteArray("30 10 20") << QByteArray("sequential")
                          << QByteArray("30 10 20");
    QTest::newRow("pipeline with a gap")
        << QByteArray("2 - 1") << QByteArray("pipeline") << QByteArray("2 - 1");
    QTest::newRow("parallel") << QByteArray("1 1 -") << QByteArray("parallel")
                              << QByteArray("1 1 -");
}

void TestValidation::normalizesOrders()
{
    QFETCH(QByteArray, orders);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, expected);
    QByteArray agents;
    const char *separator = "";
    const QList<QByteArray> parts = orders.split(' ');
    for (int i = 0; i < 3; ++i) {
        agents += separator + QByteArray("{'agent_id': '") + char('a' + i) + "'"
            + (parts[i] == "-" ? QByteArray() : ", 'execution_order': " + parts[i]) + "}";
        separator = ", ";
    }
    const Validation validation = validate("{'type': '" + type + "', 'agents': [" + agents + "]}");
    QVERIFY2(validation.valid(), qPrintable(findings(validation.problems).join(u", "_s)));
    QList<QByteArray> actual;
    for (const WorkflowAgent &agent : validation.normalized.workflow.agents) {
        actual.append(
            agent.executionOrder ? QByteArray::number(*agent.executionOrder) : QByteArray("-"));
    }
    QCOMPARE(actual.join(' '), expected);
}

void TestValidation::appendsListedAgents()
{
    const TeamReading reading
        = readTeam("{'type': 'sequential', 'agents': [{'agent_id': 'a', 'execution_order': 7}]}",
            R"(["a", "b", "c"])");
    const Validation validation = validateTeam(reading.draft, {}, reading.problems);
    QCOMPARE(findings(validation.problems),
        QStringList({ u"W W-04 /agent_ids/1"_s, u"W W-04 /agent_ids/2"_s }));
    const std::vector<WorkflowAgent> &agents = validation.normalized.workflow.agents;
    QCOMPARE(agents.size(), size_t(3));
    QCOMPARE(agents[1].agentId.toString(), u"b"_s);
    QCOMPARE(agents[1].executionOrder.value_or(0), 8);
    QCOMPARE(agents[2].executionOrder.value_or(0), 9);
}

void TestValidation::derivesAgentIds()
{
    const Validation validation
        = validate("{'type': 'parallel', 'agents': [{'agent_id': 'y'}, {'agent_id': 'x'}]}");
    QCOMPARE(validation.normalized.agentIds, (std::vector { AgentId(u"y"_s), AgentId(u"x"_s) }));
    TeamDraft draft = validation.normalized;
    draft.name = u"  Spaced  "_s;
    QCOMPARE(validateTeam(draft).normalized.name, u"Spaced"_s);
}

void TestValidation::pathsOfTeamFiles()
{
    const Json file { { "format", "renum.team" }, { "version", 1 },
        { "team",
            { { "name", "T" },
                { "workflow_definition",
                    json("{'type': 'pipeline', 'agents': [{'agent_id': 'a'},"
                         "{'agent_id': 'b', 'input': {'source': 'nowhere'}}]}") } } } };
    const TeamReading reading = readTeamFile(file);
    const Validation validation = validateTeam(reading.draft, {}, reading.problems);
    // Told once, with the pointer into the team, and not rewritten as if nothing had been written.
    QCOMPARE(findings(validation.problems),
        QStringList(u"E W-13 /workflow_definition/agents/1/input/source"_s));
}

void TestValidation::sortsByPlace()
{
    QByteArray agents = "{'agent_id': 'a0'}";
    for (int i = 1; i < 12; ++i)
        agents += ", {'agent_id': 'a" + QByteArray::number(i) + "', 'timeout': 0}";
    const Validation validation = validate("{'type': 'parallel', 'agents': [" + agents + "]}");
    QCOMPARE(validation.problems.size(), 11);
    QCOMPARE(validation.problems[1].path, u"/workflow_definition/agents/2/timeout"_s);
    QCOMPARE(validation.problems[9].path, u"/workflow_definition/agents/10/timeout"_s);
}

void TestValidation::threeAgentCycleAndTwoCycles()
{
    const Validation validation = validate(R"({'type': 'parallel', 'agents': [
        {'agent_id': 'free'},
        {'agent_id': 'a', 'dependencies': ['free', 'b']},
        {'agent_id': 'b', 'conditions': [{'field': 'agent_c_result', 'operator': 'exists'}]},
        {'agent_id': 'c', 'input': {'source': 'initial_prompt', 'template': '{{agent.a}}'}},
        {'agent_id': 'after', 'dependencies': ['a']},
        {'agent_id': 'x', 'dependencies': ['y']}, {'agent_id': 'y', 'dependencies': ['x']}]})");
    QCOMPARE(findings(validation.problems),
        QStringList({ u"E W-16 /workflow_definition/agents/1/dependencies"_s,
            u"E W-16 /workflow_definition/agents/5/dependencies"_s }));
    QCOMPARE(validation.problems[0].args.value(u"cycle"_s).toString(), u"a → b → c → a"_s);
    QCOMPARE(validation.problems[1].args.value(u"cycle"_s).toString(), u"x → y → x"_s);
}

void TestValidation::hugeTeamsAreQuick()
{
    TeamDraft draft;
    draft.name = u"Huge"_s;
    draft.workflow.type = WorkflowType::Parallel;
    for (int i = 0; i < 20000; ++i) {
        WorkflowAgent agent;
        agent.agentId = AgentId(QString::number(i));
        agent.dependencies = { AgentId(QString::number((i + 1) % 20000)) };
        draft.workflow.agents.push_back(agent);
    }
    const Validation validation = validateTeam(draft);
    QCOMPARE(findings(validation.problems),
        QStringList({ u"E W-21 /workflow_definition"_s, u"E W-02 /workflow_definition/agents"_s,
            u"E W-16 /workflow_definition/agents/0/dependencies"_s }));
}

QTEST_GUILESS_MAIN(TestValidation)
#include "tst_validation.moc"
