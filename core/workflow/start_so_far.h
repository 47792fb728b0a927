// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/execution_event.h"

#include <optional>

namespace renum {

/// How far the remote start of one attempt came, as its log tells (reliability §1.4): what may
/// exist at the service, and where to look for it.
struct StartSoFar {
    RunState state = RunState::None;
    ThreadId thread;
    ProjectId project;
    RunId run;
    std::optional<Timestamp> firstSent;
    std::optional<Timestamp> watchUntil;
    std::optional<Error> rejection;

    /// One of the attempt's step_run_… events.
    void apply(const ExecutionEvent &event);
};

} // namespace renum
