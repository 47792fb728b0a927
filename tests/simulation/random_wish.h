// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/orchestrator.h"
#include "tests/simulation/dice.h"

#include <functional>

namespace renum::test {

[[nodiscard]] Breakpoints randomBreakpoints(Dice &dice, const WorkflowDefinition &workflow);
/// Of calls or tokens; it may be none.
[[nodiscard]] SpendingCap randomCap(Dice &dice);

/// Something that a person does to a running execution, and what it is called.
struct Wish {
    QString name;
    std::function<QCoro::Task<Result<void>>(Orchestrator &engine)> carryOut;
};
[[nodiscard]] Wish randomWish(
    Dice &dice, const ExecutionId &id, const WorkflowDefinition &workflow);
/// What lets one that holds go on.
[[nodiscard]] Wish goOnWish(Dice &dice, const ExecutionId &id, bool atCap);

} // namespace renum::test
