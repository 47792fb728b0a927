// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/costs_page.h"

#include "ui/costs/cost_desk.h"
#include "ui/costs/price_panel.h"
#include "ui/costs/scope_bar.h"
#include "ui/costs/spending_view.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QEvent>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

CostsPage::CostsPage(Workspace *workspace, Theme *theme, QWidget *parent)
    : Page(parent)
    , m_desk(new CostDesk(workspace, this))
    , m_bar(new ScopeBar(this))
    , m_tabs(new QTabWidget(this))
    , m_spending(new SpendingView(workspace, m_desk, theme, m_tabs))
    , m_prices(new PricePanel(workspace->costBook(), theme, m_tabs))
{
    setLook(this, Look::Page);
    m_tabs->setObjectName(u"costTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_spending, QString());
    m_tabs->addTab(m_prices, QString());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tabs);
    connectParts();
    m_bar->showScope(m_desk->scope());
    makeActions();
    retranslate();
}

void CostsPage::connectParts()
{
    connect(m_bar, &ScopeBar::periodChosen, this, [this](const CostPeriod &period) {
        CostScope scope = m_desk->scope();
        scope.period = period;
        scope.stretch = {};
        m_desk->setScope(scope);
    });
    connect(m_bar, &ScopeBar::groupingChosen, this, [this](CostGrouping grouping) {
        CostScope scope = m_desk->scope();
        scope.grouping = grouping;
        m_desk->setScope(scope);
    });
    connect(m_desk, &CostDesk::scopeChanged, this, [this] {
        if (m_bar)
            m_bar->showScope(m_desk->scope());
    });
    connect(m_spending, &SpendingView::toastRequested, this, &Page::toastRequested);
    connect(m_spending, &SpendingView::executionRequested, this, &CostsPage::executionRequested);
    connect(m_prices, &PricePanel::toastRequested, this, &Page::toastRequested);
    connect(m_spending, &SpendingView::priceRequested, m_prices, &PricePanel::editPrice);
}

QAction *CostsPage::makeAction(const char *name, const QKeySequence &keys)
{
    auto *action = new QAction(this);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    return action;
}

void CostsPage::makeActions()
{
    const std::pair<const char *, CostPeriod::Kind> periods[] { { "costsToday",
                                                                    CostPeriod::Kind::Day },
        { "costsWeek", CostPeriod::Kind::Week }, { "costsMonth", CostPeriod::Kind::Month } };
    for (const auto &[name, kind] : periods) {
        QAction *action = makeAction(name, {});
        connect(action, &QAction::triggered, this, [this, period = CostPeriod { kind }] {
            CostScope scope = m_desk->scope();
            scope.period = period;
            scope.stretch = {};
            m_desk->setScope(scope);
        });
    }
    connect(makeAction("exportCalls", QKeySequence(Qt::CTRL | Qt::Key_E)), &QAction::triggered,
        m_spending, &SpendingView::exportCalls);
    connect(makeAction("addBudget", {}), &QAction::triggered, m_spending, &SpendingView::addBudget);
}

void CostsPage::retranslate()
{
    const auto name = [this](const char *action, const QString &text) {
        findChild<QAction *>(QString::fromLatin1(action), Qt::FindDirectChildrenOnly)
            ->setText(text);
    };
    name("costsToday", tr("Show the costs of today"));
    name("costsWeek", tr("Show the costs of the last seven days"));
    name("costsMonth", tr("Show the costs of the last thirty days"));
    name("exportCalls", tr("Export the listed calls"));
    name("addBudget", tr("Add a budget"));
    m_tabs->setTabText(0, tr("Spending"));
    m_tabs->setTabText(1, tr("Prices"));
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the costs"));
}

void CostsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

PageEntry CostsPage::entry()
{
    return { u"costs"_s, [] { return tr("Costs"); } };
}

QWidget *CostsPage::headerWidget() const
{
    return m_bar;
}

void CostsPage::activated()
{
    m_desk->setWatched(true);
    m_desk->refresh();
    m_prices->reload();
}

void CostsPage::focusSearch()
{
    m_tabs->setCurrentWidget(m_prices);
    m_prices->focusSearch();
}

void CostsPage::hideEvent(QHideEvent *event)
{
    m_desk->setWatched(false);
    Page::hideEvent(event);
}

} // namespace renum::ui
