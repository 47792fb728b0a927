// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/builder/views/view_test.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>

using namespace renum;
using namespace renum::ui;
using namespace renum::ui::test;
using namespace Qt::StringLiterals;

class tst_KeyedTreeModel : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void showsRows();
    void announcesOnlyWhatChanged();
    void keepsIndexes();
    void twinsGetKeysOfTheirOwn();
    void randomTreesEndAsToldUnderTheTester();
};

namespace {

TreeRow row(const QString &key, std::vector<TreeRow> children = {})
{
    return { key, AgentId(key), { key, key.toUpper() }, {}, std::move(children) };
}

std::vector<TreeRow> rows(const QString &keys)
{
    std::vector<TreeRow> all;
    for (const QChar key : keys)
        all.push_back(row(QString(key)));
    return all;
}

TreeRow randomRow(QRandomGenerator &random, int depth);

std::vector<TreeRow> randomRows(QRandomGenerator &random, int depth)
{
    std::vector<TreeRow> all;
    for (quint32 count = random.bounded(6U); count > 0; --count)
        all.push_back(randomRow(random, depth));
    return all;
}

TreeRow randomRow(QRandomGenerator &random, int depth)
{
    TreeRow made = row(QString(QChar(u'a' + int(random.bounded(8U)))),
        depth > 0 ? randomRows(random, depth - 1) : std::vector<TreeRow>());
    made.texts[1] = QString::number(random.bounded(3));
    return made;
}

} // namespace

void tst_KeyedTreeModel::showsRows()
{
    KeyedTreeModel model(2);
    model.setHeaders({ u"One"_s, u"Two"_s });
    model.setRows({ row(u"a"_s, rows(u"bc"_s)), row(u"d"_s) });
    QCOMPARE(dump(model), u"a | A\n  b | B\n  c | C\nd | D\n"_s);
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"Two"_s);
    const QModelIndex child = model.index(1, 0, model.index(0, 0));
    QCOMPARE(child.data(KeyedTreeModel::MemberRole).value<AgentId>(), AgentId(u"c"_s));
    QCOMPARE(child.data(KeyedTreeModel::KeyRole).toString(), u"c"_s);
    QCOMPARE(child.parent(), model.index(0, 0));
    QVERIFY(!model.index(5, 0).isValid());
    QVERIFY(!model.data({}, Qt::DisplayRole).isValid());
}

void tst_KeyedTreeModel::announcesOnlyWhatChanged()
{
    KeyedTreeModel model(2);
    model.setRows(rows(u"abcd"_s));
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QSignalSpy moved(&model, &QAbstractItemModel::layoutChanged);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setRows(rows(u"abcd"_s));
    QCOMPARE(inserted.count() + removed.count() + changed.count() + moved.count(), 0);
    std::vector<TreeRow> other = rows(u"abcd"_s);
    other[2].texts[0] = u"changed"_s;
    model.setRows(other);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().toModelIndex().row(), 2);
    model.setRows(rows(u"axyd"_s));
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(inserted.first().at(1).toInt(), 1);
    QCOMPARE(inserted.first().at(2).toInt(), 2);
    QCOMPARE(removed.count(), 1);
    model.setRows(rows(u"dyxa"_s));
    QCOMPARE(moved.count(), 1);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(dump(model), u"d | D\ny | Y\nx | X\na | A\n"_s);
}

void tst_KeyedTreeModel::keepsIndexes()
{
    KeyedTreeModel model(2);
    model.setRows({ row(u"a"_s, rows(u"xy"_s)), row(u"b"_s) });
    const QPersistentModelIndex y = model.index(1, 1, model.index(0, 0));
    const QPersistentModelIndex b = model.index(1, 0);
    model.setRows({ row(u"b"_s), row(u"n"_s), row(u"a"_s, rows(u"yzx"_s)) });
    QCOMPARE(y.data().toString(), u"Y"_s);
    QCOMPARE(y.row(), 0);
    QCOMPARE(y.parent().row(), 2);
    QCOMPARE(b.row(), 0);
    model.setRows(rows(u"a"_s));
    QVERIFY(!y.isValid());
    QVERIFY(!b.isValid());
}

void tst_KeyedTreeModel::twinsGetKeysOfTheirOwn()
{
    KeyedTreeModel model(2);
    const QAbstractItemModelTester tester(&model);
    model.setRows(rows(u"aba"_s));
    QCOMPARE(model.rowCount(), 3);
    model.setRows(rows(u"aab"_s));
    QCOMPARE(dump(model), u"a | A\na | A\nb | B\n"_s);
}

void tst_KeyedTreeModel::randomTreesEndAsToldUnderTheTester()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    KeyedTreeModel model(2);
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int round = 0; round < 200; ++round) {
        const std::vector<TreeRow> tree = randomRows(random, 2);
        KeyedTreeModel fresh(2);
        fresh.setRows(tree);
        model.setRows(tree);
        QVERIFY2(dump(model) == dump(fresh), qPrintable(u"seed %1"_s.arg(seed)));
    }
}

QTEST_MAIN(tst_KeyedTreeModel)
#include "tst_keyed_tree_model.moc"
