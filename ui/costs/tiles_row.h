// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/costs/cost_desk.h"

#include <QWidget>

namespace renum::ui {

class CostTile;

/// The figures of a period, side by side.
class TilesRow : public QWidget {
    Q_OBJECT

public:
    explicit TilesRow(QWidget *parent = nullptr);

    void showFigures(const CostFigures &figures, const CostScope &scope);

signals:
    /// The person wants to give prices to models without one.
    void fixRequested();

private:
    void showSpent(const SpendingReport &report, const DayRange &days);
    void showForecast(const Forecast &forecast);
    void showRuns(const ExecutionCounts &runs, const CostScope &scope);
    void showCalls(const Spending &total);
    void showUnpriced(const Spending &total, const SpendingRows &models);

    CostTile *m_spent;
    CostTile *m_forecast;
    CostTile *m_runs;
    CostTile *m_calls;
    CostTile *m_unpriced;
};

/// "▲ 12 % on the 30 days before (≈ $160.20)"; what cannot be compared says so.
[[nodiscard]] QString changeSentence(const SpendingReport &report, const DayRange &days);

} // namespace renum::ui
