// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/execution_request.h"
#include "tests/simulation/dice.h"

namespace renum::test {

/// A valid team of 1 to `maxMembers` members and what it is asked: any strategy, dependencies,
/// conditions, feedback, retries, failure rules, time limits, members that are switched off.
[[nodiscard]] ExecutionRequest randomRequest(Dice &dice, int maxMembers);

/// What an agent of such a team answers: plain text, or JSON that conditions and context rules
/// have something to do with.
[[nodiscard]] QString randomAnswer(Dice &dice);

} // namespace renum::test
