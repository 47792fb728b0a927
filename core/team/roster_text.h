// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/team_roster.h"

namespace renum {

/// What compactJsonText(teamInfo()) says, written in one go: every prompt holds it, and to build
/// the JSON of a whole team for each of them was a tenth of what the engine does for a step. Of
/// more than `most` members only those around `self` are told, with `members_left_out`.
[[nodiscard]] QString rosterText(
    const TeamRoster &roster, const AgentId &self, std::size_t most = SIZE_MAX);

} // namespace renum
