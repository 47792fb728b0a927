// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/log/log_finder.h"

#include <QPointer>

#include <algorithm>

namespace renum::ui {

LogFinder::LogFinder(ExecutionArchive *archive, QObject *parent)
    : QObject(parent)
    , m_archive(archive)
{
}

void LogFinder::open(const ExecutionId &id)
{
    m_execution = id;
    m_last = 0;
    reset();
}

void LogFinder::setFilter(const LogFilter &filter)
{
    m_filter = filter;
    reset();
    goOn();
}

void LogFinder::reset()
{
    ++m_turn;
    m_isSearching = false;
    m_lines.clear();
    m_reached = 0;
    emit cleared();
}

void LogFinder::grew(qint64 last)
{
    m_last = std::max(m_last, last);
    if (m_reached < m_last)
        goOn();
}

void LogFinder::retry()
{
    goOn();
}

void LogFinder::goOn()
{
    if (m_isSearching || m_execution.isEmpty())
        return;
    m_isSearching = true;
    m_tasks.start(search(m_turn));
}

QCoro::Task<> LogFinder::search(int turn)
{
    const QPointer<LogFinder> self(this);
    const std::stop_token stop = m_tasks.token();
    const qint64 reachedBefore = m_reached;
    do {
        const LogStretch stretch { m_reached };
        const Result<LogHits> hits
            = co_await m_archive->findInLog(m_execution, m_filter, stretch, stop);
        if (!self || turn != m_turn)
            co_return;
        if (!hits) {
            m_isSearching = false;
            emit failed(hits.error());
            co_return;
        }
        m_lines += hits->lines;
        m_reached = hits->reached;
        m_last = std::max(m_last, hits->last);
        const bool isBehind = hits->reached < hits->last;
        m_isSearching = isBehind;
        emit advanced();
        if (!self || turn != m_turn)
            co_return;
    } while (m_isSearching);
    // What grew while the last part was searched; unless it is not there yet.
    if (m_reached < m_last && m_reached > reachedBefore)
        goOn();
}

} // namespace renum::ui
