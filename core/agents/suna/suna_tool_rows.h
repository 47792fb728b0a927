// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/suna/suna_wire.h"

#include <QList>
#include <QString>

#include <optional>

/// Tool calls and results in rows, native and XML form alike (suna-api.md §3.5, §5.6).
namespace renum {

struct SunaToolCall {
    QString id; ///< empty in the XML form
    QString name;
    QString arguments; ///< JSON text; of a delta, a piece of one
};
/// The native calls that an assistant row lists; of a `tool_call_chunk`, their deltas.
[[nodiscard]] QList<SunaToolCall> sunaToolCalls(const SunaMessage &row);

struct SunaToolResult {
    QString callId; ///< empty in the XML form
    QString name;
    QString output;
    bool ok = true;
};
/// The result in a row of type `tool`; output and error are plain text or compact JSON.
[[nodiscard]] SunaToolResult sunaToolResult(const SunaMessage &row);

/// The tag that a tool's XML call may have, when the row names it; else empty.
[[nodiscard]] QString sunaToolTag(const SunaMessage &row);

} // namespace renum
