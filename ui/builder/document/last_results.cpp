// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/document/last_results.h"

#include <QPointer>

#include <ranges>

namespace renum::ui {

namespace {

constexpr int MostRuns = 5;

void addResults(LastResults &last, const Execution &execution)
{
    // Of a step that ran several times the latest counts.
    for (const StepRecord &step : execution.steps | std::views::reverse) {
        const bool isNew = step.status == StepStatus::Completed && step.output
            && !last.members.contains(step.agentId);
        if (isNew)
            last.members.insert(step.agentId, { *step.output, step.completedAt, false });
    }
}

} // namespace

QCoro::Task<Result<LastResults>> readLastResults(
    Workspace *workspace, TeamId team, std::stop_token stop)
{
    const QPointer<Workspace> there(workspace);
    ExecutionQuery query;
    query.team = team;
    query.statuses
        = { ExecutionStatus::Completed, ExecutionStatus::Failed, ExecutionStatus::Cancelled };
    query.page.limit = MostRuns;
    const Result<Page<Execution>> runs = co_await workspace->executions(query, stop);
    if (!runs)
        co_return runs.error();
    LastResults last;
    for (const Execution &run : runs->items) {
        const bool isFirst = last.prompt.isEmpty();
        if (!isFirst && run.initialPrompt != last.prompt)
            continue;
        if (!there)
            break;
        const Result<Execution> execution = co_await workspace->execution(run.id, stop);
        if (!execution)
            co_return execution.error();
        last.prompt = execution->initialPrompt;
        addResults(last, *execution);
    }
    co_return last;
}

} // namespace renum::ui
