// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/messages/message_model.h"

#include "ui/graph/wall_clock.h"
#include "ui/monitor/messages/message_text.h"
#include "ui/text/format.h"

#include <algorithm>
#include <array>
#include <map>

namespace renum::ui {

MessageModel::MessageModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void MessageModel::setFlow(const MessageFlow &flow)
{
    update(flow, m_filter);
}

void MessageModel::setFilter(const MessageFilter &filter)
{
    update(m_flow, filter);
}

void MessageModel::update(const MessageFlow &flow, const MessageFilter &filter)
{
    const QList<int> rows = filtered(flow, filter);
    const auto isSame = [&](int old, int fresh) {
        return m_flow.messages().at(old).message.id == flow.messages().at(fresh).message.id;
    };
    const auto [was, is] = std::ranges::mismatch(m_rows, rows, isSame);
    const int kept = static_cast<int>(is - rows.begin());
    if (kept < m_rows.size()) {
        beginRemoveRows({}, kept, static_cast<int>(m_rows.size()) - 1);
        m_rows.resize(kept);
        m_open.resize(kept);
        endRemoveRows();
    }
    const bool grows = kept < rows.size();
    if (grows)
        beginInsertRows({}, kept, static_cast<int>(rows.size()) - 1);
    m_flow = flow;
    m_filter = filter;
    m_rows = rows;
    m_open = openRequests(rows);
    if (grows)
        endInsertRows();
    // What became of a message is told after it.
    if (kept > 0)
        emit dataChanged(index(0, 0), index(kept - 1, ColumnCount - 1));
}

// Row by row, so that thousands of requests that nobody answered cost no more than their rows.
QList<QList<OpenRequest>> MessageModel::openRequests(const QList<int> &rows) const
{
    QList<QList<OpenRequest>> ending(rows.size());
    std::map<int, std::array<int, 3>> active; // by lane: how many in each state
    QList<QList<OpenRequest>> open(rows.size());
    for (int row = 0; row < rows.size(); ++row) {
        const FlowMessage &request = m_flow.messages().at(rows.at(row));
        const int lane = request.state ? m_flow.laneOf(request.message.to) : -1;
        if (lane >= 0) {
            ++active[lane].at(static_cast<std::size_t>(*request.state));
            const auto end = std::ranges::lower_bound(rows, request.reply);
            if (request.reply >= 0 && end != rows.end())
                ending[end - rows.begin()].append({ lane, *request.state });
        }
        for (const auto &[each, counts] : active) {
            // What is still open is told first.
            const auto state = std::ranges::find_if(counts, [](int count) { return count > 0; });
            if (state != counts.end())
                open[row].append({ each, static_cast<RequestState>(state - counts.begin()) });
        }
        for (const OpenRequest &over : std::as_const(ending[row]))
            --active[over.lane].at(static_cast<std::size_t>(over.state));
    }
    return open;
}

const FlowMessage *MessageModel::message(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_flow.messages().at(m_rows.at(row)) : nullptr;
}

int MessageModel::rowOf(int place) const
{
    const auto found = std::ranges::lower_bound(m_rows, place);
    return found != m_rows.end() && *found == place ? static_cast<int>(found - m_rows.begin()) : -1;
}

int MessageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MessageModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MessageModel::text(const FlowMessage &shown, int column) const
{
    switch (column) {
    case Time:
        return format::clock(
            between(m_flow.start().value_or(shown.message.createdAt), shown.message.createdAt));
    case From:
        return senderText(m_flow, shown.message);
    case To:
        return recipientText(m_flow, shown.message);
    case Kind:
        return kindText(shown.message.type);
    case Text:
        return lineOf(shown.message);
    case Outcome:
        return outcomeText(m_flow, shown);
    default:
        return {};
    }
}

QVariant MessageModel::data(const QModelIndex &index, int role) const
{
    const FlowMessage *shown = index.isValid() ? message(index.row()) : nullptr;
    if (!shown)
        return {};
    if (role == Qt::DisplayRole)
        return text(*shown, index.column());
    if (role == Qt::AccessibleTextRole && index.column() == Time)
        return spokenText(m_flow, *shown);
    return {};
}

QVariant MessageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case From:
        return tr("From");
    case To:
        return tr("To");
    case Kind:
        return tr("Kind");
    case Text:
        return tr("Message");
    case Outcome:
        return tr("State");
    default:
        return {};
    }
}

} // namespace renum::ui
