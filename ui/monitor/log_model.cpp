// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/log_model.h"

#include "ui/graph/wall_clock.h"
#include "ui/text/format.h"

#include <QLocale>

namespace renum::ui {

namespace {

/// Rows that go at once when there are too many: announcing each would cost more than keeping them.
constexpr int DropBlock = LogModel::MostRows / 10;

} // namespace

void LogModel::clear()
{
    if (m_lines.empty())
        return;
    beginResetModel();
    m_lines.clear();
    endResetModel();
}

void LogModel::setStart(Timestamp start)
{
    if (start == m_start)
        return;
    m_start = start;
    if (!m_lines.empty())
        emit dataChanged(index(0), index(rowCount() - 1), { TimeRole });
}

void LogModel::append(const QList<LogLine> &lines)
{
    if (lines.isEmpty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(lines.size()) - 1);
    m_lines.insert(m_lines.end(), lines.begin(), lines.end());
    endInsertRows();
    dropOldest();
}

void LogModel::dropOldest()
{
    const int tooMany = rowCount() - MostRows;
    if (tooMany <= 0)
        return;
    const int count = std::min(rowCount(), tooMany + DropBlock);
    beginRemoveRows({}, 0, count - 1);
    m_lines.erase(m_lines.begin(), m_lines.begin() + count);
    endRemoveRows();
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QString LogModel::levelText(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return tr("detail");
    case LogLevel::Info:
        return tr("info");
    case LogLevel::Warning:
        return tr("warning");
    case LogLevel::Error:
        return tr("error");
    }
    return {};
}

QString LogModel::timeText(Timestamp time) const
{
    const auto since = std::max(between(m_start, time), std::chrono::milliseconds(0));
    const auto tenths = since.count() / 100 % 10;
    //: minutes and seconds, then tenths of a second
    return tr("%1%2%3").arg(format::clock(since), QLocale().decimalPoint()).arg(tenths);
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const LogLine &line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case TextRole:
        return line.text;
    case Qt::AccessibleTextRole:
        //: time, level, what happened
        return tr("%1, %2, %3").arg(timeText(line.time), levelText(line.level), line.text);
    case TimeRole:
        return timeText(line.time);
    case LevelRole:
        return static_cast<int>(line.level);
    case AgentRole:
        return QVariant::fromValue(line.agent);
    default:
        return {};
    }
}

} // namespace renum::ui
