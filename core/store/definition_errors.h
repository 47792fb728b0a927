// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"

#include <QString>

/// Why an endpoint or an agent of one's own cannot be stored.
namespace renum {

[[nodiscard]] Error nameTakenError(const QString &name);
/// `id` is what was to be changed.
[[nodiscard]] Error definitionConflict(const QString &id, int expected, int found);

} // namespace renum
