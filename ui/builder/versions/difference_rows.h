// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/editing/team_differences.h"
#include "ui/builder/views/keyed_tree_model.h"

#include <vector>

namespace renum::ui {

/// How the rows of a comparison are told apart.
struct DifferenceRow {
    enum Role {
        MarkRole = KeyedTreeModel::FirstFreeRole, ///< ChangeMark as int
        PositionRole, ///< in the differences; -1 for a member of which several fields changed
    };
    enum Column { WhatColumn, BeforeColumn, AfterColumn, ColumnCount };
};

/// The differences, by member; those of the team itself first.
[[nodiscard]] std::vector<TreeRow> differenceRows(
    const TeamDifferences &differences, const TeamDraft &before, const TeamDraft &after);

/// The words of both sides of a difference: a text as it is, other values in the shape in which
/// they are best compared line by line.
[[nodiscard]] QString comparableText(const Json &value);

} // namespace renum::ui
