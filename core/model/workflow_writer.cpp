// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/policy_name.h"
#include "core/model/workflow_codec.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

template<typename T>
void writeIf(Json &json, const char *key, const std::optional<T> &value)
{
    if (value)
        json[key] = *value;
}

Json texts(const QStringList &list)
{
    Json json = Json::array();
    for (const QString &text : list)
        json.push_back(toJson(text));
    return json;
}

Json ids(const std::vector<AgentId> &list)
{
    Json json = Json::array();
    for (const AgentId &id : list)
        json.push_back(toJson(id.toString()));
    return json;
}

Json writeAgentConfig(const AgentConfig &config)
{
    Json json = config.extra;
    writeIf(json, "model_name", config.modelName);
    writeIf(json, "enable_thinking", config.enableThinking);
    writeIf(json, "reasoning_effort", config.reasoningEffort);
    if (!config.instructions.isEmpty())
        json["instructions"] = toJson(config.instructions);
    writeIf(json, "output_schema", config.outputSchema);
    writeIf(json, "tools_mode", config.toolsMode);
    return json;
}

Json writeApproval(const ApprovalSpec &approval)
{
    Json json = approval.extra;
    json["before"] = ids(approval.before);
    if (!approval.autoApprove.empty())
        json["auto_approve"] = toJson(approval.autoApprove);
    writeIf(json, "timeout_seconds", approval.timeoutSeconds);
    return json;
}

Json writeConfig(const WorkflowConfig &config)
{
    Json json = config.extra;
    if (config.onStepFailure)
        json["on_step_failure"] = toJson(policyName(*config.onStepFailure));
    if (config.failFast)
        json["fail_fast"] = true;
    writeIf(json, "max_parallel", config.maxParallel);
    if (config.deepMerge)
        json["merge"] = "deep";
    writeIf(json, "final_result", config.finalResult);
    writeIf(json, "max_iterations", config.maxIterations);
    if (config.approval)
        json["approval"] = writeApproval(*config.approval);
    if (config.restrictRequests)
        json["restrict_requests"] = true;
    return json;
}

} // namespace

Json toJson(const RetryConfig &retry)
{
    Json json = retry.extra;
    writeIf(json, "max_attempts", retry.maxAttempts);
    writeIf(json, "initial_delay", retry.initialDelaySeconds);
    writeIf(json, "backoff_factor", retry.backoffFactor);
    writeIf(json, "max_delay", retry.maxDelaySeconds);
    writeIf(json, "delay_seconds", retry.delaySeconds);
    if (retry.retryOn)
        json["retry_on"] = texts(*retry.retryOn);
    writeIf(json, "jitter", retry.jitter);
    return json;
}

Json toJson(const FeedbackSpec &feedback)
{
    Json json = feedback.extra;
    json["to"] = toJson(feedback.to.toString());
    if (!feedback.conditions.empty())
        json["conditions"] = toJson(feedback.conditions);
    writeIf(json, "max_iterations", feedback.maxIterations);
    return json;
}

Json toJson(const WorkflowAgent &agent)
{
    Json json = agent.extra;
    json["agent_id"] = toJson(agent.agentId.toString());
    if (agent.kind == MemberKind::Approval)
        json["kind"] = "approval";
    if (agent.kind == MemberKind::Team)
        json["kind"] = "team";
    if (!agent.teamId.isEmpty())
        json["team_id"] = toJson(agent.teamId.toString());
    if (!agent.role.isEmpty())
        json["role"] = toJson(agent.role);
    writeIf(json, "execution_order", agent.executionOrder);
    if (agent.input)
        json["input"] = toJson(*agent.input);
    if (!agent.conditions.empty())
        json["conditions"] = toJson(agent.conditions);
    if (!agent.dependencies.empty())
        json["dependencies"] = ids(agent.dependencies);
    writeIf(json, "timeout", agent.timeoutSeconds);
    if (agent.retry)
        json["retry_config"] = toJson(*agent.retry);
    if (const Json config = writeAgentConfig(agent.config); !config.empty())
        json["agent_config"] = config;
    if (!agent.isActive)
        json["is_active"] = false;
    if (agent.feedback)
        json["feedback"] = toJson(*agent.feedback);
    if (agent.position)
        json["position"] = { { "x", agent.position->x }, { "y", agent.position->y } };
    if (!agent.name.isEmpty())
        json["name"] = toJson(agent.name);
    return json;
}

Json toJson(const WorkflowDefinition &definition)
{
    Json json = definition.extra;
    json["type"] = toJson(toString(definition.type));
    json["agents"] = Json::array();
    for (const WorkflowAgent &agent : definition.agents)
        json["agents"].push_back(toJson(agent));
    json["config"] = writeConfig(definition.config);
    return json;
}

} // namespace renum
