// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/random_wish.h"

#include "tests/simulation/random_team.h"

#include <array>

namespace renum::test {

using namespace Qt::StringLiterals;

namespace {

const QString By = u"a person"_s;

AgentId randomMember(Dice &dice, const WorkflowDefinition &workflow)
{
    if (dice.oneIn(20))
        return AgentId(u"ghost"_s);
    return workflow.agents[dice.below(workflow.agents.size())].agentId;
}

std::optional<StepOutput> randomResult(Dice &dice)
{
    if (dice.oneIn(3))
        return std::nullopt;
    return readStepOutput(randomAnswer(dice));
}

Condition randomCondition(Dice &dice, const AgentId &member)
{
    Condition condition;
    condition.field = u"agent_%1_result.data"_s.arg(member.toString());
    condition.op = dice.oneIn(2) ? u"exists"_s : u"not_exists"_s;
    return condition;
}

} // namespace

Breakpoints randomBreakpoints(Dice &dice, const WorkflowDefinition &workflow)
{
    Breakpoints breakpoints;
    const int count = dice.between(0, 3);
    for (int i = 0; i < count; ++i) {
        Breakpoint breakpoint;
        breakpoint.agent = workflow.agents[dice.below(workflow.agents.size())].agentId;
        if (dice.oneIn(2))
            breakpoint.place = Breakpoint::Place::After;
        breakpoint.enabled = !dice.oneIn(4);
        if (dice.oneIn(3))
            breakpoint.condition = randomCondition(dice, breakpoint.agent);
        breakpoints.push_back(breakpoint);
    }
    return breakpoints;
}

SpendingCap randomCap(Dice &dice)
{
    SpendingCap cap;
    if (dice.oneIn(2))
        cap.calls = dice.between(1, 12);
    if (dice.oneIn(3))
        cap.tokens = dice.between(1, 5'000);
    // To be paused is what most is to be seen of.
    cap.action = dice.oneIn(5) ? SpendingCap::Action(dice.below(3)) : SpendingCap::Action::Pause;
    return cap;
}

Wish goOnWish(Dice &dice, const ExecutionId &id, bool atCap)
{
    if (atCap)
        return { u"lifts the limit"_s,
            [id](Orchestrator &engine) { return engine.setCap(id, {}, By); } };
    if (dice.oneIn(3))
        return { u"goes on to the next step"_s,
            [id](Orchestrator &engine) { return engine.goOnToNext(id, By); } };
    return { u"goes on"_s, [id](Orchestrator &engine) { return engine.goOn(id, By); } };
}

Wish randomWish(Dice &dice, const ExecutionId &id, const WorkflowDefinition &workflow)
{
    const AgentId member = randomMember(dice, workflow);
    const StepId step(member.toString());
    switch (dice.below(8)) {
    case 0:
    case 1: {
        const std::optional<StepOutput> result = randomResult(dice);
        return { u"gives a result for %1"_s.arg(step.toString()),
            [=](Orchestrator &engine) { return engine.giveResult(id, step, result, By); } };
    }
    case 2:
        return { u"repeats %1"_s.arg(step.toString()),
            [=](Orchestrator &engine) { return engine.repeatStep(id, step, By); } };
    case 3: {
        const Breakpoints breakpoints = randomBreakpoints(dice, workflow);
        return { u"sets %1 breakpoints"_s.arg(breakpoints.size()),
            [=](Orchestrator &engine) { return engine.setBreakpoints(id, breakpoints, By); } };
    }
    case 4: {
        const SpendingCap cap = randomCap(dice);
        return { u"sets a limit"_s,
            [=](Orchestrator &engine) { return engine.setCap(id, cap, By); } };
    }
    case 5:
        return { u"tells %1 something"_s.arg(member.toString()),
            [=](Orchestrator &engine) { return engine.tellAgent(id, member, u"Hello"_s, By); } };
    case 6:
        return { u"goes on to the next step"_s,
            [=](Orchestrator &engine) { return engine.goOnToNext(id, By); } };
    default:
        return { u"pauses"_s, [=](Orchestrator &engine) { return engine.pause(id, By); } };
    }
}

} // namespace renum::test
