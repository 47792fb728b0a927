// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/event_factory.h"

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

ExecutionEvent EventFactory::continued(const QString &by) const
{
    Json data = Json::object();
    data["requested_by"] = toJson(by);
    return executionUpdate("execution_continued"_L1, std::move(data));
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
