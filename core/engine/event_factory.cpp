// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/event_factory.h"

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

Json totalTokens(const Usage &usage)
{
    if (!usage.tokensInput && !usage.tokensOutput)
        return nullptr;
    return usage.tokensInput.value_or(0) + usage.tokensOutput.value_or(0);
}

Json countOrNull(const std::optional<qint64> &count)
{
    return count ? Json(*count) : Json(nullptr);
}

Json usageTotals(const UsageTotals &totals)
{
    Json byAgent = Json::object();
    for (auto it = totals.byAgent.cbegin(); it != totals.byAgent.cend(); ++it)
        byAgent[it.key().toString().toStdString()] = totalTokens(it.value());
    Json data = Json::object();
    data["tokens_input"] = countOrNull(totals.sum.tokensInput);
    data["tokens_output"] = countOrNull(totals.sum.tokensOutput);
    data["total_tokens"] = totalTokens(totals.sum);
    data["request_count"] = totals.sum.requestCount;
    data["estimated"] = totals.sum.estimated;
    data["agent_tokens"] = std::move(byAgent);
    return data;
}

} // namespace

int ProgressFacts::percent() const
{
    if (totalSteps <= 0)
        return 0;
    return std::min(99, completedSteps * 100 / totalSteps);
}

void UsageTotals::add(const AgentId &agent, const Usage &usage)
{
    sum.add(usage);
    byAgent[agent].add(usage);
}

EventFactory::EventFactory(ExecutionId execution, TeamId team)
    : m_execution(std::move(execution))
    , m_team(std::move(team))
{
}

ExecutionEvent EventFactory::executionUpdate(QLatin1StringView eventType, Json data) const
{
    ExecutionEvent event;
    event.type = u"execution_update"_s;
    event.eventType = eventType;
    event.executionId = m_execution;
    event.teamId = m_team;
    event.data = std::move(data);
    return event;
}

ExecutionEvent EventFactory::created(const ExecutionRequest &request) const
{
    Json data = Json::object();
    data["status"] = toJson(toString(ExecutionStatus::Pending));
    data["team_name"] = toJson(request.team.name);
    data["workflow_type"] = toJson(toString(request.team.workflow.type));
    data["initial_prompt"] = toJson(request.initialPrompt);
    data["execution_config"] = toJson(request.config);
    if (request.config.origin) {
        const bool fork = request.config.origin->kind == ExecutionOrigin::Kind::Fork;
        data[fork ? "forked_from" : "retry_of"]
            = toJson(request.config.origin->execution.toString());
    } else {
        data["team_version"] = request.team.version;
    }
    return executionUpdate("execution_created"_L1, std::move(data));
}

ExecutionEvent EventFactory::planned(const ExecutionPlan &plan) const
{
    const auto steps = static_cast<int>(plan.steps.size());
    Json data = Json::object();
    data["status"] = toJson(toString(ExecutionStatus::Pending));
    data["total_steps"] = steps;
    data["estimated_duration"] = plan.estimatedDurationSeconds;
    data["message"] = toJson(u"Execution plan created with %1 steps"_s.arg(steps));
    data["plan"] = toJson(plan);
    return executionUpdate("plan_created"_L1, std::move(data));
}

ExecutionEvent EventFactory::started(WorkflowType type, const QString &owner) const
{
    Json data = Json::object();
    data["status"] = toJson(toString(ExecutionStatus::Running));
    data["workflow_type"] = toJson(toString(type));
    data["message"] = toJson(u"Execution started"_s);
    data["owner"] = toJson(owner);
    return executionUpdate("execution_started"_L1, std::move(data));
}

ExecutionEvent EventFactory::progressed(const ProgressFacts &facts) const
{
    Json data = Json::object();
    data["status"] = toJson(toString(ExecutionStatus::Running));
    data["progress"] = facts.percent();
    data["current_step"] = toJson(facts.currentStep);
    data["step_number"] = facts.stepNumber;
    data["total_steps"] = facts.totalSteps;
    data["completed_steps"] = facts.completedSteps;
    data["current_agent"] = toJson(facts.currentAgent.toString());
    return executionUpdate("execution_progress"_L1, std::move(data));
}

ExecutionEvent EventFactory::stopRequested(const QString &by, const QString &reason) const
{
    Json data = Json::object();
    data["requested_by"] = toJson(by);
    data["reason"] = toJson(reason);
    return executionUpdate("execution_stop_requested"_L1, std::move(data));
}

ExecutionEvent EventFactory::resumed(const QString &owner) const
{
    Json data = Json::object();
    data["owner"] = toJson(owner);
    data["message"] = toJson(u"The execution goes on after an interruption"_s);
    return executionUpdate("execution_resumed"_L1, std::move(data));
}

ExecutionEvent EventFactory::deadlineReached(int seconds) const
{
    Json data = Json::object();
    data["seconds"] = seconds;
    return executionUpdate("execution_deadline_reached"_L1, std::move(data));
}

ExecutionEvent EventFactory::completed(
    const FinishExecution &finish, const UsageTotals &usage) const
{
    Json data = Json::object();
    data["status"] = toJson(toString(ExecutionStatus::Completed));
    data["progress"] = 100;
    data["message"] = toJson(
        finish.hasErrors ? u"Execution completed; some steps failed"_s : u"Execution completed"_s);
    data["result"] = finish.finalResult.value_or(Json(nullptr));
    data["has_errors"] = finish.hasErrors;
    data["usage_totals"] = usageTotals(usage);
    return executionUpdate("execution_completed"_L1, std::move(data));
}

ExecutionEvent EventFactory::failed(const FinishExecution &finish, const ProgressFacts &facts) const
{
    Json data = Json::object();
    data["status"] = toJson(toString(ExecutionStatus::Failed));
    data["progress"] = facts.percent();
    data["message"] = toJson(u"Execution failed"_s);
    writeError(data, finish.error.value_or(Error {}));
    return executionUpdate("execution_failed"_L1, std::move(data));
}

ExecutionEvent EventFactory::cancelled(const QString &by) const
{
    Json data = Json::object();
    data["status"] = toJson(toString(ExecutionStatus::Cancelled));
    data["message"] = toJson(u"Execution cancelled by user"_s);
    data["cancelled_by"] = toJson(by);
    return executionUpdate("execution_cancelled"_L1, std::move(data));
}

ExecutionEvent EventFactory::log(LogLevel level, const QString &category, const QString &message,
    const AgentId &agent, Json details) const
{
    Json entry = Json::object();
    entry["level"] = toJson(toString(level));
    entry["category"] = toJson(category);
    entry["message"] = toJson(message);
    entry["agent_id"] = agent.isEmpty() ? Json(nullptr) : toJson(agent.toString());
    entry["execution_id"] = toJson(m_execution.toString());
    entry["details"] = std::move(details);
    Json data = Json::object();
    data["log_entry"] = std::move(entry);
    ExecutionEvent event = executionUpdate({}, std::move(data));
    event.type = u"execution_log"_s;
    event.agentId = agent;
    return event;
}

void EventFactory::writeError(Json &data, const Error &error)
{
    data["error"] = toJson(error.message);
    data["error_detail"] = errorDetail(error);
}

} // namespace renum
