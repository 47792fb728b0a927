// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/cost_book.h"
#include "ui/costs/cost_names.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace renum::ui {

/// Adds or changes a budget. Closes once it is saved.
class BudgetDialog : public QDialog {
    Q_OBJECT

public:
    /// A budget with an empty id is a new one.
    BudgetDialog(
        CostBook *book, const Budget &budget, const CostNames &names, QWidget *parent = nullptr);

protected:
    bool event(QEvent *event) override;

private:
    void build();
    void addChoices();
    void showBudget();
    void followScope();
    void follow();
    void save();
    QCoro::Task<> saveNow(Budget budget);
    [[nodiscard]] Budget entered() const;

    CostBook *m_book;
    Budget m_budget;
    CostNames m_names;
    QLineEdit *m_name;
    QComboBox *m_scope;
    QComboBox *m_subject;
    QFormLayout *m_form = nullptr;
    QComboBox *m_period;
    QDoubleSpinBox *m_dollars;
    QSpinBox *m_tokens;
    QSpinBox *m_calls;
    QSpinBox *m_minutes;
    QComboBox *m_action;
    QLineEdit *m_levels;
    QCheckBox *m_active;
    QLabel *m_problem;
    QPushButton *m_save = nullptr;
    TaskScope m_tasks;
};

/// "50, 80" as percents, ascending and each once; none when something in it is no percent.
[[nodiscard]] std::optional<QList<int>> warnLevels(const QString &text);

} // namespace renum::ui
