// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_workspace.h"

#include <algorithm>

/// Model endpoints and agents of one's own.
namespace renum::ui {

using namespace Qt::StringLiterals;

QCoro::Task<Result<EndpointDefinitionList>> FakeWorkspace::modelEndpoints(std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::ModelEndpoints, stop);
    if (!entered)
        co_return entered.error();
    co_return Result<EndpointDefinitionList>(storedEndpoints);
}

QCoro::Task<Result<EndpointDefinition>> FakeWorkspace::addModelEndpoint(
    EndpointDefinition endpoint, EndpointKey key, std::stop_token stop)
{
    keys.append(key);
    const Result<void> entered = co_await enter(Call::SaveEndpoint, stop);
    if (!entered)
        co_return entered.error();
    endpoint.id = EndpointId(u"endpoint-%1"_s.arg(m_nextNumber++));
    endpoint.usesKey = key.change == EndpointKey::Change::Set;
    storedEndpoints.append(endpoint);
    emit ownAgentsChanged();
    co_return Result<EndpointDefinition>(endpoint);
}

QCoro::Task<Result<EndpointDefinition>> FakeWorkspace::updateModelEndpoint(
    EndpointDefinition endpoint, EndpointKey key, std::stop_token stop)
{
    keys.append(key);
    const Result<void> entered = co_await enter(Call::SaveEndpoint, stop);
    if (!entered)
        co_return entered.error();
    const auto known = std::ranges::find(storedEndpoints, endpoint.id, &EndpointDefinition::id);
    if (known == storedEndpoints.end())
        co_return notFound(endpoint.id.toString());
    ++endpoint.version;
    *known = endpoint;
    emit ownAgentsChanged();
    co_return Result<EndpointDefinition>(endpoint);
}

QCoro::Task<Result<void>> FakeWorkspace::removeModelEndpoint(EndpointId id, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::RemoveEndpoint, stop);
    if (!entered)
        co_return entered.error();
    storedEndpoints.removeIf([&id](const EndpointDefinition &each) { return each.id == id; });
    emit ownAgentsChanged();
    co_return Result<void>();
}

QCoro::Task<Result<ConnectionReport>> FakeWorkspace::checkModelEndpoint(
    EndpointDefinition, EndpointKey key, std::stop_token stop)
{
    keys.append(key);
    const Result<void> entered = co_await enter(Call::CheckEndpoint, stop);
    if (!entered)
        co_return entered.error();
    co_return Result<ConnectionReport>(report);
}

QCoro::Task<Result<LocalAgentList>> FakeWorkspace::localAgents(std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::LocalAgents, stop);
    if (!entered)
        co_return entered.error();
    co_return Result<LocalAgentList>(ownAgents);
}

QCoro::Task<Result<LocalAgent>> FakeWorkspace::addLocalAgent(LocalAgent agent, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::SaveAgent, stop);
    if (!entered)
        co_return entered.error();
    if (agent.id.isEmpty())
        agent.id = AgentId(u"agent-%1"_s.arg(m_nextNumber++));
    ownAgents.append(agent);
    emit ownAgentsChanged();
    co_return Result<LocalAgent>(agent);
}

QCoro::Task<Result<LocalAgent>> FakeWorkspace::updateLocalAgent(
    LocalAgent agent, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::SaveAgent, stop);
    if (!entered)
        co_return entered.error();
    const auto known = std::ranges::find(ownAgents, agent.id, &LocalAgent::id);
    if (known == ownAgents.end())
        co_return notFound(agent.id.toString());
    ++agent.version;
    *known = agent;
    emit ownAgentsChanged();
    co_return Result<LocalAgent>(agent);
}

QCoro::Task<Result<void>> FakeWorkspace::removeLocalAgent(AgentId id, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::RemoveAgent, stop);
    if (!entered)
        co_return entered.error();
    ownAgents.removeIf([&id](const LocalAgent &each) { return each.id == id; });
    emit ownAgentsChanged();
    co_return Result<void>();
}

} // namespace renum::ui
