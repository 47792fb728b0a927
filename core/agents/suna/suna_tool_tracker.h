// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/agent_backend.h"
#include "core/agents/suna/suna_tool_rows.h"
#include "core/agents/suna/suna_tool_xml.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

namespace renum {

/// Announces each tool call once and gives each result to its call, whichever of the many rows that
/// speak of them comes first or is missing.
class SunaToolTracker {
public:
    /// `emitEvent` gets RunToolCall and RunToolResult.
    explicit SunaToolTracker(RunEventSink emitEvent);

    /// Pieces of native arguments, before the call starts.
    void argumentDeltas(const QList<SunaToolCall> &deltas);
    /// Drops the pieces so far: they will come again.
    void forgetArguments() { m_arguments.clear(); }
    /// A status row `tool_started`. `xmlCalls` are those in the text so far.
    void started(const SunaMessage &row, const QList<XmlToolCall> &xmlCalls);
    /// The native calls of a complete answer, with whole arguments.
    void listed(const QList<SunaToolCall> &calls);
    /// A status row `tool_error`, for which no result may come.
    void broken(const SunaMessage &row);
    /// A row of type `tool`.
    void finished(const SunaMessage &row);

private:
    struct OpenCall {
        QString id;
        QString name;
    };
    void announce(const QString &id, const QString &name, const QString &arguments);
    QString takeOpenCall(const SunaToolResult &result);
    void settle(SunaToolResult result);

    RunEventSink m_emit;
    QHash<QString, QString> m_arguments; ///< native, by call, not announced yet
    QSet<QString> m_announced;
    QSet<QString> m_settled;
    QSet<QString> m_broken; ///< names of calls without id that ended by an error row
    QList<OpenCall> m_open; ///< without a result so far
    int m_unnamed = 0;
};

} // namespace renum
