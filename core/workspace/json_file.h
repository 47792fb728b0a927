// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"
#include "core/model/result.h"

#include <QString>

namespace renum {

/// Reads a JSON file of at most 4 MiB (contract §8.6). Errors: file_unreadable, file_too_large and
/// the JSON codes.
[[nodiscard]] Result<Json> readJsonFile(const QString &path);

} // namespace renum
