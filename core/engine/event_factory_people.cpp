// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/event_factory.h"

#include <utility>

/// What people do to a running execution, and what happens to it from outside.
namespace renum {

using namespace Qt::StringLiterals;

ExecutionEvent EventFactory::resumed(const QString &owner) const
{
    Json data = Json::object();
    data["owner"] = toJson(owner);
    data["message"] = toJson(u"The execution goes on after an interruption"_s);
    return executionUpdate("execution_resumed"_L1, std::move(data));
}

ExecutionEvent EventFactory::paused(const QString &by) const
{
    Json data = Json::object();
    data["requested_by"] = toJson(by);
    return executionUpdate("execution_paused"_L1, std::move(data));
}

ExecutionEvent EventFactory::continued(const QString &by) const
{
    Json data = Json::object();
    data["requested_by"] = toJson(by);
    return executionUpdate("execution_continued"_L1, std::move(data));
}

ExecutionEvent EventFactory::deadlineReached(int seconds) const
{
    Json data = Json::object();
    data["seconds"] = seconds;
    return executionUpdate("execution_deadline_reached"_L1, std::move(data));
}

ExecutionEvent EventFactory::stepReused(const PlanStep &step, const ExecutionId &from) const
{
    Json data = Json::object();
    data["from_execution"] = toJson(from.toString());
    data["message"] = toJson(u"The result is taken over from an earlier execution"_s);
    return stepUpdate("step_reused"_L1, step, StepStatus::Running, std::move(data));
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
