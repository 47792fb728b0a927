// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_event.h"
#include "core/model/ids.h"

namespace renum {

/// What is read out of the data of an event, or written into such, in many places. Pure.

/// The step that an event is about; empty when it is about none.
[[nodiscard]] StepId stepOf(const ExecutionEvent &event);
/// The text under `key`; empty when there is none.
[[nodiscard]] QString textIn(const Json &data, const char *key);
/// Null for an empty text.
[[nodiscard]] Json textOrNull(const QString &text);

} // namespace renum
