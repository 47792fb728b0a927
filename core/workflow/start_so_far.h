// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/execution_event.h"

#include <QSet>

#include <optional>

namespace renum {

/// How far the remote start of one attempt came, as its log tells (reliability §1.4): what may
/// exist at the service, and where to look for it. An attempt may have several turns in one thread
/// (contract §5.7.3); this is the latest.
struct StartSoFar {
    RunState state = RunState::None;
    int turn = 1;
    QString prompt; ///< of a turn after the first; what was sent
    QSet<RunId> earlierRuns; ///< of the turns before
    QSet<RunId> strays; ///< doubles that were found in the thread
    ThreadId thread;
    ProjectId project;
    RunId run;
    std::optional<Timestamp> firstSent;
    std::optional<Timestamp> watchUntil; ///< also of the turn before, until the next is sent
    std::optional<Error> rejection;

    /// One of the attempt's step_run_… events.
    void apply(const ExecutionEvent &event);
    /// Else nothing was sent, or the service said that nothing began.
    [[nodiscard]] bool mayBeAtWork() const;

private:
    void beginTurn(const ExecutionEvent &intent);
};

} // namespace renum
