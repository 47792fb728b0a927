// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/plan_schedule.h"

#include "core/workflow/strategy_rules.h"

#include <QHash>
#include <queue>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace renum {

namespace {

constexpr double DefaultStepSeconds = 30;
/// Of a conditional team's agents some are not needed: seven in ten, in whole numbers because 0.7
/// is none that a computer has.
constexpr double ConditionalTenths = 7;

double stepSeconds(const PlanStep &step, const DurationHistory &history)
{
    const double seconds = history.value(step.agentId, DefaultStepSeconds);
    return std::isfinite(seconds) && seconds > 0 ? seconds : DefaultStepSeconds;
}

/// How long a wave takes when at most `places` of its steps run at once, started in order.
double waveSeconds(const std::vector<double> &steps, size_t places)
{
    std::priority_queue<double, std::vector<double>, std::greater<>> busyUntil;
    double end = 0;
    for (const double seconds : steps) {
        double start = 0;
        if (busyUntil.size() == places) {
            start = busyUntil.top();
            busyUntil.pop();
        }
        busyUntil.push(start + seconds);
        end = std::max(end, start + seconds);
    }
    return end;
}

/// Steps by position, with what waits for each.
struct Graph {
    std::vector<std::vector<size_t>> dependents;
    std::vector<int> open; ///< dependencies that have no level yet
};

Graph activeGraph(const ExecutionPlan &plan)
{
    QHash<StepId, size_t> active;
    for (size_t i = 0; i < plan.steps.size(); ++i) {
        if (plan.steps[i].isActive)
            active.insert(plan.steps[i].id, i);
    }
    Graph graph { std::vector<std::vector<size_t>>(plan.steps.size()),
        std::vector<int>(plan.steps.size(), 0) };
    for (const auto &[id, position] : active.asKeyValueRange()) {
        for (const StepId &dependency : plan.steps[position].dependencies) {
            const auto producer = active.constFind(dependency);
            if (producer == active.cend())
                continue;
            graph.dependents[*producer].push_back(position);
            ++graph.open[position];
        }
    }
    return graph;
}

std::vector<StepId> idsOf(const ExecutionPlan &plan, std::vector<size_t> positions)
{
    std::ranges::sort(positions);
    std::vector<StepId> ids;
    for (const size_t position : positions)
        ids.push_back(plan.steps[position].id);
    return ids;
}

} // namespace

std::vector<std::vector<StepId>> planWaves(const ExecutionPlan &plan)
{
    Graph graph = activeGraph(plan);
    std::vector<bool> placed(plan.steps.size(), false);
    std::vector<size_t> level;
    for (size_t i = 0; i < plan.steps.size(); ++i) {
        placed[i] = !plan.steps[i].isActive;
        if (!placed[i] && graph.open[i] == 0)
            level.push_back(i);
    }
    std::vector<std::vector<StepId>> waves;
    while (!level.empty()) {
        std::vector<size_t> next;
        for (const size_t position : level) {
            placed[position] = true;
            for (const size_t dependent : graph.dependents[position]) {
                if (--graph.open[dependent] == 0)
                    next.push_back(dependent);
            }
        }
        waves.push_back(idsOf(plan, std::move(level)));
        level = std::move(next);
    }
    for (size_t i = 0; i < placed.size(); ++i) {
        if (!placed[i])
            level.push_back(i);
    }
    if (!level.empty())
        waves.push_back(idsOf(plan, std::move(level)));
    return waves;
}

int estimateSeconds(const ExecutionPlan &plan, const DurationHistory &history)
{
    QHash<StepId, double> secondsOf;
    for (const PlanStep &step : plan.steps)
        secondsOf.insert(step.id, stepSeconds(step, history));
    double total = 0;
    double sum = 0;
    for (const std::vector<StepId> &wave : plan.waves) {
        std::vector<double> steps;
        for (const StepId &id : wave)
            steps.push_back(secondsOf.value(id));
        total += waveSeconds(steps, size_t(std::max(1, plan.maxParallel)));
        sum = std::accumulate(steps.begin(), steps.end(), sum);
    }
    // Which branches a conditional team takes is not known before: a share of everything is a
    // better guess than the longest path.
    const bool share = strategyRules(plan.strategy).estimate == StrategyRules::Estimate::ShareOfSum;
    return int(std::min(share ? std::floor(sum * ConditionalTenths / 10) : std::ceil(total), 1e9));
}

} // namespace renum
