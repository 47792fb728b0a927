// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/costs/billing.h"
#include "tests/costs_page/sample_ledger.h"
#include "tests/ui/page_test.h"
#include "ui/costs/data_table.h"
#include "ui/costs/ledger_exporter.h"
#include "ui/costs/ledger_model.h"
#include "ui/costs/ledger_panel.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace renum::ui {

/// The table of calls: its rows, pages and export.
class tst_LedgerPanel : public QObject {
    Q_OBJECT

private slots:
    void init();
    void rowsAreReadPageByPage();
    void newerRowsComeOnTop();
    void anotherFilterBeginsAnew();
    void unknownIsNotZero();
    void basisSaysWhereFrom_data();
    void basisSaysWhereFrom();
    void kindsNarrow();
    void returnOpensTheRun();
    void aFailureIsShown();
    void exportIsWholeOrNothing();
    void exportTellsWhyItFails();

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeCostBook> m_book;
    SampleLedger m_ledger;
};

void tst_LedgerPanel::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    // The offscreen platform says that it has no size hints.
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_theme = std::make_unique<Theme>(Theme::Mode::Light);
    m_book = std::make_unique<FakeCostBook>();
    m_ledger.rows.clear();
    m_ledger.serve(m_book.get());
}

void tst_LedgerPanel::rowsAreReadPageByPage()
{
    for (int i = 0; i < 250; ++i)
        m_ledger.add(i % 9, u"t"_s, u"a"_s, u"m"_s, i);
    LedgerModel model(m_book.get());
    QAbstractItemModelTester tester(&model);
    tester.setUseFetchMore(false); // this test says when
    model.setQuery({});
    QTRY_COMPARE(model.rowCount(), 100);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QTRY_COMPARE(model.rowCount(), 200);
    model.fetchMore({});
    QTRY_COMPARE(model.rowCount(), 250);
    QVERIFY(!model.canFetchMore({}));
    QCOMPARE(m_book->ledgerQueries.size(), 3);
}

void tst_LedgerPanel::newerRowsComeOnTop()
{
    for (int i = 0; i < 130; ++i)
        m_ledger.add(1, u"t"_s, u"a"_s, u"m"_s, i);
    LedgerModel model(m_book.get());
    QAbstractItemModelTester tester(&model);
    tester.setUseFetchMore(false); // this test says when
    model.setQuery({});
    QTRY_COMPARE(model.rowCount(), 100);
    model.fetchMore({});
    QTRY_COMPARE(model.rowCount(), 130);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QPersistentModelIndex first = model.index(0, 0);
    m_ledger.add(0, u"t"_s, u"new"_s, u"m"_s, 5);
    model.setQuery({});
    QTRY_COMPARE(model.rowCount(), 131);
    QCOMPARE(first.row(), 1);
    QCOMPARE(model.index(0, LedgerModel::Agent).data().toString(), u"new"_s);
    QVERIFY(resets.isEmpty());
}

void tst_LedgerPanel::anotherFilterBeginsAnew()
{
    m_ledger.add(0, u"t"_s, u"a1"_s, u"m"_s, 1);
    m_ledger.add(1, u"t"_s, u"a2"_s, u"m"_s, 1);
    LedgerModel model(m_book.get());
    model.setQuery({});
    QTRY_COMPARE(model.rowCount(), 2);
    LedgerQuery query;
    query.filter.agent = AgentId(u"a1"_s);
    model.setQuery(query);
    QTRY_COMPARE(model.rowCount(), 1);
}

void tst_LedgerPanel::unknownIsNotZero()
{
    LedgerRow &row = m_ledger.add(0, u"t"_s, u"a"_s, u"m"_s, std::nullopt);
    row.usage.tokensInput.reset();
    row.usage.tokensOutput.reset();
    row.attempt.reset();
    LedgerModel model(m_book.get());
    model.setQuery({});
    QTRY_COMPARE(model.rowCount(), 1);
    const auto cell = [&model](int column) { return model.index(0, column).data().toString(); };
    for (const int column :
        { LedgerModel::Input, LedgerModel::Output, LedgerModel::Cached, LedgerModel::Attempt })
        QVERIFY2(cell(column).isEmpty(), qPrintable(cell(column)));
    QCOMPARE(cell(LedgerModel::Amount), u"no price"_s);
    QVERIFY(model.index(0, 0).data(LedgerModel::UnpricedRole).toBool());
}

void tst_LedgerPanel::basisSaysWhereFrom_data()
{
    QTest::addColumn<int>("basis");
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("text");
    QTest::newRow("reported") << int(CostBasis::Reported) << u""_s << u"told by the service"_s;
    QTest::newRow("computed") << int(CostBasis::Computed) << u"v1"_s << u"computed, prices v1"_s;
    QTest::newRow("estimated") << int(CostBasis::Estimated) << u"v1"_s << u"estimated"_s;
    QTest::newRow("unpriced") << int(CostBasis::Unpriced) << u""_s << u"no price for this model"_s;
}

void tst_LedgerPanel::basisSaysWhereFrom()
{
    QFETCH(const int, basis);
    QFETCH(const QString, version);
    LedgerRow row = m_ledger.add(0, u"t"_s, u"a"_s, u"m"_s, 7);
    row.usage.cost = Cost::ofCall(static_cast<CostBasis>(basis), 7);
    row.priceVersion = version;
    QTEST(bookingBasis(row), "text");
    row.flags = { QString::fromLatin1(cost_flag::CachedOverInput), u"from the future"_s };
    QVERIFY(bookingBasis(row).endsWith(u" · more cached than read"_s));
}

void tst_LedgerPanel::kindsNarrow()
{
    m_ledger.add(0, u"t"_s, u"a"_s, u"m"_s, 5);
    m_ledger.add(0, u"t"_s, u"a"_s, u"local"_s, std::nullopt);
    LedgerPanel panel(m_book.get(), m_theme.get());
    panel.resize(900, 500);
    panel.show();
    panel.showScope({}, {});
    auto *table = panel.findChild<DataTable *>(u"calls"_s);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    auto *kind = panel.findChild<QComboBox *>(u"callKind"_s);
    kind->setCurrentIndex(1);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QVERIFY(m_book->ledgerQueries.constLast().unpricedOnly);
    kind->setCurrentIndex(2);
    QTRY_COMPARE(table->model()->rowCount(), 0);
    QVERIFY(m_book->ledgerQueries.constLast().flaggedOnly);
    QTRY_VERIFY(!table->isVisible());
}

void tst_LedgerPanel::returnOpensTheRun()
{
    const LedgerRow row = m_ledger.add(0, u"t"_s, u"a"_s, u"m"_s, 5);
    LedgerPanel panel(m_book.get(), m_theme.get());
    panel.resize(900, 500);
    panel.show();
    panel.showScope({}, {});
    auto *table = panel.findChild<DataTable *>(u"calls"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QSignalSpy opened(&panel, &LedgerPanel::executionRequested);
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QVERIFY(opened.constFirst().constFirst().value<ExecutionId>() == row.execution);
}

void tst_LedgerPanel::aFailureIsShown()
{
    m_book->failure = failure(code::StoreFailed);
    LedgerModel model(m_book.get());
    model.setQuery({});
    QTRY_VERIFY(model.state() == LedgerModel::State::Failed);
    QVERIFY(model.error());
    QVERIFY(!model.canFetchMore({}));
    m_book->failure.reset();
    m_ledger.add(0, u"t"_s, u"a"_s, u"m"_s, 5);
    model.reload();
    QTRY_COMPARE(model.rowCount(), 1);
}

void tst_LedgerPanel::exportIsWholeOrNothing()
{
    const QTemporaryDir folder;
    for (int i = 0; i < 450; ++i)
        m_ledger.add(i % 5, u"t"_s, u"=cmd()"_s, u"m"_s, i);
    LedgerExporter exporter(m_book.get());
    const QSignalSpy finished(&exporter, &LedgerExporter::finished);
    const QString path = folder.filePath(u"calls.csv"_s);
    exporter.start({}, path);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.constFirst().at(1).toInt(), 450);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith(ledgerCsvHeader()));
    QCOMPARE(bytes.count('\n'), 451);
    QVERIFY(!bytes.contains(",=cmd()")); // a spreadsheet would run it
    QVERIFY(!exporter.isRunning());

    const QString broken = folder.filePath(u"broken.csv"_s);
    m_book->failure = failure(code::StoreFailed);
    const QSignalSpy failed(&exporter, &LedgerExporter::failed);
    exporter.start({}, broken);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!QFile::exists(broken));
}

void tst_LedgerPanel::exportTellsWhyItFails()
{
    LedgerExporter exporter(m_book.get());
    QSignalSpy failed(&exporter, &LedgerExporter::failed);
    exporter.start({}, u"/no/such/folder/calls.csv"_s);
    QCOMPARE(failed.size(), 1);
    QVERIFY(failed.constFirst().constFirst().toString().contains(u"calls.csv"_s));
}

} // namespace renum::ui

QTEST_MAIN(renum::ui::tst_LedgerPanel)
#include "tst_ledger_panel.moc"
