// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/execution.h"

#include "core/model/execution_event.h"
#include "core/model/intervention.h"

#include <algorithm>
#include <array>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

template<typename Enum, size_t N>
using NameTable = std::array<std::pair<Enum, const char *>, N>;

constexpr NameTable<ExecutionStatus, 5> ExecutionNames { {
    { ExecutionStatus::Pending, "pending" },
    { ExecutionStatus::Running, "running" },
    { ExecutionStatus::Completed, "completed" },
    { ExecutionStatus::Failed, "failed" },
    { ExecutionStatus::Cancelled, "cancelled" },
} };
constexpr NameTable<StepStatus, 6> StepNames { {
    { StepStatus::Pending, "pending" },
    { StepStatus::Running, "running" },
    { StepStatus::Completed, "completed" },
    { StepStatus::Failed, "failed" },
    { StepStatus::Skipped, "skipped" },
    { StepStatus::Cancelled, "cancelled" },
} };
constexpr NameTable<SkipReason, 7> SkipNames { {
    { SkipReason::ConditionNotMet, "condition_not_met" },
    { SkipReason::InputUnavailable, "input_unavailable" },
    { SkipReason::UpstreamFailed, "upstream_failed" },
    { SkipReason::Inactive, "inactive" },
    { SkipReason::BudgetExceeded, "budget_exceeded" },
    { SkipReason::ApprovalRejected, "approval_rejected" },
    { SkipReason::ApprovalTimeout, "approval_timeout" },
} };
constexpr NameTable<RunState, 6> RunNames { {
    { RunState::None, "none" },
    { RunState::Intent, "intent" },
    { RunState::Sent, "sent" },
    { RunState::Bound, "bound" },
    { RunState::Rejected, "rejected" },
    { RunState::Unknown, "unknown" },
} };
constexpr NameTable<ApprovalState, 5> ApprovalNames { {
    { ApprovalState::Waiting, "waiting" },
    { ApprovalState::Approved, "approved" },
    { ApprovalState::Rejected, "rejected" },
    { ApprovalState::AutoApproved, "auto_approved" },
    { ApprovalState::Expired, "expired" },
} };

constexpr NameTable<WaitReason, 3> WaitNames { {
    { WaitReason::CircuitOpen, "circuit_open" },
    { WaitReason::RunSlot, "run_slot" },
    { WaitReason::ServiceBusy, "service_busy" },
} };

template<typename Enum, size_t N>
QString nameOf(const NameTable<Enum, N> &table, Enum value)
{
    const auto it = std::ranges::find(table, value, &std::pair<Enum, const char *>::first);
    return it == table.end() ? QString() : QString::fromLatin1(it->second);
}

template<typename Enum, size_t N>
std::optional<Enum> valueOf(const NameTable<Enum, N> &table, const QString &name)
{
    const auto it = std::ranges::find_if(
        table, [&name](const auto &row) { return name == QLatin1StringView(row.second); });
    if (it == table.end())
        return std::nullopt;
    return it->first;
}

Json timeOrNull(const std::optional<Timestamp> &time)
{
    return time ? toJson(toRfc3339(*time)) : Json(nullptr);
}

double seconds(Timestamp from, Timestamp to)
{
    return double((to - from) / std::chrono::milliseconds(1)) / 1000.0;
}

/// The parts of the resource that are told by the steps.
void writeSteps(const Execution &execution, Json &json)
{
    static constexpr std::array<std::pair<StepStatus, const char *>, 5> Lists { {
        { StepStatus::Running, "active_agents" },
        { StepStatus::Completed, "completed_agents" },
        { StepStatus::Failed, "failed_agents" },
        { StepStatus::Skipped, "skipped_agents" },
        { StepStatus::Cancelled, "cancelled_agents" },
    } };
    for (const auto &[status, key] : Lists)
        json[key] = Json::array();
    json["agent_statuses"] = Json::object();
    json["agent_results"] = Json::object();
    json["usage_metrics"] = Json::object();
    json["current_step"] = nullptr;
    json["current_agent"] = nullptr;
    for (const StepRecord &step : execution.steps) {
        const std::string agent = step.agentId.toString().toStdString();
        json["agent_statuses"][agent] = toJson(toString(step.status));
        for (const auto &[status, key] : Lists) {
            if (step.status == status)
                json[key].push_back(agent);
        }
        if (step.status == StepStatus::Running && json["current_step"].is_null()) {
            json["current_step"] = step.order;
            json["current_agent"] = agent;
        }
        if (step.output)
            json["agent_results"][agent] = toJson(*step.output);
        if (step.usage.requestCount > 0)
            json["usage_metrics"][agent] = toJson(step.usage);
    }
}

std::optional<ExecutionParent> parentFromJson(const Json &config)
{
    const Json *parent = memberAt(config, "parent");
    const std::optional<QString> execution
        = parent ? stringAt(*parent, "execution_id") : std::nullopt;
    if (!execution)
        return std::nullopt;
    return ExecutionParent { ExecutionId(*execution),
        StepId(stringAt(*parent, "step_id").value_or(QString())) };
}

} // namespace

QString toString(ExecutionStatus status)
{
    return nameOf(ExecutionNames, status);
}
QString toString(StepStatus status)
{
    return nameOf(StepNames, status);
}
QString toString(SkipReason reason)
{
    return nameOf(SkipNames, reason);
}
QString toString(RunState state)
{
    return nameOf(RunNames, state);
}
QString toString(WaitReason reason)
{
    return nameOf(WaitNames, reason);
}

QString toString(ApprovalState state)
{
    return nameOf(ApprovalNames, state);
}

std::optional<ApprovalState> approvalStateFromString(const QString &name)
{
    return valueOf(ApprovalNames, name);
}

Json toJson(const StepApproval &approval)
{
    Json json = Json::object();
    json["state"] = toJson(toString(approval.state));
    json["requested_at"] = toJson(toRfc3339(approval.requestedAt));
    json["expires_at"] = timeOrNull(approval.expiresAt);
    json["decided_at"] = timeOrNull(approval.decidedAt);
    json["decided_by"] = toJson(approval.decidedBy);
    json["comment"] = toJson(approval.comment);
    return json;
}

std::optional<StepApproval> stepApprovalFromJson(const Json &json)
{
    const auto text = [&json](const char *key) { return stringAt(json, key).value_or(QString()); };
    const std::optional<ApprovalState> state = approvalStateFromString(text("state"));
    const std::optional<Timestamp> requestedAt = fromRfc3339(text("requested_at"));
    if (!state || !requestedAt)
        return std::nullopt;
    return StepApproval { *state, *requestedAt, fromRfc3339(text("expires_at")),
        fromRfc3339(text("decided_at")), text("decided_by"), text("comment") };
}

ExecutionStatus executionStatusFromString(const QString &name)
{
    return valueOf(ExecutionNames, name).value_or(ExecutionStatus::Pending);
}

StepStatus stepStatusFromString(const QString &name)
{
    return valueOf(StepNames, name).value_or(StepStatus::Pending);
}

std::optional<SkipReason> skipReasonFromString(const QString &name)
{
    return valueOf(SkipNames, name);
}

RunState runStateFromString(const QString &name)
{
    return valueOf(RunNames, name).value_or(RunState::None);
}

std::optional<WaitReason> waitReasonFromString(const QString &name)
{
    return valueOf(WaitNames, name);
}

bool isTerminal(ExecutionStatus status)
{
    return status != ExecutionStatus::Pending && status != ExecutionStatus::Running;
}

bool isTerminal(StepStatus status)
{
    return status != StepStatus::Pending && status != StepStatus::Running;
}

const StepRecord *Execution::step(const StepId &stepId) const
{
    const auto it = std::ranges::find(steps, stepId, &StepRecord::id);
    return it == steps.end() ? nullptr : &*it;
}

double Execution::progress() const
{
    if (status == ExecutionStatus::Completed)
        return 100;
    if (totalSteps == 0)
        return 0;
    return std::min(99.0, 100.0 * completedSteps / totalSteps);
}

QString toString(ExecutionHold::Reason reason)
{
    return reason == ExecutionHold::Reason::Cap ? u"cap"_s : u"breakpoint"_s;
}

std::optional<ExecutionHold::Reason> holdReasonFromString(const QString &name)
{
    if (name == u"cap"_s)
        return ExecutionHold::Reason::Cap;
    if (name == u"breakpoint"_s)
        return ExecutionHold::Reason::Breakpoint;
    return std::nullopt;
}

Json toJson(const ExecutionConfig &config)
{
    Json json = Json::object();
    if (config.maxExecutionSeconds)
        json["max_execution_seconds"] = *config.maxExecutionSeconds;
    if (config.stepTimeoutSeconds)
        json["step_timeout_seconds"] = *config.stepTimeoutSeconds;
    if (config.modelName)
        json["model_name"] = toJson(*config.modelName);
    if (config.onStepFailure) {
        static constexpr std::array<const char *, 3> Names { "stop", "continue",
            "skip_dependents" };
        json["on_step_failure"] = Names.at(size_t(*config.onStepFailure));
    }
    if (!config.initialContext.empty())
        json["initial_context"] = config.initialContext;
    if (!config.initialMemory.empty())
        json["initial_memory"] = config.initialMemory;
    if (config.origin)
        json["origin"] = toJson(*config.origin);
    if (config.parent) {
        json["parent"] = { { "execution_id", toJson(config.parent->execution.toString()) },
            { "step_id", toJson(config.parent->step.toString()) } };
    }
    if (!config.breakpoints.empty()) {
        Json all = Json::array();
        for (const Breakpoint &breakpoint : config.breakpoints)
            all.push_back(toJson(breakpoint));
        json["breakpoints"] = std::move(all);
    }
    if (config.cap.isSet())
        json["cap"] = toJson(config.cap);
    if (!config.pinned.isEmpty()) {
        Json all = Json::object();
        for (auto it = config.pinned.cbegin(); it != config.pinned.cend(); ++it)
            all[it.key().toString().toStdString()] = toJson(it.value());
        json["pinned_results"] = std::move(all);
    }
    return json;
}

ExecutionConfig executionConfigFromJson(const Json &json)
{
    ExecutionConfig config;
    if (const auto value = integerAt(json, "max_execution_seconds"))
        config.maxExecutionSeconds = int(*value);
    if (const auto value = integerAt(json, "step_timeout_seconds"))
        config.stepTimeoutSeconds = int(*value);
    config.modelName = stringAt(json, "model_name");
    const QString policy = stringAt(json, "on_step_failure").value_or(QString());
    if (policy == "stop"_L1)
        config.onStepFailure = StepFailurePolicy::Stop;
    else if (policy == "continue"_L1)
        config.onStepFailure = StepFailurePolicy::Continue;
    else if (policy == "skip_dependents"_L1)
        config.onStepFailure = StepFailurePolicy::SkipDependents;
    if (const Json *context = memberAt(json, "initial_context"); context && context->is_object())
        config.initialContext = *context;
    if (const Json *memory = memberAt(json, "initial_memory"); memory && memory->is_object())
        config.initialMemory = *memory;
    if (const Json *origin = memberAt(json, "origin"))
        config.origin = originFromJson(*origin);
    config.parent = parentFromJson(json);
    if (const Json *all = memberAt(json, "breakpoints"); all && all->is_array()) {
        for (const Json &written : *all) {
            if (std::optional<Breakpoint> breakpoint = breakpointFromJson(written))
                config.breakpoints.push_back(*std::move(breakpoint));
        }
    }
    if (const Json *cap = memberAt(json, "cap"))
        config.cap = spendingCapFromJson(*cap);
    if (const Json *all = memberAt(json, "pinned_results"); all && all->is_object()) {
        for (const auto &[agent, output] : all->items())
            config.pinned.insert(
                AgentId(QString::fromStdString(agent)), stepOutputFromJson(output));
    }
    return config;
}

Json toJson(const Execution &execution)
{
    Json json = Json::object();
    json["execution_id"] = toJson(execution.id.toString());
    json["id"] = json["execution_id"];
    json["team_id"] = toJson(execution.teamId.toString());
    json["team_name"] = toJson(execution.teamName);
    json["workflow_type"] = toJson(toString(execution.workflowType));
    json["status"] = toJson(toString(execution.status));
    json["interrupted"] = execution.interrupted;
    json["paused"] = execution.paused;
    json["hold"] = execution.hold ? toJson(*execution.hold) : Json(nullptr);
    json["breakpoints"] = toJson(execution.breakpoints);
    json["cap"] = execution.cap.isSet() ? toJson(execution.cap) : Json(nullptr);
    json["parent_execution_id"]
        = execution.parent ? toJson(execution.parent->execution.toString()) : Json(nullptr);
    json["initial_prompt"] = toJson(execution.initialPrompt);
    json["final_result"] = execution.finalResult.value_or(Json(nullptr));
    json["error_message"]
        = execution.errorMessage.isEmpty() ? Json(nullptr) : toJson(execution.errorMessage);
    json["error"] = execution.error ? errorDetail(*execution.error) : Json(nullptr);
    json["has_errors"] = execution.hasErrors;
    json["progress"] = execution.progress();
    json["total_steps"] = execution.totalSteps;
    json["completed_steps"] = execution.completedSteps;
    json["created_at"] = toJson(toRfc3339(execution.createdAt));
    json["started_at"] = timeOrNull(execution.startedAt);
    json["completed_at"] = timeOrNull(execution.completedAt);
    json["updated_at"] = toJson(toRfc3339(execution.updatedAt));
    json["last_updated"] = json["updated_at"];
    json["execution_duration"] = execution.startedAt && execution.completedAt
        ? Json(seconds(*execution.startedAt, *execution.completedAt))
        : Json(nullptr);
    json["usage_totals"] = toJson(execution.usage);
    json["context_version"] = execution.contextVersion;
    json["last_seq"] = execution.lastSeq;
    writeSteps(execution, json);
    return json;
}

} // namespace renum
