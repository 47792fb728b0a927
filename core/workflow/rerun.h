// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"

namespace renum {

/// What a new execution takes over from an ended one so that it goes on from the first step that
/// did not complete (contract §1.5.12, feature EX-11). `execution` must have its plan.
[[nodiscard]] ExecutionOrigin retryOrigin(const Execution &execution);

/// The same for running `step` again with another input: everything that does not build on the step
/// is kept. Without an input the step gets what it got. Errors: not_found when there is no such
/// step.
[[nodiscard]] Result<ExecutionOrigin> forkOrigin(
    const Execution &execution, const StepId &step, const std::optional<QString> &input);

} // namespace renum
