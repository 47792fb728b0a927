// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a MessageBoard knows: the fold of its events, and the questions about it.

#include "core/team/message_board.h"

#include <algorithm>

namespace renum {

void MessageBoard::apply(const MessageEvent &event)
{
    if (const auto *posted = std::get_if<MessagePosted>(&event)) {
        applyPosted(posted->message);
        return;
    }
    const auto &read = std::get<MessagesRead>(event);
    QSet<MessageId> &ids = m_read[read.agent];
    for (const MessageId &id : read.messages)
        ids.insert(id);
}

void MessageBoard::applyPosted(TeamMessage message)
{
    if (m_indexOf.contains(message.id))
        return; // told twice
    const MessageId id = message.id;
    if (message.type == MessageType::Request) {
        m_requests.insert(id, RequestState::Open);
        m_open.insert(id);
    }
    const auto asked = m_indexOf.constFind(message.inReplyTo);
    if (asked != m_indexOf.cend() && m_requests.contains(message.inReplyTo)) {
        const bool answered = message.type == MessageType::Response;
        if (answered)
            m_messages[*asked].responseMessageId = id;
        m_requests[message.inReplyTo] = answered ? RequestState::Answered : RequestState::TimedOut;
        m_open.remove(message.inReplyTo);
    }
    if (!message.run.isEmpty())
        ++m_sentInRun[message.run];
    m_indexOf.insert(id, m_messages.size());
    m_messages.push_back(std::move(message));
}

std::optional<MessageEvent> MessageBoard::markRead(
    const AgentId &agent, const std::vector<MessageId> &messages, Timestamp now)
{
    MessagesRead read { agent, {}, std::chrono::floor<std::chrono::milliseconds>(now) };
    const QSet<MessageId> known = m_read.value(agent);
    for (const MessageId &id : messages) {
        const TeamMessage *message = find(id);
        const bool again = std::ranges::find(read.messages, id) != read.messages.end();
        if (message && reaches(*message, agent) && !known.contains(id) && !again)
            read.messages.push_back(id);
    }
    if (read.messages.empty())
        return std::nullopt;
    const MessageEvent event = std::move(read);
    apply(event);
    return event;
}

const TeamMessage *MessageBoard::find(const MessageId &id) const
{
    const auto index = m_indexOf.constFind(id);
    return index == m_indexOf.cend() ? nullptr : &m_messages[*index];
}

bool MessageBoard::isMember(const AgentId &agent) const
{
    return std::ranges::find(m_members, agent, &BoardMember::id) != m_members.end();
}

bool MessageBoard::reaches(const TeamMessage &message, const AgentId &agent) const
{
    if (!message.to.isEmpty())
        return message.to == agent;
    return agent != message.from && isMember(agent)
        && std::ranges::find(message.excluded, agent) == message.excluded.end();
}

std::vector<AgentId> MessageBoard::recipients(const TeamMessage &message) const
{
    std::vector<AgentId> agents;
    for (const BoardMember &member : m_members) {
        if (reaches(message, member.id))
            agents.push_back(member.id);
    }
    return agents;
}

std::vector<TeamMessage> MessageBoard::unread(const AgentId &agent) const
{
    const QSet<MessageId> read = m_read.value(agent);
    std::vector<TeamMessage> waiting;
    for (const TeamMessage &message : m_messages) {
        const bool answered = requestState(message.id) == RequestState::Answered;
        if (!answered && !read.contains(message.id) && reaches(message, agent))
            waiting.push_back(message);
    }
    return waiting;
}

bool MessageBoard::isWanted(const TeamMessage &message, const MessageQuery &query) const
{
    const bool concerned
        = query.agent.isEmpty() || message.from == query.agent || reaches(message, query.agent);
    const bool received = query.recipient.isEmpty() || reaches(message, query.recipient);
    return concerned && received && (query.from.isEmpty() || message.from == query.from)
        && (!query.type || message.type == *query.type);
}

std::vector<TeamMessage> MessageBoard::history(const MessageQuery &query) const
{
    std::vector<TeamMessage> found;
    qsizetype skip = std::max(query.offset, 0);
    const auto limit = std::size_t(std::max(query.limit, 0));
    const bool newestFirst = query.order == MessageQuery::Order::NewestFirst;
    for (std::size_t i = 0; i < m_messages.size() && found.size() < limit; ++i) {
        const TeamMessage &message = m_messages[newestFirst ? m_messages.size() - 1 - i : i];
        if (isWanted(message, query) && skip-- <= 0)
            found.push_back(message);
    }
    return found;
}

std::optional<RequestState> MessageBoard::requestState(const MessageId &request) const
{
    const auto state = m_requests.constFind(request);
    return state == m_requests.cend() ? std::nullopt : std::optional(*state);
}

std::optional<Timestamp> MessageBoard::deadline(const MessageId &request) const
{
    const TeamMessage *message = m_open.contains(request) ? find(request) : nullptr;
    if (!message)
        return std::nullopt;
    const int seconds
        = message->responseTimeoutSeconds.value_or(MessageLimits::DefaultTimeoutSeconds);
    return message->createdAt + std::chrono::seconds(seconds);
}

std::vector<MessageId> MessageBoard::overdue(Timestamp now) const
{
    std::vector<MessageId> ids;
    for (const TeamMessage &message : m_messages) {
        const std::optional<Timestamp> end = deadline(message.id);
        if (end && *end <= now)
            ids.push_back(message.id);
    }
    return ids;
}

std::optional<Timestamp> MessageBoard::nextDeadline() const
{
    std::optional<Timestamp> next;
    for (const MessageId &id : m_open) {
        const std::optional<Timestamp> end = deadline(id);
        if (end && (!next || *end < *next))
            next = end;
    }
    return next;
}

bool operator==(const MessageBoard &a, const MessageBoard &b)
{
    return a.m_execution == b.m_execution && a.m_messages == b.m_messages
        && a.m_requests == b.m_requests && a.m_open == b.m_open && a.m_read == b.m_read
        && a.m_sentInRun == b.m_sentInRun;
}

} // namespace renum
