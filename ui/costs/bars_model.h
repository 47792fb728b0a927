// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/costs/cost_bars.h"

#include <QAbstractTableModel>

namespace renum::ui {

/// The chart of spending as a table: a row a bar, a column a group.
class BarsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// For sorting: days, amounts.
    static constexpr int SortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    void setBars(const CostBars &bars);
    [[nodiscard]] DayRange daysOf(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    enum FixedColumn { Days, All, FirstSeries };
    [[nodiscard]] const Spending &spendingAt(const QModelIndex &index) const;

    CostBars m_bars;
};

} // namespace renum::ui
