// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/composed_backend.h"

#include <utility>

// A call may outlive this object: what it needs after its await is in its frame.
namespace renum {

ComposedBackend::ComposedBackend(
    std::shared_ptr<AgentBackend> service, std::shared_ptr<OpenAiBackend> models)
    : m_service(std::move(service))
    , m_models(std::move(models))
{
}

QString ComposedBackend::address() const
{
    return m_service->address();
}

bool ComposedBackend::callsTools(const AgentId &agent) const
{
    const std::shared_ptr<AgentBackend> part = partFor(agent);
    return part ? part->callsTools(agent) : m_service->callsTools(agent);
}

// No agent at all means the service's default one.
std::shared_ptr<AgentBackend> ComposedBackend::partFor(const AgentId &agent) const
{
    return !agent.isEmpty() && m_models->knows(agent) ? m_models : nullptr;
}

QCoro::Task<Result<BackendInfo>> ComposedBackend::probe(std::stop_token stop)
{
    const std::shared_ptr<AgentBackend> service = m_service;
    const std::shared_ptr<AgentBackend> models = m_models;
    Result<BackendInfo> info = co_await service->probe(stop);
    if (!info)
        co_return info;
    const Result<BackendInfo> other = co_await models->probe(stop);
    if (!other)
        co_return other.error();
    co_return info;
}

QCoro::Task<Result<QList<AgentInfo>>> ComposedBackend::listAgents(std::stop_token stop)
{
    const std::shared_ptr<AgentBackend> service = m_service;
    const std::shared_ptr<AgentBackend> models = m_models;
    Result<QList<AgentInfo>> agents = co_await service->listAgents(stop);
    if (!agents)
        co_return agents;
    const Result<QList<AgentInfo>> others = co_await models->listAgents(stop);
    if (!others)
        co_return others.error();
    *agents += *others;
    co_return agents;
}

QCoro::Task<Result<ThreadRef>> ComposedBackend::prepareThread(QString title, std::stop_token stop)
{
    return m_service->prepareThread(std::move(title), std::move(stop));
}

QCoro::Task<StartAnswer> ComposedBackend::startRun(RunRequest request, std::stop_token stop)
{
    const std::shared_ptr<AgentBackend> part = partFor(request.agent);
    return (part ? part : m_service)->startRun(std::move(request), std::move(stop));
}

QCoro::Task<Result<RunOutcome>> ComposedBackend::observeRun(
    RunRef run, RunEventSink sink, std::stop_token stop)
{
    return m_service->observeRun(std::move(run), std::move(sink), std::move(stop));
}

QCoro::Task<Result<void>> ComposedBackend::stopRun(RunRef run, std::stop_token stop)
{
    return m_service->stopRun(std::move(run), std::move(stop));
}

QCoro::Task<Result<Usage>> ComposedBackend::runUsage(RunRef run, std::stop_token stop)
{
    return m_service->runUsage(std::move(run), std::move(stop));
}

QCoro::Task<Result<QList<RunSummary>>> ComposedBackend::findRuns(
    ThreadRef thread, std::stop_token stop)
{
    return m_service->findRuns(std::move(thread), std::move(stop));
}

QCoro::Task<Result<ToolRegistration>> ComposedBackend::registerTools(
    AgentId agent, ToolServer server, std::stop_token stop)
{
    return m_service->registerTools(std::move(agent), std::move(server), std::move(stop));
}

QCoro::Task<Result<void>> ComposedBackend::unregisterTools(
    ToolRegistration registration, std::stop_token stop)
{
    return m_service->unregisterTools(std::move(registration), std::move(stop));
}

} // namespace renum
