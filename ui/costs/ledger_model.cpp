// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/ledger_model.h"

#include "ui/costs/spending_model.h"
#include "ui/text/format.h"

#include <QDateTime>
#include <QLocale>
#include <QPointer>

#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int PageRows = 100;

QString tokenCell(const std::optional<qint64> &tokens, bool estimated)
{
    if (!tokens)
        return {};
    const QString number = QLocale().toString(*tokens);
    return estimated ? QString(u"≈ "_s + number) : number;
}

QString basisWord(const LedgerRow &row)
{
    switch (basisOf(row.usage.cost)) {
    case CostBasis::Reported:
        return LedgerModel::tr("told by the service");
    case CostBasis::Computed:
        return row.priceVersion.isEmpty()
            ? LedgerModel::tr("computed")
            : LedgerModel::tr("computed, prices %1").arg(row.priceVersion);
    case CostBasis::Estimated:
        return LedgerModel::tr("estimated");
    case CostBasis::Unpriced:
        return row.usage.tokensInput ? LedgerModel::tr("no price for this model")
                                     : LedgerModel::tr("tokens are not known");
    }
    Q_UNREACHABLE();
}

QString flagText(const QString &flag)
{
    if (flag == QLatin1String(cost_flag::AbsurdCount))
        return LedgerModel::tr("a count cannot be right");
    if (flag == QLatin1String(cost_flag::CachedOverInput))
        return LedgerModel::tr("more cached than read");
    if (flag == QLatin1String(cost_flag::ReasoningOverOutput))
        return LedgerModel::tr("more reasoning than written");
    if (flag == QLatin1String(cost_flag::CacheAtInputPrice))
        return LedgerModel::tr("cache at the price of input");
    if (flag == QLatin1String(cost_flag::TierOfAverage))
        return LedgerModel::tr("price step by the average prompt");
    if (flag == QLatin1String(cost_flag::ReportedInvalid))
        return LedgerModel::tr("the service told no usable amount");
    if (flag == QLatin1String(cost_flag::AbsurdAmount))
        return LedgerModel::tr("the amount cannot be right");
    if (flag.startsWith(QLatin1String(cost_flag::UnknownType)))
        return LedgerModel::tr("tokens “%1” are not in the amount").arg(flag.section(u':', 1));
    return {};
}

QString timeText(Timestamp time)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMicroseconds(time) / 1000);
    //: a day and a time with seconds, see QLocale::toString
    return QLocale().toString(local, LedgerModel::tr("d MMM yyyy HH:mm:ss"));
}

bool isNumberColumn(int column)
{
    return column >= LedgerModel::Input && column <= LedgerModel::Amount;
}

} // namespace

QString bookingBasis(const LedgerRow &row)
{
    QStringList parts { basisWord(row) };
    for (const QString &flag : row.flags) {
        if (const QString text = flagText(flag); !text.isEmpty())
            parts << text;
    }
    return parts.join(u" · "_s);
}

LedgerModel::LedgerModel(CostBook *book, QObject *parent)
    : QAbstractTableModel(parent)
    , m_book(book)
{
}

void LedgerModel::setQuery(const LedgerQuery &query)
{
    m_isOther = m_isOther || query.filter != m_query.filter || query.execution != m_query.execution
        || query.unpricedOnly != m_query.unpricedOnly || query.flaggedOnly != m_query.flaggedOnly;
    m_query = query;
    m_query.page = { PageRows, {} };
    reload();
}

void LedgerModel::setNames(const CostNames &names)
{
    m_names = names;
    retranslate();
}

void LedgerModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void LedgerModel::reload()
{
    if (m_state == State::Failed) {
        m_state = State::Loading;
        emit stateChanged();
    }
    m_reading = true;
    m_tasks.start(read(m_query, ++m_turn));
}

QCoro::Task<> LedgerModel::read(LedgerQuery query, int turn)
{
    const QPointer<LedgerModel> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<renum::Page<LedgerRow>> page = co_await m_book->ledger(query, stop);
    if (!self || turn != m_turn)
        co_return;
    m_reading = false;
    if (page) {
        take(*page, query.page.after.isEmpty());
        m_error.reset();
        m_state = State::Ready;
    } else {
        m_error = page.error();
        m_state = State::Failed;
        m_next.clear();
    }
    emit stateChanged();
}

void LedgerModel::take(const renum::Page<LedgerRow> &page, bool isFirst)
{
    if (!isFirst) {
        m_next = page.next;
        if (page.items.isEmpty())
            return;
        beginInsertRows({}, rowCount(), rowCount() + int(page.items.size()) - 1);
        m_rows.append(page.items);
        endInsertRows();
        return;
    }
    if (!std::exchange(m_isOther, false) && addNewer(page.items))
        return;
    beginResetModel();
    m_rows = page.items;
    m_next = page.next;
    endResetModel();
}

// What was booked since stands above what is shown: selection and place stay.
bool LedgerModel::addNewer(const QList<LedgerRow> &newest)
{
    if (m_rows.isEmpty())
        return false;
    const qsizetype newer = newest.indexOf(m_rows.constFirst());
    const qsizetype known = newest.size() - newer;
    if (newer < 0 || known > m_rows.size() || newest.mid(newer) != m_rows.first(known))
        return false;
    if (newer > 0) {
        beginInsertRows({}, 0, int(newer) - 1);
        m_rows = newest.first(newer) + m_rows;
        endInsertRows();
    }
    return true;
}

bool LedgerModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_next.isEmpty() && !m_reading;
}

void LedgerModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_reading = true;
    LedgerQuery more = m_query;
    more.page.after = m_next;
    m_tasks.start(read(more, m_turn));
}

int LedgerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int LedgerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LedgerModel::text(const LedgerRow &row, int column) const
{
    const Usage &usage = row.usage;
    switch (column) {
    case Time:
        return timeText(row.time);
    case Team:
        return m_names.team(row.team);
    case Agent:
        return m_names.agent(row.agent);
    case Model:
        return CostNames::model(usage.modelName);
    case Input:
        return tokenCell(usage.tokensInput, usage.estimated);
    case Cached:
        return tokenCell(usage.tokensCached, usage.estimated);
    case Output:
        return tokenCell(usage.tokensOutput, usage.estimated);
    case Attempt:
        return row.attempt ? QLocale().toString(*row.attempt) : QString();
    case Amount:
        return amountCell(usage.cost);
    case Basis:
        return bookingBasis(row);
    default:
        return {};
    }
}

QVariant LedgerModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const LedgerRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == Basis ? bookingBasis(row) : tr("Press Return to open the run");
    case Qt::TextAlignmentRole:
        return int(
            (isNumberColumn(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case RowRole:
        return QVariant::fromValue(row);
    case UnpricedRole:
        return row.usage.cost.unpricedCalls > 0;
    default:
        return {};
    }
}

QVariant LedgerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumberColumn(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles { tr("Time"), tr("Team"), tr("Agent"), tr("Model"), tr("Input"),
        tr("Cached"), tr("Output"), tr("Attempt"), tr("Cost"), tr("Where the amount is from") };
    return titles.value(section);
}

} // namespace renum::ui
