// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"
#include "core/model/local_agent.h"
#include "core/model/result.h"
#include "core/model/usage.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace renum {

/// A tool call as a model made it.
struct ChatToolCall {
    QString id;
    QString name;
    QString arguments; ///< JSON text, hopefully

    friend bool operator==(const ChatToolCall &, const ChatToolCall &) = default;
};

/// One answer of a model.
struct ChatReply {
    QString text;
    QList<ChatToolCall> calls;
    QString finishReason; ///< stop, tool_calls, length, content_filter …
    QString model; ///< as the endpoint calls it; may be empty
    Usage usage; ///< absent counts when the endpoint told none
};

/// What a request to the model consists of.
struct ChatRequestParts {
    QString model;
    Json messages = Json::array();
    Json functions; ///< null: no tools
    bool mayCallTools = true; ///< false: the tools are listed, but the model has to answer
    std::optional<double> temperature;
    Json outputSchema; ///< null: text
    bool usageOption = true;
    bool schemaFormat = true; ///< else the schema stands in a system message
};
[[nodiscard]] Json chatRequestJson(const ChatRequestParts &parts);

[[nodiscard]] Json systemMessage(const QString &text);
[[nodiscard]] Json userMessage(const QString &text);
/// What the model said, as it is told again in the next request.
[[nodiscard]] Json assistantMessage(const ChatReply &reply);
[[nodiscard]] Json toolMessage(const QString &callId, const QString &text);

/// Where the API may be, by an address as typed; the likeliest first. Never empty.
[[nodiscard]] QList<QUrl> endpointCandidates(const QUrl &typed);
/// `base` and a path behind it.
[[nodiscard]] QUrl endpointUrl(const QUrl &base, const QString &path);

/// The ids of a list of models. Errors: model_invalid_answer.
[[nodiscard]] Result<QStringList> readModelList(const Json &json);
/// The counts of a `usage` object; absent ones stay absent. All zero means: not told.
[[nodiscard]] Usage readChatUsage(const Json &usage);
/// Provider and name of a model, as the ledger keeps them.
void nameModel(Usage &usage, const QString &model);
/// A rule of thumb: a token is about four letters.
[[nodiscard]] qint64 estimatedTokens(qsizetype letters);
/// The letters in a list of messages.
[[nodiscard]] qsizetype lettersOf(const Json &messages);

} // namespace renum
