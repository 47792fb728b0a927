// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/costs_page/sample_ledger.h"
#include "tests/ui/fake_execution_archive.h"
#include "tests/ui/page_test.h"
#include "ui/costs/cost_chart.h"
#include "ui/costs/cost_tile.h"
#include "ui/costs/costs_page.h"
#include "ui/costs/data_table.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace renum::ui {

/// The costs page: what it says of a ledger, and narrowing it.
class tst_CostsPage : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void totalsAreThoseOfTheLedger();
    void withoutPriceIsNoAmount();
    void nothingSpentSaysWhatToDo();
    void aFailureCanBeTriedAgain();
    void figuresStayWhenReadingFailsLater();
    void periodsAskForTheirDays();
    void choosingARowNarrowsAndAChipWidens();
    void draggingNarrowsAndEscapeWidens();
    void keysNarrowToo();
    void theChartIsATableToo();
    void bookingsAreReadAtMostOnceASecond();
    void nobodyLooksNothingIsRead();
    void pictures();

private:
    template<typename T>
    [[nodiscard]] T *child(const QString &name) const
    {
        return visibleChild<T>(m_host.get(), name);
    }
    [[nodiscard]] QString figure(const QString &tile) const
    {
        const auto *found = child<CostTile>(tile);
        return found ? found->figure() : QString();
    }
    void open();

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<SampleLedger> m_ledger;
    std::unique_ptr<QWidget> m_host; ///< header above page, as the window has them
    CostsPage *m_page = nullptr;
};

void tst_CostsPage::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    // The offscreen platform says that it has no size hints.
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_theme = std::make_unique<Theme>(Theme::Mode::Light);
    m_theme->install();
    m_workspace = std::make_unique<FakeWorkspace>();
    m_ledger = std::make_unique<SampleLedger>();
    m_ledger->serve(m_workspace->fakeCostBook());
    AgentInfo agent;
    agent.id = AgentId(u"a1"_s);
    agent.name = u"Researcher"_s;
    m_workspace->agentList.append(agent);
    agent.id = AgentId(u"a2"_s);
    agent.name = u"Reporter"_s;
    m_workspace->agentList.append(agent);
    m_ledger->add(0, u"t1"_s, u"a1"_s, u"gpt"_s, 1'000'000'000);
    m_ledger->add(3, u"t1"_s, u"a2"_s, u"claude"_s, 2'500'000'000);
    m_ledger->add(9, u"t2"_s, u"a2"_s, u"claude"_s, 500'000'000);
    m_ledger->add(40, u"t2"_s, u"a2"_s, u"claude"_s, 2'000'000'000);
    m_host = std::make_unique<QWidget>();
    m_page = new CostsPage(m_workspace.get(), m_theme.get(), m_host.get());
    auto *column = new QVBoxLayout(m_host.get());
    column->addWidget(m_page->headerWidget());
    column->addWidget(m_page, 1);
}

void tst_CostsPage::cleanup()
{
    m_host.reset();
    m_workspace.reset();
    m_ledger.reset();
    m_theme.reset();
}

void tst_CostsPage::open()
{
    m_host->resize(1400, 1000);
    m_host->show();
    m_page->activated();
    QVERIFY(QTest::qWaitForWindowExposed(m_host.get()));
}

void tst_CostsPage::totalsAreThoseOfTheLedger()
{
    open();
    QTRY_COMPARE(figure(u"tileSpent"_s), u"$4.00"_s);
    QCOMPARE(figure(u"tileCalls"_s), u"3"_s);
    QCOMPARE(figure(u"tileUnpriced"_s), u"0"_s);
    // Twice the two dollars of the thirty days before.
    QVERIFY(child<CostTile>(u"tileSpent"_s)->note().contains(u"▲ 100%"_s));
    const auto *table = child<DataTable>(u"breakdown"_s);
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, 0).data().toString(), u"Reporter"_s);
    QCOMPARE(table->model()->index(0, 1).data().toString(), u"$3.00"_s);
    QCOMPARE(table->model()->index(0, 2).data().toString(), u"75.0%"_s);
}

void tst_CostsPage::withoutPriceIsNoAmount()
{
    m_ledger->rows.clear();
    m_ledger->add(0, u"t1"_s, u"a1"_s, u"qwen-local"_s, std::nullopt);
    m_workspace->fakeCostBook()->unpricedAnswer
        = m_ledger->spending({ {}, { false, false, false, true } }).rows;
    open();
    QTRY_COMPARE(figure(u"tileSpent"_s), u"No price"_s);
    QCOMPARE(figure(u"tileUnpriced"_s), u"1"_s);
    QVERIFY(child<CostTile>(u"tileUnpriced"_s)->note().contains(u"qwen-local"_s));
    const auto *table = child<DataTable>(u"breakdown"_s);
    QCOMPARE(table->model()->index(0, 1).data().toString(), u"no price"_s);
    QVERIFY(table->model()->index(0, 4).data().toString().isEmpty());
}

void tst_CostsPage::nothingSpentSaysWhatToDo()
{
    m_ledger->rows.clear();
    open();
    QTRY_VERIFY(child<QWidget>(u"costsEmpty"_s));
    QCOMPARE(figure(u"tileSpent"_s), u"$0.00"_s);
    QVERIFY(!child<CostChart>(u"costChart"_s));
}

void tst_CostsPage::aFailureCanBeTriedAgain()
{
    m_workspace->fakeCostBook()->failure = failure(code::StoreFailed);
    open();
    QTRY_VERIFY(child<QWidget>(u"costsState"_s));
    auto *retry = child<QWidget>(u"costsState"_s)->findChild<QPushButton *>();
    QTRY_VERIFY(retry->isVisible());
    m_workspace->fakeCostBook()->failure.reset();
    QTest::mouseClick(retry, Qt::LeftButton);
    QTRY_COMPARE(figure(u"tileSpent"_s), u"$4.00"_s);
}

void tst_CostsPage::figuresStayWhenReadingFailsLater()
{
    open();
    QTRY_COMPARE(figure(u"tileSpent"_s), u"$4.00"_s);
    m_workspace->fakeCostBook()->failure = failure(code::StoreFailed);
    m_page->activated();
    QTRY_VERIFY(child<QLabel>(u"costsStale"_s));
    QCOMPARE(figure(u"tileSpent"_s), u"$4.00"_s);
    m_workspace->fakeCostBook()->failure.reset();
    m_page->activated();
    QTRY_VERIFY(!child<QLabel>(u"costsStale"_s));
}

void tst_CostsPage::periodsAskForTheirDays()
{
    open();
    QTRY_COMPARE(figure(u"tileSpent"_s), u"$4.00"_s);
    QTest::mouseClick(child<QToolButton>(u"periodWeek"_s), Qt::LeftButton);
    QTRY_COMPARE(figure(u"tileSpent"_s), u"$3.50"_s);
    const auto days = m_workspace->fakeCostBook()->spendingQueries.constLast().filter.days;
    QCOMPARE(*days.first, ledgerToday().addDays(-6));
    QCOMPARE(*days.last, ledgerToday());
    QTest::mouseClick(child<QToolButton>(u"periodDay"_s), Qt::LeftButton);
    QTRY_COMPARE(figure(u"tileSpent"_s), u"$1.00"_s);
    QTest::mouseClick(child<QToolButton>(u"periodCustom"_s), Qt::LeftButton);
    QTRY_VERIFY(child<QWidget>(u"firstDay"_s));
}

void tst_CostsPage::choosingARowNarrowsAndAChipWidens()
{
    open();
    QTRY_COMPARE(figure(u"tileSpent"_s), u"$4.00"_s);
    auto *table = child<DataTable>(u"breakdown"_s);
    const QRect row = table->visualRect(table->model()->index(0, 0));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, row.center());
    QTRY_COMPARE(figure(u"tileSpent"_s), u"$3.00"_s);
    auto *chip = child<QPushButton>(u"chipAgent"_s);
    QVERIFY(chip);
    QCOMPARE(chip->text(), u"Reporter"_s);
    QTest::mouseClick(chip, Qt::LeftButton);
    QTRY_COMPARE(figure(u"tileSpent"_s), u"$4.00"_s);
    QVERIFY(!child<QPushButton>(u"chipAgent"_s));
}

void tst_CostsPage::draggingNarrowsAndEscapeWidens()
{
    open();
    QTRY_COMPARE(figure(u"tileSpent"_s), u"$4.00"_s);
    auto *chart = child<CostChart>(u"costChart"_s);
    QVERIFY(chart);
    // The last quarter of the bars.
    const QRect area = chart->viewport()->rect();
    const QPoint from(area.width() * 4 / 5, area.center().y());
    const QPoint to(area.width() - 3, area.center().y());
    QTest::mousePress(chart->viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(chart->viewport(), to);
    QVERIFY(chart->marked().first >= 0);
    QTest::mouseRelease(chart->viewport(), Qt::LeftButton, {}, to);
    QTRY_COMPARE(figure(u"tileSpent"_s), u"$3.50"_s);
    QVERIFY(child<QPushButton>(u"chipDays"_s));
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Escape);
    QTRY_COMPARE(figure(u"tileSpent"_s), u"$4.00"_s);
}

void tst_CostsPage::keysNarrowToo()
{
    open();
    QTRY_COMPARE(figure(u"tileSpent"_s), u"$4.00"_s);
    auto *chart = child<CostChart>(u"costChart"_s);
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Left);
    QTest::keyClick(chart, Qt::Key_Left, Qt::ShiftModifier);
    QTest::keyClick(chart, Qt::Key_Return);
    QTRY_COMPARE(figure(u"tileSpent"_s), u"$1.00"_s);
    const auto days = m_workspace->fakeCostBook()->spendingQueries.constLast().filter.days;
    QCOMPARE(*days.first, ledgerToday().addDays(-1));
    QCOMPARE(*days.last, ledgerToday());
}

void tst_CostsPage::theChartIsATableToo()
{
    open();
    QTRY_COMPARE(figure(u"tileSpent"_s), u"$4.00"_s);
    QTest::mouseClick(child<QToolButton>(u"chartAsTable"_s), Qt::LeftButton);
    const auto *table = child<DataTable>(u"chartTable"_s);
    QVERIFY(table);
    QCOMPARE(table->model()->rowCount(), 30);
    QCOMPARE(table->model()->columnCount(), 4); // days, together, two agents
    QCOMPARE(table->model()->index(29, 1).data().toString(), u"$1.00"_s);
    QVERIFY(table->asText().contains(u"Researcher"_s));
}

void tst_CostsPage::bookingsAreReadAtMostOnceASecond()
{
    open();
    QTRY_COMPARE(figure(u"tileSpent"_s), u"$4.00"_s);
    FakeCostBook *book = m_workspace->fakeCostBook();
    m_ledger->add(0, u"t1"_s, u"a1"_s, u"gpt"_s, 1'000'000'000);
    const qsizetype before = book->spendingQueries.size();
    for (int i = 0; i < 50; ++i)
        emit book->spendingChanged();
    QTRY_COMPARE(figure(u"tileSpent"_s), u"$5.00"_s);
    QCOMPARE(book->spendingQueries.size(), before + 4); // once: over time, and by three things
}

void tst_CostsPage::nobodyLooksNothingIsRead()
{
    open();
    QTRY_COMPARE(figure(u"tileSpent"_s), u"$4.00"_s);
    FakeCostBook *book = m_workspace->fakeCostBook();
    const auto *soon = m_page->findChild<QTimer *>(u"readSoon"_s);
    emit book->spendingChanged();
    QVERIFY(soon->isActive());
    m_page->hide();
    QVERIFY(!soon->isActive());
    emit book->spendingChanged();
    QVERIFY(!soon->isActive());
    const qsizetype before = book->spendingQueries.size();
    m_page->show();
    m_page->activated();
    QTRY_VERIFY(book->spendingQueries.size() > before);
}

void tst_CostsPage::pictures()
{
    for (int day = 0; day < 60; ++day) {
        for (int agent = 1; agent < 9; ++agent)
            m_ledger->add(day, u"t1"_s, u"a%1"_s.arg(agent), u"claude-sonnet"_s,
                100'000'000LL * ((day * agent) % 7 + 1));
    }
    const QString folder = qEnvironmentVariable("RENUM_PICTURES");
    for (const Theme::Mode mode : { Theme::Mode::Light, Theme::Mode::Dark }) {
        m_theme->setMode(mode);
        open();
        QTRY_VERIFY(child<CostChart>(u"costChart"_s));
        const QPixmap picture = m_host->grab();
        QVERIFY(!picture.isNull());
        if (!folder.isEmpty())
            QVERIFY(picture.save(folder
                + (mode == Theme::Mode::Light ? u"/costs-light.png"_s : u"/costs-dark.png"_s)));
    }
}

} // namespace renum::ui

QTEST_MAIN(renum::ui::tst_CostsPage)
#include "tst_costs_page.moc"
