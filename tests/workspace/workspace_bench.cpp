// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/workspace/workspace_bench.h"

#include "core/engine/event_factory.h"
#include "core/workflow/planner.h"
#include "core/workflow/validation.h"

namespace renum::test {

using namespace Qt::StringLiterals;

WorkspaceBench::WorkspaceBench(AgentConnection connection)
{
    options.dataDir = dir.filePath(u"data"_s);
    options.connection = std::move(connection);
    options.suna.connect = std::chrono::seconds(2);
    reopen();
}

void WorkspaceBench::reopen()
{
    workspace.reset();
    Result<std::unique_ptr<LocalWorkspace>> opened = LocalWorkspace::open(options);
    if (!opened)
        qFatal("open: %s", qUtf8Printable(opened.error().message));
    workspace = std::move(*opened);
}

TeamDraft WorkspaceBench::draft(const QString &name)
{
    TeamDraft draft;
    draft.name = name;
    draft.description = u"For a test"_s;
    WorkflowAgent agent;
    agent.agentId = AgentId(u"agt-1"_s);
    agent.executionOrder = 1;
    agent.input = InputSpec();
    agent.input->sources.push_back({});
    draft.workflow.agents.push_back(agent);
    return draft;
}

Listener::Listener(std::unique_ptr<EventSubscription> source)
    : subscription(std::move(source))
{
    connect(subscription.get(), &EventSubscription::received, this,
        [this](const ExecutionEvents &page) { events += page; });
    connect(subscription.get(), &EventSubscription::failed, this,
        [this](const Error &why) { error = why; });
}

QString Listener::flaw(qint64 first) const
{
    for (const ExecutionEvent &event : events) {
        if (event.seq != first)
            return u"seq %1 instead of %2"_s.arg(event.seq).arg(first);
        ++first;
    }
    return {};
}

ExecutionEvents openExecution(
    const ExecutionId &id, const TeamDraft &draft, const QString &owner, int logs)
{
    const Validation validation = validateTeam(draft);
    ExecutionRequest request;
    request.team.id = TeamId(u"22222222-0000-4000-8000-000000000000"_s);
    request.team.name = draft.name;
    request.team.workflow = validation.normalized.workflow;
    request.initialPrompt = u"Go"_s;
    const EventFactory factory(id, request.team.id);
    ExecutionEvents events { factory.created(request),
        factory.planned(planExecution(validation.normalized)),
        factory.started(WorkflowType::Sequential, owner) };
    for (int i = 0; i < logs; ++i)
        events.append(factory.log(LogLevel::Info, u"system"_s, u"entry %1"_s.arg(i)));
    qint64 seq = 0;
    for (ExecutionEvent &event : events) {
        event.seq = ++seq;
        event.timestamp = SystemClock().now();
    }
    return events;
}

} // namespace renum::test
