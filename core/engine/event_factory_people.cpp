// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/event_factory.h"
#include "core/model/intervention.h"

#include <utility>

/// What people do to a running execution.
namespace renum {

using namespace Qt::StringLiterals;

ExecutionEvent EventFactory::paused(const QString &by) const
{
    Json data = Json::object();
    data["requested_by"] = toJson(by);
    return executionUpdate("execution_paused"_L1, std::move(data));
}

ExecutionEvent EventFactory::continued(const QString &by, bool holdsAtNext) const
{
    Json data = Json::object();
    data["requested_by"] = toJson(by);
    if (holdsAtNext)
        data["holds_at_next"] = true;
    return executionUpdate("execution_continued"_L1, std::move(data));
}

ExecutionEvent EventFactory::held(const ExecutionHold &hold, const AgentId &agent) const
{
    ExecutionEvent event = executionUpdate("execution_held"_L1, toJson(hold));
    event.agentId = agent;
    return event;
}

ExecutionEvent EventFactory::breakpointsSet(const Breakpoints &breakpoints, const QString &by) const
{
    Json data = Json::object();
    data["breakpoints"] = toJson(breakpoints);
    data["requested_by"] = toJson(by);
    return executionUpdate("execution_breakpoints_set"_L1, std::move(data));
}

ExecutionEvent EventFactory::capSet(const SpendingCap &cap, const QString &by) const
{
    Json data = Json::object();
    data["cap"] = toJson(cap);
    data["requested_by"] = toJson(by);
    return executionUpdate("execution_cap_set"_L1, std::move(data));
}

ExecutionEvent EventFactory::capReached(
    const SpendingCap &cap, const Usage &spent, int atWork) const
{
    Json data = Json::object();
    data["at_limit"] = toJson(toString(cap.action));
    data["cap"] = toJson(cap);
    data["spent"] = { { "nano_usd", spent.cost.nanoUsd }, { "tokens", tokensOf(spent) },
        { "calls", spent.requestCount } };
    data["calls_at_work"] = atWork;
    return executionUpdate("execution_cap_reached"_L1, std::move(data));
}

ExecutionEvent EventFactory::budgetReached(const SpendingLimits::Refusal &refusal) const
{
    Json data = Json::object();
    writeError(data, refusal.error);
    data["at_limit"] = toJson(toString(refusal.action));
    data["budget_id"] = toJson(refusal.budget.toString());
    data["budget"] = toJson(refusal.error.args.value(u"budget"_s).toString());
    return executionUpdate("execution_budget_reached"_L1, std::move(data));
}

ExecutionEvent EventFactory::budgetWarning(const BudgetStatus &status) const
{
    Json data = Json::object();
    data["budget_id"] = toJson(status.budget.id.toString());
    data["budget"] = toJson(status.budget.name);
    data["percent"] = status.percent;
    data["status"] = toJson(status);
    return executionUpdate("execution_budget_warning"_L1, std::move(data));
}

ExecutionEvent EventFactory::waitingForBudget(
    const PlanStep &step, int attempt, const QString &budget) const
{
    Json data = Json::object();
    data["attempt"] = attempt;
    data["reason"] = "budget";
    data["budget"] = toJson(budget);
    return stepUpdate("step_waiting"_L1, step, StepStatus::Running, std::move(data));
}

ExecutionEvent EventFactory::resultGiven(
    const PlanStep &step, const std::optional<StepOutput> &output, const QString &by) const
{
    Json data = Json::object();
    if (output)
        data["result"] = toJson(*output);
    data["requested_by"] = toJson(by);
    data["by_person"] = true;
    return stepUpdate("step_result_given"_L1, step, StepStatus::Running, std::move(data));
}

ExecutionEvent EventFactory::repeatRequested(const PlanStep &step, const QString &by) const
{
    Json data = Json::object();
    data["requested_by"] = toJson(by);
    data["by_person"] = true;
    return stepUpdate("step_repeat_requested"_L1, step, StepStatus::Failed, std::move(data));
}

ExecutionEvent EventFactory::stepReopened(const PlanStep &step) const
{
    return stepUpdate("step_reopened"_L1, step, StepStatus::Pending, Json::object());
}

ExecutionEvent EventFactory::waitingForCap(const PlanStep &step, int attempt) const
{
    Json data = Json::object();
    data["attempt"] = attempt;
    data["reason"] = "spending_cap";
    return stepUpdate("step_waiting"_L1, step, StepStatus::Running, std::move(data));
}

ExecutionEvent EventFactory::approvalRequested(
    const PlanStep &step, std::optional<Timestamp> expiresAt) const
{
    Json data = Json::object();
    data["expires_at"] = expiresAt ? toJson(toRfc3339(*expiresAt)) : Json(nullptr);
    data["message"] = toJson(u"Waiting for an approval"_s);
    return stepUpdate("step_approval_requested"_L1, step, StepStatus::Pending, std::move(data));
}

ExecutionEvent EventFactory::approvalDecided(
    const PlanStep &step, ApprovalState state, const QString &by, const QString &comment) const
{
    Json data = Json::object();
    data["state"] = toJson(toString(state));
    data["decided_by"] = toJson(by);
    data["comment"] = toJson(comment);
    return stepUpdate("step_approval_decided"_L1, step, StepStatus::Pending, std::move(data));
}

} // namespace renum
