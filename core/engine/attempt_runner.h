// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/attempt.h"
#include "core/engine/output_coalescer.h"
#include "core/engine/run_starter.h"
#include "core/engine/step_work.h"
#include "core/engine/team_turn.h"
#include "core/engine/time_limit.h"

#include <QMap>
#include <QObject>

#include <functional>
#include <optional>
#include <set>
#include <stop_token>

namespace renum {

/// One attempt of one step: starts the remote run, follows it, coalesces what it shows, enforces
/// the step's time, books the usage, stops the run when asked. An agent that asked its team for
/// something gets the answers in a further turn (contract §5.7.3). Says once how it ended.
class AttemptRunner : public QObject, public StepWork {
    Q_OBJECT

public:
    AttemptRunner(
        AttemptSpec spec, AttemptServices services, Callbacks callbacks, QObject *parent = nullptr);
    /// A run that is to be stopped, or may still start, is left to the janitor.
    ~AttemptRunner() override;

    void start() override;
    /// Stops the remote run, collects its usage, then ends as stopped. When the service does not
    /// answer the end may come late: the caller has a time limit of its own.
    void cancel() override;
    /// The step is over for its execution: nothing more is shown. Usage is still booked.
    void silence() override { m_silent = true; }
    /// More for the context, from a call in mid-run.
    void contribute(const Json &context) { m_contribution.update(context); }
    /// Whose run it is now; without a run when there is none yet.
    [[nodiscard]] ActionSource source() const;
    /// The execution ends: what the run used and the service has not told yet is estimated, for
    /// unknown is not zero.
    void bookUnknown() override;

private:
    QCoro::Task<> drive();
    void beginTurn(TurnSpec turn);
    QCoro::Task<Result<RunOutcome>> workOnTurn();
    QCoro::Task<Result<RunOutcome>> observe();
    QCoro::Task<> stopRemote();
    /// True when another turn begins.
    QCoro::Task<Result<bool>> talkOn(RunOutcome outcome);
    void limitTime();
    void meterTools();
    /// For runs that ask their model several times. What that waits for is not the step's time.
    QCoro::Task<Result<void>> mayAskAgain(Usage soFar, std::stop_token stop);
    void show(const RunEvent &event);
    [[nodiscard]] RunEvent placed(RunEvent event) const;
    void emitChunk(const OutputChunk &chunk);
    void recordUsage(const RunId &run, const Usage &told);
    void recordForeign(const ForeignRun &foreign);
    [[nodiscard]] bool wasBooked(const RunId &run) const;
    void succeed(const RunOutcome &outcome);
    void fail(const Error &error);
    void end(const AttemptEnd &end);
    [[nodiscard]] Error timeoutError() const;
    [[nodiscard]] qsizetype answerLength() const;

    AttemptSpec m_spec;
    AttemptServices m_services;
    Callbacks m_callbacks;
    TurnSpec m_turn;
    std::unique_ptr<RunStarter> m_starter; ///< of the turn
    std::optional<TeamTurn> m_talk; ///< of the turn, once it has a run; none without team tools
    Json m_contribution = Json::object(); ///< of the turns that are over
    OutputCoalescer m_output;
    std::optional<RunRef> m_run; ///< while it may be working
    RunRef m_lastRun;
    std::optional<TimeLimit> m_limit;
    QMap<int, qsizetype> m_segmentLengths;
    std::set<RunId> m_booked; ///< of the attempt's runs
    QSet<int> m_begunSegments; ///< of an attempt that was taken over
    QString m_modelName;
    std::chrono::nanoseconds m_startedAt {};
    std::stop_source m_cancel;
    std::stop_source m_stopObserving;
    bool m_foundRun = false; ///< the start of this turn was called off, but had begun
    bool m_timedOut = false;
    bool m_silent = false;
    bool m_ended = false;
    TaskScope m_tasks;
};

} // namespace renum
