// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/event_log.h"

#include "core/engine/logging.h"
#include "core/workflow/execution_over.h"

#include <optional>
#include <utility>
#include <vector>

namespace renum {

using namespace Qt::StringLiterals;

struct EventLog::State {
    Store *store = nullptr;
    Clock *clock = nullptr;
    EventListener listener;
    BrokenHandler onBroken;
    qint64 lastSeq = 0;
    ExecutionEvents queue;
    std::vector<OneShot<Result<void>>> waiters; ///< for the events in the queue
    std::vector<OneShot<Result<void>>> writing; ///< for those with the store
    std::optional<Error> broken;
    bool pumping = false;
    bool gathering = false; ///< the first write of the pump waits for the end of the turn
    bool closed = false;
    bool sealed = false; ///< the terminal event is in

    void answer(std::vector<OneShot<Result<void>>> &who, const Result<void> &result)
    {
        for (const OneShot<Result<void>> &waiter : std::exchange(who, {}))
            waiter.set(result);
    }
    void breakDown(const Error &error)
    {
        broken = error;
        queue.clear();
        answer(writing, error);
        answer(waiters, error);
        if (const BrokenHandler handler = std::exchange(onBroken, {}))
            handler(error);
    }
};

EventLog::EventLog(
    Store *store, Clock *clock, EventListener listener, BrokenHandler onBroken, qint64 lastSeq)
    : m_state(std::make_shared<State>())
{
    m_state->store = store;
    m_state->clock = clock;
    m_state->listener = std::move(listener);
    m_state->onBroken = std::move(onBroken);
    m_state->lastSeq = lastSeq;
}

EventLog::~EventLog()
{
    close();
}

void EventLog::close()
{
    if (m_state->gathering && !m_state->queue.isEmpty())
        m_tasks.start(handOver(m_state->store, std::exchange(m_state->queue, {})));
    m_state->closed = true;
    m_state->listener = {};
    m_state->onBroken = {};
    m_state->answer(m_state->writing, cancelledError());
    m_state->answer(m_state->waiters, cancelledError());
}

void EventLog::post(ExecutionEvent event)
{
    ExecutionEvents events; // from a braced list it would be copied
    events.append(std::move(event));
    enqueue(std::move(events), nullptr);
}

void EventLog::post(ExecutionEvents events)
{
    enqueue(std::move(events), nullptr);
}

OneShot<Result<void>> EventLog::commit(ExecutionEvents events)
{
    const OneShot<Result<void>> answer;
    enqueue(std::move(events), &answer);
    return answer;
}

void EventLog::enqueue(ExecutionEvents events, const OneShot<Result<void>> *answer)
{
    if (m_state->closed) {
        if (answer)
            answer->set(cancelledError());
        return;
    }
    if (m_state->broken || m_state->sealed) {
        if (answer)
            answer->set(m_state->broken.value_or(executionOverError()));
        return;
    }
    const Timestamp now = m_state->clock->now();
    for (ExecutionEvent &event : events) {
        event.seq = ++m_state->lastSeq;
        event.timestamp = now;
        m_state->sealed = m_state->sealed || isTerminalEvent(event);
        m_state->queue.append(std::move(event));
    }
    if (answer)
        m_state->waiters.push_back(*answer);
    if (m_state->pumping)
        return;
    const OneShot<bool> turn;
    m_tasks.start(pump(m_state, turn));
    turn.set(true);
}

// Nobody waits for it any more, but the store writes what it was given.
QCoro::Task<> EventLog::handOver(Store *store, ExecutionEvents events)
{
    const Result<void> stored = co_await store->append(events);
    if (!stored)
        qCWarning(lcEngine, "The last events of an execution cannot be stored: %s",
            qUtf8Printable(stored.error().message));
}

QCoro::Task<> EventLog::pump(std::shared_ptr<State> state, OneShot<bool> turn)
{
    state->pumping = true;
    state->gathering = true;
    co_await turn;
    state->gathering = false;
    while (!state->closed && !state->queue.isEmpty()) {
        const ExecutionEvents events = std::exchange(state->queue, {});
        state->writing = std::exchange(state->waiters, {});
        const Result<void> stored = co_await state->store->append(events);
        if (state->closed)
            break;
        if (!stored) {
            qCCritical(lcEngine, "Execution %s cannot be stored: %s",
                qUtf8Printable(events.constFirst().executionId.toString()),
                qUtf8Printable(stored.error().message));
            state->breakDown(stored.error());
            break;
        }
        const EventListener listener = state->listener; // it may destroy the log
        if (listener)
            listener(events);
        state->answer(state->writing, {});
    }
    state->pumping = false;
}

} // namespace renum
