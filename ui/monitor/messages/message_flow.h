// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_event.h"
#include "core/team/message_board.h"

#include <QHash>
#include <QList>

#include <optional>

namespace renum::ui {

/// Who sends or gets messages.
struct FlowLane {
    AgentId id;
    QString name;
    bool person = false;

    friend bool operator==(const FlowLane &, const FlowLane &) = default;
};

/// A message, and what became of it.
struct FlowMessage {
    TeamMessage message;
    qint64 seq = 0;
    int request = -1; ///< of a reply or a time-out: the place of what it answers
    int reply = -1; ///< of a request: the place of what ended it
    std::optional<RequestState> state; ///< of a request
    QList<AgentId> readBy;

    friend bool operator==(const FlowMessage &, const FlowMessage &) = default;
};

/// The messages of an execution with the lanes of a sequence diagram, folded from its events. Pure;
/// copies share what they have in common.
class MessageFlow {
public:
    /// The next event, in order. What cannot be read is left out.
    void apply(const ExecutionEvent &event);

    /// Members in the order of the plan, then people in the order in which they wrote.
    [[nodiscard]] const QList<FlowLane> &lanes() const noexcept { return m_lanes; }
    /// -1 for the system and everyone.
    [[nodiscard]] int laneOf(const AgentId &id) const { return m_laneOf.value(id, -1); }
    [[nodiscard]] const QList<FlowMessage> &messages() const noexcept { return m_messages; }
    /// Who gets it: one, or of a broadcast all other members that are not left out.
    [[nodiscard]] QList<AgentId> recipients(const FlowMessage &message) const;
    /// Somebody it was for has not been shown it.
    [[nodiscard]] bool isUnread(const FlowMessage &message) const;
    /// When the execution began.
    [[nodiscard]] std::optional<Timestamp> start() const noexcept { return m_start; }
    /// Grows with everything that changes what is shown.
    [[nodiscard]] qint64 revision() const noexcept { return m_revision; }
    friend bool operator==(const MessageFlow &, const MessageFlow &) = default;

private:
    void applyPlan(const ExecutionEvent &event);
    void post(TeamMessage message, qint64 seq);
    void read(const MessagesRead &read);

    QList<FlowLane> m_lanes;
    QHash<AgentId, int> m_laneOf;
    QList<FlowMessage> m_messages;
    QHash<MessageId, int> m_indexOf;
    std::optional<Timestamp> m_start;
    qint64 m_revision = 0;
};

/// Which messages are shown.
struct MessageFilter {
    AgentId agent; ///< as sender or recipient; empty: all
    std::optional<MessageType> type;
    /// Only what is unread, and requests without an answer.
    bool openOnly = false;

    friend bool operator==(const MessageFilter &, const MessageFilter &) = default;
};
/// Places in `flow.messages()`, in order. Pure.
[[nodiscard]] QList<int> filtered(const MessageFlow &flow, const MessageFilter &filter);

} // namespace renum::ui
