// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/event_sink.h"
#include "core/net/clock.h"
#include "core/net/one_shot.h"
#include "core/net/task_scope.h"
#include "core/store/store.h"

#include <functional>
#include <memory>

namespace renum {

/// The log of one execution on its way to the store: gives each event its seq and time, appends in
/// order, and hands events to the listener only after the store acknowledged them. What is posted
/// in one turn of the event loop goes together, and so does what gathers while a write is under
/// way: most of what a step costs is the number of its writes.
///
/// The terminal event is the last there will ever be: what is posted after it is dropped, a commit
/// is answered with `execution_not_active`. When the store refuses, the log is broken for good:
/// nothing more is written or published, every waiter gets the store's error, and `onBroken` is
/// called once.
class EventLog {
public:
    using BrokenHandler = std::function<void(const Error &)>;

    /// Continues after `lastSeq`. Store and clock must outlive the log.
    EventLog(Store *store, Clock *clock, EventListener listener, BrokenHandler onBroken,
        qint64 lastSeq = 0);
    /// Waiters get `user_cancelled`; what waits for a write to end is dropped.
    ~EventLog();
    EventLog(const EventLog &) = delete;
    EventLog &operator=(const EventLog &) = delete;

    /// What the destructor does, earlier: for a log that outlives the engine in a task's frame.
    void close();

    /// Appends without waiting.
    void post(ExecutionEvent event);
    /// All in one transaction.
    void post(ExecutionEvents events);
    /// Appends; the answer comes when the events are as durable as they ask (durabilityOf).
    [[nodiscard]] OneShot<Result<void>> commit(ExecutionEvents events);

private:
    struct State;
    static QCoro::Task<> pump(std::shared_ptr<State> state, OneShot<bool> turn);
    static QCoro::Task<> handOver(Store *store, ExecutionEvents events);
    void enqueue(ExecutionEvents events, const OneShot<Result<void>> *answer);

    std::shared_ptr<State> m_state;
    TaskScope m_tasks;
};

} // namespace renum
