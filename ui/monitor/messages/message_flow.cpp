// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/messages/message_flow.h"

#include "core/model/execution_plan.h"
#include "core/team/person_sender.h"

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

void MessageFlow::apply(const ExecutionEvent &event)
{
    if (!m_start)
        m_start = event.timestamp;
    if (event.eventType == "plan_created"_L1) {
        applyPlan(event);
        return;
    }
    const bool message = event.type == "team_message"_L1
        && (event.eventType.isEmpty() || event.eventType == "messages_read"_L1);
    if (!message)
        return;
    const Result<MessageEvent> told = messageEventFromJson(event.eventType, event.data);
    if (!told)
        return;
    ++m_revision;
    if (const auto *posted = std::get_if<MessagePosted>(&*told))
        post(posted->message, event.seq);
    else
        read(std::get<MessagesRead>(*told));
}

void MessageFlow::applyPlan(const ExecutionEvent &event)
{
    const Json *json = memberAt(event.data, "plan");
    const Result<ExecutionPlan> plan = json ? planFromJson(*json) : ExecutionPlan();
    if (!plan)
        return;
    ++m_revision;
    m_lanes.clear();
    m_laneOf.clear();
    for (const PlanStep &step : plan->steps) {
        m_laneOf.insert(step.agentId, static_cast<int>(m_lanes.size()));
        m_lanes.append({ step.agentId, step.name });
    }
}

void MessageFlow::post(TeamMessage message, qint64 seq)
{
    if (m_indexOf.contains(message.id))
        return; // told twice
    if (!message.from.isEmpty() && !m_laneOf.contains(message.from)) {
        m_laneOf.insert(message.from, static_cast<int>(m_lanes.size()));
        const bool person = isPerson(message.from);
        m_lanes.append(
            { message.from, person ? personName(message.from) : message.from.toString(), true });
    }
    FlowMessage shown;
    shown.seq = seq;
    if (message.type == MessageType::Request)
        shown.state = RequestState::Open;
    const int index = static_cast<int>(m_messages.size());
    const int asked = m_indexOf.value(message.inReplyTo, -1);
    if (asked >= 0 && m_messages.at(asked).state) {
        const bool answered = message.type == MessageType::Response;
        FlowMessage &request = m_messages[asked];
        request.state = answered ? RequestState::Answered : RequestState::TimedOut;
        request.reply = index;
        shown.request = asked;
    }
    m_indexOf.insert(message.id, index);
    shown.message = std::move(message);
    m_messages.append(std::move(shown));
}

void MessageFlow::read(const MessagesRead &read)
{
    for (const MessageId &id : read.messages) {
        const int index = m_indexOf.value(id, -1);
        if (index >= 0 && !m_messages.at(index).readBy.contains(read.agent))
            m_messages[index].readBy.append(read.agent);
    }
}

QList<AgentId> MessageFlow::recipients(const FlowMessage &shown) const
{
    const TeamMessage &message = shown.message;
    if (!message.to.isEmpty())
        return { message.to };
    QList<AgentId> all;
    for (const FlowLane &lane : m_lanes) {
        const bool excluded
            = std::ranges::find(message.excluded, lane.id) != message.excluded.end();
        if (!lane.person && lane.id != message.from && !excluded)
            all.append(lane.id);
    }
    return all;
}

bool MessageFlow::isUnread(const FlowMessage &message) const
{
    // People read in this window; only what agents have not seen counts.
    const QList<AgentId> all = recipients(message);
    return std::ranges::any_of(all, [&](const AgentId &agent) {
        const int lane = laneOf(agent);
        return lane >= 0 && !m_lanes.at(lane).person && !message.readBy.contains(agent);
    });
}

QList<int> filtered(const MessageFlow &flow, const MessageFilter &filter)
{
    QList<int> places;
    for (int i = 0; i < flow.messages().size(); ++i) {
        const FlowMessage &shown = flow.messages().at(i);
        const TeamMessage &message = shown.message;
        if (filter.type && message.type != *filter.type)
            continue;
        if (!filter.agent.isEmpty() && message.from != filter.agent
            && !flow.recipients(shown).contains(filter.agent))
            continue;
        const bool unanswered = shown.state && *shown.state != RequestState::Answered;
        if (filter.openOnly && !unanswered && !flow.isUnread(shown))
            continue;
        places.append(i);
    }
    return places;
}

} // namespace renum::ui
