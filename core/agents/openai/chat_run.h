// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/agent_backend.h"
#include "core/agents/openai/chat_client.h"
#include "core/model/local_agent.h"
#include "core/net/one_shot.h"

#include <QPointer>

#include <map>
#include <memory>
#include <vector>

namespace renum {

/// What was said so far; further turns of an attempt go on with it.
struct Conversation {
    Json messages = Json::array();
};

/// What endpoints were found to refuse; shared by all runs at one of them.
struct EndpointTraits {
    bool usageOption = true;
    bool schemaFormat = true;
};

/// What a run needs; the client may go away, which ends it.
struct ChatRunOrder {
    RunRef ref;
    LocalAgent agent;
    QString model; ///< never empty
    QUrl base; ///< of the API
    std::shared_ptr<Conversation> conversation;
    std::shared_ptr<AgentTools> tools; ///< null: none
    QPointer<ChatClient> client;
    std::shared_ptr<EndpointTraits> traits;
    ModelLimits limits;
};

/// One turn of an agent at a model endpoint: asks the model, carries out the tools it calls, asks
/// again, until it has an answer. Shared; its task keeps it alive.
class ChatRun : public std::enable_shared_from_this<ChatRun> {
public:
    explicit ChatRun(ChatRunOrder order);

    /// Begins with what the user says. The task ends with the run.
    [[nodiscard]] QCoro::Task<> drive(QString prompt);
    /// Closes the connection; the run then ends as stopped.
    void stop() { m_stop.request_stop(); }

    [[nodiscard]] const RunRef &ref() const { return m_order.ref; }
    [[nodiscard]] const std::shared_ptr<Conversation> &conversation() const
    {
        return m_order.conversation;
    }
    /// Set when the endpoint has begun to answer, or the run has ended. One waiter.
    [[nodiscard]] const OneShot<bool> &begun() const { return m_begun; }
    /// The endpoint has begun to answer.
    [[nodiscard]] bool hasAnswer() const { return m_hasAnswer; }
    /// Once it has ended.
    [[nodiscard]] const std::optional<Result<RunOutcome>> &outcome() const { return m_outcome; }
    /// So far; what is under way is estimated.
    [[nodiscard]] Usage usage() const;

    /// The sink gets what was shown before, and all that follows. Tools are carried out only once
    /// somebody follows: their effects belong to a run that is known.
    [[nodiscard]] OneShot<Result<RunOutcome>> follow(RunEventSink sink);
    /// Nothing more goes to a sink.
    void unfollow() { m_sink = {}; }
    /// Set at the end.
    [[nodiscard]] OneShot<Result<RunOutcome>> ended();

private:
    QCoro::Task<Result<RunOutcome>> work();
    QCoro::Task<Result<ChatReply>> ask();
    QCoro::Task<Result<ChatReply>> askOnce();
    /// Before every question but the first, which who started the run has allowed.
    QCoro::Task<Result<void>> leaveToAsk();
    QCoro::Task<Result<void>> callTools(QList<ChatToolCall> calls);
    QCoro::Task<AgentToolAnswer> callTool(ChatToolCall call);
    [[nodiscard]] ChatRequestParts requestParts() const;
    [[nodiscard]] bool learnFrom(const Error &error) const;
    [[nodiscard]] ChatClient::Listener listener();
    void show(const ChatDelta &delta);
    void tell(RunEvent event);
    void book(const Result<ChatReply> &reply);
    [[nodiscard]] Usage withEstimates(Usage told) const;
    [[nodiscard]] Result<RunOutcome> concluded(const ChatReply &reply) const;
    /// A second chance for an answer that does not fit its schema; false when it was used up.
    [[nodiscard]] bool askForRepair(const ChatReply &reply);
    void end(Result<RunOutcome> outcome);

    ChatRunOrder m_order;
    RunEventSink m_sink;
    EndpointTraits m_sent; ///< as the latest request was written
    std::stop_source m_stop;
    OneShot<bool> m_begun;
    OneShot<bool> m_followed;
    bool m_hasAnswer = false;
    bool m_repaired = false;
    int m_answers = 0; ///< of the model, the one under way not counted
    std::map<int, QString> m_texts; ///< by segment
    QString m_model; ///< as the endpoint calls it
    bool m_thinking = false;
    Usage m_usage; ///< of the answers that have ended
    qsizetype m_lettersUnderWay = 0; ///< of the answer under way
    bool m_asking = false; ///< the endpoint has begun to answer, and goes on
    std::optional<Result<RunOutcome>> m_outcome;
    std::vector<OneShot<Result<RunOutcome>>> m_waiters;
};

} // namespace renum
