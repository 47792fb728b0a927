// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"

#include <QString>

namespace renum::ui {

/// What people call a field of a team or of a member, for lists of differences. `field` as in
/// TeamDifference; one without a name of its own is shown as it is written.
[[nodiscard]] QString fieldName(const QString &field);

/// A field's value in a few words: texts and numbers as they are, lists and objects as compact
/// JSON, nothing as a dash.
[[nodiscard]] QString fieldValueText(const Json &value);

} // namespace renum::ui
