// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/attempt.h"
#include "core/engine/steady_time.h"

#include <QObject>

#include <memory>
#include <optional>
#include <stop_token>

namespace renum {

/// Gets one attempt leave to start: a service whose circuit is closed, and a slot among the remote
/// runs. What it waits for is told by events, so that a person sees it.
class RunAdmission : public QObject {
    Q_OBJECT

public:
    /// Both outlive this.
    RunAdmission(
        const AttemptSpec &spec, const AttemptServices &services, QObject *parent = nullptr);

    /// Ends when the service may be asked and a slot is held, else with `circuit_open` after
    /// min(step time-out, EngineSettings::circuitWait), or cancelled. The next control call must
    /// follow without waiting for anything else, or be ready for `circuit_open`.
    [[nodiscard]] QCoro::Task<Result<void>> admit(std::stop_token cancel);
    /// Ends when the execution may spend more; what it spends is counted until callBooked() or
    /// release(). `promptLength` is in characters.
    [[nodiscard]] QCoro::Task<Result<void>> waitForCap(
        qsizetype promptLength, std::stop_token cancel);
    /// As waitForCap(), for one more question to the model by a run that has used `soFar`.
    [[nodiscard]] QCoro::Task<Result<void>> waitToAskAgain(Usage soFar, std::stop_token cancel);
    void callBooked() { m_call.reset(); }
    /// As admit(), without a slot.
    [[nodiscard]] QCoro::Task<Result<void>> waitForService(std::stop_token cancel);
    /// For a run that is at work already: a slot without waiting.
    void occupy(qsizetype promptLength);
    /// The service has no free slot: waits as long as it wishes, else a while.
    [[nodiscard]] QCoro::Task<Result<void>> waitWhileBusy(Error busy, std::stop_token cancel);
    /// A call got through: the next wait for the service has its full time again.
    void serviceAnswered() { m_giveUpAt.reset(); }

    /// Held from admit() to release(); who must keep the slot longer takes a share.
    [[nodiscard]] const std::shared_ptr<RunSlot> &slot() const noexcept { return m_slot; }
    void release()
    {
        m_slot.reset();
        m_call.reset();
    }

private:
    [[nodiscard]] QCoro::Task<Result<void>> waitForSlot(std::stop_token cancel);
    [[nodiscard]] RunSlotRequest slotRequest() const;
    [[nodiscard]] SpendingGate::Wish wish(qsizetype promptLength) const;
    /// Ends when it is worth asking the gate again. `toldIn` is the round in which it was told.
    [[nodiscard]] QCoro::Task<Result<void>> waitAtGate(
        SpendingGate::Wait wait, std::shared_ptr<int> toldIn, std::stop_token cancel);
    [[nodiscard]] StepWait circuitWait() const;
    void tellPosition();
    void tell(const StepWait &wait);

    const AttemptSpec &m_spec;
    const AttemptServices &m_services;
    std::shared_ptr<RunSlot> m_slot;
    SpendingGate::CallPtr m_call;
    std::optional<SteadyTime> m_giveUpAt;
    Timestamp m_giveUpShown; ///< the same for people
    StepWait m_told;
    std::unique_ptr<Clock::Timer> m_positionTimer;
};

} // namespace renum
