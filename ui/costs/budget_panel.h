// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/cost_book.h"
#include "ui/costs/cost_names.h"
#include "ui/shell/toast.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace renum::ui {

class Theme;

/// The budgets and how they stand, on a card.
class BudgetPanel : public QFrame {
    Q_OBJECT

public:
    BudgetPanel(CostBook *book, Theme *theme, QWidget *parent = nullptr);

    void setNames(const CostNames &names);
    void reload();
    void addBudget();

signals:
    void toastRequested(const renum::ui::Toast &toast);

protected:
    void changeEvent(QEvent *event) override;

private:
    QCoro::Task<> read(int turn);
    QCoro::Task<> removeNow(Budget budget);
    QCoro::Task<> bringBack(Budget budget);
    void retranslate();
    void rebuild();
    void makeRows();
    void edit(const Budget &budget);

    CostBook *m_book;
    Theme *m_theme;
    CostNames m_names;
    QList<BudgetStatus> m_budgets;
    QList<BudgetId> m_shown; ///< those of the rows
    std::optional<Error> m_error;
    bool m_isRead = false;
    int m_turn = 0;
    QLabel *m_title;
    QLabel *m_message;
    QPushButton *m_retry;
    QPushButton *m_add;
    QWidget *m_list;
    QVBoxLayout *m_rows;
    TaskScope m_tasks;
};

} // namespace renum::ui
