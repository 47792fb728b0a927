// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/graph/run_graph.h"

#include "ui/graph/graph_text.h"
#include "ui/graph/graph_words.h"
#include "ui/graph/index.h"
#include "ui/graph/wall_clock.h"
#include "ui/text/format.h"
#include "ui/text/money_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

QString footerOf(const StepRun &run)
{
    QStringList parts;
    if (run.end)
        parts << format::duration(between(run.begin, *run.end));
    parts << format::money(run.usage.cost) << format::tokens(run.usage);
    parts.removeAll(QString());
    return parts.join(u"   "_s);
}

AgentId earlierId(const AgentId &agent, const StepRun &run)
{
    return AgentId(u"%1#run-%2"_s.arg(agent.toString()).arg(run.iteration));
}

/// Builds the nodes and wires of a run from those of its plan.
class Unroller {
public:
    Unroller(const GraphModel &plan, const StepRuns &runs)
        : m_plan(plan)
    {
        m_out.graph.notes = plan.notes;
        for (const GraphNode &node : plan.nodes)
            m_runs.push_back(runs.of(node.agent));
    }

    UnrolledGraph build()
    {
        // The result stays last: the scene and the keys count on it.
        for (int node = 0; node + 1 < nodeCount(); ++node)
            addNodes(node);
        addNodes(nodeCount() - 1);
        for (const GraphWire &wire : m_plan.wires) {
            if (wire.kind == GraphWire::Kind::Feedback)
                addFeedback(wire);
            else
                addWires(wire);
        }
        return std::move(m_out);
    }

private:
    [[nodiscard]] int nodeCount() const { return static_cast<int>(m_plan.nodes.size()); }

    void addNodes(int index)
    {
        const GraphNode &node = m_plan.nodes[at(index)];
        const QList<StepRun> &runs = m_runs[at(index)];
        m_first.push_back(static_cast<int>(m_out.graph.nodes.size()));
        for (qsizetype i = 0; i + 1 < runs.size(); ++i)
            m_out.graph.nodes.push_back(earlier(node, runs.at(i)));
        m_out.graph.nodes.push_back(node);
        GraphNode &last = m_out.graph.nodes.back();
        last.position.reset(); // there are more nodes than the author made room for
        if (runs.size() > 1)
            last.title = titleOf(node, runs.constLast());
    }

    static QString titleOf(const GraphNode &node, const StepRun &run)
    {
        //: a member, the number of its iteration
        return GraphWords::tr("%1, time %2").arg(node.title).arg(run.iteration);
    }

    GraphNode earlier(const GraphNode &node, const StepRun &run)
    {
        GraphNode made = node;
        made.agent = earlierId(node.agent, run);
        m_out.aliases.insert(made.agent, node.agent);
        made.title = titleOf(node, run);
        made.body = oneLine(run.result);
        made.footer = footerOf(run);
        made.live = false;
        made.status = run.status;
        made.look = Theme::look(run.status);
        made.position.reset();
        return made;
    }

    /// The number of the run of `from` whose result the run of a later step got: the last that had
    /// ended by then; the first when none had.
    [[nodiscard]] int producer(int from, const StepRun &consumer) const
    {
        const QList<StepRun> &runs = m_runs[at(from)];
        int found = 0;
        for (int i = 0; i < runs.size(); ++i) {
            const bool ended = runs.at(i).lastSeq > 0 && runs.at(i).lastSeq < consumer.firstSeq;
            if (ended)
                found = i;
        }
        return found;
    }

    [[nodiscard]] int lastRun(int node) const
    {
        return std::max(0, static_cast<int>(m_runs[at(node)].size()) - 1);
    }

    void addWires(const GraphWire &wire)
    {
        const QList<StepRun> &consumers = m_runs[at(wire.to)];
        if (consumers.isEmpty()) {
            join(wire, lastRun(wire.from), 0);
            return;
        }
        for (int i = 0; i < consumers.size(); ++i)
            join(wire, producer(wire.from, consumers.at(i)), i);
    }

    /// What led back leads on to the next time.
    void addFeedback(const GraphWire &wire)
    {
        const QList<StepRun> &again = m_runs[at(wire.to)];
        GraphWire onward = wire;
        onward.kind = GraphWire::Kind::Condition;
        for (int i = 1; i < again.size(); ++i)
            join(onward, producer(wire.from, again.at(i)), i);
    }

    void join(const GraphWire &wire, int fromRun, int toRun)
    {
        GraphWire made = wire;
        made.from = m_first[at(wire.from)] + fromRun;
        made.to = m_first[at(wire.to)] + toRun;
        made.route.clear();
        const GraphNode &from = m_out.graph.nodes[at(made.from)];
        if (from.status == StepStatus::Completed && toRun < lastRun(wire.to))
            made.state = GraphWire::State::Done;
        const bool led = wire.kind == GraphWire::Kind::Condition && toRun > 0;
        if (led)
            made.state = GraphWire::State::Done;
        m_out.graph.wires.push_back(std::move(made));
    }

    const GraphModel &m_plan;
    std::vector<QList<StepRun>> m_runs; ///< by node of the plan
    std::vector<int> m_first; ///< of a node of the plan: its first node here
    UnrolledGraph m_out;
};

} // namespace

AgentId nodeOfRun(const AgentId &agent, const QList<StepRun> &runs, const StepRun &run)
{
    return run == runs.constLast() ? agent : earlierId(agent, run);
}

UnrolledGraph unrolled(const GraphModel &aggregated, const StepRuns &runs)
{
    if (!runs.hasLoops() || aggregated.nodes.empty())
        return { aggregated, {} };
    return Unroller(aggregated, runs).build();
}

std::vector<int> activeWires(const GraphModel &graph)
{
    std::vector<int> active;
    for (std::size_t i = 0; i < graph.wires.size(); ++i) {
        const GraphWire &wire = graph.wires[i];
        const bool runs = graph.nodes[at(wire.to)].status == StepStatus::Running;
        if (runs && wire.state == GraphWire::State::Done && wire.kind != GraphWire::Kind::Feedback)
            active.push_back(static_cast<int>(i));
    }
    return active;
}

} // namespace renum::ui
