// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/execution_reader.h"

#include "core/model/execution_projection.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace renum {

namespace {

struct SeqRange {
    qint64 first = 0;
    qint64 last = 0;
};

bool isUnfinished(const StepRow &row)
{
    return row.attemptSeq && row.record.status != StepStatus::Completed;
}

SeqRange rangeOf(const StepRow &row)
{
    return { *row.attemptSeq, row.endSeq.value_or(std::numeric_limits<qint64>::max()) };
}

// Attempts that ran at the same time share a range, so that no event is read twice.
std::vector<SeqRange> mergedRanges(const std::vector<StepRow> &rows)
{
    std::vector<SeqRange> ranges;
    for (const StepRow &row : rows) {
        if (isUnfinished(row))
            ranges.push_back(rangeOf(row));
    }
    std::ranges::sort(ranges, {}, &SeqRange::first);
    std::vector<SeqRange> merged;
    for (const SeqRange &range : ranges) {
        if (!merged.empty() && range.first <= merged.back().last)
            merged.back().last = std::max(merged.back().last, range.last);
        else
            merged.push_back(range);
    }
    return merged;
}

// A stand-in that holds only the unfinished steps, as they were before their current attempt.
Execution scratchOf(const std::vector<StepRow> &rows)
{
    Execution scratch;
    for (const StepRow &row : rows) {
        if (!isUnfinished(row))
            continue;
        StepRecord step;
        step.id = row.record.id;
        scratch.steps.push_back(step);
    }
    return scratch;
}

QHash<QString, SeqRange> rangesByStep(const std::vector<StepRow> &rows)
{
    QHash<QString, SeqRange> ranges;
    for (const StepRow &row : rows) {
        if (isUnfinished(row))
            ranges.insert(row.record.id.toString(), rangeOf(row));
    }
    return ranges;
}

void takeLiveOutput(const Execution &scratch, Execution &execution)
{
    for (StepRecord &step : execution.steps) {
        const StepRecord *live = scratch.step(step.id);
        if (!live)
            continue;
        step.liveText = live->liveText;
        step.liveSegment = live->liveSegment;
        step.liveSegmentStart = live->liveSegmentStart;
        step.activity = live->activity;
    }
}

} // namespace

ExecutionReader::ExecutionReader(
    ExecutionRepository *executions, StepRepository *steps, EventRepository *events)
    : m_executions(executions)
    , m_steps(steps)
    , m_events(events)
{
}

Result<Execution> ExecutionReader::read(const ExecutionId &id)
{
    Result<ExecutionRow> row = m_executions->find(id);
    if (!row)
        return row.error();
    const Result<std::vector<StepRow>> steps = m_steps->rows(id);
    if (!steps)
        return steps.error();
    Execution execution = std::move(row->execution);
    for (const StepRow &step : *steps)
        execution.steps.push_back(step.record);
    if (const Result<void> plan = readPlan(*row, execution); !plan)
        return plan.error();
    if (const Result<void> live = readLiveOutput(*steps, execution); !live)
        return live.error();
    return execution;
}

Result<void> ExecutionReader::readPlan(const ExecutionRow &row, Execution &execution)
{
    if (!row.planSeq)
        return {};
    const Result<ExecutionEvents> event = m_events->single(execution.id, *row.planSeq);
    if (!event)
        return event.error();
    const Json *json = event->isEmpty() ? nullptr : memberAt(event->first().data, "plan");
    if (!json)
        return {};
    Result<ExecutionPlan> plan = planFromJson(*json);
    if (plan)
        execution.plan = *std::move(plan);
    return {};
}

Result<void> ExecutionReader::readLiveOutput(const std::vector<StepRow> &rows, Execution &execution)
{
    const QHash<QString, SeqRange> ranges = rangesByStep(rows);
    ExecutionProjection projection(scratchOf(rows));
    for (const SeqRange &range : mergedRanges(rows)) {
        const Result<ExecutionEvents> events
            = m_events->stepEvents(execution.id, range.first, range.last);
        if (!events)
            return events.error();
        for (const ExecutionEvent &event : *events) {
            const auto of = ranges.constFind(stringAt(event.data, "step_id").value_or(QString()));
            if (of != ranges.cend() && event.seq >= of->first && event.seq <= of->last)
                projection.apply(event);
        }
    }
    takeLiveOutput(projection.execution(), execution);
    return {};
}

} // namespace renum
