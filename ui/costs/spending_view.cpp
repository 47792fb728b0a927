// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/spending_view.h"

#include "core/workspace/workspace.h"
#include "ui/costs/breakdown_panel.h"
#include "ui/costs/budget_panel.h"
#include "ui/costs/chart_panel.h"
#include "ui/costs/ledger_panel.h"
#include "ui/costs/scope_chips.h"
#include "ui/costs/tiles_row.h"
#include "ui/costs/unpriced_panel.h"
#include "ui/shell/state_panel.h"
#include "ui/text/error_text.h"
#include "ui/theme/look.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int ChartHeight = 10 * Theme::ControlHeight;
constexpr int ChartShare = 3;
constexpr int BudgetsWidth = 8 * Theme::ControlHeight;
constexpr int ListsHeight = 11 * Theme::ControlHeight;
} // namespace

SpendingView::SpendingView(Workspace *workspace, CostDesk *desk, Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_desk(desk)
    , m_theme(theme)
    , m_stack(new QStackedWidget(this))
    , m_state(new StatePanel(theme, m_stack))
    , m_content(new QWidget)
    , m_tiles(new TilesRow(m_content))
    , m_stale(new QLabel(m_content))
    , m_chips(new ScopeChips(theme, m_content))
    , m_chartStack(new QStackedWidget(m_content))
    , m_chart(new ChartPanel(theme, m_chartStack))
    , m_empty(new StatePanel(theme, m_chartStack))
    , m_budgets(new BudgetPanel(workspace->costBook(), theme, m_content))
    , m_lists(new QTabWidget(m_content))
    , m_breakdown(new BreakdownPanel(m_lists))
    , m_calls(new LedgerPanel(workspace->costBook(), theme, m_lists))
    , m_unpriced(new UnpricedPanel(m_lists))
{
    build();
    connectParts();
    retranslate();
    showState();
}

void SpendingView::build()
{
    m_state->setObjectName(u"costsState"_s);
    m_empty->setObjectName(u"costsEmpty"_s);
    m_lists->setObjectName(u"costLists"_s);
    m_lists->setDocumentMode(true);
    m_stale->setObjectName(u"costsStale"_s);
    m_stale->setWordWrap(true);
    m_stale->setMargin(Theme::Space2);
    setLook(m_stale, Look::ErrBanner);
    m_stale->hide();
    m_chartStack->addWidget(m_chart);
    m_chartStack->addWidget(m_empty);
    m_chartStack->setMinimumHeight(ChartHeight);
    m_lists->setMinimumHeight(ListsHeight);
    addLists();
    auto *card = new QFrame(m_content);
    setLook(card, Look::Card);
    auto *inCard = new QVBoxLayout(card);
    inCard->setContentsMargins(Theme::Space3, Theme::Space2, Theme::Space3, Theme::Space3);
    inCard->addWidget(m_lists);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(Theme::Space6, Theme::Space4, Theme::Space6, Theme::Space4);
    column->setSpacing(Theme::Space3);
    column->addWidget(m_stale);
    column->addWidget(m_tiles);
    column->addWidget(m_chips);
    column->addLayout(makeMiddle(), 1);
    column->addWidget(card, 1);
    auto *scroll = new QScrollArea(m_stack);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_content);
    setLook(m_content, Look::Page);
    m_stack->addWidget(m_state);
    m_stack->addWidget(scroll);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
}

QLayout *SpendingView::makeMiddle()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::Space3);
    row->addWidget(m_chartStack, ChartShare);
    row->addWidget(m_budgets, 1);
    m_budgets->setMinimumWidth(BudgetsWidth);
    return row;
}

void SpendingView::addLists()
{
    for (QWidget *list : { static_cast<QWidget *>(m_breakdown), static_cast<QWidget *>(m_calls),
             static_cast<QWidget *>(m_unpriced) })
        m_lists->addTab(list, QString());
    connect(m_calls, &LedgerPanel::executionRequested, this, &SpendingView::executionRequested);
    connect(m_calls, &LedgerPanel::priceRequested, this, &SpendingView::priceRequested);
    connect(m_calls, &LedgerPanel::toastRequested, this, &SpendingView::toastRequested);
    connect(
        m_calls, &LedgerPanel::narrowed, this, [this](const SpendingRow &row) { narrowTo(row); });
    connect(m_unpriced, &UnpricedPanel::priceRequested, this, &SpendingView::priceRequested);
    connect(m_tiles, &TilesRow::fixRequested, m_lists,
        [this] { m_lists->setCurrentWidget(m_unpriced); });
}

void SpendingView::exportCalls()
{
    m_lists->setCurrentWidget(m_calls);
    m_calls->askToExport();
}

void SpendingView::addBudget()
{
    m_budgets->addBudget();
}

void SpendingView::connectParts()
{
    connect(m_desk, &CostDesk::changed, this, &SpendingView::showState);
    connect(m_desk, &CostDesk::scopeChanged, this,
        [this] { m_chips->showScope(m_desk->scope(), m_desk->names()); });
    connect(m_desk, &CostDesk::refreshing, m_budgets, &BudgetPanel::reload);
    connect(m_budgets, &BudgetPanel::toastRequested, this, &SpendingView::toastRequested);
    connect(m_state, &StatePanel::actionTriggered, m_desk, &CostDesk::refresh);
    connect(m_empty, &StatePanel::actionTriggered, this, &SpendingView::widen);
    connect(m_chips, &ScopeChips::scopeChosen, m_desk, &CostDesk::setScope);
    connect(
        m_chart, &ChartPanel::daysChosen, this, [this](const DayRange &days) { narrowTo(days); });
    connect(m_chart, &ChartPanel::widened, this, &SpendingView::widen);
    connect(
        m_chart, &ChartPanel::groupChosen, this, [this](const SpendingRow &row) { narrowTo(row); });
    connect(m_breakdown, &BreakdownPanel::groupChosen, this,
        [this](const SpendingRow &row) { narrowTo(row); });
}

void SpendingView::retranslate()
{
    m_lists->setTabText(0, tr("Breakdown"));
    m_lists->setTabText(1, tr("Calls"));
    m_lists->setTabText(2, tr("Without a price"));
    m_lists->tabBar()->setAccessibleName(tr("Where the cost comes from"));
}

void SpendingView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showState();
    }
    QWidget::changeEvent(event);
}

// --- how it stands -------------------------------------------------------------------------------

void SpendingView::showState()
{
    const bool hasFigures = m_desk->figures().overTime.total.bookings > 0
        || m_desk->state() == CostDesk::State::Ready;
    if (hasFigures) {
        const bool failed = m_desk->state() == CostDesk::State::Failed && m_desk->error();
        m_stale->setVisible(failed);
        if (failed)
            m_stale->setText(tr("These figures are old. %1").arg(errorText(*m_desk->error())));
        showFigures();
        m_stack->setCurrentIndex(1);
        return;
    }
    if (m_desk->state() == CostDesk::State::Failed && m_desk->error())
        m_state->showError(tr("The costs cannot be read"), *m_desk->error());
    else
        m_state->showLoading(tr("Adding up what was spent…"));
    m_stack->setCurrentIndex(0);
}

void SpendingView::showFigures()
{
    const CostFigures &figures = m_desk->figures();
    const CostScope &scope = m_desk->scope();
    const DayRange days = scope.days(ledgerToday());
    m_tiles->showFigures(figures, scope);
    m_chips->showScope(scope, m_desk->names());
    m_chart->showBars(
        costBars(figures.overTime.rows, days, scope.grouping, m_desk->names()), scope.grouping);
    m_chart->setWidens(scope.stretch.first.has_value());
    m_breakdown->showFigures(figures, m_desk->names());
    m_calls->showScope(scope, m_desk->names());
    m_budgets->setNames(m_desk->names());
    m_unpriced->showModels(figures.unpriced);
    const bool empty = figures.overTime.total.bookings == 0;
    m_chartStack->setCurrentIndex(empty ? 1 : 0);
    m_lists->parentWidget()->setVisible(!empty);
    if (empty)
        showEmpty();
}

void SpendingView::showEmpty()
{
    if (m_desk->scope().isNarrowed()) {
        m_empty->showMessage(u"costs"_s, tr("Nothing was spent here"),
            tr("No call was booked for what you narrowed to."), tr("Show everything"));
        return;
    }
    m_empty->showMessage(u"costs"_s, tr("Nothing was spent in this period"),
        tr("Run a team, and every call of a model is booked here with its tokens and its price. "
           "Or choose a longer period above."));
}

// --- narrowing -----------------------------------------------------------------------------------

void SpendingView::narrowTo(const DayRange &days)
{
    CostScope scope = m_desk->scope();
    scope.stretch = days;
    m_desk->setScope(scope);
}

// Only what tells the row apart is set in it.
void SpendingView::narrowTo(const SpendingRow &row)
{
    CostScope scope = m_desk->scope();
    if (!row.team.isEmpty())
        scope.team = row.team;
    if (!row.agent.isEmpty())
        scope.agent = row.agent;
    if (!row.model.isEmpty())
        scope.model = row.model;
    m_desk->setScope(scope);
}

// One step back: from some days to the period, from one agent to all.
void SpendingView::widen()
{
    CostScope scope = m_desk->scope();
    if (scope.stretch.first) {
        scope.stretch = {};
    } else {
        scope.team = {};
        scope.agent = {};
        scope.model.clear();
    }
    m_desk->setScope(scope);
}

} // namespace renum::ui
