// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/team_message.h"

#include <QHash>
#include <QSet>

namespace renum {

/// Contract §5.6.
struct MessageLimits {
    static constexpr qsizetype MaxMessageBytes = qsizetype(64) * 1024; ///< of the content as JSON
    static constexpr int MaxPerExecution = 500;
    static constexpr int MaxPerRun = 30;
    static constexpr int MaxRequestDepth = 3;
    static constexpr int DefaultTimeoutSeconds = 30;
    static constexpr int MaxTimeoutSeconds = 600;
};

/// Who belongs to the team; leaders get broadcasts first (contract §3.7).
struct BoardMember {
    AgentId id;
    QString role; ///< empty means `member`
};

/// Who sends, and in which of its runs.
struct MessageSender {
    AgentId agent;
    RunId run; ///< empty: not counted against the limit of a run
    ThreadId thread;
    MessageId serving; ///< the request that this run was started to answer; empty for a step
};

/// A fresh id and the time, from the caller.
struct MessageStamp {
    MessageId id;
    Timestamp at;
};

enum class RequestState { Open, Answered, TimedOut };

/// Which messages to list (contract §1.5.10).
struct MessageQuery {
    enum class Order { NewestFirst, OldestFirst };

    AgentId agent = {}; ///< as sender or recipient; empty: all
    AgentId from = {}; ///< as sender; empty: all
    AgentId recipient = {}; ///< as recipient; empty: all
    std::optional<MessageType> type = {};
    int limit = 100;
    int offset = 0;
    Order order = Order::NewestFirst;
};

/// The messages of one execution, with a durable mailbox for each agent (contract §5.6). A value:
/// every operation checks, records one event, and returns it for the log; folding the events with
/// apply() gives an equal board. Errors are typed, and change nothing: message_invalid,
/// message_too_large, message_limit_reached, recipient_unknown, request_cycle, request_too_deep,
/// requests_restricted, request_unknown, request_answered.
///
/// Room for its answer is kept for each open request, so that an answer always fits.
class MessageBoard {
public:
    MessageBoard() = default;
    MessageBoard(
        ExecutionId execution, std::vector<BoardMember> members, bool restrictRequests = false);

    /// To one member. `content` is an object or a text. Types info, error and context_update.
    Result<MessageEvent> send(const MessageSender &sender, const AgentId &to, MessageType type,
        const Json &content, const MessageStamp &stamp);
    /// To all members but the sender and `excluded`.
    Result<MessageEvent> broadcast(const MessageSender &sender, MessageType type,
        const Json &content, const std::vector<AgentId> &excluded, const MessageStamp &stamp);
    /// Asks a member. A chain of requests may not come back to an agent that is part of it.
    Result<MessageEvent> request(const MessageSender &sender, const AgentId &to,
        const Json &content, int timeoutSeconds, const MessageStamp &stamp);
    /// Answers a request that the sender got; after its time-out the answer is flagged `late`.
    Result<MessageEvent> respond(const MessageSender &sender, const MessageId &request,
        const Json &content, const MessageStamp &stamp);
    /// The answer that a run gave which was started for the request. A text too long for a
    /// message is cut, and its content says so.
    Result<MessageEvent> respondWithText(const MessageSender &sender, const MessageId &request,
        const QString &text, const MessageStamp &stamp);
    /// Ends an open request without an answer: the requester gets {"error": "timeout"}.
    Result<MessageEvent> timeOut(const MessageId &request, const MessageStamp &stamp);
    /// The agent has been shown these (of those addressed to it; others are left out). None when
    /// there was nothing new among them.
    std::optional<MessageEvent> markRead(
        const AgentId &agent, const std::vector<MessageId> &messages, Timestamp now);
    /// Folds one event of the log in.
    void apply(const MessageEvent &event);

    [[nodiscard]] const ExecutionId &executionId() const noexcept { return m_execution; }
    [[nodiscard]] const std::vector<TeamMessage> &messages() const noexcept { return m_messages; }
    [[nodiscard]] const TeamMessage *find(const MessageId &id) const;
    [[nodiscard]] bool isMember(const AgentId &agent) const;
    /// Who gets it, leaders first. Borrowed from nothing.
    [[nodiscard]] std::vector<AgentId> recipients(const TeamMessage &message) const;
    /// What waits for the agent, oldest first; requests that have their answer do not wait.
    [[nodiscard]] std::vector<TeamMessage> unread(const AgentId &agent) const;
    [[nodiscard]] std::vector<TeamMessage> history(const MessageQuery &query) const;

    /// None for what is no request.
    [[nodiscard]] std::optional<RequestState> requestState(const MessageId &request) const;
    /// When an open request times out.
    [[nodiscard]] std::optional<Timestamp> deadline(const MessageId &request) const;
    /// Open requests whose time is over, oldest first.
    [[nodiscard]] std::vector<MessageId> overdue(Timestamp now) const;
    [[nodiscard]] std::optional<Timestamp> nextDeadline() const;

    friend bool operator==(const MessageBoard &a, const MessageBoard &b);

private:
    [[nodiscard]] bool isWanted(const TeamMessage &message, const MessageQuery &query) const;
    [[nodiscard]] bool reaches(const TeamMessage &message, const AgentId &agent) const;
    [[nodiscard]] Result<TeamMessage> draft(const MessageSender &sender, MessageType type,
        const Json &content, const MessageStamp &stamp) const;
    [[nodiscard]] Result<void> roomFor(const MessageSender &sender, int messages) const;
    [[nodiscard]] Result<void> memberCheck(const AgentId &agent) const;
    [[nodiscard]] Result<std::vector<AgentId>> chainFor(
        const MessageSender &sender, const AgentId &to) const;
    MessageEvent post(TeamMessage message);
    void applyPosted(TeamMessage message);

    ExecutionId m_execution;
    std::vector<BoardMember> m_members;
    bool m_restrictRequests = false;
    std::vector<TeamMessage> m_messages; ///< oldest first
    QHash<MessageId, std::size_t> m_indexOf;
    QHash<MessageId, RequestState> m_requests;
    QSet<MessageId> m_open;
    QHash<AgentId, QSet<MessageId>> m_read;
    QHash<RunId, int> m_sentInRun;
};

} // namespace renum
