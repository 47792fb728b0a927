// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/scenario.h"

#include "tests/simulation/random_team.h"
#include "tests/simulation/random_wish.h"

#include <cstdint>

namespace renum::test {

using namespace Qt::StringLiterals;

using namespace std::chrono_literals;

Scenario::Scenario(quint64 number, int maxMembers)
    : seed(number)
{
    Dice dice(number * 2654435761U + 1);
    rates = FaultRates::random(dice);
    const int executions = dice.oneIn(4) ? 2 : 1;
    int members = 0;
    for (int i = 0; i < executions; ++i) {
        starts.push_back({ randomRequest(dice, maxMembers), dice.spread(1ms, 5s) });
        members += static_cast<int>(starts.back().request.team.workflow.agents.size());
    }
    if (dice.oneIn(12)) {
        capabilities.listsRuns = false;
        capabilities.threadBeforeStart = dice.oneIn(2);
    }
    const int deaths = dice.oneIn(2) ? 0 : dice.between(1, 3);
    for (int i = 0; i < deaths; ++i) {
        const auto instants = static_cast<quint64>(20 + members * 40);
        crashes.push_back({ 1 + dice.below(instants), dice.spread(10ms, 1h) });
    }
    if (dice.oneIn(5)) {
        jumps.push_back({ dice.spread(1s, 200s), dice.spread(1s, 2h), dice.oneIn(2) });
        if (!jumps.back().asleep && dice.oneIn(2))
            jumps.back().by = -jumps.back().by;
    }
    if (dice.oneIn(5))
        stopAfter = dice.spread(1ms, 200s);
    if (dice.oneIn(8))
        storeFailsFrom = dice.between(1, 10 + members * 12);
    slowStore = dice.oneIn(2);
    worldSeed = dice.below(UINT64_MAX);
    talkative = dice.oneIn(2) ? 0 : dice.between(100, 700);
    if (dice.oneIn(2))
        letMeddle(dice);
    keepSomeResults(dice);
    setBudget(dice.part());
}

// Last: the other worlds stay as they were.
void Scenario::letMeddle(Dice &dice)
{
    const int count = dice.between(1, 12);
    for (int i = 0; i < count; ++i)
        interventions.push_back(dice.spread(1ms, 300s));
    for (Start &start : starts) {
        ExecutionConfig &config = start.request.config;
        if (dice.oneIn(2))
            config.breakpoints = randomBreakpoints(dice, start.request.team.workflow);
        if (dice.oneIn(2))
            config.cap = randomCap(dice);
    }
}

void Scenario::keepSomeResults(Dice &dice)
{
    for (Start &start : starts) {
        Dice own = dice.part();
        if (!own.oneIn(4))
            continue;
        for (const WorkflowAgent &member : start.request.team.workflow.agents) {
            if (own.oneIn(3)) {
                start.request.config.pinned.insert(
                    member.agentId, readStepOutput(randomAnswer(own)));
            }
        }
    }
}

void Scenario::setBudget(Dice dice)
{
    if (!dice.oneIn(3))
        return;
    Budget set;
    set.id = BudgetId(u"budget"_s);
    set.name = u"Budget"_s;
    set.period = Budget::Period::Month;
    if (dice.oneIn(3))
        set.tokens = dice.between(1, 100'000);
    else
        set.calls = dice.between(1, 20);
    set.action = dice.oneIn(3) ? SpendingCap::Action(dice.below(3)) : SpendingCap::Action::Pause;
    budget = set;
}

} // namespace renum::test
