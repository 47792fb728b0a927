// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/task_scope.h"

#include "core/net/logging.h"

#include <atomic>
#include <exception>
#include <utility>

namespace renum {

struct TaskScope::State {
    std::stop_source stop;
    std::atomic<int> running = 0;
};

TaskScope::TaskScope()
    : m_state(std::make_shared<State>())
{
}

TaskScope::~TaskScope()
{
    requestStop();
}

void TaskScope::start(QCoro::Task<> task)
{
    ++m_state->running;
    watch(m_state, std::move(task));
}

QCoro::Task<> TaskScope::watch(std::shared_ptr<State> state, QCoro::Task<> task)
{
    try {
        co_await task;
    } catch (const std::exception &error) {
        qCCritical(lcNet, "A task ended with an exception: %s", error.what());
    } catch (...) {
        qCCritical(lcNet, "A task ended with an exception of unknown type");
    }
    --state->running;
}

std::stop_token TaskScope::token() const
{
    return m_state->stop.get_token();
}

void TaskScope::requestStop()
{
    m_state->stop.request_stop();
}

int TaskScope::running() const
{
    return m_state->running;
}

} // namespace renum
