// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"

#include <QString>

namespace renum::ui {

/// A value in one short line: `"Trends, 2023…"`, `0.23`, `[14 items]`, `{3 keys}`. Pure; quick
/// however large the value is.
[[nodiscard]] QString jsonPreview(const Json &value);
/// All of a value as a person reads it: a text as it is, anything else indented.
[[nodiscard]] QString jsonInFull(const Json &value);

} // namespace renum::ui
