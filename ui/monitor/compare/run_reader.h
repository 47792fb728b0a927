// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/run_comparison.h"
#include "core/workflow/run_family.h"
#include "core/workspace/workspace.h"

namespace renum::ui {

/// Executions of a team among which a family is looked for; older ones are left out.
inline constexpr int MostRelatives = 200;

/// What an execution was and did, from its events, page by page. Errors: of Workspace::events().
[[nodiscard]] QCoro::Task<Result<RunFacts>> readRun(
    Workspace *workspace, ExecutionId id, std::stop_token stop);
/// The retries and forks that an execution belongs to, among the latest of its team. Errors: of
/// Workspace::executions().
[[nodiscard]] QCoro::Task<Result<std::vector<FamilyMember>>> readRelatives(
    Workspace *workspace, TeamId team, std::stop_token stop);

} // namespace renum::ui
