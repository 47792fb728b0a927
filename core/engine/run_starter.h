// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/attempt.h"
#include "core/engine/run_admission.h"

#include <QObject>

#include <functional>
#include <optional>
#include <stop_token>

namespace renum {

/// Starts the remote run of one turn of an attempt so that it is neither lost nor started twice:
/// the protocol of reliability §1.4, steps 1 to 6. Every step of it is an event; those that a start
/// depends on are synced to the disk before its request leaves, in one commit where nothing has to
/// be waited for in between.
class RunStarter : public QObject {
    Q_OBJECT

public:
    /// `report` gets every run of the attempt's thread that is not the attempt's own. `spec` and
    /// `services` outlive this.
    RunStarter(const AttemptSpec &spec, TurnSpec turn, const AttemptServices &services,
        std::function<void(const ForeignRun &)> report, QObject *parent = nullptr);

    /// Ends with the run, or with the reason why there is none. `cancel` ends waiting, but never a
    /// request that may already have started something: see cleanUp().
    [[nodiscard]] QCoro::Task<Result<RunRef>> start(std::stop_token cancel);
    /// The run as far as it is known, also when start() failed after learning of it.
    [[nodiscard]] const std::optional<RunRef> &run() const noexcept { return m_run; }

    /// The attempt's place among the remote runs, from before its thread is made until
    /// releaseSlot(); null outside.
    [[nodiscard]] const std::shared_ptr<RunSlot> &slot() const noexcept
    {
        return m_admission.slot();
    }
    void releaseSlot() { m_admission.release(); }
    /// What the run used is in the books.
    void callBooked() { m_admission.callBooked(); }
    /// Ends when the run, which has used `soFar`, may ask its model once more.
    [[nodiscard]] QCoro::Task<Result<void>> waitToAskAgain(Usage soFar, std::stop_token cancel)
    {
        return m_admission.waitToAskAgain(std::move(soFar), std::move(cancel));
    }

    /// After a start that ended without a run although one may exist: looks for it and stops it,
    /// once before it answers and then in the background.
    [[nodiscard]] QCoro::Task<> cleanUp();
    /// As cleanUp(), all in the background; for an attempt that is given up while it starts.
    void abandon();

private:
    /// Where the protocol stands; what may exist at the service follows from it.
    enum class Phase { NothingSent, Posted, Ambiguous, Settled };
    using Found = std::optional<RunRef>;

    QCoro::Task<Result<Found>> takeUp(std::stop_token cancel);
    QCoro::Task<Result<void>> reachAgain(std::stop_token cancel);
    QCoro::Task<Result<void>> prepare(std::stop_token cancel);
    QCoro::Task<Result<BackendInfo>> reach(std::stop_token cancel);
    QCoro::Task<Result<void>> makeThread(std::stop_token cancel);
    QCoro::Task<Result<void>> commit(ExecutionEvent event);
    QCoro::Task<Result<StartAnswer>> post();
    void bind(const RunRef &run, bool adopted);
    QCoro::Task<Result<void>> waitWhileBusy(Error busy, std::stop_token cancel);
    QCoro::Task<Result<Found>> reconcile(Error reason, std::stop_token cancel);
    QCoro::Task<Result<Found>> lookUntilWindowCloses(std::stop_token cancel);
    [[nodiscard]] Error lostError(const Error &reason) const;
    [[nodiscard]] bool stepTimeIsOver() const;
    [[nodiscard]] ThreadGuard threadGuard() const;
    void settle();
    [[nodiscard]] QList<RunSummary> notOurs(const QList<RunSummary> &runs) const;

    const AttemptSpec &m_spec;
    TurnSpec m_turn;
    const AttemptServices &m_services;
    RunAdmission m_admission;
    std::function<void(const ForeignRun &)> m_report;
    BackendCapabilities m_capabilities;
    ThreadRef m_thread;
    RunJanitor::PostedStart m_posted;
    Phase m_phase = Phase::NothingSent;
    bool m_repeated = false;
    SteadyTime m_firstSent;
    SteadyTime m_watchUntil;
    std::optional<RunRef> m_run;
};

} // namespace renum
