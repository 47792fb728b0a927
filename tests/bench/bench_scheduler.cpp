// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What planning and scheduling cost in memory, with agents that answer at once: chains (each step
// gets the result of the one before) and fans (all side by side) of 10, 100 and 1,000 steps.
//   plan       from the team to its plan
//   schedule   from the plan to the end: conditions, inputs, prompts with the team's context,
//              consolidation, the final result
// Goal: scheduling takes at most 15 µs a step, and a step among 1,000 at most 1.5 times what one
// among 10 takes. `prompt_floor` is the time in which the prompts of that many steps can be written
// once: what an agent is told grows with the team until the context's part is full. Everything
// takes turns; every figure is a median. Prints one JSON object.

#include "bench_figures.h"
#include "core/workflow/planner.h"
#include "core/workflow/scheduler.h"

#include <deque>
#include <map>
#include <string>
#include <variant>

using namespace renum;
using namespace renum::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 15;
constexpr int StepsInRound = 2000; ///< small teams run again and again until they have as many
constexpr double GoalMicroseconds = 15;
constexpr double GoalGrowth = 1.5;

enum class Shape { Chain, Fan };

TeamDraft teamOf(Shape shape, int steps)
{
    TeamDraft draft;
    draft.name = u"Bench"_s;
    draft.workflow.type = shape == Shape::Chain ? WorkflowType::Sequential : WorkflowType::Parallel;
    for (int i = 0; i < steps; ++i) {
        WorkflowAgent agent;
        agent.agentId = AgentId(u"agent-%1"_s.arg(i));
        agent.executionOrder = i + 1;
        agent.input = InputSpec();
        agent.input->sources = { InputSource {} };
        if (shape == Shape::Chain && i > 0) {
            agent.input->sources
                = { { InputSource::Kind::AgentResult, AgentId(u"agent-%1"_s.arg(i - 1)), {} } };
        }
        draft.workflow.agents.push_back(agent);
    }
    return draft;
}

SchedulerState stateOf(const ExecutionPlan &plan)
{
    const QString prompt = u"Write about electric bicycles."_s;
    return initialState(plan, prompt,
        contextSeeds(ExecutionId(u"00000000-0000-4000-8000-000000000001"_s),
            TeamId(u"11111111-0000-4000-8000-000000000000"_s), prompt, plan.strategy),
        {});
}

/// Plays the engine in no time: what is started succeeds.
class Player {
public:
    explicit Player(const ExecutionPlan &plan)
        : m_state(stateOf(plan))
    {
        m_output.result = u"Electric bicycles are popular in every town with hills."_s;
    }

    void run()
    {
        feed(ExecutionBegan {});
        while (!m_working.empty()) {
            const StepId step = m_working.front();
            m_working.pop_front();
            feed(AttemptSucceeded { step, m_output });
        }
        if (m_state.status != ExecutionStatus::Completed)
            fail(u"The team did not complete."_s);
    }
    [[nodiscard]] std::size_t promptBytes() const { return m_promptBytes; }

private:
    void feed(const SchedulerEvent &event)
    {
        for (const SchedulerCommand &command : advance(m_state, event)) {
            if (const auto *start = std::get_if<StartStep>(&command)) {
                m_promptBytes += std::size_t(start->prompt.size()) * sizeof(QChar);
                m_working.push_back(start->step);
            }
        }
    }

    SchedulerState m_state;
    StepOutput m_output;
    std::deque<StepId> m_working;
    std::size_t m_promptBytes = 0;
};

/// Writes as many bytes as the prompts of one step have on average.
void writeBytes(std::size_t bytes)
{
    const QString text(qsizetype(bytes / sizeof(QChar)), u'x');
    asm volatile("" : : "r"(text.constData()) : "memory"); // not optimised away
}

struct Figures {
    std::vector<double> plan;
    std::vector<double> schedule;
    std::vector<double> promptFloor;
};

void measure(Figures &figures, Shape shape, int steps)
{
    const TeamDraft team = teamOf(shape, steps);
    const ExecutionPlan plan = planExecution(team);
    const int times = StepsInRound / steps;
    const double perStep = 1e6 / (double(times) * steps);
    std::size_t promptBytes = 0;
    figures.plan.push_back(perStep * secondsOf([&] {
        for (int i = 0; i < times; ++i) {
            if (planExecution(team).steps.size() != std::size_t(steps))
                fail(u"The plan lacks steps."_s);
        }
    }));
    figures.schedule.push_back(perStep * secondsOf([&] {
        for (int i = 0; i < times; ++i) {
            Player player(plan);
            player.run();
            promptBytes = player.promptBytes();
        }
    }));
    figures.promptFloor.push_back(1e6 / StepsInRound * secondsOf([&] {
        for (int i = 0; i < StepsInRound; ++i)
            writeBytes(promptBytes / std::size_t(steps));
    }));
}

Json reportOn(const std::map<int, Figures> &sizes)
{
    Json report = Json::object();
    for (const auto &[steps, figures] : sizes) {
        report[std::to_string(steps) + "_steps"] = { { "plan_us", rounded(median(figures.plan)) },
            { "schedule_us", rounded(median(figures.schedule)) },
            { "prompt_floor_us", rounded(median(figures.promptFloor)) },
            { "goal_us_at_most", GoalMicroseconds } };
    }
    std::vector<double> growth;
    const Figures &small = sizes.begin()->second;
    const Figures &large = sizes.rbegin()->second;
    for (std::size_t i = 0; i < small.schedule.size(); ++i)
        growth.push_back(large.schedule[i] / small.schedule[i]);
    report["growth"] = { { "ratio", rounded(median(growth)) }, { "goal_at_most", GoalGrowth } };
    return report;
}

} // namespace

int main()
{
    std::map<Shape, std::map<int, Figures>> figures;
    for (int round = 0; round < Rounds; ++round) {
        for (const Shape shape : { Shape::Chain, Shape::Fan }) {
            for (const int steps : { 10, 100, 1000 })
                measure(figures[shape][steps], shape, steps);
        }
    }
    print({ { "benchmark", "scheduler" }, { "rounds", Rounds },
        { "chain", reportOn(figures[Shape::Chain]) }, { "fan", reportOn(figures[Shape::Fan]) } });
    return 0;
}
