// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_cost_book.h"
#include "tests/ui/page_test.h"
#include "ui/costs/budget_dialog.h"
#include "ui/costs/budget_panel.h"
#include "ui/costs/budget_text.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace renum::ui {

/// Budgets: how they stand in words, adding, changing and removing them.
class tst_BudgetPanel : public QObject {
    Q_OBJECT

private slots:
    void init();
    void warnLevelsAreRead_data();
    void warnLevelsAreRead();
    void theNearestLimitIsSaid();
    void reservedOvershootAndUnpricedAreSaid();
    void emptySaysWhatItIsFor();
    void aFailureCanBeTriedAgain();
    void addingNeedsALimit();
    void changingKeepsWhatIsNotThere();
    void refusalStaysInTheDialog();
    void removingCanBeUndone();

private:
    [[nodiscard]] static Budget sample();
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeCostBook> m_book;
    CostNames m_names;
};

namespace {
constexpr qint64 Dollar = 1'000'000'000;
} // namespace

Budget tst_BudgetPanel::sample()
{
    Budget budget;
    budget.id = BudgetId(u"b1"_s);
    budget.scope = Budget::Scope::Team;
    budget.subject = u"t1"_s;
    budget.nanoUsd = 10 * Dollar;
    return budget;
}

void tst_BudgetPanel::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    // The offscreen platform says that it has no size hints.
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_theme = std::make_unique<Theme>(Theme::Mode::Light);
    m_book = std::make_unique<FakeCostBook>();
    m_names = {};
    m_names.add(sample::team(1));
    Team team;
    team.id = TeamId(u"t1"_s);
    team.name = u"Market"_s;
    m_names.add(team);
}

void tst_BudgetPanel::warnLevelsAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::addColumn<QList<int>>("levels");
    QTest::newRow("none") << u""_s << true << QList<int> {};
    QTest::newRow("one") << u"80"_s << true << QList<int> { 80 };
    QTest::newRow("sorted, once") << u"90%, 50;90 75"_s << true << QList<int> { 50, 75, 90 };
    QTest::newRow("zero") << u"0"_s << false << QList<int> {};
    QTest::newRow("too much") << u"101"_s << false << QList<int> {};
    QTest::newRow("word") << u"half"_s << false << QList<int> {};
}

void tst_BudgetPanel::warnLevelsAreRead()
{
    QFETCH(const QString, text);
    const std::optional<QList<int>> levels = warnLevels(text);
    QTEST(levels.has_value(), "good");
    QTEST(levels.value_or(QList<int>()), "levels");
}

void tst_BudgetPanel::theNearestLimitIsSaid()
{
    Budget budget = sample();
    budget.calls = 20;
    const BudgetStatus calls = budgetStatus(budget, { Dollar, 0, 12, 0 });
    QCOMPARE(budgetAmountText(calls), u"12 of 20 calls"_s);
    const BudgetStatus money = budgetStatus(budget, { 9 * Dollar, 0, 12, 0 });
    QCOMPARE(budgetAmountText(money), u"$9.00 of $10.00"_s);
    QCOMPARE(budgetTitle(budget, m_names), u"Team Market: a month"_s);
    budget.name = u"Lab"_s;
    QCOMPARE(budgetTitle(budget, m_names), u"Lab"_s);
}

void tst_BudgetPanel::reservedOvershootAndUnpricedAreSaid()
{
    BudgetStatus status = budgetStatus(sample(), { 11 * Dollar, 0, 0, 0 }, { Dollar, 0, 0, 0 });
    status.unpricedCalls = 3;
    const QString note = budgetNote(status);
    QVERIFY2(note.contains(u"$1.00 reserved"_s), qPrintable(note));
    QVERIFY2(note.contains(u"$1.00 over the limit"_s), qPrintable(note));
    QVERIFY2(note.contains(u"without a price do not count"_s), qPrintable(note));
    QCOMPARE(budgetShares(status).spent, 1.1);
    QCOMPARE(budgetShares(status).reserved, 0.1);
}

void tst_BudgetPanel::emptySaysWhatItIsFor()
{
    BudgetPanel panel(m_book.get(), m_theme.get());
    panel.show();
    panel.reload();
    auto *message = panel.findChild<QLabel *>(u"budgetsMessage"_s);
    QTRY_VERIFY(message->isVisible());
    QVERIFY(message->text().startsWith(u"Nothing is limited."_s));
}

void tst_BudgetPanel::aFailureCanBeTriedAgain()
{
    m_book->failure = failure(code::StoreFailed);
    BudgetPanel panel(m_book.get(), m_theme.get());
    panel.show();
    panel.reload();
    auto *retry = panel.findChild<QPushButton *>(u"budgetsRetry"_s);
    QTRY_VERIFY(retry->isVisible());
    m_book->failure.reset();
    m_book->budgetAnswer = { budgetStatus(sample(), { Dollar, 0, 0, 0 }) };
    QTest::mouseClick(retry, Qt::LeftButton);
    QTRY_VERIFY(visibleChild<QLabel>(&panel, u"budgetAmount"_s));
    QVERIFY(!retry->isVisible());
}

void tst_BudgetPanel::addingNeedsALimit()
{
    BudgetPanel panel(m_book.get(), m_theme.get());
    panel.setNames(m_names);
    panel.show();
    QTest::mouseClick(panel.findChild<QPushButton *>(u"addBudget"_s), Qt::LeftButton);
    auto *dialog = openDialog<BudgetDialog>();
    QVERIFY(dialog);
    auto *save = dialog->findChild<QPushButton *>(u"saveBudget"_s);
    QVERIFY(!save->isEnabled());
    dialog->findChild<QDoubleSpinBox *>(u"budgetDollars"_s)->setValue(2.5);
    QVERIFY(save->isEnabled());
    auto *levels = dialog->findChild<QLineEdit *>(u"budgetLevels"_s);
    levels->setText(u"often"_s);
    QVERIFY(!save->isEnabled());
    levels->setText(u"75, 50"_s);
    auto *scope = dialog->findChild<QComboBox *>(u"budgetScope"_s);
    auto *subject = dialog->findChild<QComboBox *>(u"budgetSubject"_s);
    QVERIFY(!subject->isVisible()); // there is nothing to choose
    scope->setCurrentIndex(int(Budget::Scope::Team));
    QVERIFY(subject->isVisible());
    subject->setCurrentIndex(subject->findData(u"t1"_s));
    QTest::mouseClick(save, Qt::LeftButton);
    QTRY_VERIFY(!openDialog<BudgetDialog>());
    QCOMPARE(m_book->savedBudgets.size(), 1);
    const Budget &saved = m_book->savedBudgets.constFirst();
    QVERIFY(saved.id.isEmpty());
    QVERIFY(saved.scope == Budget::Scope::Team);
    QCOMPARE(saved.subject, u"t1"_s);
    QCOMPARE(saved.nanoUsd.value(), 2'500'000'000);
    QVERIFY(!saved.tokens && !saved.calls && !saved.seconds);
    QCOMPARE(saved.warnAt, (QList<int> { 50, 75 }));
}

void tst_BudgetPanel::changingKeepsWhatIsNotThere()
{
    Budget budget = sample();
    budget.subject = u"deleted-team"_s;
    budget.seconds = 90; // one and a half minutes
    budget.nanoUsd = 4'000'000; // less than a cent
    budget.tokens = 1'000'000'000'000;
    budget.action = SpendingCap::Action::Stop;
    auto *dialog = new BudgetDialog(m_book.get(), budget, m_names);
    dialog->open();
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"saveBudget"_s), Qt::LeftButton);
    QTRY_COMPARE(m_book->savedBudgets.size(), 1);
    QVERIFY(m_book->savedBudgets.constFirst() == budget);
}

void tst_BudgetPanel::refusalStaysInTheDialog()
{
    m_book->failure = failure(code::StoreFailed);
    auto *dialog = new BudgetDialog(m_book.get(), sample(), m_names);
    dialog->open();
    auto *save = dialog->findChild<QPushButton *>(u"saveBudget"_s);
    QTest::mouseClick(save, Qt::LeftButton);
    auto *problem = dialog->findChild<QLabel *>(u"budgetProblem"_s);
    QTRY_VERIFY(problem->isVisible());
    QVERIFY(save->isEnabled());
    dialog->reject();
}

void tst_BudgetPanel::removingCanBeUndone()
{
    m_book->budgetAnswer = { budgetStatus(sample(), { Dollar, 0, 0, 0 }) };
    BudgetPanel panel(m_book.get(), m_theme.get());
    panel.setNames(m_names);
    panel.show();
    panel.reload();
    QTRY_VERIFY(visibleChild<QToolButton>(&panel, u"removeBudget"_s));
    Toast toast;
    connect(&panel, &BudgetPanel::toastRequested, &panel, [&](const Toast &one) { toast = one; });
    QTest::mouseClick(visibleChild<QToolButton>(&panel, u"removeBudget"_s), Qt::LeftButton);
    QTRY_COMPARE(m_book->removedBudgets.size(), 1);
    QTRY_VERIFY(toast.action);
    toast.action();
    QTRY_COMPARE(m_book->savedBudgets.size(), 1);
    QVERIFY(m_book->savedBudgets.constFirst() == sample());
}

} // namespace renum::ui

QTEST_MAIN(renum::ui::tst_BudgetPanel)
#include "tst_budget_panel.moc"
