// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/log/log_text.h"

namespace renum::ui {

/// The sentence of logLine() for what members of a team do together: messages, team tools, teams
/// within teams. Empty for anything else.
[[nodiscard]] QString teamSentence(const ExecutionEvent &event, const AgentNames &names);

} // namespace renum::ui
