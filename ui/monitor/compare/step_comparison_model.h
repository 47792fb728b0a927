// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/run_comparison.h"

#include <QAbstractTableModel>

namespace renum::ui {

class Theme;

/// The steps of two executions, one row for each that either has.
class StepComparisonModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Step, Before, After, Time, Tokens, Money, Differs, ColumnCount };
    /// Raw figures, for sorting: the change, or nothing.
    static constexpr int ChangeRole = Qt::UserRole;

    explicit StepComparisonModel(const Theme *theme, QObject *parent = nullptr);

    void setSteps(std::vector<StepComparison> steps);
    /// Null for a row that there is not.
    [[nodiscard]] const StepComparison *step(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const StepComparison &step, int column) const;

    const Theme *m_theme;
    std::vector<StepComparison> m_steps;
};

} // namespace renum::ui
