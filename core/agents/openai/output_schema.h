// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"
#include "core/model/result.h"

#include <QString>

#include <optional>

namespace renum {

/// The JSON in a model's answer, with or without a Markdown fence around it; with the reason in
/// words for the model when there is none, or none that fits the schema.
[[nodiscard]] std::optional<QString> outputProblem(const Json &schema, const QString &answer);
/// The answer without a fence.
[[nodiscard]] QString withoutFence(const QString &answer);

/// Why a value does not fit a JSON Schema: type, enum, const, required, properties,
/// additionalProperties, items, anyOf and local $ref; other keywords are not looked at.
[[nodiscard]] std::optional<QString> schemaProblem(const Json &schema, const Json &value);

} // namespace renum
