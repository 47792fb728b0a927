// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>
#include <QMetaObject>

#include <coroutine>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace renum {

/// Awaitable that is set once, from any thread: answer, time-out, stop or destruction, the first
/// wins. The waiter resumes on its own thread, from the event loop, never inside set(). Copies
/// share the state; one waiter only.
template<typename T>
class OneShot {
public:
    void set(T value) const
    {
        const std::scoped_lock lock(m_state->mutex);
        if (m_state->value)
            return;
        m_state->value.emplace(std::move(value));
        if (m_state->waiter)
            QMetaObject::invokeMethod(m_state->loop, m_state->waiter, Qt::QueuedConnection);
    }
    [[nodiscard]] bool isSet() const
    {
        const std::scoped_lock lock(m_state->mutex);
        return m_state->value.has_value();
    }
    bool await_ready() const noexcept { return false; }
    bool await_suspend(std::coroutine_handle<> waiter) const
    {
        const std::scoped_lock lock(m_state->mutex);
        m_state->waiter = waiter;
        m_state->loop = QAbstractEventDispatcher::instance();
        return !m_state->value;
    }
    T await_resume() const { return std::move(*m_state->value); }

private:
    struct State {
        std::mutex mutex;
        std::optional<T> value;
        std::coroutine_handle<> waiter;
        QObject *loop = nullptr;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace renum
