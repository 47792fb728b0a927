// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/execution_event.h"

#include <optional>

namespace renum {

/// What one step event changes in the step's record.
using StepHandler = void (*)(StepRecord &step, const ExecutionEvent &event);
/// Null for events that change nothing.
[[nodiscard]] StepHandler stepHandler(const QString &eventType);

// --- what several kinds of events tell in the same way -------------------------------------------
[[nodiscard]] Usage usageIn(const Json &data, const char *key);
[[nodiscard]] std::optional<Error> errorIn(const Json &data);

} // namespace renum
