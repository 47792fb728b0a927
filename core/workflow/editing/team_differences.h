// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

#include <map>
#include <vector>

namespace renum {

/// One thing that is not the same in two versions of a team.
struct TeamDifference {
    enum class Kind {
        Added, ///< the member is only in the second
        Removed, ///< the member is only in the first
        Changed, ///< a field of the member, or of the team, has another value
        Moved, ///< the member works at another place of the order
    };
    Kind kind = Kind::Changed;
    AgentId member; ///< empty: the team itself
    /// Of Changed: the field by its JSON name; those of a nested configuration as
    /// `agent_config/instructions`.
    QString field;
    Json before; ///< null where there is none
    Json after;

    friend bool operator==(const TeamDifference &, const TeamDifference &) = default;
};
using TeamDifferences = std::vector<TeamDifference>;

/// What is different, the team's own fields first, then the members in the order of the second
/// version, then those that only the first has. Pure.
[[nodiscard]] TeamDifferences teamDifferences(const TeamDraft &before, const TeamDraft &after);

/// The fields of a team, or of one of its members, by the names that TeamDifference uses.
using FieldValues = std::map<QString, Json>;
[[nodiscard]] FieldValues teamFields(const TeamDraft &draft);
[[nodiscard]] FieldValues memberFields(const WorkflowAgent &member);
/// The other way round, as the JSON that a definition is read from.
[[nodiscard]] Json objectOfFields(const FieldValues &fields);

} // namespace renum
