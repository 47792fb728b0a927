// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/draft_check.h"
#include "core/workflow/planner.h"
#include "core/workflow/step_references.h"

#include <QStringList>

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// One agent waits for another, because of a field of its.
struct Edge {
    size_t to = 0;
    const char *field = "";
};

class WaitGraph {
public:
    explicit WaitGraph(const DraftCheck &check)
        : m_check(check)
        , m_edges(check.members().size())
    {
        for (size_t i = 0; i < m_edges.size(); ++i)
            addEdges(i);
        if (check.isOrdered())
            addOrder();
    }

    /// Each cycle once, as positions; the first one is its lowest.
    [[nodiscard]] std::vector<std::vector<size_t>> cycles()
    {
        std::vector<std::vector<size_t>> found;
        countOpen();
        resolve(initiallyFree());
        for (size_t i = 0; i < m_edges.size(); ++i) {
            if (m_resolved[i])
                continue;
            std::vector<size_t> cycle = cycleFrom(i);
            resolve(cycle);
            std::ranges::rotate(cycle, std::ranges::min_element(cycle));
            found.push_back(std::move(cycle));
        }
        return found;
    }

    /// The field of `from` that makes it wait for `to`.
    [[nodiscard]] QString fieldOf(size_t from, size_t to) const
    {
        const auto edge = std::ranges::find(m_edges[from], to, &Edge::to);
        return QString::fromLatin1(edge->field);
    }

private:
    void addEdges(size_t i)
    {
        const WorkflowAgent &agent = m_check.members()[i];
        add(i, agent.dependencies, "/dependencies");
        if (agent.input) {
            add(i, inputAgents(*agent.input), "/input");
            add(i, templateAgents(*agent.input), "/input/template");
        }
        add(i, conditionAgents(agent.conditions, m_check.agents), "/conditions");
    }

    void add(size_t i, const std::vector<AgentId> &agents, const char *field)
    {
        for (const AgentId &agent : agents) {
            const std::optional<size_t> to = m_check.position(agent);
            if (to && *to != i && !isReportedElsewhere(i, *to, field))
                m_edges[i].push_back({ *to, field });
        }
    }

    /// Inputs from later agents are W-19's business, in a pipeline W-10's.
    [[nodiscard]] bool isReportedElsewhere(size_t from, size_t to, const char *field) const
    {
        if (!m_check.isOrdered() || qstrcmp(field, "/input") != 0)
            return false;
        const bool isFirst = m_check.ranks[from] == 0;
        return m_check.ranks[to] > m_check.ranks[from] && !(m_check.rules->chained && isFirst);
    }

    void addOrder()
    {
        const std::vector<size_t> order = memberOrder(m_check.draft.workflow);
        for (size_t k = 1; k < order.size(); ++k)
            m_edges[order[k]].push_back({ order[k - 1], "/execution_order" });
    }

    void countOpen()
    {
        m_open.assign(m_edges.size(), 0);
        m_resolved.assign(m_edges.size(), false);
        m_dependents.assign(m_edges.size(), {});
        for (size_t i = 0; i < m_edges.size(); ++i) {
            m_open[i] = m_edges[i].size();
            for (const Edge &edge : m_edges[i])
                m_dependents[edge.to].push_back(i);
        }
    }

    [[nodiscard]] std::vector<size_t> initiallyFree() const
    {
        std::vector<size_t> free;
        for (size_t i = 0; i < m_open.size(); ++i) {
            if (m_open[i] == 0)
                free.push_back(i);
        }
        return free;
    }

    /// Takes agents out, and then all that only waited for those.
    void resolve(std::vector<size_t> ready)
    {
        for (const size_t i : ready)
            m_resolved[i] = true;
        while (!ready.empty()) {
            const size_t i = ready.back();
            ready.pop_back();
            for (const size_t dependent : m_dependents[i]) {
                if (--m_open[dependent] == 0 && !m_resolved[dependent]) {
                    m_resolved[dependent] = true;
                    ready.push_back(dependent);
                }
            }
        }
    }

    /// Follows unresolved waits until they come back. Every unresolved agent has one.
    [[nodiscard]] std::vector<size_t> cycleFrom(size_t start) const
    {
        std::vector<size_t> path;
        std::vector<bool> onPath(m_edges.size(), false);
        size_t at = start;
        while (!onPath[at]) {
            onPath[at] = true;
            path.push_back(at);
            at = std::ranges::find_if(m_edges[at], [this](const Edge &edge) {
                return !m_resolved[edge.to];
            })->to;
        }
        path.erase(path.begin(), std::ranges::find(path, at));
        return path;
    }

    const DraftCheck &m_check;
    std::vector<std::vector<Edge>> m_edges;
    std::vector<std::vector<size_t>> m_dependents;
    std::vector<size_t> m_open;
    std::vector<bool> m_resolved;
};

} // namespace

void checkCycles(const DraftCheck &check)
{
    WaitGraph graph(check);
    for (const std::vector<size_t> &cycle : graph.cycles()) {
        QStringList names;
        for (const size_t i : cycle)
            names.append(check.members()[i].agentId.toString());
        names.append(names.first());
        const QString text = names.join(u" → "_s);
        check.report.error(u"W-16"_s,
            memberPath(cycle.front(), graph.fieldOf(cycle.front(), cycle[1 % cycle.size()])),
            u"These agents wait for each other: %1. Remove one of the references."_s.arg(text),
            { { u"cycle"_s, text },
                { u"other_id"_s, check.members()[cycle[1 % cycle.size()]].agentId.toString() } });
    }
}

} // namespace renum
