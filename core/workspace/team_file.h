// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

#include <QString>

namespace renum {

/// Reads a team file of at most 4 MiB (contract §8.6). Errors: file_unreadable, file_too_large and
/// the JSON codes. Problems of the content are in the reading, with a warning
/// `unknown_key` for what a team has no place for.
[[nodiscard]] Result<TeamReading> loadTeamFile(const QString &path);
/// Writes an export document, atomically. Errors: file_unreadable.
[[nodiscard]] Result<void> saveTeamFile(const QString &path, const TeamDraft &team);

} // namespace renum
