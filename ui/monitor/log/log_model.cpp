// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/log/log_model.h"

#include "ui/graph/wall_clock.h"
#include "ui/monitor/log/log_look.h"
#include "ui/text/format.h"

#include <QLocale>
#include <QPointer>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int KeptRows = 2000;
/// Rows before and after what is seen, so that scrolling finds them there.
constexpr int Margin = 40;
constexpr int MostAtOnce = 300;

} // namespace

LogModel::LogModel(ExecutionArchive *archive, QObject *parent)
    : QAbstractListModel(parent)
    , m_archive(archive)
    , m_finder(new LogFinder(archive, this))
    , m_rows(KeptRows)
{
    connect(m_finder, &LogFinder::cleared, this, &LogModel::reset);
    connect(m_finder, &LogFinder::advanced, this, &LogModel::showFound);
}

void LogModel::open(const ExecutionId &id)
{
    ++m_turn;
    m_rows.clear();
    m_asked.clear();
    m_start.reset();
    m_until.reset();
    m_finder->open(id);
}

void LogModel::setFilter(const LogFilter &filter)
{
    m_finder->setFilter(filter);
}

void LogModel::reset()
{
    if (m_count == 0)
        return;
    beginResetModel();
    m_count = 0;
    endResetModel();
}

void LogModel::setNames(const AgentNames &names)
{
    if (names == m_names)
        return;
    m_names = names;
    retranslate();
}

void LogModel::setStart(Timestamp start)
{
    if (start == m_start)
        return;
    m_start = start;
    if (m_count > 0)
        emit dataChanged(index(0), index(m_count - 1), { TimeRole });
}

void LogModel::retranslate()
{
    const QList<qint64> seqs = m_rows.keys();
    for (const qint64 seq : seqs) {
        Row *row = m_rows.object(seq);
        row->line = lineOf(row->event);
    }
    if (m_count > 0)
        emit dataChanged(index(0), index(m_count - 1));
}

void LogModel::showUntil(std::optional<qint64> seq)
{
    m_until = seq;
    showFound();
}

int LogModel::foundCount() const
{
    const QList<qint64> &lines = m_finder->lines();
    if (!m_until)
        return static_cast<int>(lines.size());
    return static_cast<int>(std::ranges::upper_bound(lines, *m_until) - lines.begin());
}

void LogModel::showFound()
{
    const int count = foundCount();
    if (count > m_count) {
        beginInsertRows({}, m_count, count - 1);
        m_count = count;
        endInsertRows();
    } else if (count < m_count) {
        beginRemoveRows({}, count, m_count - 1);
        m_count = count;
        endRemoveRows();
    }
}

qint64 LogModel::seqAt(int row) const
{
    return m_finder->lines().at(row);
}

int LogModel::rowOf(qint64 seq) const
{
    const auto begin = m_finder->lines().cbegin();
    const auto row = static_cast<int>(std::lower_bound(begin, begin + m_count, seq) - begin);
    return std::min(row, m_count - 1);
}

void LogModel::want(int first, int last)
{
    QList<qint64> missing;
    const int end = std::min(last + Margin, m_count - 1);
    for (int row = std::max(first - Margin, 0); row <= end && missing.size() < MostAtOnce; ++row) {
        const qint64 seq = seqAt(row);
        if (!m_rows.contains(seq) && !m_asked.contains(seq))
            missing.append(seq);
    }
    // Not for every row that comes in view, unless it is seen already.
    const bool isSeen = std::ranges::any_of(missing, [&](qint64 seq) {
        return seq >= seqAt(std::max(first, 0)) && seq <= seqAt(std::min(last, m_count - 1));
    });
    if (missing.isEmpty() || (!isSeen && missing.size() < Margin))
        return;
    for (const qint64 seq : std::as_const(missing))
        m_asked.insert(seq);
    m_tasks.start(read(missing, m_turn));
}

QCoro::Task<> LogModel::read(QList<qint64> seqs, int turn)
{
    const QPointer<LogModel> self(this);
    const std::stop_token stop = m_tasks.token();
    const ExecutionId id = m_finder->execution();
    const Result<ExecutionEvents> events = co_await m_archive->logEvents(id, seqs, stop);
    if (!self || turn != m_turn)
        co_return;
    for (const qint64 seq : seqs)
        m_asked.remove(seq);
    if (events)
        take(*events);
    else
        emit failed(events.error());
}

void LogModel::take(const ExecutionEvents &events)
{
    for (const ExecutionEvent &event : events)
        m_rows.insert(event.seq, new Row { event, lineOf(event) });
    if (events.isEmpty() || m_count == 0)
        return;
    const int first = rowOf(events.first().seq);
    const int last = rowOf(events.last().seq);
    emit dataChanged(index(std::min(first, last)), index(std::max(first, last)));
}

LogLine LogModel::lineOf(const ExecutionEvent &event) const
{
    return logLine(event, m_names).value_or(LogLine { event.seq, event.timestamp });
}

QString LogModel::timeText(Timestamp time) const
{
    const auto since
        = std::max(between(m_start.value_or(time), time), std::chrono::milliseconds(0));
    const auto tenths = since.count() / 100 % 10;
    //: minutes and seconds, then tenths of a second
    return tr("%1%2%3").arg(format::clock(since), QLocale().decimalPoint()).arg(tenths);
}

QString LogModel::accessibleText(const LogLine &line) const
{
    //: time, level, what happened
    return tr("%1, %2, %3").arg(timeText(line.time), levelText(line.level), line.text);
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const qint64 seq = seqAt(index.row());
    if (role == SeqRole)
        return seq;
    const Row *row = m_rows.object(seq);
    if (role == ReadRole)
        return row != nullptr;
    if (!row)
        return role == Qt::AccessibleTextRole ? tr("Reading…") : QVariant();
    const LogLine *line = &row->line;
    switch (role) {
    case Qt::DisplayRole:
    case TextRole:
        return line->text;
    case Qt::ToolTipRole:
        return QString("<qt>"_L1 + line->text.toHtmlEscaped() + "</qt>"_L1);
    case Qt::AccessibleTextRole:
        return accessibleText(*line);
    case TimeRole:
        return timeText(line->time);
    case LevelRole:
        return static_cast<int>(line->level);
    case CategoryRole:
        return static_cast<int>(line->category);
    case AgentRole:
        return QVariant::fromValue(line->agent);
    case StepRole:
        return QVariant::fromValue(line->step);
    case KnownRole:
        return line->isKnown;
    default:
        return {};
    }
}

} // namespace renum::ui
