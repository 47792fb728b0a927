// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"

#include <QString>

#include <optional>

/// The right-hand side of a condition as a person writes it.
namespace renum {

enum class ValueForm {
    Text, ///< as it is
    Number, ///< as in JSON: a point, no group separators
    Flag, ///< `true` or `false`
    List, ///< parts with commas between; quoted where they would be read as something else
    Any, ///< as JSON
};

/// The simplest form that shows the value as it is.
[[nodiscard]] ValueForm formOf(const Json &value);
/// The text for it. Reading that gives the value back wherever formOf(value) is `form`.
[[nodiscard]] QString valueText(const Json &value, ValueForm form);
/// None when the text is none of that form.
[[nodiscard]] std::optional<Json> readValue(const QString &text, ValueForm form);
/// The value in another form, as near to what it was as there is.
[[nodiscard]] Json convertedValue(const Json &value, ValueForm form);

} // namespace renum
