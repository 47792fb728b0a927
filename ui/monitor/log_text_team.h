// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/log_text.h"

namespace renum::ui {

/// logLine() for what members of a team do together: messages, team tools, teams within teams. None
/// for anything else.
[[nodiscard]] std::optional<LogLine> teamLogLine(
    const ExecutionEvent &event, const AgentNames &names);

} // namespace renum::ui
