// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/team_context.h"
#include "team_json.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

ContextContribution contribution(const char *agent, const QByteArray &outputContext)
{
    StepOutput output;
    output.result = QString::fromUtf8(agent).toUpper();
    output.outputContext = json(outputContext);
    return { AgentId(QString::fromUtf8(agent)), output };
}

QStringList keys(const std::vector<ContextChange> &changes)
{
    QStringList list;
    for (const ContextChange &change : changes)
        list.append(change.key);
    return list;
}

} // namespace

/// Contract §5.1, §5.2 and the consolidation of §3.7.2.
class TestTeamContext : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void starts();
    void variablesPreferMemory();
    void consolidatesAsOneVersion();
    void laterWins();
    void mergesDeep();
    void refuses_data();
    void refuses();
    void keepsTheLimitOfTheWhole();
    void cutsLargeResults();
    void setsAndReverts();
    void ignoresWhatIsNoObject();
};

void TestTeamContext::starts()
{
    const TeamContext context(json("{'initial_prompt': 'Go', 'team_id': 't'}"),
        json("{'team_id': 'forged', 'agent_x_result': {}, 'k': 1}"), json("{'m': 2}"));
    QCOMPARE(context.version(), 1);
    QCOMPARE(context.contextObject(), json("{'initial_prompt': 'Go', 'team_id': 't', 'k': 1}"));
    QCOMPARE(context.sharedMemory(), json("{'m': 2}"));
}

void TestTeamContext::variablesPreferMemory()
{
    const TeamContext context(json("{'team_id': 't'}"), json("{'a': 1, 'b': 1}"),
        json("{'b': 2, 'team_id': 'forged', 'agent_x_result': 'forged'}"));
    QCOMPARE(context.variables(), json("{'a': 1, 'b': 2, 'team_id': 't'}"));
    QCOMPARE(*context.variable(u"b"_s), Json(2));
    QCOMPARE(*context.variable(u"a"_s), Json(1));
    QCOMPARE(*context.variable(u"team_id"_s), Json("t"));
    QVERIFY(!context.variable(u"agent_x_result"_s));
}

void TestTeamContext::consolidatesAsOneVersion()
{
    TeamContext context({}, json("{'k': 'old'}"), {});
    const ContextUpdate update = context.consolidate(
        { contribution("a", "{'k': 'new'}"), contribution("b", "{'n': 1}") }, false);
    QCOMPARE(context.version(), 2);
    QCOMPARE(keys(update.changes),
        QStringList({ u"agent_a_result"_s, u"k"_s, u"agent_b_result"_s, u"n"_s }));
    for (const ContextChange &change : update.changes)
        QCOMPARE(change.version, 2);
    QCOMPARE(update.changes[1].previousValue, Json("old"));
    QCOMPARE(update.changes[1].value, Json("new"));
    QCOMPARE(update.changes[1].changedBy, u"a"_s);
    QVERIFY(update.conflicts.empty());
    QCOMPARE(stringAt(context.contextObject().at("agent_b_result"), "result"), u"B"_s);
    QVERIFY(!context.contextObject().at("agent_b_result").contains("responses"));
    QVERIFY(context.consolidate({}, false).isEmpty());
    QCOMPARE(context.version(), 2);
}

void TestTeamContext::laterWins()
{
    TeamContext context;
    const ContextUpdate update = context.consolidate(
        { contribution("a", "{'x': {'p': 1}}"), contribution("b", "{'x': {'q': 2}}"),
            contribution("c", "{'x': 3}") },
        false);
    QCOMPARE(context.contextObject().at("x"), Json(3));
    QCOMPARE(update.conflicts.size(), size_t(1));
    QCOMPARE(update.conflicts[0].winner.toString(), u"c"_s);
    QCOMPARE(update.conflicts[0].losers.size(), size_t(2));
    QCOMPARE(context.conflicts().size(), size_t(1));
    QCOMPARE(update.changes.size(), size_t(4)); // x is told once
    QCOMPARE(update.changes[1].changedBy, u"c"_s);
    // In another round it is no conflict.
    QVERIFY(context.consolidate({ contribution("d", "{'x': 4}") }, false).conflicts.empty());
}

void TestTeamContext::mergesDeep()
{
    TeamContext context({}, json("{'o': {'keep': 1, 'list': [1]}}"), {});
    const ContextUpdate update
        = context.consolidate({ contribution("a", "{'o': {'list': [2], 'in': {'x': 1}}}"),
                                  contribution("b", "{'o': {'in': {'x': 2, 'y': 3}}}") },
            true);
    QCOMPARE(
        context.contextObject().at("o"), json("{'keep': 1, 'list': [2], 'in': {'x': 2, 'y': 3}}"));
    QCOMPARE(update.conflicts.size(), size_t(1));
    QCOMPARE(update.conflicts[0].key, u"o.in.x"_s);
    const ContextUpdate replaced = context.consolidate(
        { contribution("a", "{'p': 1}"), contribution("b", "{'p': {'q': 1}}") }, true);
    QCOMPARE(context.contextObject().at("p"), json("{'q': 1}"));
    QCOMPARE(replaced.conflicts[0].key, u"p"_s);
}

void TestTeamContext::refuses_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<qsizetype>("bytes");
    QTest::addColumn<int>("reason");
    QTest::newRow("seed") << QByteArray("workflow_type") << qsizetype(1)
                          << int(ContextRefusal::Reason::ReservedKey);
    QTest::newRow("result") << QByteArray("agent_b_result") << qsizetype(1)
                            << int(ContextRefusal::Reason::ReservedKey);
    QTest::newRow("colon") << QByteArray("a:b") << qsizetype(1)
                           << int(ContextRefusal::Reason::InvalidKey);
    QTest::newRow("empty") << QByteArray() << qsizetype(1)
                           << int(ContextRefusal::Reason::InvalidKey);
    QTest::newRow("long") << QByteArray(129, 'k') << qsizetype(1)
                          << int(ContextRefusal::Reason::InvalidKey);
    QTest::newRow("large") << QByteArray("k") << qsizetype(256 * 1024)
                           << int(ContextRefusal::Reason::ValueTooLarge);
}

void TestTeamContext::refuses()
{
    QFETCH(QByteArray, key);
    QFETCH(qsizetype, bytes);
    QFETCH(int, reason);
    TeamContext context;
    ContextContribution forbidden = contribution("a", "{'fine': 1}");
    forbidden.output.outputContext[key.toStdString()] = std::string(size_t(bytes), 'x');
    const ContextUpdate update = context.consolidate({ forbidden }, false);
    QCOMPARE(update.refusals.size(), size_t(1));
    QCOMPARE(int(update.refusals[0].reason), reason);
    const QString sentence = toString(update.refusals[0]);
    QVERIFY2(sentence.contains(u"agent a"_s) && sentence.endsWith(u'.'), qPrintable(sentence));
    QVERIFY(!context.contextObject().contains(key.toStdString()));
    QCOMPARE(context.contextObject().at("fine"), Json(1));
}

void TestTeamContext::keepsTheLimitOfTheWhole()
{
    TeamContext context;
    ContextContribution greedy = contribution("a", "{}");
    for (int i = 0; i < 6; ++i)
        greedy.output.outputContext["k" + std::to_string(i)] = std::string(200 * 1024, 'x');
    // The result holds the whole contribution; it is cut, so that the keys decide.
    const ContextUpdate update = context.consolidate({ greedy }, false);
    QCOMPARE(update.refusals.size(), size_t(1));
    QVERIFY(update.refusals[0].reason == ContextRefusal::Reason::ContextTooLarge);
    // Replacing a value by a small one makes room again.
    QVERIFY(context.consolidate({ contribution("b", "{'k0': 1}") }, false).refusals.empty());
    ContextContribution more = contribution("c", "{}");
    more.output.outputContext["k5"] = std::string(100 * 1024, 'x');
    QVERIFY(context.consolidate({ more }, false).refusals.empty());
}

void TestTeamContext::cutsLargeResults()
{
    TeamContext context;
    ContextContribution large = contribution("a", "{}");
    large.output.result = u"\u0001😀"_s.repeated(300 * 1024);
    large.output.data = Json { { "category", "tech" } };
    large.output.outputContext["k"] = std::string(100 * 1024, 'x');
    QVERIFY(context.consolidate({ large }, false).refusals.empty());
    const Json &stored = context.contextObject().at("agent_a_result");
    QVERIFY(canonicalJson(stored).size() <= ContextLimits::MaxValueBytes);
    QCOMPARE(stored.at("truncated"), Json(true));
    QCOMPARE(stored.at("data"), json("{'category': 'tech'}"));
    QVERIFY(stringAt(stored, "result")->isValidUtf16());
    QVERIFY(!stringAt(stored, "result")->isEmpty());
    large.output.data = Json { { "blob", std::string(300 * 1024, 'x') } };
    QVERIFY(context.consolidate({ large }, false).refusals.empty());
    QVERIFY(context.contextObject().at("agent_a_result").at("data").is_null());
}

void TestTeamContext::setsAndReverts()
{
    TeamContext context({}, json("{'k': 1}"), {});
    std::vector<ContextChange> changes = context.setSystemVariable(u"k"_s, 2);
    QCOMPARE(context.version(), 2);
    QCOMPARE(changes.front().changedBy, u"system"_s);
    QVERIFY(context.setSystemVariable(u"k"_s, 2).empty());
    const std::vector<ContextChange> added = context.setSystemVariable(u"n"_s, "x");
    changes.insert(changes.end(), added.begin(), added.end());
    QCOMPARE(context.version(), 3);
    const std::vector<ContextChange> reverted = context.revert(changes);
    QCOMPARE(context.version(), 4);
    QCOMPARE(context.contextObject(), json("{'k': 1}"));
    QCOMPARE(keys(reverted), QStringList({ u"n"_s, u"k"_s }));
    QVERIFY(reverted[0].deleted);
    QVERIFY(!reverted[1].deleted);
    QVERIFY(context.revert({}).empty());
    QCOMPARE(context.version(), 4);
    QCOMPARE(toString(ContextChange::Scope::ContextObject), u"context_object"_s);
    QCOMPARE(toString(ContextChange::Scope::SharedMemory), u"shared_memory"_s);
}

void TestTeamContext::ignoresWhatIsNoObject()
{
    TeamContext context(json("[1]"), json("'text'"), json("null"));
    QCOMPARE(context.contextObject(), Json::object());
    QCOMPARE(context.sharedMemory(), Json::object());
    QVERIFY(context.consolidate({ contribution("a", "[1, 2]") }, false).refusals.empty());
    QCOMPARE(context.contextObject().size(), size_t(1));
}

QTEST_GUILESS_MAIN(TestTeamContext)
#include "tst_team_context.moc"
