// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/timeline_lanes.h"

#include "core/model/execution_plan.h"
#include "ui/graph/wall_clock.h"
#include "ui/text/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

struct Timeline {
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

void closeLast(TimelineLane &lane, Timestamp time, TimelineBar::State state)
{
    if (lane.bars.empty() || lane.bars.back().end)
        return;
    lane.bars.back().end = time;
    lane.bars.back().state = state;
}

} // namespace

void TimelineLanes::clear()
{
    *this = {};
}

void TimelineLanes::apply(const ExecutionEvent &event)
{
    if (event.eventType == "execution_created"_L1)
        m_start = event.timestamp;
    else if (event.eventType == "plan_created"_L1)
        applyPlan(event);
    else if (event.eventType == "execution_started"_L1)
        m_start = event.timestamp;
    else if (event.type == "step_update"_L1)
        applyStep(event);
    if (isTerminalEvent(event)) {
        m_end = event.timestamp;
        closeBars(event.timestamp, TimelineBar::State::Stopped);
    }
}

void TimelineLanes::applyPlan(const ExecutionEvent &event)
{
    const Json *json = memberAt(event.data, "plan");
    if (!json)
        return;
    const Result<ExecutionPlan> plan = planFromJson(*json);
    if (!plan)
        return;
    m_lanes.clear();
    for (const PlanStep &step : plan->steps)
        m_lanes.push_back({ step.agentId, step.name, {} });
}

void TimelineLanes::applyStep(const ExecutionEvent &event)
{
    const auto lane = std::ranges::find(m_lanes, event.agentId, &TimelineLane::agent);
    if (lane == m_lanes.end())
        return;
    if (event.eventType == "step_started"_L1) {
        closeLast(*lane, event.timestamp, TimelineBar::State::Failed);
        TimelineBar bar;
        bar.attempt = static_cast<int>(integerAt(event.data, "attempt").value_or(1));
        bar.start = event.timestamp;
        lane->bars.push_back(bar);
    } else if (event.eventType == "step_output"_L1) {
        if (!lane->bars.empty() && stringAt(event.data, "kind") == u"assistant"_s)
            lane->bars.back().writing = true;
    } else if (event.eventType == "step_completed"_L1) {
        closeLast(*lane, event.timestamp, TimelineBar::State::Done);
    } else if (event.eventType == "step_failed"_L1 || event.eventType == "step_retrying"_L1) {
        closeLast(*lane, event.timestamp, TimelineBar::State::Failed);
    } else if (event.eventType == "step_cancelled"_L1) {
        closeLast(*lane, event.timestamp, TimelineBar::State::Stopped);
    }
}

void TimelineLanes::closeBars(Timestamp time, TimelineBar::State state)
{
    for (TimelineLane &lane : m_lanes)
        closeLast(lane, time, state);
}

QString barText(const TimelineBar &bar)
{
    const QString time = bar.end ? format::duration(between(bar.start, *bar.end)) : QString();
    switch (bar.state) {
    case TimelineBar::State::Running: {
        const QString doing = bar.writing ? Timeline::tr("writing") : Timeline::tr("working");
        //: number of the attempt, what the agent does
        return bar.attempt > 1 ? Timeline::tr("attempt %1 · %2").arg(bar.attempt).arg(doing)
                               : doing;
    }
    case TimelineBar::State::Done:
        return time;
    case TimelineBar::State::Failed:
        //: duration
        return Timeline::tr("failed · %1").arg(time);
    case TimelineBar::State::Stopped:
        //: duration
        return Timeline::tr("stopped · %1").arg(time);
    }
    return {};
}

} // namespace renum::ui
