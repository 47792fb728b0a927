// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "team_json.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

/// Every rule broken alone, and all that can be broken together at once.
class TestValidationRules : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void alone_data();
    void alone();
    void allAtOnce();
    void fieldsOfTheTeam();
    void everyMessageSaysSomething();
};

void TestValidationRules::alone_data()
{
    QTest::addColumn<QByteArray>("workflow");
    QTest::addColumn<QByteArray>("agentIds");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const QByteArray &workflow, const QString &expected,
                         const char *agentIds = "[]") {
        QTest::newRow(name) << workflow << QByteArray(agentIds) << expected;
    };
    /// One agent of a parallel team with these further fields.
    const auto one = [&row](const char *name, const QByteArray &fields, const QString &expected) {
        row(name, "{'type': 'parallel', 'agents': [{'agent_id': 'a', " + fields + "}]}",
            expected.isEmpty() ? QString() : expected.arg(u"/workflow_definition/agents/0"_s));
    };
    const auto config = [&row](const char *name, const QByteArray &fields, const QString &rest) {
        row(name, "{'type': 'parallel', 'config': {" + fields + "}, 'agents': [{'agent_id': 'a'}]}",
            rest.arg(u"/workflow_definition/config"_s));
    };
    const QString agents = u"/workflow_definition/agents"_s;

    row("W-01", "{'type': 'parallel', 'agents': []}", u"E W-01 "_s + agents);
    row("W-03", "{'type': 'parallel', 'agents': [{'agent_id': 'a'}, {'agent_id': 'b'}]}",
        u"E W-03 "_s + agents + u"/1/agent_id"_s, "['a']");
    row("W-04", "{'type': 'parallel', 'agents': [{'agent_id': 'a'}]}", u"W W-04 /agent_ids/1"_s,
        "['a', 'b']");
    row("W-05", "{'type': 'parallel', 'agents': [{'agent_id': 'a'}]}", u"E W-05 /agent_ids/1"_s,
        "['a', 'a']");
    row("W-06", "{'type': 'parallel', 'agents': [{'agent_id': 'a'}, {'agent_id': 'a'}]}",
        u"E W-06 "_s + agents + u"/1/agent_id"_s);
    row("W-09", R"({'type': 'sequential', 'agents': [{'agent_id': 'a', 'execution_order': 1},
        {'agent_id': 'b', 'execution_order': 1}, {'agent_id': 'c', 'execution_order': 2}]})",
        u"E W-09 "_s + agents + u"/1/execution_order"_s);
    row("W-10", R"({'type': 'pipeline', 'agents': [{'agent_id': 'a'}, {'agent_id': 'b',
        'input': {'source': 'context_variable', 'variable_name': 'x'}}]})",
        u"E W-10 "_s + agents + u"/1/input"_s);
    row("W-10 other agent", R"({'type': 'pipeline', 'agents': [
        {'agent_id': 'a'}, {'agent_id': 'b', 'input': {'source': 'agent_result', 'agent_id': 'a'}},
        {'agent_id': 'c', 'input': {'source': 'agent_result', 'agent_id': 'a'}}]})",
        u"E W-10 "_s + agents + u"/2/input"_s);
    row("W-10 inactive between", R"({'type': 'pipeline', 'agents': [{'agent_id': 'a'},
        {'agent_id': 'b', 'is_active': false,
         'input': {'source': 'agent_result', 'agent_id': 'a'}},
        {'agent_id': 'c', 'input': {'source': 'agent_result', 'agent_id': 'a'}}]})",
        QString());
    row("W-11", R"({'type': 'conditional', 'agents': [
        {'agent_id': 'a', 'conditions': [{'field': 'x', 'operator': 'exists'}]},
        {'agent_id': 'b', 'dependencies': ['a']}]})",
        u"E W-11 "_s + agents);
    row("W-12", "{'type': 'conditional', 'agents': [{'agent_id': 'a'}]}", u"W W-12 "_s + agents);
    one("W-13", "'input': {'source': 'output'}", u"E W-13 %1/input/source"_s);
    one("W-14 agent", "'input': {'source': 'agent_result'}",
        u"E W-14 %1/input/agent_id"_s.prepend(u"W W-20 %1/input, "_s));
    one("W-14 combined", "'input': {'source': 'combined', 'sources': []}",
        u"E W-14 %1/input/sources"_s);
    one("W-14 variable", "'input': {'source': 'context_variable'}",
        u"E W-14 %1/input/variable_name"_s);
    one("W-14 in combined",
        "'input': {'source': 'combined', 'sources': [{'type': 'context_variable'}]}",
        u"E W-14 %1/input/sources/0/variable_name"_s);
    one("W-15 input", "'input': {'source': 'agent_result', 'agent_id': 'z'}",
        u"W W-20 %1/input, E W-15 %1/input/agent_id"_s);
    one("W-15 dependency", "'dependencies': ['z']", u"E W-15 %1/dependencies/0"_s);
    one("W-15 own dependency", "'dependencies': ['a']", u"E W-15 %1/dependencies/0"_s);
    one("W-15 template", "'input': {'source': 'initial_prompt', 'template': '{{agent.z}}'}",
        u"E W-15 %1/input/template"_s);
    one("W-15 condition", "'conditions': [{'field': 'agent_z_result.x', 'operator': 'exists'}]",
        u"E W-15 %1/conditions/0/field"_s);
    one("W-15 own condition", "'conditions': [{'field': 'agent_a_result', 'operator': 'exists'}]",
        u"E W-15 %1/conditions/0/field"_s);
    config("W-15 final result", "'final_result': 'agent:z'", u"E W-15 %1/final_result"_s);
    row("W-15 feedback ahead", R"({'type': 'sequential', 'agents': [
        {'agent_id': 'a', 'feedback': {'to': 'b', 'conditions': []}}, {'agent_id': 'b'}]})",
        u"E W-15 "_s + agents + u"/0/feedback/to"_s);
    row("W-15 feedback to inactive", R"({'type': 'sequential', 'agents': [
        {'agent_id': 'a', 'is_active': false},
        {'agent_id': 'b', 'feedback': {'to': 'a', 'conditions': []}}]})",
        u"W W-15 "_s + agents + u"/1/feedback/to"_s);
    one("feedback in parallel", "'feedback': {'to': 'a'}", u"E validation_error %1/feedback"_s);
    one("W-17 field", "'conditions': [{'field': '', 'operator': 'exists'}]",
        u"E W-17 %1/conditions/0/field"_s);
    one("W-17 value", "'conditions': [{'field': 'x', 'operator': 'gt', 'value': 'many'}]",
        u"E W-17 %1/conditions/0/value"_s);
    one("W-17 no value", "'conditions': [{'field': 'x', 'operator': '=='}]",
        u"E W-17 %1/conditions/0/value"_s);
    one("W-17 pattern", "'conditions': [{'field': 'x', 'operator': 'matches', 'value': '('}]",
        u"E W-17 %1/conditions/0/value"_s);
    one("W-17 list", "'conditions': [{'field': 'x', 'operator': 'in', 'value': 'a'}]",
        u"E W-17 %1/conditions/0/value"_s);
    one("W-17 text", "'conditions': [{'field': 'x', 'operator': 'starts_with', 'value': 1}]",
        u"E W-17 %1/conditions/0/value"_s);
    one("W-17 not a pattern", "'conditions': [{'field': 'x', 'operator': 'matches', 'value': 1}]",
        u"E W-17 %1/conditions/0/value"_s);
    one("W-17 in groups",
        "'conditions': {'all': [{'any': [{'not': {'field': 'x', 'operator': 'wow'}}]}]}",
        u"E W-17 %1/conditions/0/all/0/any/0/not/operator"_s);
    one("W-17 date", "'conditions': [{'field': 'x', 'operator': 'lt', 'value': '2026-01-01'}]",
        QString());
    one("W-18 timeout", "'timeout': 86401", u"E W-18 %1/timeout"_s);
    one("W-18 attempts", "'retry_config': {'max_attempts': 11}",
        u"E W-18 %1/retry_config/max_attempts"_s);
    one("W-18 factor", "'retry_config': {'backoff_factor': 0.5}",
        u"E W-18 %1/retry_config/backoff_factor"_s);
    one("W-18 first delay", "'retry_config': {'initial_delay': -1}",
        u"E W-18 %1/retry_config/initial_delay"_s);
    one("W-18 delay", "'retry_config': {'max_delay': -1}", u"E W-18 %1/retry_config/max_delay"_s);
    one("W-18 delays", "'retry_config': {'delay_seconds': [1, -2]}",
        u"E W-18 %1/retry_config/delay_seconds/1"_s);
    one("W-18 jitter", "'retry_config': {'jitter': 1.5}", u"E W-18 %1/retry_config/jitter"_s);
    one("W-18 category", "'retry_config': {'retry_on': ['TimeoutError', 'bad_luck']}",
        u"E W-18 %1/retry_config/retry_on/1"_s);
    row("W-18 iterations", R"({'type': 'sequential', 'agents': [{'agent_id': 'a'},
        {'agent_id': 'b', 'feedback': {'to': 'a', 'max_iterations': 0}}]})",
        u"E W-18 "_s + agents + u"/1/feedback/max_iterations"_s);
    row("W-19", R"({'type': 'sequential', 'agents': [
        {'agent_id': 'a', 'input': {'source': 'agent_result', 'agent_id': 'b'}},
        {'agent_id': 'b'}]})",
        u"E W-19 "_s + agents + u"/0/input"_s);
    row("W-21",
        "{'type': 'parallel', 'agents': [{'agent_id': 'a', 'agent_config': {'instructions': '"
            + QByteArray(257 * 1024, 'x') + "'}}]}",
        u"E W-21 /workflow_definition"_s);
    config("max_parallel", "'max_parallel': 11", u"E validation_error %1/max_parallel"_s);
    config("max_iterations", "'max_iterations': 0", u"E validation_error %1/max_iterations"_s);
    config("final_result", "'final_result': 'best'", u"E validation_error %1/final_result"_s);
    config("approval", "'approval': {'before': ['ghost']}", u"E W-15 %1/approval/before/0"_s);
    config("approval of nobody", "'approval': {'before': []}",
        u"W validation_error %1/approval/before"_s);
    config("approval time", "'approval': {'before': ['a'], 'timeout_seconds': 0}",
        u"E W-18 %1/approval/timeout_seconds"_s);
    config("approval rule",
        "'approval': {'before': ['a'], 'auto_approve': [{'field': 'x', 'operator': 'seems'}]}",
        u"E W-17 %1/approval/auto_approve/0/operator"_s);
    one("role", "'role': '" + QByteArray(51, 'r') + "'", u"E validation_error %1/role"_s);
    one("role of two lines", "'role': 'a\\nb'", u"E validation_error %1/role"_s);
    one("tools mode", "'agent_config': {'tools_mode': 'magic'}",
        u"E validation_error %1/agent_config/tools_mode"_s);
    row("negative order", R"({'type': 'sequential', 'agents': [
        {'agent_id': 'a', 'execution_order': -1}]})",
        u"E validation_error "_s + agents + u"/0/execution_order"_s);
    row("empty ids", "{'type': 'parallel', 'agents': [{'agent_id': ''}]}",
        u"E validation_error /agent_ids/0, E validation_error "_s + agents + u"/0/agent_id"_s,
        "['']");
}

void TestValidationRules::alone()
{
    QFETCH(QByteArray, workflow);
    QFETCH(QByteArray, agentIds);
    QFETCH(QString, expected);
    const TeamReading reading = readTeam(workflow, agentIds);
    const Validation validation = validateTeam(reading.draft, {}, reading.problems);
    QCOMPARE(findings(validation.problems).join(u", "_s), expected);
    QCOMPARE(validation.valid(), !expected.contains(u"E "_s));
}

void TestValidationRules::allAtOnce()
{
    const QByteArray workflow = R"({'type': 'sequential', 'agents': [
        {'agent_id': 'a', 'execution_order': 1, 'timeout': 0,
         'input': {'source': 'agent_result', 'agent_id': 'late'}},
        {'agent_id': 'a', 'execution_order': 1, 'input': {'source': 'nowhere'}},
        {'agent_id': 'stranger', 'execution_order': 3, 'input': {'source': 'combined'}},
        {'agent_id': 'late', 'input': {'source': 'agent_result', 'agent_id': 'late'},
         'conditions': [{'field': 'x', 'operator': 'guess'}]},
        {'agent_id': 'x', 'execution_order': 5, 'dependencies': ['y']},
        {'agent_id': 'y', 'execution_order': 6,
         'agent_config': {'instructions': ')"
        + QByteArray(257 * 1024, 'x') + R"('}}]})";
    const TeamReading reading = readTeam(workflow, "['a', 'a', 'late', 'x', 'y', 'more']");
    ValidationLimits limits;
    limits.maxAgents = 5;
    const Validation validation = validateTeam(reading.draft, limits, reading.problems);
    QStringList codes;
    for (const Problem &problem : validation.problems)
        codes.append(problem.code);
    codes.removeDuplicates();
    codes.sort();
    QCOMPARE(codes.join(u' '),
        u"W-02 W-03 W-04 W-05 W-06 W-08 W-09 W-13 W-14 W-15 W-16 W-17 W-18 W-19 W-21"_s);
}

void TestValidationRules::fieldsOfTheTeam()
{
    TeamDraft draft = validDraft("{'type': 'parallel', 'agents': [{'agent_id': 'a'}]}");
    draft.name = QString(256, u'n');
    draft.description = QString(5001, u'd');
    draft.config.stepTimeoutSeconds = 0;
    draft.config.maxExecutionSeconds = 1'000'000;
    draft.config.toolsMode = u"magic"_s;
    QCOMPARE(findings(validateTeam(draft).problems),
        QStringList({ u"E validation_error /description"_s, u"E validation_error /name"_s,
            u"E W-18 /team_config/max_execution_seconds"_s,
            u"E W-18 /team_config/step_timeout_seconds"_s,
            u"E validation_error /team_config/tools_mode"_s }));
    draft = validDraft("{'type': 'parallel', 'agents': [{'agent_id': 'a'}]}");
    draft.name = u"   "_s;
    // A member without anything, made in memory, and groups within groups without end.
    draft.workflow.agents[0].input = InputSpec();
    Condition deep;
    deep.field = u"x"_s;
    deep.op = u"exists"_s;
    for (int i = 0; i < 40; ++i) {
        Condition outer;
        outer.kind = Condition::Kind::Not;
        outer.children = { deep };
        deep = outer;
    }
    draft.workflow.agents[0].conditions = { deep };
    const Validation validation = validateTeam(draft);
    QCOMPARE(validation.problems.size(), 3);
    QCOMPARE(validation.problems[0].path, u"/name"_s);
    QCOMPARE(validation.problems[1].code, u"W-17"_s);
    QVERIFY(validation.problems[1].path.endsWith(u"/not/not"_s));
    QCOMPARE(validation.problems[2].code, u"W-13"_s);
}

void TestValidationRules::everyMessageSaysSomething()
{
    const Validation validation = validate(R"({'type': 'conditional', 'agents': [
        {'agent_id': 'a', 'name': 'Writer', 'dependencies': ['ghost'], 'timeout': -3},
        {'agent_id': 'b'}], 'config': {'approval': {'before': ['a']}}})");
    QVERIFY(validation.problems.size() >= 4);
    for (const Problem &problem : validation.problems) {
        QVERIFY2(problem.message.endsWith(u'.'), qPrintable(problem.message));
        QVERIFY2(!problem.message.contains(u'%'), qPrintable(problem.message));
        QVERIFY2(problem.path.startsWith(u'/'), qPrintable(problem.path));
    }
}

QTEST_GUILESS_MAIN(TestValidationRules)
#include "tst_validation_rules.moc"
