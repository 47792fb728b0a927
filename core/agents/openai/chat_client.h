// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/openai/chat_reply_reader.h"
#include "core/agents/openai/model_endpoint.h"
#include "core/net/http_client.h"

#include <QCoroTask>
#include <QObject>

#include <functional>
#include <memory>
#include <stop_token>

namespace renum {

/// Speaks HTTP with one model endpoint: adds the key, and turns every answer into values or a typed
/// Error. Never logs bodies or the key. Destroying it ends every call.
class ChatClient : public QObject {
    Q_OBJECT

public:
    ChatClient(ModelEndpoint endpoint, Clock *clock, ModelTimings timings, ModelLimits limits,
        QObject *parent = nullptr);

    [[nodiscard]] const ModelEndpoint &endpoint() const { return m_endpoint; }
    [[nodiscard]] const ModelTimings &timings() const { return m_timings; }
    [[nodiscard]] const ModelLimits &limits() const { return m_limits; }
    [[nodiscard]] Clock *clock() const { return m_clock; }

    /// The models at the API at `base`.
    [[nodiscard]] QCoro::Task<Result<QStringList>> models(QUrl base, std::stop_token stop);

    /// What a request tells while it is under way.
    struct Listener {
        std::function<void()> onHead; ///< the endpoint has begun to answer
        std::function<void(const ChatDelta &)> onDelta;
    };
    /// Asks the model once. There is no time limit but for silence.
    [[nodiscard]] QCoro::Task<Result<ChatReply>> complete(
        QUrl base, Json body, Listener listener, std::stop_token stop);

private:
    [[nodiscard]] HttpRequest request(const QUrl &url) const;
    [[nodiscard]] std::optional<Error> keyProblem() const;

    ModelEndpoint m_endpoint;
    Clock *m_clock;
    ModelTimings m_timings;
    ModelLimits m_limits;
    HttpClient m_http;
};

} // namespace renum
