// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/member_waves.h"

#include "core/workflow/editing/member_references.h"
#include "core/workflow/planner.h"
#include "core/workflow/strategy_rules.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace renum {

namespace {

using Places = std::vector<std::size_t>;

/// Who waits for whom, by places in the order.
struct Waits {
    std::vector<Places> consumers;
    std::vector<int> open;

    void add(std::size_t producer, std::size_t consumer)
    {
        consumers[producer].push_back(consumer);
        ++open[consumer];
    }
};

Waits waitsOf(const WorkflowDefinition &workflow, const Places &order)
{
    Waits waits { std::vector<Places>(order.size()), std::vector<int>(order.size(), 0) };
    QHash<AgentId, std::size_t> placeOf;
    for (std::size_t place = 0; place < order.size(); ++place)
        placeOf.insert(workflow.agents[order[place]].agentId, place);
    const QSet<AgentId> known = memberIds(workflow);
    const bool ordered = strategyRules(workflow.type).ordered;
    for (std::size_t place = 0; place < order.size(); ++place) {
        if (ordered && place > 0)
            waits.add(place - 1, place);
        for (const AgentId &producer : producersOf(workflow.agents[order[place]], known)) {
            const auto found = placeOf.constFind(producer);
            if (found != placeOf.cend() && *found != place)
                waits.add(*found, place);
        }
    }
    return waits;
}

} // namespace

std::vector<std::vector<std::size_t>> memberWaves(const WorkflowDefinition &workflow)
{
    const Places order = memberOrder(workflow);
    Waits waits = waitsOf(workflow, order);
    std::vector<Places> waves;
    std::vector<bool> placed(order.size(), false);
    Places level;
    const auto close = [&] {
        std::ranges::sort(level);
        for (std::size_t &place : level) {
            placed[place] = true;
            place = order[place];
        }
        waves.push_back(std::exchange(level, {}));
    };
    for (std::size_t place = 0; place < order.size(); ++place) {
        if (waits.open[place] == 0)
            level.push_back(place);
    }
    while (!level.empty()) {
        Places next;
        for (const std::size_t place : level) {
            for (const std::size_t consumer : waits.consumers[place]) {
                if (--waits.open[consumer] == 0)
                    next.push_back(consumer);
            }
        }
        close();
        level = std::move(next);
    }
    for (std::size_t place = 0; place < order.size(); ++place) {
        if (!placed[place])
            level.push_back(place);
    }
    if (!level.empty())
        close();
    return waves;
}

} // namespace renum
