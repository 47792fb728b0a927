// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/json.h"
#include "core/model/result.h"
#include "core/model/timestamp.h"

#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace renum {

using MessageId = Id<struct MessageTag>;

/// Contract §1.3.7, closed list.
enum class MessageType { Info, Request, Response, Error, ContextUpdate };
[[nodiscard]] QString toString(MessageType type);
[[nodiscard]] std::optional<MessageType> messageTypeFromString(const QString &name);

/// One message between agents (contract §1.3.7, §5.6). Its times have milliseconds, as the log
/// tells them.
struct TeamMessage {
    MessageId id;
    ExecutionId executionId;
    AgentId from; ///< empty: the system
    AgentId to; ///< empty: everyone in the team
    MessageType type = MessageType::Info;
    Json content = Json::object();
    bool requiresResponse = false;
    std::optional<int> responseTimeoutSeconds;
    MessageId responseMessageId; ///< of a request: the reply, once there is one
    MessageId inReplyTo; ///< of a reply: the request
    ThreadId thread; ///< the sender's, empty when unknown
    Timestamp createdAt;
    bool late = false; ///< a reply that came after its request had timed out

    // [EXT], what the rules of the board need to know again after a restart:
    std::vector<AgentId> excluded; ///< of a broadcast: who does not get it
    RunId run; ///< the sender's agent run, empty when unknown
    /// Of a request: who asked whom until here, from the first asker to the sender.
    std::vector<AgentId> chain;

    friend bool operator==(const TeamMessage &, const TeamMessage &) = default;
};

/// Both names of each field that has two; ids and times as strings.
[[nodiscard]] Json toJson(const TeamMessage &message);
[[nodiscard]] Result<TeamMessage> teamMessageFromJson(const Json &json);

/// A message was sent. In the log: type `team_message`, no event_type, data = the message.
struct MessagePosted {
    TeamMessage message;
    friend bool operator==(const MessagePosted &, const MessagePosted &) = default;
};
/// An agent was shown messages, in a prompt or by a tool. In the log: type `team_message`,
/// event_type `messages_read` [EXT], data {agent_id, message_ids, read_at}.
struct MessagesRead {
    AgentId agent;
    std::vector<MessageId> messages;
    Timestamp at;
    friend bool operator==(const MessagesRead &, const MessagesRead &) = default;
};
/// What happened on a message board; its state is a fold of these.
using MessageEvent = std::variant<MessagePosted, MessagesRead>;

/// `messages_read`, or empty for a message.
[[nodiscard]] QString eventTypeOf(const MessageEvent &event);
[[nodiscard]] Json toJson(const MessageEvent &event);
[[nodiscard]] Result<MessageEvent> messageEventFromJson(const QString &eventType, const Json &data);

/// The content of a message that is just text.
[[nodiscard]] Json textContent(const QString &text);
/// What a message says: its `text`, or all of its content as compact JSON.
[[nodiscard]] QString contentText(const Json &content);

} // namespace renum
