// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"
#include "core/store/store.h"

#include <QCoroTask>

#include <vector>

namespace renum {

/// Teams that work in a team, each once, and what is wrong with them.
struct MemberTeams {
    std::vector<Team> teams;
    Problems problems; ///< by the member of the team that was asked about
};

/// How many teams may work inside each other.
inline constexpr int MaxTeamDepth = 5;

/// Loads the teams that are members of a team, and theirs. `self` is that team's id; empty when it
/// has none yet. Problems: team_missing, team_recursive, team_too_deep, team_inactive,
/// workflow_invalid. Errors: store codes.
[[nodiscard]] QCoro::Task<Result<MemberTeams>> memberTeams(
    Store *store, WorkflowDefinition workflow, TeamId self);

} // namespace renum
