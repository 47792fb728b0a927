// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/message_board.h"

#include "core/model/error_codes.h"

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

Error refused(const char *code, QString message, QVariantMap args = {})
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code), std::move(message),
        std::move(args) };
}

Error unknownRequest(const MessageId &request)
{
    return refused(code::RequestUnknown,
        u"There is no request %1 to you. Use the message_id of a request from "
        "get_team_messages."_s.arg(request.toString().left(64)));
}

Error limitReached(int limit, const QString &what)
{
    return refused(code::MessageLimitReached,
        u"The limit of %1 messages %2 is reached; nothing was sent."_s.arg(limit).arg(what),
        { { u"limit"_s, limit } });
}

/// The text as content, cut so that a message can hold it.
Json fittingContent(const QString &text)
{
    Json content = textContent(text);
    if (canonicalJson(content).size() <= MessageLimits::MaxMessageBytes)
        return content;
    // One UTF-16 unit takes at most six bytes of JSON; the rest is for the other member.
    QString cut = text.left((MessageLimits::MaxMessageBytes - 64) / 6);
    if (cut.back().isHighSurrogate())
        cut.chop(1);
    content = textContent(cut);
    content["truncated"] = true;
    return content;
}

} // namespace

MessageBoard::MessageBoard(
    ExecutionId execution, std::vector<BoardMember> members, bool restrictRequests)
    : m_execution(std::move(execution))
    , m_members(std::move(members))
    , m_restrictRequests(restrictRequests)
{
    std::ranges::stable_partition(
        m_members, [](const BoardMember &member) { return member.role == "leader"_L1; });
}

Result<TeamMessage> MessageBoard::draft(const MessageSender &sender, MessageType type,
    const Json &content, const MessageStamp &stamp) const
{
    if (!content.is_object() && !content.is_string())
        return refused(
            code::MessageInvalid, u"A message is a text or a JSON object; nothing was sent."_s);
    if (stamp.id.isEmpty() || m_indexOf.contains(stamp.id))
        return refused(
            code::MessageInvalid, u"A message needs an id of its own; nothing was sent."_s);
    TeamMessage message;
    message.id = stamp.id;
    message.executionId = m_execution;
    message.from = sender.agent;
    message.type = type;
    message.content = content.is_string() ? textContent(toQString(content)) : content;
    message.thread = sender.thread;
    message.run = sender.run;
    message.createdAt = std::chrono::floor<std::chrono::milliseconds>(stamp.at);
    if (canonicalJson(message.content).size() > MessageLimits::MaxMessageBytes) {
        return refused(code::MessageTooLarge,
            u"A message may have at most %1 KiB; nothing was sent. Put large values into the "
            "shared memory and send their keys."_s.arg(MessageLimits::MaxMessageBytes / 1024));
    }
    return message;
}

Result<void> MessageBoard::roomFor(const MessageSender &sender, int messages) const
{
    const qsizetype taken = qsizetype(m_messages.size()) + m_open.size();
    if (taken + messages > MessageLimits::MaxPerExecution)
        return limitReached(MessageLimits::MaxPerExecution, u"for one execution"_s);
    if (!sender.run.isEmpty() && m_sentInRun.value(sender.run) >= MessageLimits::MaxPerRun)
        return limitReached(MessageLimits::MaxPerRun, u"for one run of an agent"_s);
    return {};
}

Result<void> MessageBoard::memberCheck(const AgentId &agent) const
{
    if (isMember(agent))
        return {};
    const QString name = agent.toString().left(255);
    return refused(code::RecipientUnknown,
        u"There is no agent \"%1\" in this team; nothing was sent. get_team_info lists the "
        "members."_s.arg(name),
        { { u"agent"_s, name } });
}

Result<MessageEvent> MessageBoard::send(const MessageSender &sender, const AgentId &to,
    MessageType type, const Json &content, const MessageStamp &stamp)
{
    Result<TeamMessage> message = draft(sender, type, content, stamp);
    if (!message)
        return message.error();
    if (const Result<void> known = memberCheck(to); !known)
        return known.error();
    if (const Result<void> room = roomFor(sender, 1); !room)
        return room.error();
    message->to = to;
    return post(std::move(*message));
}

Result<MessageEvent> MessageBoard::broadcast(const MessageSender &sender, MessageType type,
    const Json &content, const std::vector<AgentId> &excluded, const MessageStamp &stamp)
{
    Result<TeamMessage> message = draft(sender, type, content, stamp);
    if (!message)
        return message.error();
    for (const AgentId &agent : excluded) {
        if (const Result<void> known = memberCheck(agent); !known)
            return known.error();
    }
    if (const Result<void> room = roomFor(sender, 1); !room)
        return room.error();
    message->excluded = excluded;
    return post(std::move(*message));
}

Result<std::vector<AgentId>> MessageBoard::chainFor(
    const MessageSender &sender, const AgentId &to) const
{
    std::vector<AgentId> chain;
    if (const TeamMessage *served = find(sender.serving))
        chain = served->chain;
    chain.push_back(sender.agent);
    if (std::ranges::find(chain, to) != chain.end()) {
        return refused(code::RequestCycle,
            u"Agent %1 is waiting for an answer in this chain of requests, so it cannot be asked "
            "(request_cycle). Answer with what you know."_s.arg(to.toString().left(255)));
    }
    if (qsizetype(chain.size()) > MessageLimits::MaxRequestDepth) {
        return refused(code::RequestTooDeep,
            u"A chain of requests has at most %1 stations. Answer with what you know."_s.arg(
                MessageLimits::MaxRequestDepth));
    }
    return chain;
}

Result<MessageEvent> MessageBoard::request(const MessageSender &sender, const AgentId &to,
    const Json &content, int timeoutSeconds, const MessageStamp &stamp)
{
    Result<TeamMessage> message = draft(sender, MessageType::Request, content, stamp);
    if (!message)
        return message.error();
    if (const Result<void> known = memberCheck(to); !known)
        return known.error();
    const auto asker = std::ranges::find(m_members, sender.agent, &BoardMember::id);
    const bool mayAsk = asker != m_members.end() && asker->role == "coordinator"_L1;
    if (m_restrictRequests && !mayAsk) {
        return refused(code::RequestsRestricted,
            u"In this team only coordinators may send requests. Send a message instead."_s);
    }
    Result<std::vector<AgentId>> chain = chainFor(sender, to);
    if (!chain)
        return chain.error();
    if (const Result<void> room = roomFor(sender, 2); !room)
        return room.error();
    message->to = to;
    message->chain = std::move(*chain);
    message->requiresResponse = true;
    message->responseTimeoutSeconds
        = std::clamp(timeoutSeconds, 1, MessageLimits::MaxTimeoutSeconds);
    return post(std::move(*message));
}

Result<MessageEvent> MessageBoard::respond(const MessageSender &sender, const MessageId &request,
    const Json &content, const MessageStamp &stamp)
{
    const TeamMessage *asked = find(request);
    const std::optional<RequestState> state = requestState(request);
    if (!asked || !state || asked->to != sender.agent)
        return unknownRequest(request);
    if (state == RequestState::Answered)
        return refused(code::RequestAnswered,
            u"This request has an answer already; the new one was not sent."_s);
    Result<TeamMessage> message = draft(sender, MessageType::Response, content, stamp);
    if (!message)
        return message.error();
    message->late = state == RequestState::TimedOut;
    if (message->late) {
        if (const Result<void> room = roomFor(sender, 1); !room)
            return room.error();
    }
    message->to = asked->from;
    message->inReplyTo = request;
    return post(std::move(*message));
}

Result<MessageEvent> MessageBoard::respondWithText(const MessageSender &sender,
    const MessageId &request, const QString &text, const MessageStamp &stamp)
{
    return respond(sender, request, fittingContent(text), stamp);
}

Result<MessageEvent> MessageBoard::timeOut(const MessageId &request, const MessageStamp &stamp)
{
    const TeamMessage *asked = find(request);
    if (!asked || !m_open.contains(request))
        return unknownRequest(request);
    TeamMessage message;
    message.id = stamp.id;
    message.executionId = m_execution;
    message.to = asked->from;
    message.type = MessageType::Error;
    message.content = { { "error", "timeout" }, { "agent", toJson(asked->to.toString()) } };
    message.inReplyTo = request;
    message.createdAt = std::chrono::floor<std::chrono::milliseconds>(stamp.at);
    return post(std::move(message));
}

MessageEvent MessageBoard::post(TeamMessage message)
{
    const MessageEvent event = MessagePosted { std::move(message) };
    apply(event);
    return event;
}

} // namespace renum
