// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/workflow_codec.h"
#include "core/workflow/condition.h"
#include "core/workflow/condition_operator.h"
#include "core/workflow/step_references.h"
#include "team_json.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

Json document()
{
    return json(R"({'n': 5, 's': 'urgent ticket', 'l': ['a', 'b'], 'o': {'k': null}, 't': true,
        'when': '2026-03-01T10:00:00Z', 'day': '2026-03-01', 'empty': '', 'none': [],
        'initial_prompt': 'Go', 'hidden': 'context', 'deep': {'list': [{'x': 1}]},
        'agent_a.b_result': {'status': 'completed', 'result': 'It is tech',
            'data': {'category': 'tech', 'status': 'data'}, 'output_context': {'note': 'n'}},
        'agent_old_result': {'result': 'stale'}})");
}

} // namespace

/// The vectors C1 … C15 of contract B.2, the other operators, paths and hostile input.
class TestCondition : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void holds_data();
    void holds();
    void paths_data();
    void paths();
    void resultPaths_data();
    void resultPaths();
    void sharedMemoryHidesNoResult();
    void references();
    void hostilePatternsGiveUp_data();
    void hostilePatternsGiveUp();
    void wrongTypesNeverThrow();
    void deepNestingIsFalse();
};

void TestCondition::holds_data()
{
    QTest::addColumn<QByteArray>("conditions");
    QTest::addColumn<bool>("expected");

    /// field, operator and value as JSON text.
    const auto row = [](const char *name, const char *condition, bool expected) {
        const QList<QByteArray> parts = QByteArray(condition).split('|');
        QByteArray text = "[{'field': '" + parts[0] + "', 'operator': '" + parts[1] + "'";
        if (parts.size() > 2)
            text += ", 'value': " + parts[2];
        if (parts.size() > 3)
            text += ", 'ignore_case': true";
        QTest::newRow(name) << text + "}]" << expected;
    };
    const auto list = [](const char *name, const char *conditions, bool expected) {
        QTest::newRow(name) << QByteArray(conditions) << expected;
    };
    row("C1", "n|equals|5.0", true);
    row("C2", "t|equals|1", false);
    row("C3", "s|contains|'urgent'", true);
    row("C4", "s|contains|5", false);
    row("C5", "l|contains|'a'", true);
    list("C6", R"([{'field': 'n', 'operator': 'not_contains', 'value': 'x'},
        {'field': 'n', 'operator': 'equals', 'value': 6}])",
        false);
    row("C7", "missing|not_exists", true);
    row("C8", "o.k|not_exists", true);
    row("C9", "o.k|exists", false);
    row("C10", "missing|not_equals|1", false);
    row("C11", "n|greater_than|'3'", false);
    row("C12", "agent_a.b_result.category|equals|'tech'", true);
    row("C13", "l.0|equals|'a'", true);
    row("C14", "s|STARTS|'urgent'", false);
    list("C15", "[]", true);

    row("equals text", "s|==|'urgent ticket'", true);
    row("equals is case-sensitive", "s|eq|'URGENT TICKET'", false);
    row("equals ignores case", "s|eq|'URGENT TICKET'|i", true);
    row("equals list", "l|equals|['a', 'b']", true);
    row("not equals", "n|ne|6", true);
    row("not equals other type", "n|!=|'5'", true);
    row("contains key", "o|contains|'k'", true);
    row("contains no key", "o|contains|'x'", false);
    row("contains in number", "n|contains|5", false);
    row("contains in missing", "missing|contains|'a'", false);
    row("contains ignores case", "s|contains|'URGENT'|i", true);
    row("list contains ignores case", "l|contains|'A'|i", true);
    row("not contains", "l|not_contains|'z'", true);
    row("not contains missing", "missing|not_contains|'z'", false);
    row("gt", "n|gt|4.5", true);
    row("gt equal", "n|gt|5", false);
    row("gte", "n|gte|5", true);
    row("lt", "n|lt|6", true);
    row("lte", "n|less_than_or_equal|4", false);
    row("gt boolean", "t|gt|0", false);
    row("gt missing", "missing|gt|0", false);
    row("date later", "when|gt|'2026-03-01T10:59:59+01:00'", true);
    row("date same instant", "when|gte|'2026-03-01T11:00:00+01:00'", true);
    row("date only", "day|lt|'2026-03-01T00:00:01Z'", true);
    row("date without zone is UTC", "when|lte|'2026-03-01T10:00:00'", true);
    row("no date", "s|lt|'2026-03-01'", false);
    row("impossible date", "when|gt|'2026-13-45'", false);
    row("in", "n|in|[1, 5]", true);
    row("in no list", "n|in|5", false);
    row("in missing", "missing|in|[1]", false);
    row("not in", "n|not_in|[1, 2]", true);
    row("not in missing", "missing|not_in|[1]", false);
    row("starts", "s|starts_with|'urg'", true);
    row("starts number", "n|starts_with|'5'", false);
    row("ends", "s|ends_with|'KET'|i", true);
    row("matches", "s|matches|'^urgent +t'", true);
    row("matches ignoring case", "s|matches|'TICKET$'|i", true);
    row("matches not", "s|matches|'^ticket'", false);
    row("matches a number", "n|matches|'5'", false);
    row("invalid pattern", "s|matches|'('", false);
    row("is_empty", "empty|is_empty", true);
    row("is_empty list", "none|is_empty", true);
    row("is_empty missing", "missing|is_empty", true);
    row("is_empty number", "n|is_empty", false);
    row("is_not_empty", "l|is_not_empty", true);
    row("is_not_empty missing", "missing|is_not_empty", false);
    row("exists false value", "empty|exists", true);
    list("any", R"({'any': [{'field': 'n', 'operator': 'gt', 'value': 9},
        {'field': 't', 'operator': 'equals', 'value': true}]})",
        true);
    list("any of nothing", "{'any': []}", false);
    list("not", "{'not': {'field': 'n', 'operator': 'exists'}}", false);
    list("nested", R"({'all': [{'not': {'any': [{'field': 'x', 'operator': 'exists'}]}},
        {'field': 'n', 'operator': 'exists'}]})",
        true);
}

void TestCondition::holds()
{
    QFETCH(QByteArray, conditions);
    QFETCH(bool, expected);
    const Json context = document();
    const QSet<AgentId> agents { AgentId(u"a.b"_s) };
    Problems problems;
    const std::vector<Condition> list = readConditions(json(conditions), {}, problems);
    QVERIFY(problems.isEmpty());
    QCOMPARE(evaluate(list, { &context, nullptr, agents, agents, {} }), expected);
}

void TestCondition::paths_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("expected"); // empty: nothing
    const auto row = [](const char *path, const char *expected) {
        QTest::newRow(path) << QString::fromLatin1(path) << QByteArray(expected);
    };
    row("initial_prompt", "\"Go\"");
    row("deep.list.0.x", "1");
    row("deep.list.1.x", "");
    row("deep.list.-1", "");
    row("deep.list.99999999999", "");
    row("n.x", "");
    row("agent_a.b_result.status", "\"completed\"");
    row("agent_a.b_result.note", "\"n\"");
    row("agent_a.b_result.nothing", "");
    row("agent_old_result.result", ""); // from an earlier iteration
    row("agent_unknown_result", "");
    row("shared.m", "1");
    row("context.n", "5");
    row("hidden", "\"memory\"");
    row("category", "\"tech\""); // rule 4
    row("", "");
    row("deep.", R"({"list":[{"x":1}]})");
}

void TestCondition::paths()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, expected);
    const Json context = document();
    const Json memory = json("{'m': 1, 'hidden': 'memory'}");
    const AgentId agent(u"a.b"_s);
    const ConditionScope scope { &context, &memory, { agent, AgentId(u"old"_s) }, { agent },
        agent };
    const Json *value = resolvePath(path, scope);
    QCOMPARE(value ? canonicalJson(*value) : QByteArray(), expected);
}

void TestCondition::resultPaths_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("agent");
    QTest::addColumn<QString>("rest");
    QTest::newRow("plain") << u"agent_a_result.x"_s << u"a"_s << u"x"_s;
    QTest::newRow("whole") << u"agent_a_result"_s << u"a"_s << QString();
    QTest::newRow("longest known") << u"agent_a_result.b_result.x"_s << u"a_result.b"_s << u"x"_s;
    QTest::newRow("unknown: shortest")
        << u"agent_q_result.b_result.x"_s << u"q"_s << u"b_result.x"_s;
    QTest::newRow("not at a segment's end") << u"agent_a_results.x"_s << QString() << QString();
    QTest::newRow("no id") << u"agent__result"_s << QString() << QString();
    QTest::newRow("other variable") << u"agents"_s << QString() << QString();
}

void TestCondition::resultPaths()
{
    QFETCH(QString, path);
    QFETCH(QString, agent);
    QFETCH(QString, rest);
    const std::optional<ResultPath> result
        = parseResultPath(path, { AgentId(u"a"_s), AgentId(u"a_result.b"_s) });
    QCOMPARE(result ? result->agentId.toString() : QString(), agent);
    QCOMPARE(result ? result->rest : QString(), rest);
}

void TestCondition::sharedMemoryHidesNoResult()
{
    const Json context = document();
    const Json memory = json("{'agent_a.b_result': {'result': 'forged'}, 'initial_prompt': 'no'}");
    const AgentId agent(u"a.b"_s);
    const ConditionScope scope { &context, &memory, { agent }, { agent }, {} };
    QVERIFY(toQString(*resolvePath(u"agent_a.b_result.result"_s, scope)).contains(u"tech"_s));
    QCOMPARE(toQString(*resolvePath(u"initial_prompt"_s, scope)), u"Go"_s);
}

void TestCondition::references()
{
    Problems problems;
    const std::vector<Condition> conditions = readConditions(json(R"({'any': [
        {'field': 'agent_x_result.y', 'operator': 'exists'},
        {'not': {'field': 'agent_z_result', 'operator': 'exists'}},
        {'field': 'plain', 'operator': 'exists'}]})"),
        {}, problems);
    QCOMPARE(conditionAgents(conditions, {}), (std::vector { AgentId(u"x"_s), AgentId(u"z"_s) }));
    QCOMPARE(placeholders(u"{{ a }} {{agent.b}} {{open"_s), QStringList({ u"a"_s, u"agent.b"_s }));
}

void TestCondition::hostilePatternsGiveUp_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::newRow("nested repetition") << u"^(a+)+$"_s;
    QTest::newRow("alternation") << u"^(a|aa)+$"_s;
    QTest::newRow("back reference") << u"^(.*)*\\1b$"_s;
    QTest::newRow("lifts the limit") << u"(*LIMIT_MATCH=4000000000)^(a+)+$"_s;
    QTest::newRow("recursion") << u"^((?:a|(?1))+)+$"_s;
    QTest::newRow("too long") << u"a"_s.repeated(2000);
}

void TestCondition::hostilePatternsGiveUp()
{
    QFETCH(QString, pattern);
    const Json context { { "text", std::string(50'000, 'a') + "!" } };
    Condition condition;
    condition.field = u"text"_s;
    condition.op = u"matches"_s;
    condition.value = toJson(pattern);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!evaluate({ condition }, { &context, nullptr, {}, {}, {} }));
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

void TestCondition::wrongTypesNeverThrow()
{
    const Json values = json(
        "[null, true, 1, -1.5, 'x', '', [], {}, [1, 'a', null], {'k': 1}, 18446744073709551615]");
    for (const char *op : { "equals", "not_equals", "contains", "not_contains", "greater_than",
             "less_than", "greater_than_or_equal", "less_than_or_equal", "in", "not_in",
             "starts_with", "ends_with", "matches", "exists", "not_exists", "is_empty",
             "is_not_empty", "nonsense" }) {
        for (const Json &field : values) {
            for (const Json &value : values) {
                const Json context { { "f", field } };
                Condition condition;
                condition.field = u"f"_s;
                condition.op = QString::fromLatin1(op);
                condition.value = value;
                condition.ignoreCase = true;
                const ConditionScope scope { &context, nullptr, {}, {}, {} };
                static_cast<void>(evaluate({ condition }, scope));
                condition.value.reset();
                static_cast<void>(evaluate({ condition }, scope));
            }
        }
    }
    QVERIFY(!findConditionOperator(u"nonsense"_s));
    QVERIFY(!resolvePath(u"a.b"_s, {}));
}

void TestCondition::deepNestingIsFalse()
{
    Condition deep;
    deep.field = u"n"_s;
    deep.op = u"exists"_s;
    for (int i = 0; i < 200; ++i) {
        Condition outer;
        outer.kind = Condition::Kind::Any;
        outer.children = { deep };
        deep = outer;
    }
    const Json context = document();
    QVERIFY(!evaluate({ deep }, { &context, nullptr, {}, {}, {} }));
    QVERIFY(conditionAgents({ deep }, {}).empty());
}

QTEST_GUILESS_MAIN(TestCondition)
#include "tst_condition.moc"
