// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/openai/chat_wire.h"

#include <QByteArrayView>

#include <functional>
#include <optional>

namespace renum {

/// What a model shows while it answers.
struct ChatDelta {
    enum class Kind { Text, Reasoning, Model };
    Kind kind = Kind::Text;
    QString text;
};

/// Puts one answer together, from the events of a stream or from one piece. Forgiving where
/// endpoints differ: tool calls without index or id, usage anywhere, no `[DONE]`, comments. No I/O;
/// memory is bounded.
class ChatReplyReader {
public:
    using Listener = std::function<void(const ChatDelta &)>;

    /// `maxBytes` bounds text and arguments together; `maxCalls` the calls.
    ChatReplyReader(Listener listener, qsizetype maxBytes, int maxCalls);

    /// The data of one event. False when nothing more is to be read: done, or failed.
    bool event(QByteArrayView data);
    /// The whole answer of an endpoint that does not stream.
    void whole(QByteArrayView body);
    /// What was read is complete, as far as the model tells.
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    /// After the end. Errors: model_answer_cut, model_not_json, reply_too_large, those that the
    /// endpoint told.
    [[nodiscard]] Result<ChatReply> take();
    /// What there is of the answer so far.
    [[nodiscard]] const ChatReply &soFar() const { return m_reply; }

private:
    void read(const Json &json, const char *messageKey);
    void readChoice(const Json &choice, const char *messageKey);
    void readText(const Json &message);
    void readCalls(const Json &calls);
    void readCall(const Json &call);
    [[nodiscard]] ChatToolCall *callFor(const Json &call);
    void say(ChatDelta::Kind kind, const QString &text);
    bool fits(qsizetype more);

    Listener m_listener;
    qsizetype m_maxBytes;
    int m_maxCalls;
    ChatReply m_reply;
    QList<qint64> m_indexes; ///< of the calls, as the endpoint numbers them
    qsizetype m_bytes = 0;
    bool m_done = false;
    std::optional<Error> m_error;
};

} // namespace renum
