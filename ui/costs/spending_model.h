// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/costs/cost_names.h"

#include <QAbstractTableModel>

namespace renum::ui {

/// Groups of spending as a table: what each cost, its share, its calls and tokens.
class SpendingModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        Name,
        Amount,
        Share,
        Calls,
        PerCall,
        Input,
        Cached,
        Output,
        Unpriced,
        ColumnCount
    };
    enum Role {
        SortRole = Qt::UserRole, ///< a number, or the name
        RowRole, ///< SpendingRow: the ids
    };

    explicit SpendingModel(QObject *parent = nullptr);

    void setGroups(const QList<CostGroup> &groups, CostGrouping grouping);
    /// New words after a change of language.
    void retranslate();
    [[nodiscard]] CostGrouping grouping() const noexcept { return m_grouping; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const CostGroup &group, int column) const;
    [[nodiscard]] QVariant number(const CostGroup &group, int column) const;

    QList<CostGroup> m_groups;
    CostGrouping m_grouping = CostGrouping::Agent;
    qint64 m_total = 0;
};

/// How an amount stands in a table: money, "not known" when no call has a price, else empty.
[[nodiscard]] QString amountCell(const Cost &cost);
/// Where amounts come from, for tool tips: "2 told by the service, 1 without a price".
[[nodiscard]] QString basisSentence(const Cost &cost);

} // namespace renum::ui
