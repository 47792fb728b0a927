// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"
#include "core/model/result.h"

#include <QByteArray>
#include <QString>

namespace renum {

/// Reads a JSON file of at most 4 MiB (contract §8.6). Errors: file_unreadable, file_too_large and
/// the JSON codes.
[[nodiscard]] Result<Json> readJsonFile(const QString &path);

/// Of what a front end kept in a file of its own, of any size that it kept. Errors: json_too_deep,
/// json_invalid.
[[nodiscard]] Result<Json> readKeptJson(const QByteArray &bytes);

} // namespace renum
