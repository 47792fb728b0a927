// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/bars_model.h"

#include "ui/costs/spending_model.h"

namespace renum::ui {

void BarsModel::setBars(const CostBars &bars)
{
    if (m_bars.looksLike(bars)) {
        m_bars = bars; // only amounts moved: selection and place stay
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_bars = bars;
    endResetModel();
}

DayRange BarsModel::daysOf(int row) const
{
    const CostBars::Bucket &bucket = m_bars.buckets.at(row);
    return { bucket.first, bucket.last };
}

int BarsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_bars.buckets.size());
}

int BarsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstSeries + int(m_bars.series.size());
}

const Spending &BarsModel::spendingAt(const QModelIndex &index) const
{
    return index.column() == All
        ? m_bars.sums.at(index.row())
        : m_bars.series.at(index.column() - FirstSeries).bars.at(index.row());
}

QVariant BarsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return index.column() == Days ? int(Qt::AlignLeft | Qt::AlignVCenter)
                                      : int(Qt::AlignRight | Qt::AlignVCenter);
    if (index.column() == Days) {
        if (role == SortRole)
            return m_bars.buckets.at(index.row()).first;
        return role == Qt::DisplayRole ? QVariant(bucketText(m_bars, index.row())) : QVariant();
    }
    const Cost &cost = spendingAt(index).cost;
    if (role == Qt::DisplayRole)
        return amountCell(cost);
    if (role == Qt::ToolTipRole)
        return basisSentence(cost);
    return role == SortRole ? QVariant(cost.isKnown() ? cost.nanoUsd : -1) : QVariant();
}

QVariant BarsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == Days ? int(Qt::AlignLeft | Qt::AlignVCenter)
                               : int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == Days)
        return tr("Days (UTC)");
    if (section == All)
        return tr("Together");
    return section - FirstSeries < m_bars.series.size()
        ? QVariant(m_bars.series.at(section - FirstSeries).name)
        : QVariant();
}

} // namespace renum::ui
