// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/replay/execution_log_reader.h"

#include <QPointer>

#include <utility>

namespace renum::ui {

ExecutionLogReader::ExecutionLogReader(Workspace *workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
}

void ExecutionLogReader::open(const ExecutionId &id)
{
    m_subscription.reset();
    m_id = id;
    m_last = 0;
    m_more = false;
    ++m_opening;
    if (!id.isEmpty())
        m_tasks.start(readPage(m_opening));
}

void ExecutionLogReader::readOn()
{
    if (std::exchange(m_more, false))
        m_tasks.start(readPage(m_opening));
}

QCoro::Task<> ExecutionLogReader::readPage(quint64 opening)
{
    const QPointer<ExecutionLogReader> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<ExecutionEvents> page = co_await m_workspace->events(m_id, m_last, PageSize, stop);
    if (!self || opening != m_opening)
        co_return;
    if (!page) {
        emit failed(page.error());
        co_return;
    }
    m_more = page->size() >= PageSize;
    take(*page);
    if (self && opening == m_opening && page->size() < PageSize)
        follow();
}

void ExecutionLogReader::follow()
{
    m_subscription = m_workspace->subscribe(m_id, m_last);
    connect(m_subscription.get(), &EventSubscription::received, this, &ExecutionLogReader::take);
    connect(m_subscription.get(), &EventSubscription::failed, this, &ExecutionLogReader::failed);
}

void ExecutionLogReader::take(const ExecutionEvents &events)
{
    if (events.isEmpty())
        return;
    m_last = events.constLast().seq;
    emit received(events);
}

} // namespace renum::ui
