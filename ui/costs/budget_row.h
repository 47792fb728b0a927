// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/costs/budget_text.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace renum::ui {

class Theme;

/// A bar of what a limit has left: what was spent, what is reserved, and where it warns.
class BudgetBar : public QWidget {
    Q_OBJECT

public:
    explicit BudgetBar(Theme *theme, QWidget *parent = nullptr);

    void showStatus(const BudgetStatus &status);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme *m_theme;
    BudgetShares m_shares;
    QList<int> m_levels;
    ColorToken m_color;
};

/// One budget: whose, how it stands, and the ways to change and to remove it.
class BudgetRow : public QWidget {
    Q_OBJECT

public:
    explicit BudgetRow(Theme *theme, QWidget *parent = nullptr);

    void showStatus(const BudgetStatus &status, const CostNames &names);
    [[nodiscard]] const Budget &budget() const noexcept { return m_budget; }

signals:
    void editRequested();
    void removeRequested();

private:
    [[nodiscard]] QToolButton *makeButton(const QString &name, const QString &icon);

    Theme *m_theme;
    Budget m_budget;
    QLabel *m_title;
    QLabel *m_amount;
    QToolButton *m_edit;
    QToolButton *m_remove;
    BudgetBar *m_bar;
    QLabel *m_note;
};

} // namespace renum::ui
