// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/versions/compared_graph.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

struct Mark {
    Q_DECLARE_TR_FUNCTIONS(Mark)
};

/// What makes a wire the same one in two graphs: kind and agent of its ends, and its own kind.
using NodeKey = std::pair<int, QString>;
using WireKey = std::tuple<NodeKey, NodeKey, int>;

NodeKey keyOf(const GraphNode &node)
{
    return { static_cast<int>(node.kind), node.agent.toString() };
}

WireKey keyOf(const GraphModel &graph, const GraphWire &wire)
{
    return { keyOf(graph.nodes[static_cast<std::size_t>(wire.from)]),
        keyOf(graph.nodes[static_cast<std::size_t>(wire.to)]), static_cast<int>(wire.kind) };
}

/// Joins two graphs: the second, and what only the first has.
class Joining {
public:
    Joining(const TeamDraft &before, const TeamDraft &after)
        : m_before(graphOf(before.workflow))
    {
        m_result.graph = graphOf(after.workflow);
        for (GraphFrame &frame : m_result.graph.frames)
            frame.collapsed = false; // what is compared is to be seen
    }

    ComparedGraph joined(const TeamDifferences &differences)
    {
        markNodes(differences);
        addRemovedNodes();
        joinWires();
        nameMarks();
        return std::move(m_result);
    }

private:
    void markNodes(const TeamDifferences &differences)
    {
        QHash<AgentId, ChangeMark> marks;
        for (const TeamDifference &difference : differences) {
            ChangeMark &mark = marks[difference.member];
            // What was both changed and moved is changed above all.
            if (mark != ChangeMark::Changed)
                mark = markOf(difference.kind);
        }
        marks.remove(AgentId()); // the team itself
        for (const GraphNode &node : m_result.graph.nodes)
            m_result.nodes.push_back(marks.value(node.agent));
    }

    void addRemovedNodes()
    {
        std::vector<GraphNode> &nodes = m_result.graph.nodes;
        for (GraphNode node : m_before.nodes) {
            if (node.kind != NodeKind::Agent || m_result.graph.indexOf(node.agent) >= 0)
                continue;
            // Somebody may have its place by now.
            const auto isThere = [&node](const GraphNode &other) {
                return node.position && other.position && isNear(*node.position, *other.position);
            };
            if (std::ranges::any_of(nodes, isThere))
                node.position.reset();
            insertBeforeResult(std::move(node));
        }
    }

    static bool isNear(const QPointF &a, const QPointF &b)
    {
        constexpr double width = 7 * Theme::ControlHeight;
        constexpr double height = 4 * Theme::ControlHeight;
        return std::abs(a.x() - b.x()) < width && std::abs(a.y() - b.y()) < height;
    }

    /// The result stays the last one.
    void insertBeforeResult(GraphNode node)
    {
        std::vector<GraphNode> &nodes = m_result.graph.nodes;
        const int last = static_cast<int>(nodes.size()) - 1;
        nodes.insert(nodes.end() - 1, std::move(node));
        m_result.nodes.insert(m_result.nodes.end() - 1, ChangeMark::Removed);
        for (GraphWire &wire : m_result.graph.wires) {
            wire.from += wire.from == last ? 1 : 0;
            wire.to += wire.to == last ? 1 : 0;
        }
    }

    void joinWires()
    {
        std::map<WireKey, const GraphWire *> old;
        for (const GraphWire &wire : m_before.wires)
            old.emplace(keyOf(m_before, wire), &wire);
        for (const GraphWire &wire : m_result.graph.wires) {
            const auto known = old.find(keyOf(m_result.graph, wire));
            const bool isNew = known == old.end();
            const bool isOther = !isNew && known->second->label != wire.label;
            m_result.wires.push_back(isNew ? ChangeMark::Added
                    : isOther              ? ChangeMark::Changed
                                           : ChangeMark::None);
            if (!isNew)
                old.erase(known);
        }
        std::map<NodeKey, int> places;
        for (std::size_t i = 0; i < m_result.graph.nodes.size(); ++i)
            places.emplace(keyOf(m_result.graph.nodes[i]), static_cast<int>(i));
        for (const auto &[key, wire] : old) {
            GraphWire removed = *wire;
            removed.from = places.at(std::get<0>(key));
            removed.to = places.at(std::get<1>(key));
            removed.route.clear();
            m_result.graph.wires.push_back(removed);
            m_result.wires.push_back(ChangeMark::Removed);
        }
    }

    void nameMarks()
    {
        for (std::size_t i = 0; i < m_result.nodes.size(); ++i)
            m_result.graph.nodes[i].footer = markLook(m_result.nodes[i]).word;
    }

    GraphModel m_before;
    ComparedGraph m_result;
};

} // namespace

ChangeMark markOf(TeamDifference::Kind kind)
{
    switch (kind) {
    case TeamDifference::Kind::Added:
        return ChangeMark::Added;
    case TeamDifference::Kind::Removed:
        return ChangeMark::Removed;
    case TeamDifference::Kind::Moved:
        return ChangeMark::Moved;
    case TeamDifference::Kind::Changed:
        break;
    }
    return ChangeMark::Changed;
}

StateLook markLook(ChangeMark mark)
{
    switch (mark) {
    case ChangeMark::Added:
        return { u"plus"_s, Mark::tr("Added"), ColorToken::Ok, ColorToken::OkBackground };
    case ChangeMark::Removed:
        return { u"minus"_s, Mark::tr("Removed"), ColorToken::Err, ColorToken::ErrBackground };
    case ChangeMark::Changed:
        return { u"changed"_s, Mark::tr("Changed"), ColorToken::Warn, ColorToken::WarnBackground };
    case ChangeMark::Moved:
        return { u"moved"_s, Mark::tr("Moved"), ColorToken::AccentStrong,
            ColorToken::AccentBackground };
    case ChangeMark::None:
        break;
    }
    return {};
}

ComparedGraph comparedGraph(const TeamDraft &before, const TeamDraft &after)
{
    TeamDifferences differences = teamDifferences(before, after);
    for (TeamDifference &difference : differences) {
        if (difference.field == "position"_L1)
            difference.kind = TeamDifference::Kind::Moved;
    }
    return Joining(before, after).joined(differences);
}

} // namespace renum::ui
