// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/costs/cost_desk.h"
#include "ui/shell/toast.h"

#include <QWidget>

class QLabel;
class QLayout;
class QStackedWidget;
class QTabWidget;

namespace renum {
class Workspace;
}

namespace renum::ui {

class BreakdownPanel;
class BudgetPanel;
class ChartPanel;
class LedgerPanel;
class ScopeChips;
class StatePanel;
class Theme;
class TilesRow;
class UnpricedPanel;

/// What was spent: figures, the chart, and below it where it comes from.
class SpendingView : public QWidget {
    Q_OBJECT

public:
    SpendingView(Workspace *workspace, CostDesk *desk, Theme *theme, QWidget *parent = nullptr);

    /// Asks where to write the calls that are listed.
    void exportCalls();
    void addBudget();

signals:
    /// The person wants to see the run of a call.
    void executionRequested(const renum::ExecutionId &execution, const renum::AgentId &agent);
    /// The person wants to give a model a price.
    void priceRequested(const QString &model, const QString &provider);
    void toastRequested(const renum::ui::Toast &toast);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    [[nodiscard]] QLayout *makeMiddle();
    void connectParts();
    void retranslate();
    void addLists();
    void showState();
    void showFigures();
    void showEmpty();
    void narrowTo(const SpendingRow &row);
    void narrowTo(const DayRange &days);
    void widen();

    Workspace *m_workspace;
    CostDesk *m_desk;
    Theme *m_theme;
    QStackedWidget *m_stack;
    StatePanel *m_state;
    QWidget *m_content;
    TilesRow *m_tiles;
    QLabel *m_stale;
    ScopeChips *m_chips;
    QStackedWidget *m_chartStack;
    ChartPanel *m_chart;
    StatePanel *m_empty;
    BudgetPanel *m_budgets;
    QTabWidget *m_lists;
    BreakdownPanel *m_breakdown;
    LedgerPanel *m_calls;
    UnpricedPanel *m_unpriced;
};

} // namespace renum::ui
