// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/costs/cost_bars.h"

#include <QtCharts/QChartView>

class QCategoryAxis;
class QStackedBarSeries;

namespace renum::ui {

class Theme;

/// Stacked bars of spending over time. Dragging over bars, or marking them with Shift and the arrow
/// keys and pressing Return, narrows to their days; Escape widens again.
class CostChart : public QChartView {
    Q_OBJECT

public:
    explicit CostChart(Theme *theme, QWidget *parent = nullptr);

    void showBars(const CostBars &bars);
    /// Buckets that are marked, first and last; none: -1 and -1.
    [[nodiscard]] std::pair<int, int> marked() const { return { m_from, m_to }; }

    [[nodiscard]] QSize sizeHint() const override;

signals:
    void daysChosen(const renum::DayRange &days);
    void widened();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    void addSeries();
    void addAxes();
    void applyTheme();
    void labelTime(QCategoryAxis *axis) const;
    void labelMoney(QCategoryAxis *axis) const;
    void showTip(const CostBars::Series &series, int bucket, bool inside);
    void mark(int from, int to);
    void choose();
    [[nodiscard]] int bucketAt(const QPointF &position) const;

    Theme *m_theme;
    CostBars m_bars;
    QStackedBarSeries *m_series = nullptr;
    int m_from = -1; ///< where marking began
    int m_to = -1;
    bool m_dragging = false;
};

/// Amounts for the lines of a chart, from zero up to at least `highest`, evenly and roundly apart.
[[nodiscard]] QList<qint64> moneyTicks(qint64 highest);

} // namespace renum::ui
