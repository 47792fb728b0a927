// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"

namespace renum {

/// A value that fits a JSON Schema: one that it names (default, example, const, the first of an
/// enum), else a small one of its type. Good for showing, not for testing. Any schema gives some
/// value, deep ones a cut one. Pure.
[[nodiscard]] Json schemaExample(const Json &schema);

} // namespace renum
