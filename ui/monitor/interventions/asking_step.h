// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"

namespace renum::ui {

/// The step is ready and waits for a person (contract §3.8).
[[nodiscard]] bool asksPerson(const StepRecord &step);
/// The first step that waits for a person, or nullptr. Borrowed.
[[nodiscard]] const StepRecord *stepThatAsks(const Execution &execution);
/// The name of the budget over several executions at which this one holds, else empty. Another
/// limit of its own would not let it go on.
[[nodiscard]] QString budgetThatHolds(const Execution &execution);

} // namespace renum::ui
