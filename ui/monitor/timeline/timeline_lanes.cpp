// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/timeline/timeline_lanes.h"

#include "core/model/event_fields.h"
#include "core/model/execution_plan.h"
#include "core/model/step_iteration.h"

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// Less than that is no clock that was set back, but two threads that looked at it.
constexpr std::chrono::microseconds Jitter(1'000'000);

} // namespace

const TimelineBar *TimelineLanes::bar(const TimelinePlace &place) const
{
    if (place.lane < 0 || place.lane >= m_lanes.size())
        return nullptr;
    const QList<TimelineBar> &bars = m_lanes.at(place.lane).bars;
    return place.bar >= 0 && place.bar < bars.size() ? &bars.at(place.bar) : nullptr;
}

Timestamp TimelineLanes::onAxis(Timestamp clock) const
{
    return std::max(clock + m_setBack, m_last);
}

Timestamp TimelineLanes::onClock(Timestamp axis) const
{
    std::chrono::microseconds back {};
    for (const ClockSetBack &step : m_setBacks) {
        if (step.at <= axis)
            back += step.by;
    }
    return axis - back;
}

TimelineLanes::Handler TimelineLanes::handlerOf(const QString &eventType)
{
    static const QHash<QString, Handler> handlers {
        { u"plan_created"_s, &TimelineLanes::onPlan },
        { u"step_started"_s, &TimelineLanes::onStarted },
        { u"step_output"_s, &TimelineLanes::onOutput },
        { u"step_usage"_s, &TimelineLanes::onUsage },
        { u"step_waiting"_s, &TimelineLanes::onWaiting },
        { u"step_retrying"_s, &TimelineLanes::onRetrying },
        { u"step_approval_requested"_s, &TimelineLanes::onApprovalRequested },
        { u"step_nested_started"_s, &TimelineLanes::onNested },
        { u"step_nested_ended"_s, &TimelineLanes::onUsage },
        { u"step_nested_waiting"_s, &TimelineLanes::onApprovalRequested },
        { u"step_completed"_s, &TimelineLanes::onStepEnd },
        { u"step_failed"_s, &TimelineLanes::onStepEnd },
        { u"step_skipped"_s, &TimelineLanes::onStepEnd },
        { u"step_cancelled"_s, &TimelineLanes::onStepEnd },
        { u"auxiliary_run_started"_s, &TimelineLanes::onAuxiliaryStarted },
        { u"auxiliary_run_ended"_s, &TimelineLanes::onAuxiliaryEnded },
        { u"execution_paused"_s, &TimelineLanes::onPaused },
        { u"execution_held"_s, &TimelineLanes::onHeld },
        { u"execution_continued"_s, &TimelineLanes::onContinued },
        { u"execution_resumed"_s, &TimelineLanes::onResumed },
    };
    return handlers.value(eventType, nullptr);
}

void TimelineLanes::apply(const ExecutionEvent &event)
{
    const Timestamp before = m_last;
    advanceClock(event.timestamp);
    if (event.eventType == "execution_resumed"_L1)
        m_lostAt = before;
    // A wait ends with the next that is heard of the step.
    if (event.type == "step_update"_L1 && event.eventType != "step_waiting"_L1)
        closeWait(stepOf(event));
    if (const Handler handler = handlerOf(event.eventType))
        (this->*handler)(event);
    if (isTerminalEvent(event)) {
        m_end = m_last;
        closeAll();
    }
}

void TimelineLanes::advanceClock(Timestamp clock)
{
    if (!m_start) {
        m_start = clock;
        m_last = clock;
        return;
    }
    const Timestamp axis = clock + m_setBack;
    if (axis < m_last - Jitter) {
        m_setBacks.append({ m_last, m_last - axis });
        m_setBack += m_last - axis;
    }
    m_last = std::max(m_last, axis);
}

void TimelineLanes::onPlan(const ExecutionEvent &event)
{
    const Json *json = memberAt(event.data, "plan");
    const Result<ExecutionPlan> plan = json ? planFromJson(*json) : ExecutionPlan();
    if (!plan)
        return;
    m_lanes.clear();
    m_laneOf.clear();
    m_dependencies.clear();
    m_sentBack.clear();
    for (const PlanStep &step : plan->steps) {
        m_laneOf.insert(step.agentId, static_cast<int>(m_lanes.size()));
        m_lanes.append({ step.agentId, step.name, {}, {} });
        m_dependencies.insert(step.id, { step.dependencies.begin(), step.dependencies.end() });
    }
    for (const PlanStep &step : plan->steps) {
        if (const PlanStep *back = step.feedback ? plan->findAgent(step.feedback->to) : nullptr)
            m_sentBack[back->id].append(step.id);
    }
}

void TimelineLanes::onPaused(const ExecutionEvent & /*event*/)
{
    const bool open = !m_bands.isEmpty() && !m_bands.last().end;
    if (!open)
        m_bands.append({ TimelineBand::Kind::Paused, m_last, {} });
}

void TimelineLanes::onHeld(const ExecutionEvent &event)
{
    onPaused(event);
    const StepId step = stepOf(event);
    if (!step.isEmpty() && stringAt(event.data, "reason") == u"breakpoint"_s)
        openWait(event.agentId, step, TimelineWait::Reason::Breakpoint);
}

void TimelineLanes::onContinued(const ExecutionEvent & /*event*/)
{
    closeBand(TimelineBand::Kind::Paused);
    QList<StepId> held;
    for (auto open = m_openWaits.cbegin(); open != m_openWaits.cend(); ++open) {
        if (m_lanes.at(open->lane).waits.at(open->bar).reason == TimelineWait::Reason::Breakpoint)
            held.append(open.key());
    }
    for (const StepId &step : std::as_const(held))
        closeWait(step);
}

void TimelineLanes::onResumed(const ExecutionEvent & /*event*/)
{
    m_bands.append({ TimelineBand::Kind::Interrupted, m_lostAt.value_or(m_last), m_last });
}

void TimelineLanes::closeBand(TimelineBand::Kind kind)
{
    for (TimelineBand &band : m_bands) {
        if (band.kind == kind && !band.end)
            band.end = m_last;
    }
}

void TimelineLanes::closeAll()
{
    const QList<StepId> waiting = m_openWaits.keys();
    for (const StepId &step : waiting)
        closeWait(step);
    const QList<StepId> open = m_open.keys();
    for (const StepId &step : open)
        closeBar(step, m_last, TimelineBar::State::Stopped);
    closeBand(TimelineBand::Kind::Paused);
}

} // namespace renum::ui
