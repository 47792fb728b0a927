// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"
#include "core/workflow/editing/team_differences.h"
#include "ui/graph/graph_model.h"
#include "ui/theme/theme.h"

#include <vector>

namespace renum::ui {

/// What became of something from one version of a team to another.
enum class ChangeMark { None, Added, Removed, Changed, Moved };

[[nodiscard]] ChangeMark markOf(TeamDifference::Kind kind);
/// Sign, word and colours of a mark.
[[nodiscard]] StateLook markLook(ChangeMark mark);

/// Two versions of a team as one graph: what both have, what was added, and what was removed.
struct ComparedGraph {
    GraphModel graph; ///< the cards say what became of them in words, too
    std::vector<ChangeMark> nodes; ///< by node
    std::vector<ChangeMark> wires; ///< by wire
};
/// Pure but for the language of its words.
[[nodiscard]] ComparedGraph comparedGraph(const TeamDraft &before, const TeamDraft &after);

} // namespace renum::ui
