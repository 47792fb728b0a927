// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_plan.h"
#include "ui/monitor/messages/message_flow.h"

namespace renum::ui {

/// Writes what agents say to each other into a flow, a second between two messages.
class MessageScript {
public:
    explicit MessageScript(const QStringList &agents)
    {
        ExecutionPlan plan;
        for (const QString &agent : agents) {
            PlanStep step;
            step.id = StepId(agent);
            step.agentId = AgentId(agent);
            step.name = agent.toUpper();
            step.order = static_cast<int>(plan.steps.size()) + 1;
            plan.steps.push_back(step);
        }
        add("execution_update", "execution_created", Json::object());
        add("execution_update", "plan_created", { { "plan", toJson(plan) } });
    }

    MessageScript &add(const char *type, const char *eventType, Json data)
    {
        ExecutionEvent event;
        event.seq = ++m_seq;
        event.type = QString::fromLatin1(type);
        event.eventType = QString::fromLatin1(eventType);
        event.timestamp = now();
        event.data = std::move(data);
        flow.apply(event);
        return *this;
    }
    [[nodiscard]] Timestamp now() const
    {
        return Timestamp(std::chrono::seconds(1'767'261'600 + m_seq));
    }
    /// `id` names it; an empty recipient is everyone.
    MessageScript &say(const QString &id, const QString &from, const QString &to,
        const QString &text, MessageType type = MessageType::Info, const QString &answers = {})
    {
        TeamMessage message;
        message.id = MessageId(id);
        message.executionId = ExecutionId(QStringLiteral("e-1"));
        message.from = AgentId(from);
        message.to = AgentId(to);
        message.type = type;
        message.content = textContent(text);
        message.inReplyTo = MessageId(answers);
        message.createdAt = now();
        return post(message);
    }
    MessageScript &post(const TeamMessage &message)
    {
        return add("team_message", "", toJson(MessageEvent(MessagePosted { message })));
    }
    MessageScript &ask(
        const QString &id, const QString &from, const QString &to, const QString &text)
    {
        return say(id, from, to, text, MessageType::Request);
    }
    MessageScript &timeOut(const QString &id, const QString &asker, const QString &request)
    {
        return say(id, {}, asker, {}, MessageType::Error, request);
    }
    MessageScript &read(const QString &agent, const QStringList &ids)
    {
        MessagesRead event { AgentId(agent), {}, now() };
        for (const QString &id : ids)
            event.messages.emplace_back(id);
        return add("team_message", "messages_read", toJson(MessageEvent(event)));
    }

    MessageFlow flow;

private:
    qint64 m_seq = 0;
};

} // namespace renum::ui
