// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/problem.h"
#include "core/model/result.h"
#include "core/model/team.h"

#include <QString>

#include <optional>
#include <vector>

namespace renum {

/// What the engine is asked to run.
struct ExecutionRequest {
    Team team;
    QString initialPrompt;
    ExecutionConfig config;
    /// Run exactly this plan, frozen by an earlier execution; absent: plan the team.
    std::optional<ExecutionPlan> plan = {};
    /// Those that may be members of the team, also indirectly; absent: they are loaded.
    std::optional<std::vector<Team>> memberTeams = {};
};

/// What keeps it from being run: prompt_invalid, team_inactive, pin_invalid. None when nothing
/// does.
[[nodiscard]] std::optional<Error> refusalOf(const ExecutionRequest &request);
/// The team, validated and normalised, unless the plan is made already. Errors: workflow_invalid.
[[nodiscard]] Result<TeamDraft> checkedDraft(const ExecutionRequest &request);
/// workflow_invalid, with what is wrong in one sentence after the other.
[[nodiscard]] Error workflowError(const Problems &problems);

} // namespace renum
