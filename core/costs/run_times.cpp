// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/costs/run_estimate.h"

#include <QHash>

#include <algorithm>
#include <chrono>

/// How long a run will probably take.
namespace renum {

namespace {

QHash<AgentId, std::vector<qint64>> timesByAgent(const std::vector<MeasuredStep> &history)
{
    QHash<AgentId, std::vector<qint64>> times;
    for (const MeasuredStep &step : history) {
        // A clock that was set back says nothing.
        if (step.status != StepStatus::Completed || !step.startedAt || !step.completedAt
            || *step.completedAt < *step.startedAt)
            continue;
        times[step.agent].push_back(std::chrono::duration_cast<std::chrono::milliseconds>(
            *step.completedAt - *step.startedAt)
                                        .count());
    }
    return times;
}

/// When each step ends, if all that it waits for ends first.
class Ends {
public:
    Ends(const RunEstimate &estimate, const ExecutionPlan &plan)
        : m_plan(plan)
    {
        for (const RunEstimate::Step &step : estimate.steps)
            m_times.insert(step.step, step.milliseconds);
    }

    AmountRange last()
    {
        AmountRange end;
        for (const PlanStep &step : m_plan.steps)
            end = later(end, of(step.id));
        return end;
    }

private:
    static AmountRange later(const AmountRange &a, const AmountRange &b)
    {
        return { std::max(a.low, b.low), std::max(a.likely, b.likely), std::max(a.high, b.high) };
    }

    AmountRange of(const StepId &id)
    {
        if (const auto known = m_ends.constFind(id); known != m_ends.cend())
            return *known;
        m_ends.insert(id, {}); // no plan has a circle; were there one, this would end it
        AmountRange end;
        if (const PlanStep *step = m_plan.find(id)) {
            for (const StepId &before : step->dependencies)
                end = later(end, of(before));
        }
        end.add(m_times.value(id));
        m_ends.insert(id, end);
        return end;
    }

    const ExecutionPlan &m_plan;
    QHash<StepId, AmountRange> m_times;
    QHash<StepId, AmountRange> m_ends;
};

} // namespace

int RunEstimate::withoutTime() const
{
    return int(std::ranges::count(steps, 0, &Step::timedRuns));
}

void addTimes(
    RunEstimate &estimate, const ExecutionPlan &plan, const std::vector<MeasuredStep> &history)
{
    const QHash<AgentId, std::vector<qint64>> times = timesByAgent(history);
    for (RunEstimate::Step &step : estimate.steps) {
        std::vector<qint64> known = times.value(step.agent);
        step.timedRuns = int(known.size());
        step.milliseconds = rangeOf(std::move(known));
    }
    estimate.milliseconds = Ends(estimate, plan).last();
}

} // namespace renum
