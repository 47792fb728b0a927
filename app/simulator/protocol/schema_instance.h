// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"

namespace renum::sim {

/// A value that fits a JSON Schema, as a model with constrained decoding would write one: `text`
/// itself when it is JSON already, else a small value with `text` where strings stand. Never fails:
/// what it cannot read counts as a string.
[[nodiscard]] Json schemaInstance(const Json &schema, const QString &text);

} // namespace renum::sim
