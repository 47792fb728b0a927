// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/runs/run_faults.h"

#include <algorithm>
#include <utility>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

/// How many events arrive too late for those who listen.
constexpr int LateEvents = 3;

/// The first half of what the model was to say, and no tool.
PlannedCall halfOf(PlannedCall call)
{
    call.tool.reset();
    for (PlannedPart &part : call.parts) {
        if (auto *text = std::get_if<PlannedText>(&part))
            text->chunks.resize((text->chunks.size() + 1) / 2);
    }
    return call;
}

/// The last call of the model breaks off and ends the run so.
void endHalfway(RunPlan &plan, PlannedEnding ending)
{
    if (plan.calls.isEmpty())
        return;
    plan.calls.last() = halfOf(plan.calls.last());
    plan.calls.last().ending = std::move(ending);
}

/// Lines as Python prints them, about as many bytes as wanted.
QString traceback(qint64 bytes)
{
    const QString line = u"  File \"/app/backend/run_agent_background.py\", line 128, in "
                         "run_agent_background\n    async for response in agent_gen:\n"_s;
    return line.repeated(bytes / line.size());
}

void timeOut(RunPlan &plan, const Fault &fault)
{
    endHalfway(plan, { PlannedEnding::Kind::Failure, fault.text, {} });
    if (!plan.calls.isEmpty())
        plan.calls.last().parts.append(PlannedPause { fault.duration });
}

void setUsage(RunPlan &plan, const std::optional<CallUsage> &usage)
{
    for (PlannedCall &call : plan.calls)
        call.usage = usage;
}

void beginLastCallTwice(RunPlan &plan)
{
    if (plan.calls.isEmpty())
        return;
    PlannedCall broken = halfOf(plan.calls.constLast());
    broken.brokenOff = true;
    broken.usage.reset();
    plan.calls.insert(plan.calls.size() - 1, broken);
}

void spoil(RunPlan &plan, const Fault &fault)
{
    using Kind = PlannedEnding::Kind;
    switch (fault.kind) {
    case FaultKind::LlmError:
        return endHalfway(plan, { Kind::LlmError, fault.text, {} });
    case FaultKind::Crash:
        return endHalfway(plan, { Kind::Failure, fault.text, traceback(fault.bytes) });
    case FaultKind::BillingStop:
        return endHalfway(plan, { Kind::BillingStop, fault.text, {} });
    case FaultKind::Stuck:
        return endHalfway(plan, { Kind::Hang, {}, {} });
    case FaultKind::RunTimeout:
        return timeOut(plan, fault);
    case FaultKind::NoWorker:
        return plan.calls.clear();
    case FaultKind::CallBreaksOff:
        return beginLastCallTwice(plan);
    case FaultKind::NoUsage:
        return setUsage(plan, std::nullopt);
    case FaultKind::ZeroUsage:
        return setUsage(plan, CallUsage());
    case FaultKind::OtherText:
        if (!plan.calls.isEmpty())
            plan.calls.last().savedBefore = fault.text;
        return;
    case FaultKind::OtherModel:
        plan.model = fault.text;
        return;
    default:
        return;
    }
}

/// The events in their order, but for those that end a stream.
QList<EmitEvent *> innerEvents(Timeline &timeline)
{
    QList<EmitEvent *> events;
    for (TimelineEntry &entry : timeline) {
        auto *event = std::get_if<EmitEvent>(&entry.action);
        if (event && event->closing == Closing::No)
            events.append(event);
    }
    return events;
}

void swapNeighbours(Timeline &timeline)
{
    const QList<EmitEvent *> events = innerEvents(timeline);
    for (qsizetype index = 1; index < events.size(); index += 2)
        std::swap(*events.at(index - 1), *events.at(index));
}

/// The terminal event overtakes those before it; its stream is closed when they come.
void delayLastEvents(Timeline &timeline)
{
    const auto terminal = std::ranges::find_if(timeline, [](const TimelineEntry &entry) {
        const auto *event = std::get_if<EmitEvent>(&entry.action);
        return event && event->closing == Closing::Yes;
    });
    if (terminal == timeline.end())
        return;
    auto place = terminal;
    for (int passed = 0; passed < LateEvents && place != timeline.begin();) {
        --place;
        passed += std::holds_alternative<EmitEvent>(place->action) ? 1 : 0;
    }
    const auto at = place->at;
    std::rotate(place, terminal, std::next(terminal));
    place->at = at;
}

} // namespace

void spoilPlan(RunPlan &plan, const QList<Fault> &faults)
{
    for (const Fault &fault : faults)
        spoil(plan, fault);
}

void spoilTimeline(Timeline &timeline, const QList<Fault> &faults)
{
    if (findFault(faults, FaultKind::SwapEvents))
        swapNeighbours(timeline);
    if (findFault(faults, FaultKind::LateRows))
        delayLastEvents(timeline);
}

} // namespace renum::sim
