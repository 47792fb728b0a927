// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"
#include "core/net/http_server.h"

#include <QByteArray>
#include <QSet>
#include <QString>

#include <optional>
#include <variant>

namespace renum::sim {

/// A chat request as far as the play depends on it.
struct ChatRequest {
    QString model;
    bool stream = false;
    bool includeUsage = false; ///< `stream_options.include_usage`
    bool parallelTools = true;
    QSet<QString> tools; ///< names that the model may call
    std::optional<qint64> maxTokens;
    std::optional<Json> schema; ///< of `response_format`
    QString systemText;
    QString prompt; ///< the last user message
    QString lastToolCall; ///< answered since the prompt; empty: none was
    int answersSoFar = 0; ///< of the model since the prompt
    qint64 promptTokens = 0; ///< four letters a token
    Json body; ///< as it came
};

/// Reads the body of `POST /chat/completions`, as strictly as OpenAI does; a refusal is its 400.
[[nodiscard]] std::variant<ChatRequest, ServerResponse> readChatRequest(const QByteArray &body);

} // namespace renum::sim
