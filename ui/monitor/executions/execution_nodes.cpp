// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/executions/execution_nodes.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace renum::ui {

namespace {

/// Newest first.
bool standsBefore(const Execution &a, const Execution &b)
{
    return std::tie(b.createdAt, b.id) < std::tie(a.createdAt, a.id);
}

} // namespace

int ExecutionNode::row() const
{
    if (!parent)
        return 0;
    const auto &all = parent->children;
    const auto self = std::ranges::find(all, this, &std::unique_ptr<ExecutionNode>::get);
    return static_cast<int>(self - all.begin());
}

ExecutionNode *ExecutionNode::find(const ExecutionId &id)
{
    const auto child = std::ranges::find_if(
        children, [&id](const auto &each) { return each->found.execution.id == id; });
    return child == children.end() ? nullptr : child->get();
}

void walkChanges(const ExecutionNode &node, const QList<FoundExecution> &wanted, bool isPart,
    const NodeChanges &changes)
{
    std::size_t row = 0;
    const auto isAt = [&node, &row](const ExecutionId &id) {
        return row < node.children.size() && node.children[row]->found.execution.id == id;
    };
    const auto standsFirst = [&node, &row](const Execution &other) {
        return row < node.children.size()
            && standsBefore(node.children[row]->found.execution, other);
    };
    for (const FoundExecution &found : wanted) {
        while (!isAt(found.execution.id) && standsFirst(found.execution))
            changes.remove(static_cast<int>(row));
        if (!isAt(found.execution.id))
            changes.insert(static_cast<int>(row), found);
        else if (!(node.children[row]->found == found))
            changes.change(static_cast<int>(row), found);
        ++row;
    }
    while (!isPart && row < node.children.size())
        changes.remove(static_cast<int>(row));
}

} // namespace renum::ui
