// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/costs/metrics.h"

#include <algorithm>
#include <numeric>

/// How the time of one execution went (contract §1.6.2).
namespace renum {

namespace {

double secondsOf(const StepRecord &step)
{
    if (!step.startedAt || !step.completedAt)
        return 0;
    return std::max(
        std::chrono::duration<double>(*step.completedAt - *step.startedAt).count(), 0.0);
}

std::optional<double> between(
    const std::optional<Timestamp> &from, const std::optional<Timestamp> &to)
{
    if (!from || !to)
        return std::nullopt;
    return std::chrono::duration<double>(*to - *from).count();
}

/// What a step that ran had to wait for, and that ran too.
std::vector<const StepRecord *> blockersOf(const Execution &execution, const StepRecord &step)
{
    std::vector<const StepRecord *> blockers;
    const PlanStep *planned = execution.plan ? execution.plan->find(step.id) : nullptr;
    if (!planned)
        return blockers;
    for (const StepId &id : planned->dependencies) {
        const StepRecord *before = execution.step(id);
        if (before && before->startedAt && before->completedAt)
            blockers.push_back(before);
    }
    return blockers;
}

/// When it could have started.
std::optional<Timestamp> readyAt(const Execution &execution, const StepRecord &step)
{
    std::optional<Timestamp> ready;
    for (const StepRecord *before : blockersOf(execution, step))
        ready = ready ? std::max(*ready, *before->completedAt) : before->completedAt;
    return ready ? ready : execution.startedAt;
}

/// The longest chain by duration that ends with each step, and the step before it there. Steps are
/// by order, and dependencies come before what depends on them, so one pass back does.
std::vector<AgentId> criticalPath(const Execution &execution)
{
    struct Chain {
        double seconds = 0;
        const StepRecord *before = nullptr;
    };
    std::map<StepId, Chain> chains;
    const StepRecord *last = nullptr;
    std::vector<const StepRecord *> steps;
    for (const StepRecord &step : execution.steps) {
        if (step.startedAt && step.completedAt)
            steps.push_back(&step);
    }
    std::ranges::stable_sort(steps, {}, [](const StepRecord *step) { return *step->completedAt; });
    for (const StepRecord *step : steps) {
        Chain chain;
        for (const StepRecord *before : blockersOf(execution, *step)) {
            const auto known = chains.find(before->id);
            if (known != chains.end() && known->second.seconds >= chain.seconds)
                chain = { known->second.seconds, before };
        }
        chain.seconds += secondsOf(*step);
        if (!last || chain.seconds > chains[last->id].seconds)
            last = step;
        chains[step->id] = chain;
    }
    std::vector<AgentId> path;
    for (const StepRecord *step = last; step; step = chains[step->id].before)
        path.insert(path.begin(), step->agentId);
    return path;
}

int errorsOf(const Execution &execution)
{
    int errors = 0;
    bool stepFailed = false;
    for (const StepRecord &step : execution.steps) {
        errors += std::max(step.attempts - 1, 0) + (step.status == StepStatus::Failed ? 1 : 0);
        stepFailed = stepFailed || step.status == StepStatus::Failed;
    }
    return errors + (execution.status == ExecutionStatus::Failed && !stepFailed ? 1 : 0);
}

} // namespace

ExecutionPerformance performanceOf(const Execution &execution, int messages)
{
    ExecutionPerformance performance;
    performance.execution = execution.id;
    performance.status = execution.status;
    performance.totalDuration = between(execution.startedAt, execution.completedAt);
    performance.queueTime = between(execution.createdAt, execution.startedAt);
    double work = 0;
    for (const StepRecord &step : execution.steps) {
        StepFigures figures { step.id, step.agentId, step.order, step.status };
        figures.attempts = step.attempts;
        figures.usage = step.usage;
        figures.duration = secondsOf(step);
        if (const auto wait = between(readyAt(execution, step), step.startedAt))
            figures.wait = std::max(*wait, 0.0);
        if (!blockersOf(execution, step).empty())
            performance.coordinationOverhead += figures.wait;
        work += figures.duration;
        performance.steps.push_back(std::move(figures));
    }
    performance.criticalPath = criticalPath(execution);
    if (performance.totalDuration && *performance.totalDuration > 0)
        performance.parallelism = work / *performance.totalDuration;
    performance.messageCount = messages;
    performance.contextUpdates = std::max(execution.contextVersion - 1, 0);
    performance.errorCount = errorsOf(execution);
    performance.estimatedDuration = execution.plan ? execution.plan->estimatedDurationSeconds : 0;
    performance.usage = execution.usage;
    return performance;
}

} // namespace renum
