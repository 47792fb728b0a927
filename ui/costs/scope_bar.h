// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/costs/cost_scope.h"

#include <QWidget>

class QDateEdit;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace renum::ui {

class Segments;

/// The header of the costs page: for how long back, and by what spending is told apart.
class ScopeBar : public QWidget {
    Q_OBJECT

public:
    explicit ScopeBar(QWidget *parent = nullptr);

    void showScope(const CostScope &scope);

signals:
    void periodChosen(const renum::ui::CostPeriod &period);
    void groupingChosen(renum::ui::CostGrouping grouping);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void choosePeriod(int kind);
    void chooseDays();

    Segments *m_periods;
    QWidget *m_days;
    QDateEdit *m_first;
    QLabel *m_to;
    QDateEdit *m_last;
    Segments *m_groupings;
};

} // namespace renum::ui
