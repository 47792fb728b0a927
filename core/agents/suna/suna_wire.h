// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/agent_backend.h"
#include "core/model/json.h"
#include "core/net/json_limits.h"

#include <QList>
#include <QString>

#include <optional>
#include <vector>

/// Suna's JSON, decoded into values. Tolerant as suna-api.md §9.3 asks: string or object for
/// `content` and `metadata`, camelCase and snake_case, both paginations, unknown fields ignored.
namespace renum {

/// Bounds for stream events and message lists, which may hold whole tool outputs.
inline constexpr JsonLimits SunaLargeJson { .maxBytes = 64 * 1024 * 1024, .maxDepth = 64 };

/// The decoder rule of suna-api.md §3.4: while the value is a string that holds a JSON object,
/// parse it, at most twice; anything else stays as it is.
[[nodiscard]] Json decodedSunaValue(const Json &value);

/// A row of a thread, from the stream or from the message list.
struct SunaMessage {
    QString id; ///< empty for what is not stored (chunks)
    QString type;
    Json content; ///< decoded: an object, or a string that is plain text, or null
    Json metadata; ///< decoded
    std::optional<qint64> sequence; ///< chunks only
    std::optional<Timestamp> createdAt;

    /// The text for a person: of the content, else of the metadata (`optimized` lists). None when
    /// the row has no place for a text; empty when the text is empty.
    [[nodiscard]] std::optional<QString> text() const;
    [[nodiscard]] QString streamStatus() const; ///< "chunk", "complete" …
    [[nodiscard]] QString threadRunId() const; ///< names one model call (V2a) or run (V3)
};
[[nodiscard]] SunaMessage readSunaMessage(const Json &row);

/// `{"messages": […]}`. Pending: the thread is still being made and the list is not the truth yet.
struct SunaMessageList {
    std::vector<SunaMessage> messages;
    bool pending = false;
};
[[nodiscard]] std::optional<SunaMessageList> readSunaMessages(const Json &answer);

/// An agent run as its resource or its thread's list tells it.
struct SunaRun {
    RunId id;
    ThreadId thread;
    QString status;
    QString error;
    std::optional<Timestamp> startedAt;

    /// Neither completed, failed nor stopped. An unknown word is not an end.
    [[nodiscard]] bool active() const;
};
[[nodiscard]] std::optional<SunaRun> readSunaRun(const Json &object);
/// `{"agent_runs": […]}`, newest first as the server sorts it.
[[nodiscard]] std::optional<QList<SunaRun>> readSunaRuns(const Json &answer);

/// `{"thread_id", "project_id"}`; the project is empty when the server does not say.
[[nodiscard]] std::optional<ThreadRef> readSunaThread(const Json &answer);

/// A page of `GET /agents`. `rows` counts what the server sent, readable or not.
struct SunaAgentPage {
    QList<AgentInfo> agents;
    qsizetype rows = 0;
    std::optional<qint64> pages; ///< total, in either spelling
};
[[nodiscard]] std::optional<SunaAgentPage> readSunaAgents(const Json &answer);

} // namespace renum
