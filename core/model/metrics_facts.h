// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/ledger.h"
#include "core/model/timestamp.h"

#include <optional>
#include <utility>
#include <vector>

namespace renum {

/// Moments from the first to before the last.
struct TimeRange {
    Timestamp from;
    Timestamp to;

    [[nodiscard]] bool contains(Timestamp time) const { return from <= time && time < to; }
};

/// What metrics need of one execution.
struct ExecutionFacts {
    ExecutionId id;
    TeamId team;
    QString teamName;
    WorkflowType workflowType = WorkflowType::Sequential;
    ExecutionStatus status = ExecutionStatus::Pending;
    bool hasErrors = false;
    bool isNested = false; ///< it worked for a step of another execution
    int contextVersion = 0;
    int messages = 0;
    QString errorType; ///< category of what it failed with
    Timestamp createdAt;
    std::optional<Timestamp> startedAt;
    std::optional<Timestamp> completedAt;
    Spending spending; ///< of its own agents
};
/// And of one of its steps.
struct MeasuredStep {
    ExecutionId execution;
    AgentId agent;
    StepStatus status = StepStatus::Pending;
    int attempts = 0;
    std::optional<Timestamp> startedAt;
    std::optional<Timestamp> completedAt;
};
struct MetricsFacts {
    std::vector<ExecutionFacts> executions;
    std::vector<MeasuredStep> steps;
    SpendingRows spending; ///< of these executions, by agent and model
};

/// What one agent spent in one execution, by model.
using RunSpendings = QList<std::pair<ExecutionId, SpendingRow>>;

} // namespace renum
