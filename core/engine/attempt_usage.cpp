// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/attempt_runner.h"
#include "core/engine/booking.h"
#include "core/engine/metered_tools.h"
#include "core/engine/usage_estimate.h"

#include <QPointer>

#include <numeric>
#include <utility>

/// What an attempt uses: leave to use more, and how it is booked.
namespace renum {

namespace {

QCoro::Task<Result<void>> goneAway()
{
    co_return cancelledError();
}

} // namespace

void AttemptRunner::meterTools()
{
    if (!m_services.tools)
        return;
    const QPointer<AttemptRunner> self(this);
    const MeteredTools::Leave leave
        = [self](Usage soFar, std::stop_token stop) -> QCoro::Task<Result<void>> {
        if (!self)
            return goneAway();
        return self->mayAskAgain(std::move(soFar), std::move(stop));
    };
    m_services.tools = std::make_shared<MeteredTools>(m_services.tools, leave);
}

QCoro::Task<Result<void>> AttemptRunner::mayAskAgain(Usage soFar, std::stop_token stop)
{
    const QPointer<AttemptRunner> self(this);
    const PricedUsage priced = bookingOf(std::move(soFar), m_services.settings, m_services.clock);
    const Usage used = priced.usage;
    if (m_limit)
        m_limit->hold();
    const Result<void> allowed = co_await m_starter->waitToAskAgain(used, stop);
    if (!self)
        co_return cancelledError();
    if (m_limit)
        m_limit->run();
    co_return allowed;
}

qsizetype AttemptRunner::answerLength() const
{
    return std::accumulate(m_segmentLengths.cbegin(), m_segmentLengths.cend(), qsizetype(0));
}

void AttemptRunner::recordUsage(const RunId &run, const Usage &told)
{
    if (wasBooked(run))
        return;
    m_booked.insert(run);
    const PricedUsage booking
        = bookingOf(estimateMissing(told, m_turn.prompt.size(), answerLength(), m_modelName),
            m_services.settings, m_services.clock);
    m_services.log->post(m_services.events->used(m_spec.step, m_spec.attempt, run, booking));
    m_callbacks.used(run, booking.usage);
    if (m_starter->run() && m_starter->run()->run == run)
        m_starter->callBooked();
}

// Here, or by an engine that is gone.
bool AttemptRunner::wasBooked(const RunId &run) const
{
    return m_booked.contains(run)
        || (m_spec.takenOver && m_spec.takenOver->bookedRuns.contains(run));
}

void AttemptRunner::bookUnknown()
{
    if (m_starter->run())
        recordUsage(m_starter->run()->run, Usage());
}

void AttemptRunner::recordForeign(const ForeignRun &foreign)
{
    if (wasBooked(foreign.run.run))
        return;
    m_booked.insert(foreign.run.run);
    const EventFactory &events = *m_services.events;
    // Found while stopping before the start was answered: it is the attempt's own run after all.
    const bool ownRun
        = m_cancel.stop_requested() && !m_starter->run() && !std::exchange(m_foundRun, true);
    // Together: a run that is known is not looked at again.
    ExecutionEvents found;
    found.append(ownRun ? events.runBound(m_spec.step, m_spec.attempt, foreign.run, true)
                        : events.runDuplicate(m_spec.step, m_spec.attempt, foreign.run.run,
                            toString(foreign.action)));
    const PricedUsage booking = bookingOf(foreign.usage, m_services.settings, m_services.clock);
    found.append(events.used(m_spec.step, m_spec.attempt, foreign.run.run, booking));
    m_services.log->post(std::move(found));
    m_callbacks.used(foreign.run.run, booking.usage);
}

} // namespace renum
