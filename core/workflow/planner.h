// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/execution_plan.h"
#include "core/model/team.h"

#include <QHash>

namespace renum {

/// What is known of earlier runs: average seconds of an agent's last completed runs (§4.4).
using DurationHistory = QHash<AgentId, double>;

/// Compiles a valid draft (see validateTeam) to a plan: order, dependencies, waves, effective
/// time-outs, retry and failure rules, estimate. All four strategies give the same kind of plan
/// (design §3.2). Pure.
[[nodiscard]] ExecutionPlan planExecution(const TeamDraft &validDraft,
    const ExecutionConfig &config = {}, const DurationHistory &history = {});

} // namespace renum
