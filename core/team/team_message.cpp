// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/team_message.h"

#include "core/model/error_codes.h"
#include "core/team/person_sender.h"

#include <algorithm>
#include <array>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array Types {
    std::pair { MessageType::Info, "info"_L1 },
    std::pair { MessageType::Request, "request"_L1 },
    std::pair { MessageType::Response, "response"_L1 },
    std::pair { MessageType::Error, "error"_L1 },
    std::pair { MessageType::ContextUpdate, "context_update"_L1 },
};
constexpr auto MessagesReadType = "messages_read"_L1;
constexpr int MaxTimeoutSeconds = 86'400;

/// An id, or null when there is none.
template<typename Tag>
Json idJson(const Id<Tag> &id)
{
    return id.isEmpty() ? Json() : toJson(id.toString());
}

template<typename Tag>
Id<Tag> idAt(const Json &json, const char *key, Id<Tag>)
{
    return Id<Tag>(stringAt(json, key).value_or(QString()));
}

template<typename Tag>
Json idsJson(const std::vector<Id<Tag>> &ids)
{
    Json list = Json::array();
    for (const Id<Tag> &id : ids)
        list.push_back(toJson(id.toString()));
    return list;
}

template<typename Tag>
std::vector<Id<Tag>> idsAt(const Json &json, const char *key, Id<Tag>)
{
    std::vector<Id<Tag>> ids;
    if (const Json *list = memberAt(json, key); list && list->is_array()) {
        for (const Json &id : *list)
            ids.emplace_back(toQString(id));
    }
    return ids;
}

Error malformedMessage()
{
    return { ErrorCategory::SystemError, QString::fromLatin1(code::StoreCorrupt),
        u"A stored message between agents cannot be read."_s };
}

Json readJson(const MessagesRead &read)
{
    Json data = Json::object();
    data["agent_id"] = toJson(read.agent.toString());
    data["message_ids"] = idsJson(read.messages);
    data["read_at"] = toJson(toRfc3339(read.at));
    return data;
}

Result<MessageEvent> readFromJson(const Json &data)
{
    const std::optional<Timestamp> at = fromRfc3339(stringAt(data, "read_at").value_or(QString()));
    MessagesRead read { idAt(data, "agent_id", AgentId()), idsAt(data, "message_ids", MessageId()),
        at.value_or(Timestamp()) };
    if (!at || read.agent.isEmpty())
        return malformedMessage();
    return MessageEvent(std::move(read));
}

void writeLinks(Json &json, const TeamMessage &message)
{
    json["requires_response"] = message.requiresResponse;
    json["response_timeout"]
        = message.responseTimeoutSeconds ? Json(*message.responseTimeoutSeconds) : Json();
    json["response_message_id"] = idJson(message.responseMessageId);
    json["in_reply_to"] = idJson(message.inReplyTo);
    json["suna_thread_id"] = idJson(message.thread);
    json["late"] = message.late;
    if (!message.excluded.empty())
        json["exclude_agents"] = idsJson(message.excluded);
    if (!message.run.isEmpty())
        json["agent_run_id"] = idJson(message.run);
    if (!message.chain.empty())
        json["request_chain"] = idsJson(message.chain);
}

void readLinks(const Json &json, TeamMessage &message)
{
    message.requiresResponse = boolAt(json, "requires_response").value_or(false);
    const std::optional<qint64> timeout = integerAt(json, "response_timeout");
    if (timeout && *timeout > 0)
        message.responseTimeoutSeconds
            = static_cast<int>(std::min<qint64>(*timeout, MaxTimeoutSeconds));
    message.responseMessageId = idAt(json, "response_message_id", MessageId());
    message.inReplyTo = idAt(json, "in_reply_to", MessageId());
    message.thread = idAt(json, "suna_thread_id", ThreadId());
    message.late = boolAt(json, "late").value_or(false);
    message.excluded = idsAt(json, "exclude_agents", AgentId());
    message.run = idAt(json, "agent_run_id", RunId());
    message.chain = idsAt(json, "request_chain", AgentId());
}

} // namespace

QString toString(MessageType type)
{
    const auto entry = std::ranges::find(Types, type, &decltype(Types)::value_type::first);
    return entry == Types.end() ? QString() : QString(entry->second);
}

std::optional<MessageType> messageTypeFromString(const QString &name)
{
    const auto entry = std::ranges::find(Types, name, &decltype(Types)::value_type::second);
    return entry == Types.end() ? std::nullopt : std::optional(entry->first);
}

Json toJson(const TeamMessage &message)
{
    Json json = Json::object();
    json["message_id"] = toJson(message.id.toString());
    json["execution_id"] = toJson(message.executionId.toString());
    json["from_agent_id"] = json["from_agent"] = idJson(message.from);
    json["to_agent_id"] = json["to_agent"] = idJson(message.to);
    json["message_type"] = json["type"] = toJson(toString(message.type));
    json["content"] = message.content;
    if (isPerson(message.from)) {
        json["sender_type"] = "person";
        json["by_person"] = true;
    }
    json["created_at"] = json["timestamp"] = toJson(toRfc3339(message.createdAt));
    writeLinks(json, message);
    return json;
}

Result<TeamMessage> teamMessageFromJson(const Json &json)
{
    const auto either = [&json](const char *key, const char *alias) {
        return stringAt(json, key).value_or(stringAt(json, alias).value_or(QString()));
    };
    const std::optional<MessageType> type = messageTypeFromString(either("message_type", "type"));
    const std::optional<Timestamp> created = fromRfc3339(either("created_at", "timestamp"));
    const Json *content = memberAt(json, "content");
    TeamMessage message;
    message.id = idAt(json, "message_id", MessageId());
    if (!type || !created || message.id.isEmpty() || !content || !content->is_object())
        return malformedMessage();
    message.executionId = idAt(json, "execution_id", ExecutionId());
    message.from = AgentId(either("from_agent_id", "from_agent"));
    message.to = AgentId(either("to_agent_id", "to_agent"));
    message.type = *type;
    message.content = *content;
    message.createdAt = *created;
    readLinks(json, message);
    return message;
}

QString eventTypeOf(const MessageEvent &event)
{
    return std::holds_alternative<MessagesRead>(event) ? QString(MessagesReadType) : QString();
}

Json toJson(const MessageEvent &event)
{
    if (const auto *read = std::get_if<MessagesRead>(&event))
        return readJson(*read);
    return toJson(std::get<MessagePosted>(event).message);
}

Result<MessageEvent> messageEventFromJson(const QString &eventType, const Json &data)
{
    if (eventType == MessagesReadType)
        return readFromJson(data);
    if (!eventType.isEmpty())
        return malformedMessage();
    Result<TeamMessage> message = teamMessageFromJson(data);
    if (!message)
        return message.error();
    return MessageEvent(MessagePosted { std::move(*message) });
}

Json textContent(const QString &text)
{
    return Json { { "text", toJson(text) } };
}

QString contentText(const Json &content)
{
    if (content.is_object() && content.size() == 1) {
        if (const std::optional<QString> text = stringAt(content, "text"))
            return *text;
    }
    return compactJsonText(content);
}

} // namespace renum
