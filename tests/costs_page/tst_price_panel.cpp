// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_cost_book.h"
#include "tests/ui/page_test.h"
#include "ui/costs/data_table.h"
#include "ui/costs/price_dialog.h"
#include "ui/costs/price_import_dialog.h"
#include "ui/costs/price_model.h"
#include "ui/costs/price_panel.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace renum::ui {

/// The price table: finding, setting, removing and importing prices.
class tst_PricePanel : public QObject {
    Q_OBJECT

private slots:
    void init();
    void everyFigureHasItsSource();
    void searchFinds();
    void fixBeginsWithWhatIsKnown();
    void refusalStaysInTheDialog();
    void onlyOwnPricesAreRemovedAndThatCanBeUndone();
    void importShowsWhatWouldChangeFirst();
    void aFileThatIsNoneIsRefused();

private:
    [[nodiscard]] static PriceEntry entry(
        const QString &model, NanoUsdPerMillion input, const QString &source);
    void open(PricePanel &panel) const;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeCostBook> m_book;
};

namespace {
constexpr qint64 Dollar = 1'000'000'000;
} // namespace

PriceEntry tst_PricePanel::entry(
    const QString &model, NanoUsdPerMillion input, const QString &source)
{
    PriceEntry price;
    price.model = model;
    price.rates.input = input;
    price.rates.output = 4 * input;
    price.source = source;
    price.sourceDate = QDate(2026, 11, 1);
    return price;
}

void tst_PricePanel::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    // The offscreen platform says that it has no size hints.
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_theme = std::make_unique<Theme>(Theme::Mode::Light);
    m_book = std::make_unique<FakeCostBook>();
    m_book->priceBook.version = u"v1"_s;
    PriceEntry family = entry(u"qwen"_s, 2 * Dollar, u"vendor"_s);
    family.match = PriceEntry::Match::Prefix;
    family.provider = u"ali"_s;
    m_book->priceBook.builtIn
        = { entry(u"gpt-4o"_s, 2 * Dollar + Dollar / 2, u"openai.com"_s), family };
    m_book->priceBook.own = { entry(u"house-model"_s, Dollar, u"invoice"_s) };
}

void tst_PricePanel::open(PricePanel &panel) const
{
    panel.resize(1000, 600);
    panel.show();
    panel.reload();
    QTRY_COMPARE(panel.findChild<DataTable *>(u"prices"_s)->model()->rowCount(), 3);
}

void tst_PricePanel::everyFigureHasItsSource()
{
    PriceModel model;
    const QAbstractItemModelTester tester(&model);
    model.setBook(m_book->priceBook);
    QCOMPARE(model.rowCount(), 3);
    const auto cell
        = [&model](int row, int column) { return model.index(row, column).data().toString(); };
    QVERIFY(cell(0, PriceModel::Source).startsWith(u"Your own: invoice"_s));
    QVERIFY(model.index(0, 0).data(PriceModel::OwnRole).toBool());
    QCOMPARE(cell(1, PriceModel::Input), u"$2.50"_s);
    QCOMPARE(cell(1, PriceModel::Output), u"$10.00"_s);
    QVERIFY(cell(1, PriceModel::CacheRead).isEmpty()); // not told is not free
    QVERIFY(cell(1, PriceModel::Source).contains(u"openai.com"_s));
    QCOMPARE(cell(2, PriceModel::Model), u"qwen…"_s);
    QCOMPARE(cell(2, PriceModel::Provider), u"ali"_s);
}

void tst_PricePanel::searchFinds()
{
    PricePanel panel(m_book.get(), m_theme.get());
    open(panel);
    panel.findChild<QLineEdit *>(u"searchPrices"_s)->setText(u"OPENAI"_s);
    const auto *table = panel.findChild<DataTable *>(u"prices"_s);
    QCOMPARE(table->model()->rowCount(), 1);
    QCOMPARE(table->model()->index(0, 0).data().toString(), u"gpt-4o"_s);
}

void tst_PricePanel::fixBeginsWithWhatIsKnown()
{
    PricePanel panel(m_book.get(), m_theme.get());
    open(panel);
    panel.editPrice(u"Ali/Qwen-Local"_s, u"ali"_s);
    auto *dialog = openDialog<PriceDialog>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QLineEdit *>(u"priceModel"_s)->text(), u"qwen-local"_s);
    QVERIFY(!dialog->findChild<QCheckBox *>(u"priceFamily"_s)->isChecked());
    auto *input = dialog->findChild<QDoubleSpinBox *>(u"priceInput"_s);
    QCOMPARE(input->value(), 2.0);
    input->setValue(0.25);
    auto *told = dialog->findChild<QCheckBox *>(u"priceCacheReadTold"_s);
    auto *cache = dialog->findChild<QDoubleSpinBox *>(u"priceCacheRead"_s);
    QVERIFY(!cache->isEnabled());
    told->setChecked(true);
    QVERIFY(cache->isEnabled());
    cache->setValue(0.1);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"savePrice"_s), Qt::LeftButton);
    QTRY_VERIFY(!openDialog<PriceDialog>());
    QCOMPARE(m_book->setPrices.size(), 1u);
    const PriceEntry &set = m_book->setPrices.front();
    QCOMPARE(set.model, u"qwen-local"_s);
    QVERIFY(set.match == PriceEntry::Match::Exact);
    QCOMPARE(set.rates.input, Dollar / 4);
    QCOMPARE(set.rates.cacheRead.value(), Dollar / 10);
    QVERIFY(!set.rates.cacheWrite);
    QVERIFY(set.sourceDate.has_value());
}

void tst_PricePanel::refusalStaysInTheDialog()
{
    auto *dialog = new PriceDialog(m_book.get(), {});
    dialog->open();
    auto *save = dialog->findChild<QPushButton *>(u"savePrice"_s);
    QVERIFY(!save->isEnabled());
    dialog->findChild<QLineEdit *>(u"priceModel"_s)->setText(u"m"_s);
    QVERIFY(save->isEnabled());
    m_book->failure = failure(code::StoreFailed);
    QTest::mouseClick(save, Qt::LeftButton);
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"priceProblem"_s)->isVisible());
    QVERIFY(dialog->isVisible());
    dialog->reject();
}

void tst_PricePanel::onlyOwnPricesAreRemovedAndThatCanBeUndone()
{
    PricePanel panel(m_book.get(), m_theme.get());
    open(panel);
    auto *table = panel.findChild<DataTable *>(u"prices"_s);
    auto *remove = panel.findChild<QPushButton *>(u"removePrice"_s);
    QVERIFY(!remove->isEnabled());
    table->selectRow(0); // gpt-4o came with the program
    QVERIFY(!remove->isEnabled());
    table->selectRow(1);
    QVERIFY(remove->isEnabled());
    Toast toast;
    connect(&panel, &PricePanel::toastRequested, &panel, [&](const Toast &one) { toast = one; });
    QTest::mouseClick(remove, Qt::LeftButton);
    QTRY_VERIFY(toast.action);
    QCOMPARE(m_book->removedPrices, QStringList { m_book->priceBook.own.front().key() });
    toast.action();
    QTRY_COMPARE(m_book->setPrices.size(), 1u);
    QVERIFY(m_book->setPrices.front() == m_book->priceBook.own.front());
}

void tst_PricePanel::importShowsWhatWouldChangeFirst()
{
    m_book->importAnswer.diff.added = { entry(u"new"_s, Dollar, u"f"_s) };
    m_book->importAnswer.diff.changed
        = { { entry(u"old"_s, Dollar, u"f"_s), entry(u"old"_s, 3 * Dollar, u"f"_s) } };
    m_book->importAnswer.skipped = { u"free"_s };
    auto *dialog = new PriceImportDialog(m_book.get(), "{}", u"file.json"_s);
    dialog->open();
    auto *take = dialog->findChild<QPushButton *>(u"takePrices"_s);
    QTRY_VERIFY(take->isEnabled());
    QVERIFY(m_book->imported.isEmpty());
    const auto *diff = dialog->findChild<QTreeWidget *>(u"importDiff"_s);
    QCOMPARE(diff->topLevelItemCount(), 2);
    QCOMPARE(diff->topLevelItem(0)->text(1), u"in $1.00, out $4.00"_s);
    QCOMPARE(diff->topLevelItem(0)->text(2), u"in $3.00, out $12.00"_s);
    QCOMPARE(diff->topLevelItem(1)->text(1), u"no price"_s);
    const QSignalSpy imported(dialog, &PriceImportDialog::imported);
    QTest::mouseClick(take, Qt::LeftButton);
    QTRY_COMPARE(m_book->imported.size(), 1);
    QTRY_VERIFY(!openDialog<PriceImportDialog>());
}

void tst_PricePanel::aFileThatIsNoneIsRefused()
{
    m_book->failure = failure(code::StoreFailed);
    auto *dialog = new PriceImportDialog(m_book.get(), "no json", u"file.json"_s);
    dialog->open();
    auto *summary = dialog->findChild<QLabel *>(u"importSummary"_s);
    QTRY_VERIFY(!summary->text().startsWith(u"Comparing"_s));
    QVERIFY(!dialog->findChild<QPushButton *>(u"takePrices"_s)->isEnabled());
    dialog->reject();
}

} // namespace renum::ui

QTEST_MAIN(renum::ui::tst_PricePanel)
#include "tst_price_panel.moc"
