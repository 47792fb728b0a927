// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/scenario/object_reader.h"
#include "app/simulator/scenario/scenario.h"

namespace renum::sim {

/// Reads the `responses` of an agent; at least one, the last without conditions.
[[nodiscard]] QList<Response> readResponses(
    const Json &array, const QString &path, Problems &problems);
/// Reads the member `usage`: `"from_text"`, `"none"` or an object of token counts.
[[nodiscard]] std::optional<ScriptedUsage> readUsage(ObjectReader &reader, Problems &problems);
[[nodiscard]] std::chrono::milliseconds readMilliseconds(
    ObjectReader &reader, const char *key, std::chrono::milliseconds fallback);

} // namespace renum::sim
