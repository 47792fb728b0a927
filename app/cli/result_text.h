// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"

#include <QString>

namespace renum::cli {

/// The final result for a person: the text of a single result, or each agent's text under its name.
/// Safe to print. Empty when there is none.
[[nodiscard]] QString resultText(const Execution &execution);

} // namespace renum::cli
