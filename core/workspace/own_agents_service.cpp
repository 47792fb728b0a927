// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/own_agents_service.h"

#include "core/model/error_codes.h"
#include "core/model/local_agent_codec.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

Error refusedError(const char *code, const QString &thing, const Problems &problems)
{
    QStringList sentences;
    for (const Problem &problem : problems)
        sentences.append(problem.message);
    const QString text = sentences.join(u' ');
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code),
        u"The %1 cannot be saved: %2"_s.arg(thing, text), { { u"problems"_s, text } } };
}

} // namespace

Result<EndpointDefinition> acceptableEndpoint(EndpointDefinition endpoint)
{
    endpoint.name = endpoint.name.trimmed();
    endpoint.url = endpoint.url.trimmed();
    endpoint.model = endpoint.model.trimmed();
    if (const Problems problems = problemsOf(endpoint); !problems.isEmpty())
        return refusedError(code::EndpointInvalid, u"model endpoint"_s, problems);
    return endpoint;
}

Result<LocalAgent> acceptableAgent(LocalAgent agent)
{
    agent.name = agent.name.trimmed();
    agent.model = agent.model.trimmed();
    if (const Problems problems = problemsOf(agent); !problems.isEmpty())
        return refusedError(code::LocalAgentInvalid, u"agent"_s, problems);
    return agent;
}

OwnAgentsService::OwnAgentsService(Store *store, Clock *clock, IdSource *ids,
    AgentConnector *connector, std::vector<ModelSetup> session, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_ids(ids)
    , m_connector(connector)
    , m_session(std::move(session))
{
}

// --- what runs ----------------------------------------------------------------------------------

QCoro::Task<Result<void>> OwnAgentsService::begin(Keys keys)
{
    keys.insert(m_keys); // what was entered while these were being read is newer
    m_keys = std::move(keys);
    m_usesStored = true;
    return refresh();
}

void OwnAgentsService::beginWithoutStored()
{
    m_connector->setModels(m_session);
}

QCoro::Task<Result<void>> OwnAgentsService::refresh()
{
    const QPointer<OwnAgentsService> self(this);
    const Result<EndpointDefinitionList> endpoints = co_await m_store->endpoints();
    if (!self)
        co_return cancelledError();
    const Result<LocalAgentList> agents = co_await m_store->ownAgents();
    if (!self)
        co_return cancelledError();
    std::vector<ModelSetup> setups = m_session;
    if (endpoints && agents) {
        for (const EndpointDefinition &endpoint : *endpoints) {
            ModelSetup setup;
            setup.endpoint = { QUrl(endpoint.url, QUrl::StrictMode), m_keys.value(endpoint.id),
                endpoint.model, endpoint.id, endpoint.name };
            std::ranges::copy_if(*agents, std::back_inserter(setup.agents),
                [&endpoint](const LocalAgent &agent) { return agent.endpoint == endpoint.id; });
            setups.push_back(std::move(setup));
        }
    }
    m_connector->setModels(setups);
    co_return endpoints ? (agents ? Result<void>() : agents.error()) : endpoints.error();
}

QCoro::Task<Result<void>> OwnAgentsService::applyChange()
{
    const QPointer<OwnAgentsService> self(this);
    Result<void> applied;
    if (m_usesStored)
        applied = co_await refresh();
    if (!self)
        co_return cancelledError();
    emit changed();
    co_return applied;
}

// --- endpoints ----------------------------------------------------------------------------------

QCoro::Task<Result<EndpointDefinition>> OwnAgentsService::addEndpoint(
    EndpointDefinition endpoint, QByteArray key)
{
    return saveEndpoint(std::move(endpoint), std::move(key), Saving::New);
}

QCoro::Task<Result<EndpointDefinition>> OwnAgentsService::updateEndpoint(
    EndpointDefinition endpoint, std::optional<QByteArray> key)
{
    return saveEndpoint(std::move(endpoint), std::move(key), Saving::Change);
}

QCoro::Task<Result<EndpointDefinition>> OwnAgentsService::saveEndpoint(
    EndpointDefinition endpoint, std::optional<QByteArray> key, Saving saving)
{
    const QPointer<OwnAgentsService> self(this);
    const Result<EndpointDefinition> accepted = acceptableEndpoint(endpoint);
    if (!accepted)
        co_return accepted.error();
    EndpointDefinition saved = *accepted;
    auto storing = saving == Saving::New ? m_store->insertEndpoint(saved, m_clock->now())
                                         : m_store->updateEndpoint(saved);
    const Result<void> stored = co_await storing;
    if (!self)
        co_return cancelledError();
    if (!stored)
        co_return stored.error();
    if (saving == Saving::Change)
        ++saved.version;
    if (key)
        m_keys.insert(saved.id, *key);
    const Result<void> applied = co_await applyChange();
    if (!applied)
        co_return applied.error();
    co_return Result<EndpointDefinition>(saved);
}

QCoro::Task<Result<void>> OwnAgentsService::removeEndpoint(EndpointId id)
{
    const QPointer<OwnAgentsService> self(this);
    const Result<void> removed = co_await m_store->deleteEndpoint(id);
    if (!self)
        co_return cancelledError();
    if (!removed)
        co_return removed;
    m_keys.remove(id);
    co_return co_await applyChange();
}

// --- agents -------------------------------------------------------------------------------------

QCoro::Task<Result<LocalAgent>> OwnAgentsService::addAgent(LocalAgent agent)
{
    if (agent.id.isEmpty())
        agent.id = AgentId(m_ids->next());
    return saveAgent(std::move(agent), Saving::New);
}

QCoro::Task<Result<LocalAgent>> OwnAgentsService::updateAgent(LocalAgent agent)
{
    return saveAgent(std::move(agent), Saving::Change);
}

QCoro::Task<Result<LocalAgent>> OwnAgentsService::saveAgent(LocalAgent agent, Saving saving)
{
    const QPointer<OwnAgentsService> self(this);
    const Result<LocalAgent> accepted = acceptableAgent(agent);
    if (!accepted)
        co_return accepted.error();
    LocalAgent saved = *accepted;
    auto storing = saving == Saving::New ? m_store->insertOwnAgent(saved, m_clock->now())
                                         : m_store->updateOwnAgent(saved);
    const Result<void> stored = co_await storing;
    if (!self)
        co_return cancelledError();
    if (!stored)
        co_return stored.error();
    if (saving == Saving::Change)
        ++saved.version;
    const Result<void> applied = co_await applyChange();
    if (!applied)
        co_return applied.error();
    co_return Result<LocalAgent>(saved);
}

QCoro::Task<Result<void>> OwnAgentsService::removeAgent(AgentId id)
{
    const QPointer<OwnAgentsService> self(this);
    const Result<void> removed = co_await m_store->deleteOwnAgent(id);
    if (!self)
        co_return cancelledError();
    if (!removed)
        co_return removed;
    co_return co_await applyChange();
}

} // namespace renum
