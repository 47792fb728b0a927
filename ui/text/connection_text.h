// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

namespace renum::ui {

/// A few words for the header, for example `This computer · Demo`.
[[nodiscard]] QString connectionSummary(const ConnectionStatus &status);
/// A sentence that says whether agents can run and, if not, what to do.
[[nodiscard]] QString connectionSentence(const ConnectionStatus &status);

} // namespace renum::ui
