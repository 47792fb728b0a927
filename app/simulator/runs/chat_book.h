// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/protocol/chat_answer.h"
#include "app/simulator/scenario/scenario.h"

#include <QHash>
#include <QString>

#include <deque>

namespace renum::sim {

/// What all requests of one prompt have in common. The protocol knows no conversations: they are
/// told by the ids of the tool calls that a client answers.
struct ChatTurn {
    QString threadId;
    const ScriptedAgent *agent = nullptr; ///< borrowed from the scenario
    const Response *response = nullptr; ///< the same
    int call = 1; ///< how often the agent was called
    quint64 seed = 0;
    ChatPosition position; ///< where the next request goes on
};

/// The tool calls that models are waiting for, and the requests that came.
class ChatBook {
public:
    struct Asked {
        QString id; ///< of the answer
        QString agentId;
        Json request;
    };

    /// The turn that gave out the tool call, or nullptr. Borrowed until the next change.
    [[nodiscard]] const ChatTurn *turnOf(const QString &toolCall) const;
    void await(const QStringList &toolCalls, const ChatTurn &turn);
    /// Keeps the latest requests only.
    void add(Asked asked);
    [[nodiscard]] const std::deque<Asked> &asked() const { return m_asked; }
    void clear();

private:
    QHash<QString, ChatTurn> m_turns;
    std::deque<Asked> m_asked;
};

} // namespace renum::sim
