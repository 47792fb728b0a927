// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"
#include "core/model/result.h"

#include <QString>

namespace renum::ui {

/// How a person writes a value.
enum class ValueKind { Text, Number, Truth, Json };

/// The kind in which a value is easiest to change.
[[nodiscard]] ValueKind kindOf(const Json &value);
/// What stands in the field for it: a text as it is, anything else as JSON.
[[nodiscard]] QString typedText(const Json &value);
/// The value that was typed. Errors: json_invalid, also for what is no number and not `true` or
/// `false`; the others of readTypedJson(), context_value_too_large.
[[nodiscard]] Result<Json> typedValue(ValueKind kind, const QString &text);

} // namespace renum::ui
