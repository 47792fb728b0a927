// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/composed_backend.h"

#include <algorithm>
#include <utility>

// A call may outlive this object: what it needs after its await is in its frame.
namespace renum {

namespace {

/// What is known of a part that does not answer.
QList<AgentInfo> agentsWithoutAnswer(const AgentBackend *part)
{
    const auto *models = dynamic_cast<const OpenAiBackend *>(part);
    return models ? models->definedAgents() : QList<AgentInfo>();
}

} // namespace

ComposedBackend::ComposedBackend(
    std::shared_ptr<AgentBackend> service, ModelParts models, Listener listener)
    : m_service(std::move(service))
    , m_models(std::move(models))
    , m_listener(std::move(listener))
{
    if (m_service)
        m_parts.push_back(m_service);
    std::ranges::copy(m_models, std::back_inserter(m_parts));
    m_service = m_parts.front();
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
    if (agent.isEmpty())
        return nullptr;
    const auto known = std::ranges::find_if(
        m_models, [&agent](const auto &models) { return models->knows(agent); });
    return known == m_models.cend() ? nullptr : *known;
}

QCoro::Task<Result<BackendInfo>> ComposedBackend::probe(std::stop_token stop)
{
    const std::vector<std::shared_ptr<AgentBackend>> parts = m_parts;
    std::optional<Error> first;
    for (const auto &part : parts) {
        const Result<BackendInfo> info = co_await part->probe(stop);
        if (info)
            co_return Result<BackendInfo>(*info);
        if (!first)
            first = info.error();
    }
    co_return Result<BackendInfo>(*first);
}

QCoro::Task<Result<QList<AgentInfo>>> ComposedBackend::listAgents(std::stop_token stop)
{
    const std::vector<std::shared_ptr<AgentBackend>> parts = m_parts;
    const Listener listener = m_listener;
    // A task begins when it is made: all are under way before the first is waited for.
    std::vector<QCoro::Task<Result<QList<AgentInfo>>>> asked;
    for (const auto &part : parts)
        asked.push_back(part->listAgents(stop));
    QList<AgentInfo> all;
    std::optional<Error> first;
    bool answered = false;
    for (size_t index = 0; index < parts.size(); ++index) {
        const Result<QList<AgentInfo>> agents = co_await asked[index];
        const AgentBackend *part = parts[index].get();
        answered = answered || agents.ok();
        if (!agents && !first)
            first = agents.error();
        all += agents ? *agents : agentsWithoutAnswer(part);
        if (listener && !stop.stop_requested())
            listener(part, agents ? std::nullopt : std::optional(agents.error()));
    }
    if (!answered)
        co_return Result<QList<AgentInfo>>(*first);
    co_return all;
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
