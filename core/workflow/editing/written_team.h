// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

#include <QByteArrayView>

namespace renum {

/// A team that a person writes as JSON, which may be anything. Besides the problems of
/// readTeamDraft() there is a warning `unknown_key` for each key that a team has no place for.
/// Errors: those of parseJson(). Pure.
[[nodiscard]] Result<TeamReading> readWrittenTeam(QByteArrayView json);

} // namespace renum
