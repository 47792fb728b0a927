// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/event_fields.h"
#include "core/model/step_iteration.h"
#include "core/model/step_projection.h"
#include "ui/monitor/timeline/timeline_lanes.h"

#include <algorithm>

/// What the events of steps do to bars and waits.
namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

int attemptIn(const ExecutionEvent &event)
{
    return static_cast<int>(integerAt(event.data, "attempt").value_or(1));
}

std::optional<TimelineWait::Reason> reasonIn(const ExecutionEvent &event)
{
    static const QHash<QString, TimelineWait::Reason> reasons {
        { u"run_slot"_s, TimelineWait::Reason::Queue },
        { u"service_busy"_s, TimelineWait::Reason::ServiceBusy },
        { u"circuit_open"_s, TimelineWait::Reason::Breaker },
        { u"spending_cap"_s, TimelineWait::Reason::SpendingCap },
    };
    const auto found = reasons.constFind(stringAt(event.data, "reason").value_or(QString()));
    return found == reasons.cend() ? std::nullopt : std::optional(*found);
}

TimelineBar::State endState(const QString &eventType)
{
    if (eventType == "step_completed"_L1)
        return TimelineBar::State::Done;
    return eventType == "step_cancelled"_L1 || eventType == "step_skipped"_L1
        ? TimelineBar::State::Stopped
        : TimelineBar::State::Failed;
}

/// A row in which nothing is open any more.
int freeRow(const TimelineLane &lane)
{
    std::vector<bool> taken(static_cast<std::size_t>(lane.rows) + 1, false);
    for (const TimelineBar &bar : lane.bars) {
        if (!bar.end)
            taken[static_cast<std::size_t>(bar.row)] = true;
    }
    return static_cast<int>(std::ranges::find(taken, false) - taken.begin());
}

} // namespace

TimelineBar *TimelineLanes::openBar(const StepId &step)
{
    const auto place = m_open.constFind(step);
    return place == m_open.cend() ? nullptr : &m_lanes[place->lane].bars[place->bar];
}

TimelinePlace TimelineLanes::addBar(int lane, TimelineBar bar)
{
    TimelineLane &shown = m_lanes[lane];
    bar.row = freeRow(shown);
    bar.start = m_last;
    shown.rows = std::max(shown.rows, bar.row + 1);
    const TimelinePlace place { lane, static_cast<int>(shown.bars.size()) };
    m_open.insert(bar.step, place);
    shown.bars.append(std::move(bar));
    return place;
}

void TimelineLanes::closeBar(const StepId &step, Timestamp end, TimelineBar::State state)
{
    TimelineBar *bar = openBar(step);
    if (!bar)
        return;
    bar->end = std::max(end, bar->start);
    bar->state = state;
    m_open.remove(step);
}

QList<TimelinePlace> TimelineLanes::whatHandedOver(const StepIteration &next) const
{
    QList<TimelinePlace> places;
    // Where a loop begins anew, who asked for another round hands over; within it, who did before.
    const bool sentBack = next.iteration > 1 && m_sentBack.contains(next.step);
    const QList<StepId> before = (sentBack ? m_sentBack : m_dependencies).value(next.step);
    for (const StepId &step : before) {
        const auto place = m_latest.constFind(step);
        const TimelineBar *work = place == m_latest.cend() ? nullptr : bar(*place);
        if (work && work->state == TimelineBar::State::Done)
            places.append(*place);
    }
    return places;
}

void TimelineLanes::onStarted(const ExecutionEvent &event)
{
    const int lane = laneOf(event.agentId);
    if (lane < 0)
        return;
    const StepId step = stepOf(event);
    // Begun again without an end: whoever drove it is gone since it was last heard of.
    if (const TimelineBar *open = openBar(step); open && m_lostAt && open->start <= *m_lostAt)
        closeBar(step, *m_lostAt, TimelineBar::State::Interrupted);
    else
        closeBar(step, m_last, TimelineBar::State::Failed);
    const StepIteration iteration = stepIteration(step);
    TimelineBar bar;
    bar.step = step;
    bar.iteration = iteration.iteration;
    bar.attempt = attemptIn(event);
    bar.seq = event.seq;
    bar.after = whatHandedOver(iteration);
    m_latest.insert(iteration.step, addBar(lane, std::move(bar)));
}

void TimelineLanes::onOutput(const ExecutionEvent &event)
{
    TimelineBar *bar = openBar(stepOf(event));
    if (bar && !bar->writing && stringAt(event.data, "kind") == u"assistant"_s)
        bar->writing = true;
}

void TimelineLanes::onUsage(const ExecutionEvent &event)
{
    const Usage usage = usageIn(event.data, "usage_metrics");
    m_spent.add(usage.cost);
    if (m_spent.isKnown())
        m_money.append({ m_last, m_spent });
    const StepId step = stepOf(event);
    TimelineBar *bar = openBar(step);
    if (!bar) { // told after the end of the attempt
        const auto latest = m_latest.constFind(stepIteration(step).step);
        if (latest == m_latest.cend())
            return;
        bar = &m_lanes[latest->lane].bars[latest->bar];
    }
    if (usage.tokensInput || usage.tokensOutput) {
        bar->tokens = bar->tokens.value_or(0) + usage.tokensInput.value_or(0)
            + usage.tokensOutput.value_or(0);
    }
    bar->cost.add(usage.cost);
}

void TimelineLanes::openWait(const AgentId &agent, const StepId &step, TimelineWait::Reason reason)
{
    const int lane = laneOf(agent);
    if (lane < 0)
        return;
    const TimelineBar *bar = openBar(step);
    const int row = bar ? bar->row : 0;
    m_openWaits.insert(step, { lane, static_cast<int>(m_lanes.at(lane).waits.size()) });
    m_lanes[lane].waits.append({ reason, step, row, m_last, {} });
}

void TimelineLanes::closeWait(const StepId &step)
{
    const auto place = m_openWaits.constFind(step);
    if (place == m_openWaits.cend())
        return;
    m_lanes[place->lane].waits[place->bar].end = m_last;
    m_openWaits.erase(place);
}

void TimelineLanes::onWaiting(const ExecutionEvent &event)
{
    const std::optional<TimelineWait::Reason> reason = reasonIn(event);
    if (!reason)
        return;
    const StepId step = stepOf(event);
    const auto open = m_openWaits.constFind(step);
    // The same again says only that its place in the queue is another one.
    if (open != m_openWaits.cend() && m_lanes.at(open->lane).waits.at(open->bar).reason == *reason)
        return;
    closeWait(step);
    openWait(event.agentId, step, *reason);
}

void TimelineLanes::onRetrying(const ExecutionEvent &event)
{
    const StepId step = stepOf(event);
    if (TimelineBar *bar = openBar(step))
        bar->error = errorIn(event.data);
    closeBar(step, m_last, TimelineBar::State::Failed);
    openWait(event.agentId, step, TimelineWait::Reason::Retry);
}

void TimelineLanes::onApprovalRequested(const ExecutionEvent &event)
{
    openWait(event.agentId, stepOf(event), TimelineWait::Reason::Approval);
}

void TimelineLanes::onNested(const ExecutionEvent &event)
{
    if (TimelineBar *bar = openBar(stepOf(event)))
        bar->nested = ExecutionId(stringAt(event.data, "execution_id").value_or(QString()));
}

void TimelineLanes::onStepEnd(const ExecutionEvent &event)
{
    const StepId step = stepOf(event);
    if (TimelineBar *bar = openBar(step))
        bar->error = errorIn(event.data);
    closeBar(step, m_last, endState(event.eventType));
}

void TimelineLanes::onAuxiliaryStarted(const ExecutionEvent &event)
{
    const int lane = laneOf(event.agentId);
    if (lane < 0)
        return;
    TimelineBar bar;
    bar.step = stepOf(event);
    bar.auxiliary = true;
    bar.askedBy = AgentId(stringAt(event.data, "requested_by").value_or(QString()));
    bar.seq = event.seq;
    addBar(lane, std::move(bar));
}

void TimelineLanes::onAuxiliaryEnded(const ExecutionEvent &event)
{
    const StepId step = stepOf(event);
    const std::optional<Error> error = errorIn(event.data);
    if (TimelineBar *bar = openBar(step))
        bar->error = error;
    closeBar(step, m_last, error ? TimelineBar::State::Failed : TimelineBar::State::Done);
}

} // namespace renum::ui
