// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_event.h"
#include "core/workflow/booked_so_far.h"
#include "core/workflow/scheduler.h"
#include "core/workflow/start_so_far.h"
#include "core/workflow/team_so_far.h"

#include <QSet>

#include <chrono>
#include <optional>
#include <vector>

/// Where an execution stood when its engine went away, worked out from its log alone (contract
/// §4.9, design §3). The scheduler is pure, so feeding it what the log says happened gives the
/// state it had; what it commands and the log does not show is what had not been done yet.
namespace renum {

/// An attempt that began and whose end is not in the log.
struct OpenAttempt {
    StartStep start;
    Timestamp began;
    StartSoFar remote;
    TurnActions actions = {};
    ExecutionId nested = {}; ///< what a team step had begun
};

/// An attempt that is over, of which something may still be left at the service: a run that was to
/// be stopped, or one that a late request started (reliability §1.4 step 6).
struct EndedAttempt {
    StepId step;
    int iteration = 1;
    int attempt = 1;
    bool succeeded = false;
    Timestamp ended;
    StartSoFar remote;
};

/// A retry that was scheduled and has not begun.
struct OpenRetry {
    StepId step;
    int iteration = 1;
    Timestamp due;
};

/// A step that waits for a person.
struct OpenApproval {
    StepId step;
    int iteration = 1;
    std::optional<Timestamp> expires;
};

struct Replay {
    ExecutionId execution;
    TeamId team;
    QString teamName;
    QString initialPrompt;
    ExecutionConfig config;
    SchedulerState state;
    TeamSoFar teamwork;
    /// What was commanded and had not been done, in order. Starts of `open` are not among them.
    std::vector<SchedulerCommand> missing;
    std::vector<OpenAttempt> open;
    std::vector<EndedAttempt> ended;
    std::vector<OpenRetry> retries;
    std::vector<OpenApproval> approvals;
    QString stoppedBy; ///< empty when nobody asked to stop
    bool began = false; ///< execution_started is in the log
    bool deadlinePassed = false;
    SpendingCap cap; ///< as it was changed last
    bool capPassed = false; ///< it was told, or ended the execution
    /// How long an engine drove it without waiting for a person; what its time limit counts.
    std::chrono::microseconds driven {};
    BookedSoFar booked;
    qint64 lastSeq = 0;
    Timestamp lastTime; ///< of the last event
};

/// `log` holds every event of the execution in order; streamed output, progress and log entries
/// may be left out. Errors: resume_impossible when the log does not say what the scheduler would
/// have done (damaged, or written by another version), execution_not_active when it is over.
[[nodiscard]] Result<Replay> replay(const ExecutionEvents &log);

} // namespace renum
