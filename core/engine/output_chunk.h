// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"

#include <QString>

namespace renum {

/// A piece of what a run shows: the content of one step_output event.
struct OutputChunk {
    enum class Kind { Assistant, ToolCall, ToolResult, Status };
    Kind kind = Kind::Assistant;
    int segment = 0; ///< of the assistant's answers
    QString delta; ///< text; the tool's name for a call; its output for a result
    bool replace = false; ///< `delta` is the whole text of the segment
    Json tool = Json::object(); ///< call_id, name, arguments, ok: for calls and results
};
[[nodiscard]] QString toString(OutputChunk::Kind kind);

} // namespace renum
