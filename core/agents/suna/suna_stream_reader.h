// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/agent_backend.h"
#include "core/agents/suna/suna_server.h"
#include "core/agents/suna/suna_text_assembler.h"
#include "core/agents/suna/suna_tool_tracker.h"
#include "core/agents/suna/suna_wire.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QSet>
#include <QString>

#include <optional>
#include <utility>

namespace renum {

struct SunaChunk;

/// Turns the data of a run's server-sent events into RunEvents (suna-api.md §5). No I/O. Feeding it
/// the same events again, as a reconnect does, changes nothing. What it does not understand is
/// counted and left out.
class SunaStreamReader {
public:
    SunaStreamReader(SunaFamily family, RunEventSink sink);

    /// The data of one event.
    void read(QByteArrayView data);

    /// Where a stream can be resumed (V3); empty when the server never said.
    [[nodiscard]] QByteArray lastEventId() const { return m_lastEventId; }
    /// The service said that the run is over. A hint only: the run resource has the truth.
    [[nodiscard]] bool sawEnd() const { return m_sawEnd; }
    /// An error that was told and not followed by any progress.
    [[nodiscard]] std::optional<QString> error() const { return m_error; }
    /// Why the run ended as it did, when the stream told.
    [[nodiscard]] QString reason() const;
    /// A new connection: what the last one said about the end no longer counts.
    void connectionBegins();
    /// The server ended the connection: an error word just before was about the stream, not the
    /// run.
    void closedByServer();
    /// Grows with every event that is new and no keep-alive.
    [[nodiscard]] qint64 progress() const { return m_progress; }
    /// Events that were left out because they are damaged or of an unknown type.
    [[nodiscard]] int ignored() const { return m_ignored; }

    /// The picture so far, for when the stored rows cannot be read.
    [[nodiscard]] QString lastText() const { return m_text.lastText(); }
    [[nodiscard]] Usage usage() const;

private:
    using Handler = void (SunaStreamReader::*)(const Json &event, const SunaMessage &row);
    [[nodiscard]] static Handler handlerOf(const QString &type);
    [[nodiscard]] bool isPassed(const QString &eventId);
    [[nodiscard]] bool isRepeated(const Json &event, const SunaMessage &row);
    [[nodiscard]] bool isRepeatedMarker(const SunaMessage &row, QByteArrayView data);
    void ignore(const char *reason);

    void onChunk(const SunaChunk &chunk);
    void onAssistant(const Json &event, const SunaMessage &row);
    void onReasoning(const Json &event, const SunaMessage &row);
    void onTool(const Json &event, const SunaMessage &row);
    void onStatus(const Json &event, const SunaMessage &row);
    void onStatusRow(const SunaMessage &row);
    void onControlWord(const Json &event);
    void onCallStart(const Json &event, const SunaMessage &row);
    void onUsage(const Json &event, const SunaMessage &row);
    void onFirstToken(const Json &event, const SunaMessage &row);
    void onActivity(const Json &event, const SunaMessage &row);
    void onError(const Json &event, const SunaMessage &row);
    void onNothing(const Json &event, const SunaMessage &row);

    void noteWork();
    void showModel(const QString &model);
    void showActivity(const QString &text);

    SunaFamily m_family;
    RunEventSink m_emit;
    SunaTextAssembler m_text;
    SunaToolTracker m_tools;
    QByteArray m_lastEventId;
    std::pair<quint64, quint64> m_lastEvent { 0, 0 };
    QSet<QString> m_seenRows; ///< type and id
    QSet<QByteArray> m_seenMarkers; ///< V2b: hashes of rows that have no id
    std::optional<QString> m_error;
    bool m_errorByWord = false;
    QString m_reason;
    Usage m_usage;
    QString m_model;
    QString m_activity;
    qint64 m_progress = 0;
    int m_ignored = 0;
    bool m_sawEnd = false;
};

} // namespace renum
