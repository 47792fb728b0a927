// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/json.h"

#include <QString>

#include <vector>

namespace renum {

struct Replay;

/// What continuing an interrupted execution does about one of its steps (contract §4.9).
struct ResumeStep {
    enum class Action {
        Kept, ///< it has ended; its result is used
        Collected, ///< its run is followed to the end, or its result collected
        LookedFor, ///< it is not known whether its run was started: looked for, then decided
        Started, ///< it had begun, but surely nothing was sent: it starts now
        Retried, ///< it waits for its next attempt
        Asked, ///< it waits for a person
        Waits, ///< its turn comes later
    };
    StepId step;
    QString name;
    Action action = Action::Waits;
    /// When the service has lost its run, another attempt may do again what its tools did.
    bool mayRepeat = false;

    friend bool operator==(const ResumeStep &, const ResumeStep &) = default;
};
/// `kept`, `collected`, `looked_for`, `started`, `retried`, `asked`, `waits`.
[[nodiscard]] QString toString(ResumeStep::Action action);

struct ResumePlan {
    ExecutionId execution;
    std::vector<ResumeStep> steps; ///< by order
    bool stops = false; ///< a stop had been asked for: it is carried out
    bool paused = false; ///< it stays paused

    friend bool operator==(const ResumePlan &, const ResumePlan &) = default;
};

[[nodiscard]] ResumePlan resumePlan(const Replay &replay);
[[nodiscard]] Json toJson(const ResumePlan &plan);

} // namespace renum
