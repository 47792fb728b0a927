// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/object_reader.h"
#include "core/model/workflow_codec.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

RetryConfig readRetry(const Json &json, const QString &path, Problems &problems)
{
    ObjectReader reader(json, path, problems);
    RetryConfig retry;
    retry.maxAttempts = reader.integer("max_attempts", u"W-18"_s);
    if (const std::optional<int> retries = reader.integer("max_retries", u"W-18"_s);
        retries && !retry.maxAttempts)
        retry.maxAttempts = *retries + 1;
    retry.initialDelaySeconds = reader.number("initial_delay", u"W-18"_s);
    retry.backoffFactor = reader.number("backoff_factor", u"W-18"_s);
    retry.maxDelaySeconds = reader.integer("max_delay", u"W-18"_s);
    retry.jitter = reader.number("jitter", u"W-18"_s);
    retry.retryOn = reader.texts("retry_on");
    if (const std::optional<QStringList> exceptions = reader.texts("retry_on_exceptions");
        exceptions && !retry.retryOn)
        retry.retryOn = exceptions;
    if (const Json *delays = reader.take("delay_seconds")) {
        std::vector<double> list;
        const Json &items = delays->is_array() ? *delays : Json::array({ *delays });
        for (const Json &item : items) {
            if (item.is_number())
                list.push_back(item.get<double>());
            else
                reader.wrongType("delay_seconds", u"a list of seconds"_s, u"W-18"_s);
        }
        retry.delaySeconds = std::move(list);
    }
    retry.extra = reader.rest();
    return retry;
}

FeedbackSpec readFeedback(const Json &json, const QString &path, Problems &problems)
{
    ObjectReader reader(json, path, problems);
    FeedbackSpec feedback;
    feedback.to = AgentId(reader.text("to").value_or(QString()));
    if (const Json *conditions = reader.take("conditions"))
        feedback.conditions = readConditions(*conditions, reader.pathOf("conditions"), problems);
    feedback.maxIterations = reader.integer("max_iterations", u"W-18"_s);
    feedback.extra = reader.rest();
    return feedback;
}

AgentConfig readAgentConfig(const Json &json, const QString &path, Problems &problems)
{
    ObjectReader reader(json, path, problems);
    AgentConfig config;
    config.modelName = reader.text("model_name");
    config.enableThinking = reader.flag("enable_thinking");
    config.reasoningEffort = reader.text("reasoning_effort");
    config.instructions = reader.text("instructions").value_or(QString());
    if (const Json *schema = reader.take("output_schema"))
        config.outputSchema = *schema;
    config.toolsMode = reader.text("tools_mode");
    config.extra = reader.rest();
    return config;
}

void readPosition(ObjectReader &reader, WorkflowAgent &agent)
{
    const Json *position = reader.take("position");
    if (!position)
        return;
    const std::optional<double> x = numberAt(*position, "x");
    const std::optional<double> y = numberAt(*position, "y");
    if (x && y)
        agent.position = CanvasPosition { *x, *y };
    else
        reader.wrongType("position", u"an object with the numbers x and y"_s);
}

void readAgentParts(ObjectReader &reader, WorkflowAgent &agent)
{
    Problems &problems = reader.problems();
    if (const Json *input = reader.take("input"))
        agent.input = readInput(*input, reader.pathOf("input"), problems);
    if (const Json *conditions = reader.take("conditions"))
        agent.conditions = readConditions(*conditions, reader.pathOf("conditions"), problems);
    if (const Json *retry = reader.take("retry_config"))
        agent.retry = readRetry(*retry, reader.pathOf("retry_config"), problems);
    if (const Json *config = reader.take("agent_config"))
        agent.config = readAgentConfig(*config, reader.pathOf("agent_config"), problems);
    else if (const Json *alias = reader.take("config"))
        agent.config = readAgentConfig(*alias, reader.pathOf("config"), problems);
    if (const Json *feedback = reader.take("feedback"))
        agent.feedback = readFeedback(*feedback, reader.pathOf("feedback"), problems);
}

void readKind(ObjectReader &reader, WorkflowAgent &agent)
{
    const QString kind = reader.text("kind").value_or(u"agent"_s);
    if (kind == "team"_L1)
        agent.kind = MemberKind::Team;
    else if (kind == "approval"_L1)
        agent.kind = MemberKind::Approval;
    else if (kind != "agent"_L1)
        reader.wrongType("kind", u"agent, approval or team"_s);
    agent.teamId = TeamId(reader.text("team_id").value_or(QString()));
}

WorkflowAgent readAgent(const Json &json, const QString &path, Problems &problems)
{
    ObjectReader reader(json, path, problems);
    WorkflowAgent agent;
    agent.agentId = AgentId(reader.text("agent_id").value_or(QString()));
    readKind(reader, agent);
    agent.role = reader.text("role").value_or(QString());
    agent.executionOrder = reader.integer("execution_order");
    const QStringList dependencies = reader.texts("dependencies").value_or(QStringList());
    for (const QString &dependency : dependencies)
        agent.dependencies.emplace_back(dependency);
    agent.timeoutSeconds = reader.integer("timeout", u"W-18"_s);
    agent.isActive = reader.flag("is_active").value_or(true);
    readAgentParts(reader, agent);
    readPosition(reader, agent);
    agent.name = reader.text("name").value_or(QString());
    if (const std::optional<QString> label = reader.text("label"); label && agent.name.isEmpty())
        agent.name = *label;
    agent.extra = reader.rest();
    return agent;
}

std::optional<StepFailurePolicy> failurePolicy(const QString &name)
{
    if (name == "stop"_L1)
        return StepFailurePolicy::Stop;
    if (name == "continue"_L1)
        return StepFailurePolicy::Continue;
    if (name == "skip_dependents"_L1)
        return StepFailurePolicy::SkipDependents;
    return std::nullopt;
}

ApprovalSpec readApproval(const Json &json, const QString &path, Problems &problems)
{
    ObjectReader reader(json, path, problems);
    ApprovalSpec approval;
    const QStringList before = reader.texts("before").value_or(QStringList());
    for (const QString &agent : before)
        approval.before.emplace_back(agent);
    if (const Json *conditions = reader.take("auto_approve"))
        approval.autoApprove = readConditions(*conditions, reader.pathOf("auto_approve"), problems);
    approval.timeoutSeconds = reader.integer("timeout_seconds", u"W-18"_s);
    approval.extra = reader.rest();
    return approval;
}

WorkflowConfig readConfig(const Json &json, const QString &path, Problems &problems)
{
    ObjectReader reader(json, path, problems);
    WorkflowConfig config;
    if (const std::optional<QString> policy = reader.text("on_step_failure")) {
        config.onStepFailure = failurePolicy(*policy);
        if (!config.onStepFailure)
            reader.wrongType("on_step_failure", u"stop, continue or skip_dependents"_s);
    }
    config.failFast = reader.flag("fail_fast").value_or(false);
    config.maxParallel = reader.integer("max_parallel");
    if (const std::optional<QString> merge = reader.text("merge")) {
        config.deepMerge = *merge == "deep"_L1;
        if (!config.deepMerge && *merge != "shallow"_L1)
            reader.wrongType("merge", u"shallow or deep"_s);
    }
    config.finalResult = reader.text("final_result");
    config.maxIterations = reader.integer("max_iterations");
    if (const Json *approval = reader.take("approval"))
        config.approval = readApproval(*approval, reader.pathOf("approval"), problems);
    config.restrictRequests = reader.flag("restrict_requests").value_or(false);
    config.extra = reader.rest();
    return config;
}

} // namespace

WorkflowReading readWorkflow(const Json &json, const QString &path)
{
    WorkflowReading reading;
    Problems &problems = reading.problems;
    ObjectReader reader(json, path, problems);
    if (!json.is_object())
        return reading;
    WorkflowDefinition &definition = reading.definition;

    const std::optional<QString> typeName = reader.text("type");
    const std::optional<WorkflowType> type = workflowTypeFromString(typeName.value_or(QString()));
    if (type) {
        definition.type = *type;
    } else {
        reader.problem(u"W-07"_s, reader.pathOf("type"),
            u"\"%1\" is no workflow type. Use sequential, parallel, pipeline or conditional."_s.arg(
                typeName.value_or(QString())));
    }
    if (const Json *agents = reader.take("agents")) {
        if (!agents->is_array())
            reader.wrongType("agents", u"a list of agents"_s);
        for (size_t i = 0; agents->is_array() && i < agents->size(); ++i) {
            const QString agentPath = reader.pathOf("agents") + u'/' + QString::number(i);
            definition.agents.push_back(readAgent((*agents)[i], agentPath, problems));
        }
    }
    if (const Json *config = reader.take("config"))
        definition.config = readConfig(*config, reader.pathOf("config"), problems);
    definition.extra = reader.rest();
    return reading;
}

} // namespace renum
