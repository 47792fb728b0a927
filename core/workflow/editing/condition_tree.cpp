// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/condition_tree.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

using NodeKind = ConditionNode::Kind;

std::vector<ConditionNode> nodesOf(
    const std::vector<Condition> &conditions, const QString &pointer, int depth);

/// Groups deeper than a person could write are shown as empty ones. More than the engine evaluates:
/// what the validation objects to must be there to be mended.
constexpr int MaxTreeDepth = 4 * MaxConditionDepth;

ConditionNode nodeOf(const Condition &condition, const QString &pointer, int depth)
{
    ConditionNode node;
    node.pointer = pointer;
    if (depth > MaxTreeDepth)
        return node;
    switch (condition.kind) {
    case Condition::Kind::Test:
        node.kind = NodeKind::Test;
        node.test = condition;
        break;
    case Condition::Kind::All:
        node.kind = NodeKind::All;
        node.parts = nodesOf(condition.children, pointer + "/all"_L1, depth + 1);
        break;
    case Condition::Kind::Any:
        node.kind = NodeKind::Any;
        node.parts = nodesOf(condition.children, pointer + "/any"_L1, depth + 1);
        break;
    case Condition::Kind::Not: {
        if (condition.children.size() != 1) {
            node.kind = NodeKind::NotAll;
            node.parts = nodesOf(condition.children, pointer + "/not"_L1, depth + 1);
            break;
        }
        ConditionNode inner = nodeOf(condition.children.front(), pointer + "/not"_L1, depth + 1);
        if (inner.kind == NodeKind::All || inner.kind == NodeKind::Any) {
            node.kind = inner.kind == NodeKind::All ? NodeKind::NotAll : NodeKind::None;
            node.parts = std::move(inner.parts);
        } else {
            node.kind = NodeKind::None;
            node.parts.push_back(std::move(inner));
        }
        break;
    }
    }
    return node;
}

std::vector<ConditionNode> nodesOf(
    const std::vector<Condition> &conditions, const QString &pointer, int depth)
{
    std::vector<ConditionNode> nodes;
    nodes.reserve(conditions.size());
    for (std::size_t i = 0; i < conditions.size(); ++i)
        nodes.push_back(nodeOf(conditions[i], pointer + u'/' + QString::number(i), depth));
    return nodes;
}

Condition group(Condition::Kind kind, std::vector<Condition> children)
{
    Condition condition;
    condition.kind = kind;
    condition.children = std::move(children);
    return condition;
}

std::vector<Condition> partsOf(const ConditionNode &node);

Condition conditionOf(const ConditionNode &node)
{
    switch (node.kind) {
    case NodeKind::Test:
        return node.test;
    case NodeKind::All:
        return group(Condition::Kind::All, partsOf(node));
    case NodeKind::Any:
        return group(Condition::Kind::Any, partsOf(node));
    case NodeKind::NotAll:
        return group(Condition::Kind::Not, { group(Condition::Kind::All, partsOf(node)) });
    case NodeKind::None:
        return group(Condition::Kind::Not, { group(Condition::Kind::Any, partsOf(node)) });
    }
    Q_UNREACHABLE();
}

std::vector<Condition> partsOf(const ConditionNode &node)
{
    std::vector<Condition> conditions;
    conditions.reserve(node.parts.size());
    std::ranges::transform(node.parts, std::back_inserter(conditions), conditionOf);
    return conditions;
}

ConditionPath parentOf(const ConditionPath &path)
{
    return { path.begin(), std::prev(path.end()) };
}

ConditionPath child(ConditionPath path, std::size_t index)
{
    path.push_back(index);
    return path;
}

ConditionNode takeAt(ConditionNode &parent, std::size_t index)
{
    ConditionNode node = std::move(parent.parts[index]);
    parent.parts.erase(parent.parts.begin() + std::ptrdiff_t(index));
    return node;
}

void insertAt(ConditionNode &parent, std::size_t index, ConditionNode node)
{
    parent.parts.insert(parent.parts.begin() + std::ptrdiff_t(index), std::move(node));
}

/// Out of a group, to before or after it. The group goes when nothing is left in it.
ConditionTreeEdit movedOut(ConditionNode root, const ConditionPath &path, bool up)
{
    const ConditionPath groupPath = parentOf(path);
    ConditionPath outer = parentOf(groupPath);
    const std::size_t groupIndex = groupPath.back();
    ConditionNode node = takeAt(*nodeAt(root, groupPath), path.back());
    ConditionNode &parent = *nodeAt(root, outer);
    std::size_t index = up ? groupIndex : groupIndex + 1;
    if (parent.parts[groupIndex].parts.empty()) {
        parent.parts.erase(parent.parts.begin() + std::ptrdiff_t(groupIndex));
        index = groupIndex;
    }
    insertAt(parent, index, std::move(node));
    return { std::move(root), child(std::move(outer), index) };
}

bool isDecisive(ConditionNode::Kind kind, bool partHolds, bool verdict)
{
    switch (kind) {
    case NodeKind::All:
        return verdict || !partHolds;
    case NodeKind::Any:
        return !verdict || partHolds;
    case NodeKind::NotAll:
        return !verdict || !partHolds;
    case NodeKind::None:
        return verdict || partHolds;
    case NodeKind::Test:
        break;
    }
    return true;
}

} // namespace

ConditionNode conditionNode(Condition test)
{
    ConditionNode node;
    node.kind = NodeKind::Test;
    node.test = std::move(test);
    return node;
}

ConditionNode conditionTree(const std::vector<Condition> &conditions)
{
    if (conditions.size() == 1) {
        ConditionNode only = nodeOf(conditions.front(), u"/0"_s, 0);
        if (only.isGroup())
            return only;
    }
    ConditionNode root;
    root.parts = nodesOf(conditions, {}, 0);
    return root;
}

std::vector<Condition> conditionsOf(const ConditionNode &root)
{
    if (root.parts.empty() && root.isGroup())
        return {};
    if (root.kind == NodeKind::All)
        return partsOf(root);
    return { conditionOf(root) };
}

const ConditionNode *nodeAt(const ConditionNode &root, const ConditionPath &path)
{
    const ConditionNode *node = &root;
    for (const std::size_t index : path) {
        if (index >= node->parts.size())
            return nullptr;
        node = &node->parts[index];
    }
    return node;
}

ConditionNode *nodeAt(ConditionNode &root, const ConditionPath &path)
{
    return const_cast<ConditionNode *>(nodeAt(std::as_const(root), path));
}

ConditionTreeEdit withPart(ConditionNode root, const ConditionPath &group, ConditionNode part)
{
    ConditionNode *node = nodeAt(root, group);
    if (!node || !node->isGroup())
        return { std::move(root), group };
    node->parts.push_back(std::move(part));
    ConditionPath path = child(group, node->parts.size() - 1);
    return { std::move(root), std::move(path) };
}

ConditionTreeEdit withoutPart(ConditionNode root, const ConditionPath &path)
{
    if (path.empty() || !nodeAt(root, path))
        return { std::move(root), path };
    ConditionPath parentPath = parentOf(path);
    ConditionNode &parent = *nodeAt(root, parentPath);
    takeAt(parent, path.back());
    if (parent.parts.empty()) {
        if (parentPath.empty())
            return { std::move(root), {} };
        return withoutPart(std::move(root), parentPath);
    }
    const std::size_t next = std::min(path.back(), parent.parts.size() - 1);
    return { std::move(root), child(std::move(parentPath), next) };
}

ConditionTreeEdit withPartGrouped(ConditionNode root, const ConditionPath &path)
{
    if (path.empty() || !nodeAt(root, path))
        return { std::move(root), path };
    ConditionNode &parent = *nodeAt(root, parentOf(path));
    ConditionNode around;
    // Another kind than the group around it, or it would change nothing.
    around.kind = parent.kind == NodeKind::Any ? NodeKind::All : NodeKind::Any;
    around.parts.push_back(std::move(parent.parts[path.back()]));
    parent.parts[path.back()] = std::move(around);
    return { std::move(root), child(path, 0) };
}

ConditionTreeEdit withPartMoved(ConditionNode root, const ConditionPath &path, ConditionMove move)
{
    if (path.empty() || !nodeAt(root, path))
        return { std::move(root), path };
    const bool up = move == ConditionMove::Up;
    const ConditionPath parentPath = parentOf(path);
    ConditionNode &parent = *nodeAt(root, parentPath);
    const std::size_t index = path.back();
    const bool atEnd = up ? index == 0 : index + 1 == parent.parts.size();
    if (atEnd && parentPath.empty())
        return { std::move(root), path };
    if (atEnd)
        return movedOut(std::move(root), path, up);
    const std::size_t other = up ? index - 1 : index + 1;
    if (!parent.parts[other].isGroup()) {
        std::swap(parent.parts[index], parent.parts[other]);
        return { std::move(root), child(parentPath, other) };
    }
    ConditionNode node = takeAt(parent, index);
    const std::size_t groupIndex = up ? other : index; // the group has moved up by one
    ConditionNode &met = parent.parts[groupIndex];
    const std::size_t place = up ? met.parts.size() : 0;
    insertAt(met, place, std::move(node));
    return { std::move(root), child(child(parentPath, groupIndex), place) };
}

ConditionVerdict judge(const ConditionNode &node, const ConditionScope &scope)
{
    ConditionVerdict verdict;
    if (!node.isGroup()) {
        verdict.holds = evaluate({ node.test }, scope);
        if (const Json *found = resolvePath(node.test.field, scope))
            verdict.found = *found;
        return verdict;
    }
    std::size_t held = 0;
    for (const ConditionNode &part : node.parts) {
        verdict.parts.push_back(judge(part, scope));
        held += verdict.parts.back().holds ? 1 : 0;
    }
    const bool all = held == node.parts.size();
    verdict.holds = node.kind == NodeKind::All ? all
        : node.kind == NodeKind::Any           ? held > 0
        : node.kind == NodeKind::NotAll        ? !all
                                               : held == 0;
    return verdict;
}

std::optional<ConditionPath> decidingTest(
    const ConditionNode &root, const ConditionVerdict &verdict)
{
    if (!root.isGroup())
        return ConditionPath {};
    for (std::size_t i = 0; i < root.parts.size() && i < verdict.parts.size(); ++i) {
        if (!isDecisive(root.kind, verdict.parts[i].holds, verdict.holds))
            continue;
        if (const auto inner = decidingTest(root.parts[i], verdict.parts[i])) {
            ConditionPath path { i };
            path.insert(path.end(), inner->begin(), inner->end());
            return path;
        }
    }
    return std::nullopt;
}

} // namespace renum
