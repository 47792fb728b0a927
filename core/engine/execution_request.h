// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/team.h"

#include <QString>

#include <optional>

namespace renum {

/// What the engine is asked to run.
struct ExecutionRequest {
    Team team;
    QString initialPrompt;
    ExecutionConfig config;
    /// Run exactly this plan, frozen by an earlier execution; absent: plan the team.
    std::optional<ExecutionPlan> plan = {};
};

} // namespace renum
