// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/event_factory.h"
#include "core/team/person_sender.h"

#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

ExecutionEvent EventFactory::contextChanged(const ContextChange &change) const
{
    ExecutionEvent event = executionUpdate({}, toJson(change));
    event.type = u"context_change"_s;
    return event;
}

ExecutionEvent EventFactory::teamEvent(QString eventType, Json data) const
{
    ExecutionEvent event = executionUpdate({}, std::move(data));
    event.type = u"team_message"_s;
    event.eventType = std::move(eventType);
    return event;
}

ExecutionEvent EventFactory::teamMessage(const MessageEvent &message) const
{
    ExecutionEvent event = teamEvent(eventTypeOf(message), toJson(message));
    if (const MessagePosted *posted = std::get_if<MessagePosted>(&message))
        event.agentId = isPerson(posted->message.from) ? posted->message.to : posted->message.from;
    else
        event.agentId = std::get<MessagesRead>(message).agent;
    return event;
}

ExecutionEvent EventFactory::teamAction(
    const PlanStep &step, const AttemptTurn &turn, const ToolRecord &record) const
{
    Json data = toJson(record);
    data["attempt"] = turn.attempt;
    data["turn"] = turn.turn;
    return stepUpdate("step_team_action"_L1, step, StepStatus::Running, std::move(data));
}

ExecutionEvent EventFactory::toolsGiven(const ToolRegistration &registration) const
{
    ExecutionEvent event = executionUpdate("team_tools_given"_L1, toJson(registration));
    event.agentId = registration.agent;
    return event;
}

ExecutionEvent EventFactory::toolsTaken(const ToolRegistration &registration) const
{
    ExecutionEvent event = executionUpdate("team_tools_taken"_L1, toJson(registration));
    event.agentId = registration.agent;
    return event;
}

ExecutionEvent EventFactory::nestedStarted(
    const PlanStep &step, int attempt, const ExecutionId &nested) const
{
    Json data = Json::object();
    data["attempt"] = attempt;
    data["execution_id"] = toJson(nested.toString());
    data["team_id"] = toJson(step.teamId.toString());
    return stepUpdate("step_nested_started"_L1, step, StepStatus::Running, std::move(data));
}

ExecutionEvent EventFactory::nestedWaits(const PlanStep &step, int attempt, bool waits) const
{
    Json data = Json::object();
    data["attempt"] = attempt;
    return stepUpdate(waits ? "step_nested_waiting"_L1 : "step_nested_continued"_L1, step,
        StepStatus::Running, std::move(data));
}

ExecutionEvent EventFactory::nestedEnded(
    const PlanStep &step, int attempt, const Execution &nested) const
{
    Json data = Json::object();
    data["attempt"] = attempt;
    data["execution_id"] = toJson(nested.id.toString());
    data["execution_status"] = toJson(toString(nested.status));
    data["usage_metrics"] = toJson(nested.usage);
    if (nested.error)
        writeError(data, *nested.error);
    return stepUpdate("step_nested_ended"_L1, step, StepStatus::Running, std::move(data));
}

ExecutionEvent EventFactory::auxiliaryStarted(
    const PlanStep &step, const TeamMessage &request, const QString &prompt) const
{
    Json data = Json::object();
    data["request_id"] = toJson(request.id.toString());
    data["step_id"] = toJson(step.id.toString());
    data["requested_by"] = toJson(request.from.toString());
    data["prompt"] = toJson(prompt);
    ExecutionEvent event = teamEvent(u"auxiliary_run_started"_s, std::move(data));
    event.agentId = step.agentId;
    return event;
}

ExecutionEvent EventFactory::auxiliaryEnded(
    const PlanStep &step, const MessageId &request, const std::optional<Error> &error) const
{
    Json data = Json::object();
    data["request_id"] = toJson(request.toString());
    data["step_id"] = toJson(step.id.toString());
    if (error)
        writeError(data, *error);
    ExecutionEvent event = teamEvent(u"auxiliary_run_ended"_s, std::move(data));
    event.agentId = step.agentId;
    return event;
}

} // namespace renum
