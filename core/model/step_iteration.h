// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

namespace renum {

/// Which time a step of the plan runs: feedback begins another iteration of it, whose events carry
/// the id `agent#2`, `agent#3` … (contract §3.9).
struct StepIteration {
    StepId step; ///< as in the plan
    int iteration = 1;

    friend bool operator==(const StepIteration &, const StepIteration &) = default;
};

/// Takes the id of an event apart. An id without a number behind `#` is the plan's own.
[[nodiscard]] StepIteration stepIteration(const StepId &id);
/// The id for the log: the plan's own in the first iteration, with `#2`, `#3` … in later ones.
[[nodiscard]] StepId iterationStepId(const StepId &step, int iteration);

} // namespace renum
