// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/execution_plan.h"
#include "core/model/team.h"

#include <QHash>

#include <vector>

namespace renum {

/// Average seconds of an agent's last 20 completed runs, for agents with at least three (§4.4).
using DurationHistory = QHash<AgentId, double>;

/// Compiles a valid draft (see validateTeam) to a plan: order, dependencies, waves, effective
/// time-outs, retry and failure rules, estimate. All four strategies give the same kind of plan
/// (design §3.2). Pure.
///
/// What a person sets for one run wins over the team's settings; what the author wrote for one
/// agent wins over both, because it says why that agent is different.
[[nodiscard]] ExecutionPlan planExecution(const TeamDraft &validDraft,
    const ExecutionConfig &config = {}, const DurationHistory &history = {});

/// The members in the order of contract §3.4, as positions in `definition.agents`.
[[nodiscard]] std::vector<size_t> memberOrder(const WorkflowDefinition &definition);

} // namespace renum
