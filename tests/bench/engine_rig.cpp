// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine_rig.h"

#include "bench_figures.h"

namespace renum::bench {

using namespace Qt::StringLiterals;

namespace {

Team teamOf(WorkflowType type, int agents)
{
    Team team;
    team.id = TeamId(u"11111111-0000-4000-8000-000000000000"_s);
    team.name = u"Bench"_s;
    team.workflow.type = type;
    for (int i = 0; i < agents; ++i) {
        WorkflowAgent agent;
        agent.agentId = AgentId(u"agent-%1"_s.arg(i));
        agent.executionOrder = i + 1;
        agent.input = InputSpec();
        agent.input->sources = { InputSource {} };
        if (type == WorkflowType::Sequential && i > 0) {
            agent.input->sources
                = { { InputSource::Kind::AgentResult, AgentId(u"agent-%1"_s.arg(i - 1)), {} } };
        }
        team.workflow.agents.push_back(agent);
        team.agentIds.push_back(agent.agentId);
    }
    return team;
}

EngineSettings settingsFor(int executions, int runs)
{
    EngineSettings settings;
    // Those that have ended keep their places for a moment.
    settings.maxConcurrentExecutions = 4 * executions;
    settings.maxConcurrentRuns = runs;
    settings.owner = RandomIdSource().next();
    return settings;
}

} // namespace

EngineRig::EngineRig(
    const QString &databaseFile, int executions, int runs, std::shared_ptr<AgentBackend> backend)
    : m_backend(std::move(backend))
{
    Result<std::unique_ptr<Store>> store = Store::open({ databaseFile, false, {} }, &m_clock);
    if (!store)
        fail(store.error().message);
    m_store = *std::move(store);
    m_orchestrator = std::make_unique<Orchestrator>(m_store.get(), &m_clock, &m_ids,
        settingsFor(executions, runs), [this](const ExecutionEvents &events) {
            if (m_watcher)
                m_watcher(events);
            if (isTerminalEvent(events.constLast()))
                ended();
        });
    QObject::connect(m_orchestrator.get(), &Orchestrator::broken, m_orchestrator.get(),
        [](const ExecutionId &, const Error &error) { fail(error.message); });
}

EngineRig::~EngineRig() = default;

void EngineRig::start(const Team &team)
{
    ++m_running;
    m_tasks.start(startOne(team));
}

void EngineRig::resume(const QList<ExecutionId> &executions)
{
    m_running += int(executions.size());
    for (const ExecutionId &id : executions)
        m_tasks.start(resumeOne(id));
}

QCoro::Task<> EngineRig::startOne(Team team)
{
    ExecutionRequest request;
    request.team = std::move(team);
    request.initialPrompt = u"Write about electric bicycles."_s;
    const Result<ExecutionId> id = co_await m_orchestrator->execute(request, m_backend);
    if (!id)
        fail(id.error().message);
}

QCoro::Task<> EngineRig::resumeOne(ExecutionId id)
{
    const Result<void> resumed = co_await m_orchestrator->resume(id, m_backend);
    if (!resumed)
        fail(resumed.error().message);
}

void EngineRig::ended()
{
    if (--m_running == 0)
        m_loop.quit();
}

void EngineRig::waitForAll()
{
    if (m_running > 0)
        m_loop.exec();
}

void EngineRig::run(const Team &team, int executions)
{
    for (int i = 0; i < executions; ++i)
        start(team);
    waitForAll();
}

Team chainOf(int agents)
{
    return teamOf(WorkflowType::Sequential, agents);
}

Team fanOf(int agents)
{
    Team team = teamOf(WorkflowType::Parallel, agents);
    team.workflow.config.maxParallel = std::min(agents, 10);
    return team;
}

bool isStepStart(const ExecutionEvent &event)
{
    return event.eventType == "step_started"_L1;
}

} // namespace renum::bench
