// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/workflow_definition.h"
#include "core/workflow/condition.h"

#include <QString>

#include <optional>
#include <vector>

/// Conditions in the shape in which a person edits them: groups that say how many of their parts
/// must hold, with tests in them. The workflow language has no such word for "none" and "not all";
/// they are a negation around a group there.
namespace renum {

/// A test, or a group of nodes.
struct ConditionNode {
    enum class Kind {
        Test,
        All, ///< every part holds
        Any, ///< at least one
        NotAll, ///< at least one does not
        None, ///< not a single one
    };
    Kind kind = Kind::All;
    Condition test; ///< of kind Test
    std::vector<ConditionNode> parts; ///< of the other kinds
    /// Where it is written, from the list of conditions on; for findings of the validation. Empty
    /// for the conjunction that a list is, and for what was not read from a list.
    QString pointer;

    [[nodiscard]] bool isGroup() const { return kind != Kind::Test; }
};

/// A node for one test.
[[nodiscard]] ConditionNode conditionNode(Condition test);

/// The conditions as a group; its parts may be none.
[[nodiscard]] ConditionNode conditionTree(const std::vector<Condition> &conditions);
/// The conditions that a group means.
[[nodiscard]] std::vector<Condition> conditionsOf(const ConditionNode &root);

/// Which part of which part; empty is the root.
using ConditionPath = std::vector<std::size_t>;

/// The node there, or nullptr. Borrowed.
[[nodiscard]] const ConditionNode *nodeAt(const ConditionNode &root, const ConditionPath &path);
[[nodiscard]] ConditionNode *nodeAt(ConditionNode &root, const ConditionPath &path);

/// A tree after a change, and where the changed node is now.
struct ConditionTreeEdit {
    ConditionNode root;
    ConditionPath path;
};
/// A new last part of the group at `group`.
[[nodiscard]] ConditionTreeEdit withPart(
    ConditionNode root, const ConditionPath &group, ConditionNode part);
/// Without the node; groups that are left empty go as well. The path is that of the node that a
/// person would look at next: the one in its place, else the one before, else the group.
[[nodiscard]] ConditionTreeEdit withoutPart(ConditionNode root, const ConditionPath &path);
/// The node inside a group of its own, in its place.
[[nodiscard]] ConditionTreeEdit withPartGrouped(ConditionNode root, const ConditionPath &path);

enum class ConditionMove { Up, Down };
/// The node one place up or down as it is read: into a group that it meets, and out of its own at
/// the end of that. Unchanged at the very beginning and end.
[[nodiscard]] ConditionTreeEdit withPartMoved(
    ConditionNode root, const ConditionPath &path, ConditionMove move);

/// Whether a node holds, and why: what its test found, and the verdicts of its parts.
struct ConditionVerdict {
    bool holds = false;
    std::optional<Json> found; ///< what the field of a test names; none when it is missing
    std::vector<ConditionVerdict> parts; ///< of a group, all of them
};
/// What the engine would decide (see evaluate()).
[[nodiscard]] ConditionVerdict judge(const ConditionNode &node, const ConditionScope &scope);
/// The test that is the reason for the verdict on `root`: the first one without which it could be
/// another. None for a group without parts.
[[nodiscard]] std::optional<ConditionPath> decidingTest(
    const ConditionNode &root, const ConditionVerdict &verdict);

} // namespace renum
