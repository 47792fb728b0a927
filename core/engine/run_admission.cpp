// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/run_admission.h"

#include "core/model/error_codes.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

milliseconds retryAfter(const Error &busy, milliseconds otherwise)
{
    const qint64 seconds = busy.args.value(u"retry_after"_s).toLongLong();
    constexpr qint64 longest = 3600; // a service that wishes more is asked all the same
    return seconds > 0 ? milliseconds(std::chrono::seconds(std::min(seconds, longest))) : otherwise;
}

} // namespace

RunAdmission::RunAdmission(
    const AttemptSpec &spec, const AttemptServices &services, QObject *parent)
    : QObject(parent)
    , m_spec(spec)
    , m_services(services)
{
}

QCoro::Task<Result<void>> RunAdmission::admit(std::stop_token cancel)
{
    const QPointer<RunAdmission> self(this);
    while (!cancel.stop_requested()) {
        // A slot that is held while the service is away would be missed by other services.
        if (!m_services.limits.gate->mayCall())
            m_slot.reset();
        const Result<void> reachable = co_await waitForService(cancel);
        if (!self)
            co_return cancelledError();
        if (!reachable)
            co_return reachable;
        const Result<void> granted = co_await waitForSlot(cancel);
        if (!self)
            co_return cancelledError();
        if (!granted)
            co_return granted;
        if (m_services.limits.gate->mayCall()) {
            m_told = {};
            co_return Result<void>();
        }
    }
    co_return cancelledError();
}

QCoro::Task<Result<void>> RunAdmission::waitForService(std::stop_token cancel)
{
    const QPointer<RunAdmission> self(this);
    const std::shared_ptr<ServiceGate> gate = m_services.limits.gate;
    while (!gate->mayCall()) {
        if (!m_giveUpAt) {
            const milliseconds step = std::chrono::seconds(m_spec.step.timeoutSeconds);
            m_giveUpAt
                = steadyNow(m_services.clock) + std::min(step, m_services.settings.circuitWait);
            m_giveUpShown = wallTime(m_services.clock, *m_giveUpAt);
        }
        if (steadyNow(m_services.clock) >= *m_giveUpAt)
            co_return gate->refusal();
        tell(circuitWait());
        co_await gate->nextChance(timeUntil(m_services.clock, *m_giveUpAt), cancel);
        if (!self || cancel.stop_requested())
            co_return cancelledError();
    }
    co_return Result<void>();
}

RunSlotRequest RunAdmission::slotRequest() const
{
    const ExecutionId execution = m_services.events->execution();
    return { execution.toString(), execution, m_spec.step.id, m_spec.attempt };
}

SpendingGate::Wish RunAdmission::wish(qsizetype promptLength) const
{
    const EventFactory &events = *m_services.events;
    return { events.execution(), m_spec.step.id, events.team(), m_spec.step.agentId,
        m_spec.step.modelName, promptLength };
}

void RunAdmission::occupy(qsizetype promptLength)
{
    if (!m_slot)
        m_slot = m_services.limits.runSlots->occupy(slotRequest());
    if (!m_call)
        m_call = m_services.spending->occupy(wish(promptLength));
}

QCoro::Task<Result<void>> RunAdmission::waitForCap(qsizetype promptLength, std::stop_token cancel)
{
    const QPointer<RunAdmission> self(this);
    const SpendingGate::Wish wanted = wish(promptLength);
    const auto toldIn = std::make_shared<int>(-1);
    while (!m_call && !cancel.stop_requested()) {
        SpendingGate::Entry entry = m_services.spending->enter(wanted);
        m_call = std::move(entry.call);
        if (m_call)
            break;
        const SpendingGate::Wait wait = *entry.wait;
        const Result<void> waited = co_await waitAtGate(wait, toldIn, cancel);
        if (!self || !waited)
            co_return cancelledError();
    }
    co_return m_call ? Result<void>() : Result<void>(cancelledError());
}

QCoro::Task<Result<void>> RunAdmission::waitToAskAgain(Usage soFar, std::stop_token cancel)
{
    const QPointer<RunAdmission> self(this);
    const SpendingGate::Wish wanted = wish(0);
    const auto toldIn = std::make_shared<int>(-1);
    while (m_call && !cancel.stop_requested()) {
        const std::optional<SpendingGate::Wait> found
            = m_services.spending->goOn(*m_call, wanted, soFar);
        if (!found)
            co_return Result<void>();
        const SpendingGate::Wait wait = *found;
        const Result<void> waited = co_await waitAtGate(wait, toldIn, cancel);
        if (!self || !waited)
            co_return cancelledError();
    }
    co_return cancel.stop_requested() ? Result<void>(cancelledError()) : Result<void>();
}

QCoro::Task<Result<void>> RunAdmission::waitAtGate(
    SpendingGate::Wait wait, std::shared_ptr<int> toldIn, std::stop_token cancel)
{
    const QPointer<RunAdmission> self(this);
    const int told = wait.forPerson ? m_services.spending->round() : -2;
    if (std::exchange(*toldIn, told) != told)
        m_services.waitsToSpend(wait);
    if (!self)
        co_return cancelledError();
    const OneShot<bool> chance = m_services.spending->nextChance();
    const std::stop_callback onStop(cancel, [chance] { chance.set(false); });
    co_await chance;
    if (!self)
        co_return cancelledError();
    co_return Result<void>();
}

QCoro::Task<Result<void>> RunAdmission::waitForSlot(std::stop_token cancel)
{
    if (m_slot)
        co_return Result<void>();
    const QPointer<RunAdmission> self(this);
    m_slot = m_services.limits.runSlots->enter(slotRequest());
    if (m_slot->isHeld())
        co_return Result<void>();
    tellPosition();
    const OneShot<bool> ready = m_slot->ready();
    const std::stop_callback onStop(cancel, [ready] { ready.set(false); });
    co_await ready;
    if (!self)
        co_return cancelledError();
    m_positionTimer.reset();
    if (cancel.stop_requested()) {
        m_slot.reset();
        co_return cancelledError();
    }
    co_return Result<void>();
}

// An event for every move of a long queue would be more events than the runs have.
void RunAdmission::tellPosition()
{
    if (m_slot->isHeld())
        return;
    StepWait wait;
    wait.reason = WaitReason::RunSlot;
    wait.position = m_slot->position();
    tell(wait);
    m_positionTimer = m_services.clock->startTimer(
        m_services.settings.queueInterval, [this] { tellPosition(); });
}

QCoro::Task<Result<void>> RunAdmission::waitWhileBusy(Error busy, std::stop_token cancel)
{
    const milliseconds pause = retryAfter(busy, m_services.settings.busyRetry);
    StepWait wait;
    wait.reason = WaitReason::ServiceBusy;
    wait.nextTry = m_services.clock->now() + pause;
    tell(wait);
    const Result<void> slept = co_await sleepFor(m_services.clock, pause, cancel);
    co_return slept;
}

StepWait RunAdmission::circuitWait() const
{
    StepWait wait;
    wait.reason = WaitReason::CircuitOpen;
    wait.nextTry = m_services.limits.gate->state().probeAt;
    wait.until = m_giveUpShown;
    return wait;
}

void RunAdmission::tell(const StepWait &wait)
{
    if (wait == m_told)
        return;
    m_told = wait;
    m_services.log->post(m_services.events->waiting(m_spec.step, m_spec.attempt, wait));
}

} // namespace renum
