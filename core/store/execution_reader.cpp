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

// Iterations of feedback, `agent#2`, share the row of `agent` (contract §3.9).
QHash<QString, SeqRange>::const_iterator rangeOf(
    const QHash<QString, SeqRange> &ranges, const QString &step)
{
    const auto own = ranges.constFind(step);
    return own != ranges.cend() ? own : ranges.constFind(step.section(u'#', 0, -2));
}

ExecutionRef refOf(const ExecutionRow &row)
{
    return { row.key, row.execution.id, row.execution.teamId };
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
        step.waiting = live->waiting;
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

Result<ExecutionRow> ExecutionReader::read(const ExecutionId &id)
{
    Result<ExecutionRow> row = m_executions->find(id);
    if (!row)
        return row;
    const Result<std::vector<StepRow>> steps = m_steps->rows(row->key);
    if (!steps)
        return steps.error();
    for (const StepRow &step : *steps)
        row->execution.steps.push_back(step.record);
    if (const Result<void> plan = readPlan(*row); !plan)
        return plan.error();
    if (const Result<void> live = readLiveOutput(*steps, *row); !live)
        return live.error();
    return row;
}

Result<void> ExecutionReader::readPlan(ExecutionRow &row)
{
    if (!row.planSeq)
        return {};
    const Result<ExecutionEvents> event = m_events->single(refOf(row), *row.planSeq);
    if (!event)
        return event.error();
    const Json *json = event->isEmpty() ? nullptr : memberAt(event->first().data, "plan");
    if (!json)
        return {};
    Result<ExecutionPlan> plan = planFromJson(*json);
    if (plan)
        row.execution.plan = *std::move(plan);
    return {};
}

Result<void> ExecutionReader::readLiveOutput(const std::vector<StepRow> &steps, ExecutionRow &row)
{
    const QHash<QString, SeqRange> ranges = rangesByStep(steps);
    ExecutionProjection projection(scratchOf(steps));
    for (const SeqRange &range : mergedRanges(steps)) {
        const Result<ExecutionEvents> events
            = m_events->stepEvents(refOf(row), range.first, range.last);
        if (!events)
            return events.error();
        for (const ExecutionEvent &event : *events) {
            const auto of = rangeOf(ranges, stringAt(event.data, "step_id").value_or(QString()));
            if (of != ranges.cend() && event.seq >= of->first && event.seq <= of->last)
                projection.apply(event);
        }
    }
    takeLiveOutput(projection.execution(), row.execution);
    return {};
}

} // namespace renum
