// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

#include <QSet>

/// Moving several members at once within the order of a team. Pure.
namespace renum {

/// The members at this place of the order, in the order that they have among themselves; `place`
/// counts the members of now, themselves included: 0 is before the first, n after the last.
[[nodiscard]] TeamDraft withMembersAt(TeamDraft draft, const QSet<AgentId> &ids, std::size_t place);

enum class MoveWay { Earlier, Later };
/// Each of the members one place on. Those that already stand at that end stay.
[[nodiscard]] TeamDraft withMembersMoved(TeamDraft draft, const QSet<AgentId> &ids, MoveWay way);

} // namespace renum
