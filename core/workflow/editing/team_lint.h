// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"
#include "core/model/team.h"

#include <QString>

#include <optional>
#include <vector>

namespace renum {

/// What is allowed and still most likely a mistake; nothing of contract §3.3 is told again. All are
/// warnings, with a JSON pointer:
///  - `L-01` a member never runs, because what it waits for never does;
///  - `L-02` a context key is read before anyone can have written it;
///  - `L-03` work is sent back without a limit of its own;
///  - `L-04` a condition can never hold.
/// Pure.
[[nodiscard]] Problems lintTeam(const TeamDraft &draft);

/// `L-05` for each member whose agent is missing: no connected service has it. Pure.
[[nodiscard]] Problems missingAgentProblems(
    const TeamDraft &draft, const std::vector<AgentId> &missing);

/// Why a conjunction of conditions can never hold: the field of those that exclude each other, or
/// nothing. Says only what is certain.
[[nodiscard]] std::optional<QString> excludedField(const std::vector<Condition> &conditions);

} // namespace renum
