// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/execution_plan.h"

#include "core/model/error_codes.h"
#include "core/model/policy_name.h"
#include "core/model/workflow_codec.h"

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

StepFailurePolicy policyFrom(const QString &name)
{
    if (name == "continue"_L1)
        return StepFailurePolicy::Continue;
    return name == "skip_dependents"_L1 ? StepFailurePolicy::SkipDependents
                                        : StepFailurePolicy::Stop;
}

template<typename Tag>
Json idList(const std::vector<Id<Tag>> &ids)
{
    Json json = Json::array();
    for (const Id<Tag> &id : ids)
        json.push_back(toJson(id.toString()));
    return json;
}

std::vector<StepId> stepIds(const Json *json)
{
    std::vector<StepId> ids;
    if (!json || !json->is_array())
        return ids;
    for (const Json &item : *json)
        ids.emplace_back(toQString(item));
    return ids;
}

/// What the member of the frozen definition does not already say.
Json stepJson(const PlanStep &step)
{
    Json json = Json::object();
    json["step_id"] = toJson(step.id.toString());
    json["agent_id"] = toJson(step.agentId.toString());
    json["action"] = "execute";
    json["name"] = toJson(step.name);
    json["step_order"] = step.order;
    json["role"] = toJson(step.role);
    json["input_config"] = toJson(step.input);
    json["conditions"] = toJson(step.conditions);
    json["dependencies"] = idList(step.dependencies);
    json["required_dependencies"] = idList(step.requiredDependencies);
    json["timeout"] = step.timeoutSeconds;
    json["retry_config"] = toJson(step.retry);
    json["model_name"] = toJson(step.modelName);
    if (step.config.toolsMode)
        json["tools_mode"] = toJson(*step.config.toolsMode);
    json["is_active"] = step.isActive;
    return json;
}

/// What the member of the frozen definition says already is taken from there.
PlanStep stepFromJson(const Json &json, const WorkflowDefinition &definition)
{
    PlanStep step;
    step.id = StepId(stringAt(json, "step_id").value_or(QString()));
    step.agentId = AgentId(stringAt(json, "agent_id").value_or(QString()));
    step.name = stringAt(json, "name").value_or(step.agentId.toString());
    step.order = int(integerAt(json, "step_order").value_or(1));
    step.role = stringAt(json, "role").value_or(QString());
    step.dependencies = stepIds(memberAt(json, "dependencies"));
    step.requiredDependencies = stepIds(memberAt(json, "required_dependencies"));
    step.timeoutSeconds = int(integerAt(json, "timeout").value_or(600));
    step.modelName = stringAt(json, "model_name").value_or(QString());
    step.isActive = boolAt(json, "is_active").value_or(true);
    Problems ignored; // the plan is our own writing
    if (const Json *input = memberAt(json, "input_config"); input && !input->empty())
        step.input = readInput(*input, QString(), ignored).value_or(InputSpec());
    if (const WorkflowAgent *member = definition.find(step.agentId)) {
        step.conditions = member->conditions;
        step.config = member->config;
        step.kind = member->kind;
        step.teamId = member->teamId;
        // Resolved from the member's, the team's and the product's choice.
        if (const std::optional<QString> mode = stringAt(json, "tools_mode"))
            step.config.toolsMode = mode;
        step.feedback = member->feedback;
        step.retry = member->retry.value_or(RetryConfig());
    }
    return step;
}

Team memberTeam(const Json &json)
{
    const TeamDraft draft = readTeamDraft(json).draft;
    Team team;
    team.id = TeamId(stringAt(json, "team_id").value_or(QString()));
    team.version = int(integerAt(json, "version").value_or(1));
    team.name = draft.name;
    team.description = draft.description;
    team.agentIds = draft.agentIds;
    team.workflow = draft.workflow;
    team.config = draft.config;
    return team;
}

} // namespace

const PlanStep *ExecutionPlan::find(const StepId &id) const
{
    const auto it = std::ranges::find(steps, id, &PlanStep::id);
    return it == steps.end() ? nullptr : &*it;
}

const PlanStep *ExecutionPlan::findAgent(const AgentId &id) const
{
    const auto it = std::ranges::find(steps, id, &PlanStep::agentId);
    return it == steps.end() ? nullptr : &*it;
}

const Team *ExecutionPlan::findTeam(const TeamId &id) const
{
    const auto it = std::ranges::find(teams, id, &Team::id);
    return it == teams.end() ? nullptr : &*it;
}

Json toJson(const ExecutionPlan &plan)
{
    Json json = Json::object();
    json["strategy"] = toJson(toString(plan.strategy));
    json["workflow_type"] = json["strategy"];
    json["steps"] = Json::array();
    json["dependencies"] = Json::object();
    for (const PlanStep &step : plan.steps) {
        json["steps"].push_back(stepJson(step));
        json["dependencies"][step.id.toString().toStdString()] = idList(step.dependencies);
    }
    json["waves"] = Json::array();
    for (const std::vector<StepId> &wave : plan.waves)
        json["waves"].push_back(idList(wave));
    json["estimated_duration"] = plan.estimatedDurationSeconds;
    json["max_execution_seconds"] = plan.maxExecutionSeconds;
    json["on_step_failure"] = toJson(policyName(plan.onStepFailure));
    json["fail_fast"] = plan.failFast;
    json["max_parallel"] = plan.maxParallel;
    json["merge"] = plan.deepMerge ? "deep" : "shallow";
    json["final_result"] = toJson(plan.finalResult);
    json["max_iterations"] = plan.maxIterations;
    json["workflow_definition"] = toJson(plan.definition);
    for (const Team &team : plan.teams) {
        Json frozen = toJson(team.draft());
        frozen["team_id"] = toJson(team.id.toString());
        frozen["version"] = team.version;
        json["member_teams"].push_back(std::move(frozen));
    }
    return json;
}

Result<ExecutionPlan> planFromJson(const Json &json)
{
    const Json *definition = memberAt(json, "workflow_definition");
    const Json *steps = memberAt(json, "steps");
    if (!definition || !steps || !steps->is_array()) {
        return Error { ErrorCategory::SystemError, QString::fromLatin1(code::JsonInvalid),
            u"A stored plan has no steps or no workflow definition."_s };
    }
    ExecutionPlan plan;
    plan.definition = readWorkflow(*definition).definition;
    plan.strategy = plan.definition.type;
    for (const Json &step : *steps)
        plan.steps.push_back(stepFromJson(step, plan.definition));
    if (const Json *waves = memberAt(json, "waves"); waves && waves->is_array()) {
        for (const Json &wave : *waves)
            plan.waves.push_back(stepIds(&wave));
    }
    plan.estimatedDurationSeconds = int(integerAt(json, "estimated_duration").value_or(0));
    plan.maxExecutionSeconds = int(integerAt(json, "max_execution_seconds").value_or(3600));
    plan.onStepFailure = policyFrom(stringAt(json, "on_step_failure").value_or(QString()));
    plan.failFast = boolAt(json, "fail_fast").value_or(false);
    plan.maxParallel = int(integerAt(json, "max_parallel").value_or(10));
    plan.deepMerge = stringAt(json, "merge") == u"deep"_s;
    plan.finalResult = stringAt(json, "final_result").value_or(QString());
    plan.maxIterations = int(integerAt(json, "max_iterations").value_or(3));
    plan.approval = plan.definition.config.approval;
    if (const Json *teams = memberAt(json, "member_teams"); teams && teams->is_array()) {
        for (const Json &team : *teams)
            plan.teams.push_back(memberTeam(team));
    }
    return plan;
}

} // namespace renum
