// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/json.h"
#include "core/model/team.h"
#include "core/model/workflow_definition.h"

#include <QMap>

#include <vector>

namespace renum {

/// One planned step (contract §4.3). The definition's defaults are resolved into it.
struct PlanStep {
    StepId id;
    AgentId agentId;
    MemberKind kind = MemberKind::Agent;
    TeamId teamId; ///< of kind Team
    QString name; ///< display name of the member
    int order = 1; ///< 1-based
    QString role;
    InputSpec input;
    std::vector<Condition> conditions;
    /// Steps that must be terminal before this one is considered: explicit, from order, from the
    /// input and from conditions. Which of them must have *completed* is the scheduler's business.
    std::vector<StepId> dependencies;
    /// Only those the author wrote as `dependencies`: each must complete.
    std::vector<StepId> requiredDependencies;
    int timeoutSeconds = 600;
    RetryConfig retry;
    AgentConfig config;
    QString modelName; ///< effective, or empty for the service's default
    bool isActive = true;
    std::optional<FeedbackSpec> feedback;

    friend bool operator==(const PlanStep &, const PlanStep &) = default;
};

/// What a strategy compiles to: frozen when the execution is created (contract §4.3).
struct ExecutionPlan {
    WorkflowType strategy = WorkflowType::Sequential;
    std::vector<PlanStep> steps; ///< by order
    std::vector<std::vector<StepId>> waves; ///< scheduling levels, for previews
    int estimatedDurationSeconds = 0;
    int maxExecutionSeconds = 3600;
    StepFailurePolicy onStepFailure = StepFailurePolicy::Stop;
    bool failFast = false;
    int maxParallel = 10;
    bool deepMerge = false;
    QString finalResult; ///< `last`, `all`, `leader` or `agent:<id>`, resolved
    int maxIterations = 3;
    std::optional<ApprovalSpec> approval;
    WorkflowDefinition definition; ///< frozen, normalised
    /// The teams that are members, and those that are members of them, as they were then.
    std::vector<Team> teams;

    [[nodiscard]] const PlanStep *find(const StepId &id) const;
    [[nodiscard]] const PlanStep *findAgent(const AgentId &id) const;
    [[nodiscard]] const Team *findTeam(const TeamId &id) const;
    friend bool operator==(const ExecutionPlan &, const ExecutionPlan &) = default;
};

/// The object of contract §4.3 with [EXT] keys for the resolved values; read back by planFromJson.
[[nodiscard]] Json toJson(const ExecutionPlan &plan);
[[nodiscard]] Result<ExecutionPlan> planFromJson(const Json &json);

} // namespace renum
