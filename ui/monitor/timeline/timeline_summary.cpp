// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/timeline/timeline_summary.h"

#include "core/workflow/critical_path.h"

#include <algorithm>

namespace renum::ui {

namespace {

/// Attempts of one step, in one iteration.
struct Worked {
    WorkSpan span;
    QList<TimelinePlace> bars;
};

std::vector<Worked> worked(const TimelineLanes &lanes, Timestamp now)
{
    std::vector<Worked> all;
    QHash<StepId, std::size_t> indexOf;
    for (int lane = 0; lane < lanes.lanes().size(); ++lane) {
        const QList<TimelineBar> &bars = lanes.lanes().at(lane).bars;
        for (int i = 0; i < bars.size(); ++i) {
            const TimelineBar &bar = bars.at(i);
            if (bar.auxiliary)
                continue; // no step waits for it as such
            const auto known = indexOf.constFind(bar.step);
            if (known == indexOf.cend()) {
                indexOf.insert(bar.step, all.size());
                all.push_back({ { bar.step, bar.start, bar.start, {} }, {} });
            }
            Worked &step = all[indexOf.value(bar.step)];
            step.bars.append({ lane, i });
            step.span.end = std::max(step.span.end, bar.end.value_or(now));
            for (const TimelinePlace &before : bar.after) {
                if (const TimelineBar *from = lanes.bar(before))
                    step.span.after.push_back(from->step);
            }
        }
    }
    return all;
}

} // namespace

TimelineSummary summaryOf(const TimelineLanes &lanes, TimeSpan range, Timestamp now)
{
    TimelineSummary summary { range, 0, 0, {}, {} };
    for (const TimelineLane &lane : lanes.lanes()) {
        for (const TimelineBar &bar : lane.bars) {
            const Timestamp end = bar.end.value_or(now);
            if (end < range.start || bar.start > range.end)
                continue;
            ++summary.attempts;
            if (!bar.end || *bar.end > range.end)
                continue;
            ++summary.ended;
            if (bar.tokens)
                summary.tokens = summary.tokens.value_or(0) + *bar.tokens;
            summary.cost.add(bar.cost);
        }
    }
    return summary;
}

TimelinePath pathOf(const TimelineLanes &lanes, Timestamp now)
{
    const std::vector<Worked> steps = worked(lanes, now);
    std::vector<WorkSpan> spans;
    spans.reserve(steps.size());
    std::ranges::transform(steps, std::back_inserter(spans), &Worked::span);
    TimelinePath path;
    for (const std::size_t index : criticalPath(spans)) {
        for (const TimelinePlace &bar : steps[index].bars)
            path.bars.insert({ bar.lane, bar.bar });
        path.order.append(steps[index].bars.last());
    }
    return path;
}

} // namespace renum::ui
