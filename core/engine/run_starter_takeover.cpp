// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/run_starter.h"
#include "core/model/error_codes.h"

#include <QPointer>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

Error interruptedError()
{
    return { ErrorCategory::AgentCrash, QString::fromLatin1(code::OrchestratorRestarted),
        u"Renum ended before the agent service answered."_s };
}

} // namespace

// What an engine that is gone had begun (contract §4.9). Nothing found means: begin, or send again
// into the same thread.
QCoro::Task<Result<RunStarter::Found>> RunStarter::takeUp(std::stop_token cancel)
{
    const QPointer<RunStarter> self(this);
    const bool ofThisTurn = m_spec.takenOver && m_spec.takenOver->remote.turn == m_turn.number;
    const StartSoFar remote = ofThisTurn ? m_spec.takenOver->remote : StartSoFar();
    if (remote.state == RunState::None || remote.state == RunState::Intent)
        co_return Found();
    m_thread = { remote.thread, remote.project };
    m_firstSent = steadyNow(m_services.clock); // the time without an engine is not the step's
    if (remote.state == RunState::Rejected) {
        const Error rejection = remote.rejection.value_or(interruptedError());
        if (rejection.category != ErrorCategory::ResourceExhausted)
            co_return rejection;
        m_repeated = true; // the service was busy: it is asked again, as it would have been
        const Result<void> there = co_await reachAgain(cancel);
        if (!self)
            co_return cancelledError();
        if (!there)
            co_return there.error();
        co_return Found();
    }
    m_repeated = true;
    if (remote.watchUntil) {
        m_watchUntil
            = steadyTime(m_services.clock, *remote.watchUntil, m_services.settings.longestWatch());
    } else {
        m_watchUntil = m_firstSent;
    }
    if (remote.state == RunState::Bound) {
        m_phase = Phase::Settled;
        m_run = RunRef { remote.run, m_thread };
        m_admission.occupy(m_turn.prompt.size());
        co_return Found(*m_run);
    }
    m_phase = Phase::Ambiguous;
    m_admission.occupy(m_turn.prompt.size()); // it may be at work
    const Result<void> reached = co_await reachAgain(cancel);
    if (!self)
        co_return cancelledError();
    if (!reached)
        co_return lostError(reached.error());
    const Result<Found> found = co_await reconcile(interruptedError(), cancel);
    co_return found;
}

// Without the service nothing can be known: it is asked as long as the step has time.
QCoro::Task<Result<void>> RunStarter::reachAgain(std::stop_token cancel)
{
    const QPointer<RunStarter> self(this);
    for (;;) {
        const Result<BackendInfo> info = co_await m_services.backend->probe(cancel);
        if (!self)
            co_return cancelledError();
        if (info) {
            m_capabilities = info->capabilities;
            co_return Result<void>();
        }
        if (stepTimeIsOver())
            co_return info.error();
        const Result<void> slept
            = co_await sleepFor(m_services.clock, m_services.settings.reconcileInterval, cancel);
        if (!self || !slept)
            co_return cancelledError();
    }
}

} // namespace renum
