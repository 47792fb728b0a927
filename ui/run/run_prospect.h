// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/cost_book.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>

class QLabel;
class QVBoxLayout;

namespace renum::ui {

class RunEstimator;

/// What is known before a run: what it will probably cost and take, what the budgets leave, and
/// whether the run may pass one of them. Nothing of this keeps a person from running it.
class RunProspect : public QWidget {
    Q_OBJECT

public:
    /// Both outlive this.
    RunProspect(CostBook *book, Theme *theme, QWidget *parent = nullptr);

    /// Who works in it; those whose result is kept do not.
    void setPlan(const TeamId &team, const ExecutionPlan &plan);
    void setPrompt(const QString &prompt);
    /// As many runs are about to be started.
    void setRuns(int runs);
    [[nodiscard]] const std::optional<RunEstimate> &estimate() const;
    /// About all runs; empty while nothing is known.
    [[nodiscard]] QString costSentence() const;

signals:
    void changed();

private:
    void ask();
    void askBudgets();
    void refresh();
    void addLine(const QString &text, ColorToken color);
    QCoro::Task<> readBudgets(BudgetQuery query);

    CostBook *m_book;
    Theme *m_theme;
    RunEstimator *m_estimator;
    QLabel *m_cost;
    QWidget *m_lines = nullptr; ///< one for each budget
    QVBoxLayout *m_layout;
    TeamId m_team;
    std::optional<ExecutionPlan> m_plan;
    QString m_prompt;
    int m_runs = 1;
    QList<BudgetStatus> m_budgets;
    TaskScope m_tasks;
};

} // namespace renum::ui
