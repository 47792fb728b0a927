// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/costs/cost_bars.h"

#include <QFrame>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace renum::ui {

class BarsModel;
class CostChart;
class DataTable;
class FlowLayout;
class Theme;

/// Spending over time on a card: one sentence that says it, the bars with their legend, or the same
/// as a table.
class ChartPanel : public QFrame {
    Q_OBJECT

public:
    explicit ChartPanel(Theme *theme, QWidget *parent = nullptr);

    void showBars(const CostBars &bars, CostGrouping grouping);
    /// The stretch of days that was narrowed to can be left again.
    void setWidens(bool widens);
    [[nodiscard]] QString sentence() const;

signals:
    void daysChosen(const renum::DayRange &days);
    void widened();
    /// The person wants to see one group alone.
    void groupChosen(const renum::SpendingRow &row);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showLegend();
    void nameLegend();
    [[nodiscard]] bool narrowsTo(const CostBars::Series &series) const;
    void showWords();

    Theme *m_theme;
    CostBars m_bars;
    CostGrouping m_grouping = CostGrouping::Agent;
    QLabel *m_title;
    QLabel *m_sentence;
    QToolButton *m_widen;
    QToolButton *m_asTable;
    QStackedWidget *m_stack;
    CostChart *m_chart;
    BarsModel *m_model;
    DataTable *m_table;
    QWidget *m_legend;
    FlowLayout *m_legendRow;
    QList<QToolButton *> m_entries;
};

} // namespace renum::ui
