// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/step_iteration.h"
#include "core/workflow/expected_commands.h"
#include "core/workflow/log_replay.h"

#include <QHash>

#include <optional>
#include <span>

/// Only the sources of log_replay include this.
namespace renum::detail {

/// The step that an event is about.
struct StepName : StepIteration {
    explicit StepName(const Json &data)
        : StepIteration(stepIteration(StepId(stringAt(data, "step_id").value_or(QString()))))
    {
    }
    template<typename Command>
    [[nodiscard]] bool names(const Command &command) const
    {
        return command.step == step && command.iteration == iteration;
    }
};

/// Feeds the scheduler what the log says happened, and crosses off what it commanded as the log
/// shows that it was done.
class LogReplay {
public:
    [[nodiscard]] Result<Replay> run(const ExecutionEvents &log);

private:
    using Handler = void (LogReplay::*)(const ExecutionEvent &);
    static const QHash<QString, Handler> &handlers();
    void apply(const ExecutionEvent &event);

    // --- the execution
    void onCreated(const ExecutionEvent &event);
    void onPlan(const ExecutionEvent &event);
    void onStarted(const ExecutionEvent &event);
    void onStopRequested(const ExecutionEvent &event);
    void onDeadline(const ExecutionEvent &event);
    void onContextChange(const ExecutionEvent &event);
    void countTime(const ExecutionEvent &event);

    // --- what people do, and where they let it hold
    void onPaused(const ExecutionEvent &event);
    void onContinued(const ExecutionEvent &event);
    void onHeld(const ExecutionEvent &event);
    void onBreakpoints(const ExecutionEvent &event);
    void onCapSet(const ExecutionEvent &event);
    void onCapReached(const ExecutionEvent &event);
    void onBudgetReached(const ExecutionEvent &event);
    void onWaiting(const ExecutionEvent &event);
    void onResultGiven(const ExecutionEvent &event);
    void onRepeatRequested(const ExecutionEvent &event);
    void onReopened(const ExecutionEvent &event);
    void onApprovalRequested(const ExecutionEvent &event);
    void onApprovalDecided(const ExecutionEvent &event);
    /// The attempt is gone, for which a person gave a result.
    void endInterrupted(const StepName &name, const ExecutionEvent &event);

    // --- attempts
    void onStepStarted(const ExecutionEvent &event);
    void onReused(const ExecutionEvent &event);
    void retryBegins(const StepName &name);
    /// Before it goes on: which retries were due meanwhile. Only what follows tells.
    void retriesWereHeld();
    void onRemoteStart(const ExecutionEvent &event);
    void onNestedStarted(const ExecutionEvent &event);
    void onNestedWaits(const ExecutionEvent &event);
    void onRetrying(const ExecutionEvent &event);
    void onCompleted(const ExecutionEvent &event);
    void onFailed(const ExecutionEvent &event);
    void onSkipped(const ExecutionEvent &event);
    void onCancelled(const ExecutionEvent &event);
    /// False when no attempt of it was under way.
    bool closeAttempt(const StepName &name, const ExecutionEvent &event, bool succeeded);

    void feed(const SchedulerEvent &event);
    template<typename Command>
    void expect(const StepName &name, const ExecutionEvent &event)
    {
        if (!m_expected.take<Command>([&](const Command &command) { return name.names(command); }))
            unexpected(event);
    }
    void unexpected(const ExecutionEvent &event);

    Replay m_replay;
    ExpectedCommands m_expected;
    QHash<StepId, OpenAttempt> m_open;
    std::optional<Error> m_problem;
    bool m_planned = false;
    std::span<const ExecutionEvent> m_ahead; ///< what follows the event at hand
};

} // namespace renum::detail
