// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a key costs that a person types into a team of 1,000 steps: validating the whole draft, and
// the lint, for the four strategies. Goal: validating takes at most 5 ms. `copy` is the time in
// which the draft is copied once, which every check begins with; `json` the time in which its JSON
// is written once. Everything takes turns; every figure is a median of processor milliseconds.
// Prints one JSON object.

#include "bench_figures.h"
#include "core/model/team.h"
#include "core/model/workflow_codec.h"
#include "core/workflow/editing/strategy_conversion.h"
#include "core/workflow/editing/team_lint.h"
#include "core/workflow/validation.h"

#include <functional>

using namespace renum;
using namespace renum::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 41;
constexpr int Steps = 1000;
constexpr double GoalMilliseconds = 5;

/// As the builder makes it: names, roles, instructions, places on the canvas.
WorkflowAgent memberOf(int i)
{
    WorkflowAgent agent;
    agent.agentId = AgentId(u"agent-%1"_s.arg(i));
    agent.name = u"Agent number %1"_s.arg(i);
    agent.role = u"member"_s;
    agent.executionOrder = i + 1;
    agent.position = CanvasPosition { 240.0 * i, 20.0 * (i % 7) };
    agent.config.instructions = u"Read what you get, and say in one sentence what matters."_s;
    agent.input = InputSpec();
    agent.input->sources = { InputSource {} };
    if (i > 0) {
        agent.input->sources
            = { { InputSource::Kind::AgentResult, AgentId(u"agent-%1"_s.arg(i - 1)), {} } };
    }
    return agent;
}

TeamDraft teamOf(WorkflowType type)
{
    TeamDraft draft;
    draft.name = u"Bench"_s;
    for (int i = 0; i < Steps; ++i)
        draft.workflow.agents.push_back(memberOf(i));
    return convertStrategy(draft, type).draft;
}

double medianMilliseconds(const std::function<void()> &work)
{
    std::vector<double> times;
    for (int round = 0; round < Rounds; ++round) {
        const double begin = processorSeconds();
        work();
        times.push_back(1000 * (processorSeconds() - begin));
    }
    return rounded(median(std::move(times)));
}

Json figuresOf(const TeamDraft &draft)
{
    const ValidationLimits limits { Steps, 4 * 1024 * 1024 };
    const Validation once = validateTeam(draft, limits);
    if (!once.valid())
        fail(u"The team is not valid: "_s + once.problems.constFirst().message);
    const double validation
        = medianMilliseconds([&] { static_cast<void>(validateTeam(draft, limits)); });
    Json figures = Json::object();
    figures["validate_ms"] = validation;
    figures["lint_ms"] = medianMilliseconds([&] { static_cast<void>(lintTeam(draft)); });
    figures["copy_ms"] = medianMilliseconds([&] { const TeamDraft copy = draft; });
    figures["json_ms"]
        = medianMilliseconds([&] { static_cast<void>(canonicalJson(toJson(draft.workflow))); });
    figures["reached"] = validation <= GoalMilliseconds;
    return figures;
}

} // namespace

int main()
{
    Json report = Json::object();
    report["goal_ms"] = GoalMilliseconds;
    for (const WorkflowType type : { WorkflowType::Sequential, WorkflowType::Parallel,
             WorkflowType::Pipeline, WorkflowType::Conditional })
        report[toString(type).toStdString()] = figuresOf(teamOf(type));
    print(report);
    return 0;
}
