// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/monitor/replay/recorded_run.h"

#include "core/model/execution_projection.h"
#include "tests/ui/event_script.h"

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

const Timestamp Start = fromMicroseconds(1'750'000'000'000'000);

EventScript newScript()
{
    return { recordedId().toString(), u"Market analysis"_s, shippedWorkflow(u"market-analysis"_s),
        Start };
}

ExecutionEvent contextChange(const QString &key, const Json &value, int version)
{
    ExecutionEvent event;
    event.type = u"context_change"_s;
    event.agentId = AgentId(u"slot:researcher"_s);
    event.data = { { "key", key.toStdString() }, { "value", value }, { "version", version },
        { "changed_by", "slot:researcher" }, { "scope", "context_object" }, { "deleted", false } };
    return event;
}

ExecutionEvent fromNewerVersion()
{
    ExecutionEvent event;
    event.type = u"step_update"_s;
    event.eventType = u"step_teleported"_s;
    event.agentId = AgentId(u"slot:analyst"_s);
    event.data = { { "step_id", "slot:analyst" }, { "where", "elsewhere" } };
    return event;
}

/// Numbered anew, with the time of the event before where they have none.
ExecutionEvents numbered(ExecutionEvents events)
{
    Timestamp time = Start;
    qint64 seq = 0;
    for (ExecutionEvent &event : events) {
        event.seq = ++seq;
        event.executionId = recordedId();
        event.teamId = events.first().teamId;
        if (event.timestamp == Timestamp())
            event.timestamp = time;
        time = event.timestamp;
    }
    return events;
}

} // namespace

ExecutionId recordedId()
{
    return ExecutionId(u"recorded"_s);
}

ExecutionEvents recordedRun()
{
    EventScript script = newScript();
    ExecutionEvents events;
    script.begin(u"Electric bicycles"_s).start(u"researcher"_s).bind(u"researcher"_s, u"r1"_s);
    script.write(u"researcher"_s, u"Fourteen "_s).write(u"researcher"_s, u"sources"_s);
    script.callTool(u"researcher"_s, u"c1"_s, u"web_search"_s);
    script.toolAnswers(u"researcher"_s, u"c1"_s, u"pages"_s);
    script.retry(u"researcher"_s, timeoutError(), 2).start(u"researcher"_s, 2);
    script.write(u"researcher"_s, u"Fifteen sources."_s, 2);
    events += script.take();
    events << contextChange(u"sources"_s, 15, 1) << fromNewerVersion();
    events << contextChange(u"sources"_s, Json::array({ 1, 2, 3 }), 2);
    script.complete(u"researcher"_s, u"Fifteen **sources**."_s).askForApproval(u"analyst"_s);
    script.pause().wait(std::chrono::seconds(90)).goOn();
    script.wait(std::chrono::seconds(-40)); // somebody sets the clock
    script.start(u"analyst"_s).write(u"analyst"_s, u"Demand grows."_s);
    script.fail(u"analyst"_s, timeoutError()).skip(u"reporter"_s, SkipReason::UpstreamFailed);
    events += script.take();
    script.finishFailed(timeoutError());
    return numbered(events + script.take());
}

ExecutionEvents longRun(int count, int padding)
{
    EventScript script = newScript();
    script.begin(u"Electric bicycles"_s).start(u"researcher"_s);
    ExecutionEvents events = script.take();
    for (int i = 0; events.size() < count - 1; ++i) {
        script.write(u"researcher"_s, u"word%1 "_s.arg(i));
        if (i % 500 == 499)
            script.retry(u"researcher"_s, timeoutError(), 2).start(u"researcher"_s, 2);
        events += script.take();
    }
    events.resize(count - 1);
    for (ExecutionEvent &event : events) {
        if (padding > 0)
            event.data["padding"] = std::string(static_cast<std::size_t>(padding), 'x');
    }
    script.finish(u"Done."_s);
    return numbered(events + script.take());
}

void storeRun(FakeWorkspace &workspace, const ExecutionEvents &events)
{
    ExecutionProjection projection;
    for (const ExecutionEvent &event : events)
        projection.apply(event);
    workspace.storedExecutions = { projection.execution() };
    workspace.storedEvents.insert(recordedId(), events);
}

} // namespace renum::ui
