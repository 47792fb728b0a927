// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

#include <QByteArrayView>

namespace renum {

/// A warning `unknown_key` for each key of the object that a team has no place for; `path` is the
/// JSON pointer of the object. Pure.
[[nodiscard]] Problems unknownTeamKeys(const Json &team, const QString &path = {});
/// The same for a team file: an export document, one of a template, or a bare team. Pure.
[[nodiscard]] Problems unknownFileKeys(const Json &file);

/// A team that a person writes as JSON, which may be anything. Besides the problems of
/// readTeamDraft() there is a warning `unknown_key` for each key that a team has no place for.
/// Errors: those of parseJson(). Pure.
[[nodiscard]] Result<TeamReading> readWrittenTeam(QByteArrayView json);

} // namespace renum
