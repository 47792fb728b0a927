// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/execution_feed.h"

#include <QElapsedTimer>
#include <QPointer>

namespace renum::ui {

namespace {

constexpr int FrameMs = 16;
/// Of a frame, for folding events; the rest is for painting.
constexpr qint64 SliceMs = 4;

} // namespace

ExecutionFeed::ExecutionFeed(Workspace *workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    m_frame.setSingleShot(true);
    m_frame.setInterval(FrameMs);
    connect(&m_frame, &QTimer::timeout, this, &ExecutionFeed::applyPending);
    connect(workspace, &Workspace::executionsChanged, this, [this](const ExecutionId &id) {
        if (id == m_id)
            m_tasks.start(checkInterrupted(id));
    });
}

const Execution &ExecutionFeed::execution() const noexcept
{
    return m_projection.execution();
}

void ExecutionFeed::open(const ExecutionId &id)
{
    m_subscription.reset();
    m_frame.stop();
    m_pending.clear();
    m_applied = 0;
    m_projection = ExecutionProjection();
    m_interrupted = false;
    m_id = id;
    if (id.isEmpty())
        return;
    m_subscription = m_workspace->subscribe(id, 0);
    connect(m_subscription.get(), &EventSubscription::received, this, &ExecutionFeed::receive);
    connect(m_subscription.get(), &EventSubscription::failed, this, &ExecutionFeed::failed);
    m_tasks.start(checkInterrupted(id));
}

void ExecutionFeed::receive(const ExecutionEvents &events)
{
    m_pending += events;
    if (!m_frame.isActive())
        m_frame.start();
}

void ExecutionFeed::applyPending()
{
    QElapsedTimer clock;
    clock.start();
    ExecutionEvents batch;
    while (m_applied < m_pending.size() && clock.elapsed() < SliceMs) {
        m_projection.apply(m_pending.at(m_applied));
        batch << m_pending.at(m_applied);
        ++m_applied;
    }
    if (m_applied == m_pending.size()) {
        m_pending.clear();
        m_applied = 0;
    } else {
        m_frame.start();
    }
    if (!batch.isEmpty())
        emit advanced(batch);
}

/// Events cannot say that nobody writes them any more; the workspace can.
QCoro::Task<> ExecutionFeed::checkInterrupted(ExecutionId id)
{
    const QPointer<ExecutionFeed> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<Execution> answer = co_await m_workspace->execution(id, stop);
    if (!self || id != m_id)
        co_return;
    if (!answer) {
        emit failed(answer.error());
        co_return;
    }
    if (answer->interrupted != m_interrupted) {
        m_interrupted = answer->interrupted;
        emit interruptedChanged();
    }
}

} // namespace renum::ui
