// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/workflow_codec.h"
#include "core/workflow/editing/condition_tree.h"
#include "team_json.h"

#include <QRandomGenerator>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

using Kind = ConditionNode::Kind;

class TestConditionTree : public QObject {
    Q_OBJECT

private slots:
    void keepsItsMeaning_data();
    void keepsItsMeaning();
    void knowsWhereItIsWritten_data();
    void knowsWhereItIsWritten();
    void decidesAsTheEngine();
    void nodesDeeperThanTheEngineGoesStay();
    void addsToAGroup();
    void removes_data();
    void removes();
    void groupsANode();
    void moves_data();
    void moves();
    void namesTheTestThatDecides_data();
    void namesTheTestThatDecides();
    void testsTellWhatTheyFound();
};

namespace {

std::vector<Condition> conditions(const QByteArray &text)
{
    Problems problems;
    return readConditions(json(text), {}, problems);
}

QString text(const std::vector<Condition> &list)
{
    return compactJsonText(toJson(list)).replace(u'"', u'\'');
}

/// `a` is the test of the field a; `(& a b)` a group: & all, | any, ! not all, 0 none.
QString shape(const ConditionNode &node)
{
    if (!node.isGroup())
        return node.test.field;
    static const QHash<Kind, QString> signs { { Kind::All, u"&"_s }, { Kind::Any, u"|"_s },
        { Kind::NotAll, u"!"_s }, { Kind::None, u"0"_s } };
    QStringList parts { signs.value(node.kind) };
    for (const ConditionNode &part : node.parts)
        parts += shape(part);
    return u'(' + parts.join(u' ') + u')';
}

ConditionNode leaf(const QString &field)
{
    Condition condition;
    condition.field = field;
    condition.op = u"exists"_s;
    return conditionNode(condition);
}

/// The tree of such a shape; fields have one letter.
ConditionNode tree(const QString &shape)
{
    ConditionNode top;
    std::vector<ConditionNode *> open { &top };
    for (const QChar c : shape) {
        ConditionNode &group = *open.back();
        if (c == u'(') {
            group.parts.emplace_back();
            open.push_back(&group.parts.back());
        } else if (c == u')') {
            open.pop_back();
        } else if (c.isLetter()) {
            group.parts.push_back(leaf(QString(c)));
        } else if (c != u' ') {
            group.kind = c == u'&' ? Kind::All
                : c == u'|'        ? Kind::Any
                : c == u'!'        ? Kind::NotAll
                                   : Kind::None;
        }
    }
    return top.parts.front();
}

QString pathText(const ConditionPath &path)
{
    QStringList parts;
    for (const std::size_t index : path)
        parts += QString::number(index);
    return parts.join(u'/');
}

ConditionPath pathOf(const QString &text)
{
    ConditionPath path;
    const QStringList parts = text.split(u'/', Qt::SkipEmptyParts);
    for (const QString &part : parts)
        path.push_back(part.toUInt());
    return path;
}

Condition randomCondition(QRandomGenerator &random, int depth)
{
    Condition condition;
    const int choice = depth > 3 ? 0 : int(random.bounded(6));
    if (choice < 3) {
        condition.field = QString(QChar(u'a' + random.bounded(4)));
        condition.op = random.bounded(2) ? u"exists"_s : u"not_exists"_s;
        return condition;
    }
    condition.kind = choice == 3 ? Condition::Kind::All
        : choice == 4            ? Condition::Kind::Any
                                 : Condition::Kind::Not;
    const int children = choice == 5 ? 1 : int(random.bounded(4));
    for (int i = 0; i < children; ++i)
        condition.children.push_back(randomCondition(random, depth + 1));
    return condition;
}

} // namespace

void TestConditionTree::keepsItsMeaning_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("writtenBack");
    const QByteArray a = "{'field':'a','operator':'exists'}";
    const QByteArray b = "{'field':'b','operator':'exists'}";
    const auto row = [](const char *name, const QByteArray &written, const QString &shown,
                         const QByteArray &back) {
        QTest::newRow(name) << written << shown << QString::fromLatin1(back);
    };
    row("nothing", "[]", u"(&)"_s, "[]");
    row("one", "[" + a + "]", u"(& a)"_s, "[" + a + "]");
    row("conjunction", "[" + a + "," + b + "]", u"(& a b)"_s, "[" + a + "," + b + "]");
    row("all is the conjunction", "{'all':[" + a + "," + b + "]}", u"(& a b)"_s,
        "[" + a + "," + b + "]");
    row("any", "{'any':[" + a + "," + b + "]}", u"(| a b)"_s, "[{'any':[" + a + "," + b + "]}]");
    row("any beside another", "[" + a + ",{'any':[" + b + "]}]", u"(& a (| b))"_s,
        "[" + a + ",{'any':[" + b + "]}]");
    row("not a test", "{'not':" + a + "}", u"(0 a)"_s, "[{'not':{'any':[" + a + "]}}]");
    row("not any", "{'not':{'any':[" + a + "," + b + "]}}", u"(0 a b)"_s,
        "[{'not':{'any':[" + a + "," + b + "]}}]");
    row("not all", "{'not':{'all':[" + a + "," + b + "]}}", u"(! a b)"_s,
        "[{'not':{'all':[" + a + "," + b + "]}}]");
    row("twice not", "{'not':{'not':" + a + "}}", u"(0 (0 a))"_s,
        "[{'not':{'any':[{'not':{'any':[" + a + "]}}]}}]");
}

void TestConditionTree::keepsItsMeaning()
{
    QFETCH(const QByteArray, written);
    const ConditionNode root = conditionTree(conditions(written));
    QTEST(shape(root), "shown");
    QTEST(text(conditionsOf(root)), "writtenBack");
}

void TestConditionTree::knowsWhereItIsWritten_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("pointer");
    const QByteArray a = "{'field':'a','operator':'exists'}";
    QTest::newRow("in the list") << QByteArray("[" + a + "," + a + "]") << u"1"_s << u"/1"_s;
    QTest::newRow("the list") << QByteArray("[" + a + "," + a + "]") << QString() << QString();
    QTest::newRow("any") << QByteArray("{'any':[" + a + "," + a + "]}") << u"1"_s << u"/0/any/1"_s;
    QTest::newRow("not") << QByteArray("[" + a + ",{'not':" + a + "}]") << u"1/0"_s << u"/1/not"_s;
    QTest::newRow("not all") << QByteArray("[" + a + ",{'not':{'all':[" + a + "," + a + "]}}]")
                             << u"1/1"_s << u"/1/not/all/1"_s;
}

void TestConditionTree::knowsWhereItIsWritten()
{
    QFETCH(const QByteArray, written);
    QFETCH(const QString, path);
    const ConditionNode root = conditionTree(conditions(written));
    const ConditionNode *node = nodeAt(root, pathOf(path));
    QVERIFY(node);
    QTEST(node->pointer, "pointer");
    QVERIFY(!nodeAt(root, { 7, 7 }));
}

void TestConditionTree::decidesAsTheEngine()
{
    QRandomGenerator random(20'26);
    const Json context { { "a", 1 }, { "c", nullptr }, { "d", "text" } };
    const ConditionScope scope { &context, nullptr, {}, {}, {} };
    int held = 0;
    for (int i = 0; i < 2000; ++i) {
        std::vector<Condition> list;
        for (int n = int(random.bounded(4)); n > 0; --n)
            list.push_back(randomCondition(random, 0));
        const bool expected = evaluate(list, scope);
        const ConditionNode root = conditionTree(list);
        QCOMPARE(judge(root, scope).holds, expected);
        if (!root.parts.empty() || root.kind == Kind::All)
            QCOMPARE(evaluate(conditionsOf(root), scope), expected);
        held += expected ? 1 : 0;
    }
    QVERIFY(held > 200 && held < 1800);
}

void TestConditionTree::nodesDeeperThanTheEngineGoesStay()
{
    ConditionNode root = tree(u"(& a)"_s);
    for (int i = 0; i < MaxConditionDepth; ++i) {
        ConditionNode around;
        around.kind = Kind::None;
        around.parts.push_back(root);
        root = around;
    }
    QCOMPARE(shape(conditionTree(conditionsOf(root))), shape(root));
}

void TestConditionTree::addsToAGroup()
{
    const ConditionTreeEdit first = withPart(tree(u"(& a (| b))"_s), {}, leaf(u"x"_s));
    QCOMPARE(shape(first.root), u"(& a (| b) x)"_s);
    QCOMPARE(pathText(first.path), u"2"_s);
    const ConditionTreeEdit inner = withPart(first.root, { 1 }, leaf(u"y"_s));
    QCOMPARE(shape(inner.root), u"(& a (| b y) x)"_s);
    QCOMPARE(pathText(inner.path), u"1/1"_s);
    QCOMPARE(shape(withPart(inner.root, { 0 }, leaf(u"z"_s)).root), shape(inner.root));
    QCOMPARE(shape(withPart(inner.root, { 9 }, leaf(u"z"_s)).root), shape(inner.root));
}

void TestConditionTree::removes_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("next");
    QTest::newRow("first") << u"(& a b)"_s << u"0"_s << u"(& b)"_s << u"0"_s;
    QTest::newRow("last") << u"(& a b)"_s << u"1"_s << u"(& a)"_s << u"0"_s;
    QTest::newRow("only") << u"(| a)"_s << u"0"_s << u"(|)"_s << QString();
    QTest::newRow("a group") << u"(& a (| b c))"_s << u"1"_s << u"(& a)"_s << u"0"_s;
    QTest::newRow("the last of a group takes it along")
        << u"(& a (| (0 b)) c)"_s << u"1/0/0"_s << u"(& a c)"_s << u"1"_s;
    QTest::newRow("the root stays") << u"(& a)"_s << QString() << u"(& a)"_s << QString();
    QTest::newRow("nothing there") << u"(& a)"_s << u"3"_s << u"(& a)"_s << u"3"_s;
}

void TestConditionTree::removes()
{
    QFETCH(const QString, before);
    QFETCH(const QString, path);
    const ConditionTreeEdit edit = withoutPart(tree(before), pathOf(path));
    QTEST(shape(edit.root), "after");
    QTEST(pathText(edit.path), "next");
}

void TestConditionTree::groupsANode()
{
    const ConditionTreeEdit first = withPartGrouped(tree(u"(& a b)"_s), { 1 });
    QCOMPARE(shape(first.root), u"(& a (| b))"_s);
    QCOMPARE(pathText(first.path), u"1/0"_s);
    const ConditionTreeEdit second = withPartGrouped(first.root, first.path);
    QCOMPARE(shape(second.root), u"(& a (| (& b)))"_s);
    QCOMPARE(shape(withPartGrouped(second.root, {}).root), shape(second.root));
}

void TestConditionTree::moves_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("up");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("now");
    const auto row = [](const char *name, const char *before, const char *path, bool up,
                         const char *after, const char *now) {
        QTest::newRow(name) << QString::fromLatin1(before) << QString::fromLatin1(path) << up
                            << QString::fromLatin1(after) << QString::fromLatin1(now);
    };
    row("up", "(& a b c)", "1", true, "(& b a c)", "0");
    row("down", "(& a b c)", "1", false, "(& a c b)", "2");
    row("not above the first", "(& a b)", "0", true, "(& a b)", "0");
    row("not below the last", "(& a b)", "1", false, "(& a b)", "1");
    row("up into a group", "(& (| a) b)", "1", true, "(& (| a b))", "0/1");
    row("down into a group", "(& a (| b))", "0", false, "(& (| a b))", "0/0");
    row("out at the top", "(& (| a b))", "0/0", true, "(& a (| b))", "0");
    row("out at the bottom", "(& (| a b) c)", "0/1", false, "(& (| a) b c)", "1");
    row("an empty group goes", "(& c (| a))", "1/0", true, "(& c a)", "1");
    row("an empty group goes downwards", "(& (| a) c)", "0/0", false, "(& a c)", "0");
    row("groups move too", "(& a (| b) c)", "1", false, "(& a c (| b))", "2");
    row("nothing there", "(& a)", "4", false, "(& a)", "4");
}

void TestConditionTree::moves()
{
    QFETCH(const QString, before);
    QFETCH(const QString, path);
    QFETCH(const bool, up);
    const ConditionTreeEdit edit
        = withPartMoved(tree(before), pathOf(path), up ? ConditionMove::Up : ConditionMove::Down);
    QTEST(shape(edit.root), "after");
    QTEST(pathText(edit.path), "now");
}

void TestConditionTree::namesTheTestThatDecides_data()
{
    QTest::addColumn<QString>("tree");
    QTest::addColumn<bool>("holds");
    QTest::addColumn<QString>("reason");
    // a and b are there, x and y are not
    QTest::newRow("all hold") << u"(& a b)"_s << true << u"0"_s;
    QTest::newRow("one does not") << u"(& a x b)"_s << false << u"1"_s;
    QTest::newRow("any: the one") << u"(| x b)"_s << true << u"1"_s;
    QTest::newRow("any: no one") << u"(| x y)"_s << false << u"0"_s;
    QTest::newRow("none, but one") << u"(0 x a)"_s << false << u"1"_s;
    QTest::newRow("none") << u"(0 x y)"_s << true << u"0"_s;
    QTest::newRow("not all") << u"(! a x)"_s << true << u"1"_s;
    QTest::newRow("not all, but they do") << u"(! a b)"_s << false << u"0"_s;
    QTest::newRow("nested") << u"(& a (| x (0 a)))"_s << false << u"1/0"_s;
    QTest::newRow("nothing to decide") << u"(&)"_s << true << u"none"_s;
    QTest::newRow("an empty group") << u"(| (|) a)"_s << true << u"1"_s;
}

void TestConditionTree::namesTheTestThatDecides()
{
    QFETCH(const QString, tree);
    const ConditionNode root = ::tree(tree);
    const Json context { { "a", 1 }, { "b", 2 } };
    const ConditionVerdict verdict = judge(root, { &context, nullptr, {}, {}, {} });
    QTEST(verdict.holds, "holds");
    const auto deciding = decidingTest(root, verdict);
    QTEST(deciding ? pathText(*deciding) : u"none"_s, "reason");
}

void TestConditionTree::testsTellWhatTheyFound()
{
    const Json context { { "a", { { "b", 7 } } }, { "n", nullptr } };
    const ConditionScope scope { &context, nullptr, {}, {}, {} };
    const ConditionVerdict verdict
        = judge(conditionTree(conditions("[{'field':'a.b','operator':'equals','value':7},"
                                         "{'field':'n','operator':'exists'},"
                                         "{'field':'z','operator':'not_exists'},"
                                         "{'field':'a','operator':'no such operator'}]")),
            scope);
    QVERIFY(!verdict.holds);
    QCOMPARE(verdict.parts.size(), std::size_t(4));
    QVERIFY(verdict.parts[0].holds);
    QVERIFY(verdict.parts[0].found == Json(7));
    QVERIFY(!verdict.parts[1].holds);
    QVERIFY(verdict.parts[1].found && verdict.parts[1].found->is_null());
    QVERIFY(verdict.parts[2].holds);
    QVERIFY(!verdict.parts[2].found);
    QVERIFY(!verdict.parts[3].holds);
}

QTEST_GUILESS_MAIN(TestConditionTree)
#include "tst_condition_tree.moc"
