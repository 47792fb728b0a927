// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_filter.h"

#include <functional>
#include <memory>
#include <vector>

namespace renum::ui {

/// An execution in the list, and those that work for it once they have been read.
struct ExecutionNode {
    FoundExecution found;
    ExecutionNode *parent = nullptr; ///< the root has none
    std::vector<std::unique_ptr<ExecutionNode>> children = {};
    bool isAsked = false; ///< its children are, or are being read

    [[nodiscard]] int row() const; ///< among its parent's children
    [[nodiscard]] ExecutionNode *find(const ExecutionId &id); ///< among its children
};

/// What it takes to turn a node's children into a new list: exact steps, so that a view keeps its
/// selection and its place.
struct NodeChanges {
    std::function<void(int row)> remove;
    std::function<void(int row, const FoundExecution &found)> insert;
    std::function<void(int row, const FoundExecution &found)> change;
};

/// Walks from `node`'s children to `wanted`, which is newest first as they are. What is older than
/// its last and not in it stays when `isPart`.
void walkChanges(const ExecutionNode &node, const QList<FoundExecution> &wanted, bool isPart,
    const NodeChanges &changes);

} // namespace renum::ui
