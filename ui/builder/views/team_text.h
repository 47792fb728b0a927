// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"
#include "core/model/team.h"
#include "ui/builder/views/json_text_map.h"

#include <QString>

#include <optional>

namespace renum::ui {

/// Longer texts are not edited: four times what a team may have.
inline constexpr qsizetype LongestTeamText = qsizetype(1024) * 1024;

/// What a text says that shall be a team.
struct TeamText {
    /// Only when everything in it could be read.
    std::optional<TeamDraft> draft;
    std::optional<JsonFault> fault; ///< why it is no JSON
    Problems problems; ///< why it is no team, and what a team has no place for
    JsonTextMap map;
};

/// The draft as a text for people: JSON with sorted keys. Characters that an editor of plain text
/// would change are escaped, so that reading it gives the same draft, byte for byte.
[[nodiscard]] QString writeTeamText(const TeamDraft &draft);
/// Reads such a text, which may be anything. Pure; for any thread.
[[nodiscard]] TeamText readTeamText(const QString &text);

} // namespace renum::ui
