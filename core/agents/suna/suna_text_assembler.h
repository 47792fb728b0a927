// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/agent_backend.h"
#include "core/agents/suna/suna_server.h"
#include "core/agents/suna/suna_tool_xml.h"

#include <QSet>
#include <QString>

#include <map>
#include <optional>

namespace renum {

/// Puts the chunks of a run's answers in order and tells what a person sees of them: one segment
/// for each call of the model, the tool XML taken out (suna-api.md §5.4 "Text assembly rules").
class SunaTextAssembler {
public:
    /// `emitEvent` gets RunTextDelta and RunTextReplaced.
    SunaTextAssembler(SunaFamily family, RunEventSink emitEvent);

    /// A piece of the answer of model call `runKey`. Repeated and late pieces are dropped; one that
    /// arrives out of order is put in its place.
    void chunk(const QString &runKey, std::optional<qint64> sequence, const QString &text);
    /// The whole answer, which replaces what was assembled from pieces.
    void complete(const QString &runKey, const QString &text);
    /// A new call of the model begins; its pieces are a segment of their own.
    void beginCall(const QString &runKey);
    /// Hides a further tool's tag in what comes next.
    void hideTag(const QString &name);

    /// The visible text of the last segment that has one.
    [[nodiscard]] QString lastText() const;
    /// The tool calls in the XML of the newest segment.
    [[nodiscard]] QList<XmlToolCall> xmlCalls() const;

private:
    struct Segment {
        int number = 0;
        bool closed = false; ///< complete, or ended without being so
        bool mayReopen = false; ///< a new call began under the same key
        qint64 last = -1; ///< highest sequence
        int reorders = 0;
        /// The latest ones, between which a late one may still find its place.
        std::map<qint64, QString> chunks;
        qint64 settled = -1; ///< sequence of the last one that has left them
        qsizetype settledLength = 0; ///< of what is visible up to there
        ToolXmlFilter settledFilter; ///< as it was there
        QString visible;
        ToolXmlFilter filter;
    };
    Segment *segmentFor(const QString &runKey, std::optional<qint64> sequence);
    Segment &openSegment(const QString &runKey);
    void append(Segment &segment, const QString &text);
    void rebuild(Segment &segment);
    static void settle(Segment &segment);
    void close(Segment &segment);
    void remember(const Segment &segment);

    SunaFamily m_family;
    RunEventSink m_emit;
    std::map<QString, Segment> m_segments; ///< by model call; a hash would have room for dozens
    QString m_newest; ///< key of the newest segment
    int m_count = 0;
    QSet<QString> m_toolTags;
    QString m_lastText;
};

} // namespace renum
