// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/spending_model.h"

#include "ui/text/money_text.h"

#include <QLocale>

namespace renum::ui {

QString amountCell(const Cost &cost)
{
    const QString amount = format::money(cost);
    if (!amount.isEmpty() || cost.calls() == 0)
        return amount;
    return SpendingModel::tr("no price");
}

QString basisSentence(const Cost &cost)
{
    QStringList parts;
    if (cost.reportedCalls > 0)
        parts << SpendingModel::tr("%n told by the service", nullptr, cost.reportedCalls);
    if (cost.computedCalls > 0)
        parts << SpendingModel::tr("%n from the price table", nullptr, cost.computedCalls);
    if (cost.estimatedCalls > 0)
        parts << SpendingModel::tr("%n estimated", nullptr, cost.estimatedCalls);
    if (cost.unpricedCalls > 0)
        parts << SpendingModel::tr("%n without a price", nullptr, cost.unpricedCalls);
    return parts.join(SpendingModel::tr(", ", "between parts of a list"));
}

SpendingModel::SpendingModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void SpendingModel::setGroups(const QList<CostGroup> &groups, CostGrouping grouping)
{
    m_total = 0;
    for (const CostGroup &group : groups)
        m_total += group.row.spending.cost.nanoUsd;
    const bool sameRows = grouping == m_grouping
        && std::ranges::equal(groups, m_groups, {}, &CostGroup::key, &CostGroup::key);
    if (sameRows) {
        // Only figures moved: selection and scroll position stay.
        m_groups = groups;
        if (!groups.isEmpty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_groups = groups;
    m_grouping = grouping;
    endResetModel();
    emit headerDataChanged(Qt::Horizontal, Name, Name);
}

void SpendingModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_groups.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int SpendingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_groups.size());
}

int SpendingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString SpendingModel::text(const CostGroup &group, int column) const
{
    const Spending &spending = group.row.spending;
    const QLocale locale;
    switch (column) {
    case Name:
        return group.name;
    case Amount:
        return amountCell(spending.cost);
    case Share:
        return m_total > 0 && spending.cost.isKnown()
            ? locale.toString(100.0 * double(spending.cost.nanoUsd) / double(m_total), 'f', 1)
                + locale.percent()
            : QString();
    case Calls:
        return locale.toString(spending.requests);
    case PerCall: {
        const qint64 priced = spending.bookings - spending.cost.unpricedCalls;
        if (priced <= 0)
            return {};
        return format::money(Cost::ofCall(CostBasis::Computed, spending.cost.nanoUsd / priced));
    }
    case Input:
        return locale.toString(spending.tokensInput);
    case Cached:
        return locale.toString(spending.tokensCached);
    case Output:
        return locale.toString(spending.tokensOutput);
    case Unpriced:
        return spending.cost.unpricedCalls > 0 ? locale.toString(spending.cost.unpricedCalls)
                                               : QString();
    default:
        return {};
    }
}

QVariant SpendingModel::number(const CostGroup &group, int column) const
{
    const Spending &spending = group.row.spending;
    switch (column) {
    case Name:
        return group.name;
    case Calls:
        return spending.requests;
    case PerCall: {
        const qint64 priced = spending.bookings - spending.cost.unpricedCalls;
        return priced > 0 ? spending.cost.nanoUsd / priced : -1;
    }
    case Input:
        return spending.tokensInput;
    case Cached:
        return spending.tokensCached;
    case Output:
        return spending.tokensOutput;
    case Unpriced:
        return spending.cost.unpricedCalls;
    default:
        return spending.cost.isKnown() ? spending.cost.nanoUsd : -1;
    }
}

QVariant SpendingModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_groups.size())
        return {};
    const CostGroup &group = m_groups.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(group, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Name ? int(Qt::AlignLeft | Qt::AlignVCenter)
                                      : int(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return index.column() == Name ? group.key : basisSentence(group.row.spending.cost);
    case SortRole:
        return number(group, index.column());
    case RowRole:
        return QVariant::fromValue(group.row);
    default:
        return {};
    }
}

QVariant SpendingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == Name ? int(Qt::AlignLeft | Qt::AlignVCenter)
                               : int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString first = m_grouping == CostGrouping::Agent ? tr("Agent")
        : m_grouping == CostGrouping::Model                 ? tr("Model")
        : m_grouping == CostGrouping::Team                  ? tr("Team")
                                                            : tr("Strategy");
    const QStringList titles { first, tr("Cost"), tr("Share"), tr("Calls"), tr("Cost a call"),
        tr("Input tokens"), tr("of it cached"), tr("Output tokens"), tr("Without a price") };
    return titles.value(section);
}

} // namespace renum::ui
