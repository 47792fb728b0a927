// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"

#include <QString>

#include <vector>

namespace renum {

/// Two JSON values side by side: a tree with one node for each value that either has. Objects are
/// compared by key, lists item by item where they belong together (an item put in does not change
/// those behind it); values of different types, and numbers and texts, are wholly the same or
/// wholly changed.
struct JsonDifference {
    enum class Kind {
        Same, ///< with everything in it
        Changed, ///< the value, or something in it
        Added,
        Removed,
    };
    Kind kind = Kind::Same;
    QString key; ///< of a member; of an item its place in the list that has it, the newer first
    const Json *before = nullptr; ///< borrowed; null when there is none
    const Json *after = nullptr;
    /// Only of what changed inside: objects in the order of their keys, lists in theirs. Values
    /// that are Same, Added or Removed have none: everything in them is the same.
    std::vector<JsonDifference> children;

    /// The values are both objects or both lists, and what changed is told by the children.
    [[nodiscard]] bool isInside() const { return !children.empty(); }
};

/// Borrows from both values. Deep nesting is no danger: beyond `mostDepth` levels values are
/// compared as wholes.
[[nodiscard]] JsonDifference jsonDifference(
    const Json &before, const Json &after, int mostDepth = 100);

/// Values that are not the same, counted where they differ: leaves, not what holds them.
struct JsonDifferenceCount {
    int changed = 0;
    int added = 0;
    int removed = 0;

    [[nodiscard]] int all() const noexcept { return changed + added + removed; }
    friend bool operator==(const JsonDifferenceCount &, const JsonDifferenceCount &) = default;
};
[[nodiscard]] JsonDifferenceCount countOf(const JsonDifference &difference);

} // namespace renum
