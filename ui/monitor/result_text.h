// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "ui/monitor/log/log_text.h"

#include <QString>

namespace renum::ui {

/// What an execution produced, as Markdown: the text itself when there is one result, one section
/// for each agent when there are several, the JSON when it is something else.
[[nodiscard]] QString resultMarkdown(const Json &finalResult, const AgentNames &names);
/// A file name for saving it: the team's name without what file systems refuse.
[[nodiscard]] QString resultFileName(const Execution &execution);

} // namespace renum::ui
