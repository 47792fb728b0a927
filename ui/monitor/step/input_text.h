// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/log/log_text.h"
#include "ui/monitor/step_history.h"

namespace renum::ui {

/// Where the input of an attempt came from, as a sentence: the prompt, whose results, which version
/// of what the team shares. Empty when the log does not say. Pure.
[[nodiscard]] QString inputText(const AttemptRecord &attempt, const AgentNames &names);

} // namespace renum::ui
