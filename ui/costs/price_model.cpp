// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/price_model.h"

#include "ui/text/money_text.h"

#include <QLocale>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

std::optional<NanoUsdPerMillion> rateOf(const PriceEntry &entry, int column)
{
    switch (column) {
    case PriceModel::Input:
        return entry.rates.input;
    case PriceModel::Output:
        return entry.rates.output;
    case PriceModel::CacheRead:
        return entry.rates.cacheRead;
    case PriceModel::CacheWrite:
        return entry.rates.cacheWrite;
    default:
        return std::nullopt;
    }
}

bool isRate(int column)
{
    return column >= PriceModel::Input && column <= PriceModel::CacheWrite;
}

QString sourceText(const PriceEntry &entry)
{
    if (!entry.sourceDate)
        return entry.source;
    const QString day = QLocale().toString(*entry.sourceDate, QLocale::ShortFormat);
    //: where a price was read, and when
    return entry.source.isEmpty() ? day : PriceModel::tr("%1, read %2").arg(entry.source, day);
}

} // namespace

QString priceText(const std::optional<NanoUsdPerMillion> &price)
{
    return price ? format::money(Cost::ofCall(CostBasis::Reported, *price)) : QString();
}

QString ratesText(const TokenRates &rates)
{
    //: prices of a million tokens
    return PriceModel::tr("in %1, out %2").arg(priceText(rates.input), priceText(rates.output));
}

void PriceModel::setBook(const PriceBook &book)
{
    beginResetModel();
    m_rows.clear();
    for (const PriceEntry &entry : book.own)
        m_rows.append({ entry, true });
    for (const PriceEntry &entry : book.builtIn)
        m_rows.append({ entry, false });
    endResetModel();
}

void PriceModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int PriceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PriceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PriceModel::text(const Row &row, int column) const
{
    const PriceEntry &entry = row.entry;
    switch (column) {
    case Model:
        //: a model's name, and those that begin with it
        return entry.match == PriceEntry::Match::Prefix ? tr("%1…").arg(entry.model) : entry.model;
    case Provider:
        return entry.provider.isEmpty() ? tr("any") : entry.provider;
    case Since:
        return entry.validFrom ? QLocale().toString(*entry.validFrom, QLocale::ShortFormat)
                               : QString();
    case Source:
        return row.isOwn ? tr("Your own: %1").arg(sourceText(entry)) : sourceText(entry);
    default:
        return priceText(rateOf(entry, column));
    }
}

QVariant PriceModel::sortKey(const Row &row, int column) const
{
    if (isRate(column))
        return rateOf(row.entry, column).value_or(-1);
    return column == Since ? QVariant(row.entry.validFrom.value_or(QDate()))
                           : QVariant(text(row, column));
}

QVariant PriceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return row.isOwn ? tr("A price of your own; it wins over those of Renum")
                         : sourceText(row.entry);
    case Qt::TextAlignmentRole:
        return int((isRate(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole:
        return sortKey(row, index.column());
    case EntryRole:
        return QVariant::fromValue(row.entry);
    case OwnRole:
        return row.isOwn;
    case SearchRole:
        return QString(row.entry.model + u' ' + row.entry.provider + u' ' + row.entry.source);
    default:
        return {};
    }
}

QVariant PriceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isRate(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && isRate(section))
        return tr("US dollars for a million tokens");
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles { tr("Model"), tr("Provider"), tr("Input"), tr("Output"),
        tr("Cache read"), tr("Cache write"), tr("Since"), tr("Source") };
    return titles.value(section);
}

} // namespace renum::ui
