// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/json.h"
#include "core/model/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

/// The workflow language of contract §3: what a team's author writes. Values only; the rules that
/// make a definition valid are in core/workflow/validation.h.
namespace renum {

enum class WorkflowType { Sequential, Parallel, Pipeline, Conditional };
[[nodiscard]] QString toString(WorkflowType type);
[[nodiscard]] std::optional<WorkflowType> workflowTypeFromString(const QString &name);

/// One place a step's text comes from (contract §3.5).
struct InputSource {
    enum class Kind { InitialPrompt, AgentResult, ContextVariable };
    Kind kind = Kind::InitialPrompt;
    AgentId agentId; ///< for AgentResult
    QString variableName; ///< for ContextVariable

    friend bool operator==(const InputSource &, const InputSource &) = default;
};

/// The input of a step. `combined` is what the author wrote as a list; otherwise one source.
struct InputSpec {
    std::vector<InputSource> sources;
    bool combined = false;
    /// Text with {{input}}, {{initial_prompt}}, {{context.key}}, {{memory.key}}, {{agent.id}}.
    std::optional<QString> templateText;
    bool includeContext = true;
    Json extra = Json::object(); ///< unknown keys, echoed

    friend bool operator==(const InputSpec &, const InputSpec &) = default;
};

/// A condition or a group of them (contract §3.6).
struct Condition {
    enum class Kind { Test, All, Any, Not };
    Kind kind = Kind::Test;
    QString field; ///< path, for Test
    QString op; ///< as written, for Test; aliases are resolved by the evaluator
    std::optional<Json> value;
    bool ignoreCase = false;
    std::vector<Condition> children; ///< for All and Any; exactly one for Not

    friend bool operator==(const Condition &, const Condition &) = default;
};

/// Contract §4.5. Absent fields take the defaults of the failed category.
struct RetryConfig {
    std::optional<int> maxAttempts; ///< total, the first included, 1..10
    std::optional<double> initialDelaySeconds; ///< before the second attempt, 1 when absent
    std::optional<double> backoffFactor; ///< 1..10
    std::optional<int> maxDelaySeconds;
    std::optional<std::vector<double>> delaySeconds; ///< explicit list, overrides the formula
    std::optional<QStringList> retryOn; ///< categories, as written
    std::optional<double> jitter; ///< 0..1
    Json extra = Json::object();

    friend bool operator==(const RetryConfig &, const RetryConfig &) = default;
};

/// Contract §3.9: a back edge to an earlier agent.
struct FeedbackSpec {
    AgentId to;
    std::vector<Condition> conditions;
    std::optional<int> maxIterations;
    Json extra = Json::object();

    friend bool operator==(const FeedbackSpec &, const FeedbackSpec &) = default;
};

/// Contract §3.2 `agent_config`.
struct AgentConfig {
    std::optional<QString> modelName;
    std::optional<bool> enableThinking;
    std::optional<QString> reasoningEffort;
    QString instructions;
    std::optional<Json> outputSchema;
    std::optional<QString> toolsMode;
    Json extra = Json::object();

    friend bool operator==(const AgentConfig &, const AgentConfig &) = default;
};

/// Canvas coordinates; the engine ignores them.
struct CanvasPosition {
    double x = 0;
    double y = 0;
    friend bool operator==(const CanvasPosition &, const CanvasPosition &) = default;
};

/// What a member of a team is ([EXT] `kind`).
enum class MemberKind {
    Agent,
    Approval, ///< a person, who agrees to its input or not; hands the input on
    Team, ///< another team, which gets the input as its prompt; hands its result on
};

/// One member of the team (contract §3.2).
struct WorkflowAgent {
    AgentId agentId; ///< for other kinds a name of the member within its workflow
    MemberKind kind = MemberKind::Agent;
    TeamId teamId; ///< of kind Team
    QString role; ///< empty when not given; the meaning is then `member`
    std::optional<int> executionOrder;
    std::optional<InputSpec> input;
    std::vector<Condition> conditions; ///< conjunction; empty is "always"
    std::vector<AgentId> dependencies;
    std::optional<int> timeoutSeconds;
    std::optional<RetryConfig> retry;
    AgentConfig config;
    bool isActive = true;
    std::optional<FeedbackSpec> feedback;
    std::optional<CanvasPosition> position;
    QString name; ///< display only
    Json extra = Json::object();

    /// The name if there is one, else the agent id.
    [[nodiscard]] QString displayName() const;
    friend bool operator==(const WorkflowAgent &, const WorkflowAgent &) = default;
};

enum class StepFailurePolicy { Stop, Continue, SkipDependents };

/// Contract §3.8: who must agree before a step starts.
struct ApprovalSpec {
    std::vector<AgentId> before;
    std::vector<Condition> autoApprove;
    std::optional<int> timeoutSeconds;
    Json extra = Json::object();
    friend bool operator==(const ApprovalSpec &, const ApprovalSpec &) = default;
};

/// Contract §3.8. An absent value means the default of the workflow's type.
struct WorkflowConfig {
    std::optional<StepFailurePolicy> onStepFailure;
    bool failFast = false;
    std::optional<int> maxParallel;
    bool deepMerge = false;
    std::optional<QString> finalResult; ///< `last`, `all`, `leader`, `agent:<id>`
    std::optional<int> maxIterations;
    std::optional<ApprovalSpec> approval;
    bool restrictRequests = false;
    Json extra = Json::object();

    friend bool operator==(const WorkflowConfig &, const WorkflowConfig &) = default;
};

struct WorkflowDefinition {
    WorkflowType type = WorkflowType::Sequential;
    std::vector<WorkflowAgent> agents;
    WorkflowConfig config;
    Json extra = Json::object();

    /// The member with that id, or nullptr. Borrowed.
    [[nodiscard]] const WorkflowAgent *find(const AgentId &id) const;
    friend bool operator==(const WorkflowDefinition &, const WorkflowDefinition &) = default;
};

} // namespace renum
