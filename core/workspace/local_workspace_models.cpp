// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/workspace/local_workspace_p.h"

#include <QLoggingCategory>
#include <QPointer>

#include <algorithm>

/// Model endpoints, their keys, and agents of one's own. Keys are read and written here, on the
/// front end's thread, where the system's keychain may ask the person.
namespace renum {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcModels, "renum.workspace.models", QtInfoMsg)

Error notFound(const EndpointId &id)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::NotFound),
        u"There is no model endpoint %1."_s.arg(id.toString()), { { u"id"_s, id.toString() } } };
}

ModelEndpoint endpointOf(const EndpointDefinition &endpoint, const QByteArray &key)
{
    return { QUrl(endpoint.url, QUrl::StrictMode), key, endpoint.model, endpoint.id,
        endpoint.name };
}

void warnOf(const EndpointDefinition &endpoint, const Error &error)
{
    qCWarning(lcModels).noquote() << "the key of endpoint" << endpoint.id.toString() << ':'
                                  << error.message;
}

} // namespace

QCoro::Task<> LocalWorkspace::beginModels()
{
    const QPointer<LocalWorkspace> self(this);
    const std::stop_token stop = d->tasks.token();
    OwnAgentsService::Keys keys;
    const Result<EndpointDefinitionList> endpoints = co_await modelEndpoints(stop);
    if (!self)
        co_return;
    const EndpointDefinitionList all = endpoints ? *endpoints : EndpointDefinitionList();
    for (const EndpointDefinition &endpoint : all) {
        const Result<QByteArray> key = co_await d->keys->read(endpoint);
        if (!self)
            co_return;
        // Without its key the endpoint's answer says that it is missing: that can be acted on.
        if (key)
            keys.insert(endpoint.id, *key);
        else
            warnOf(endpoint, key.error());
    }
    d->link->post([keys](EngineHost &host) { host.beginModels(keys); });
}

QCoro::Task<Result<EndpointDefinitionList>> LocalWorkspace::modelEndpoints(std::stop_token stop)
{
    return d->call<EndpointDefinitionList>(
        [](EngineHost &host, const std::stop_token &) { return host.store().endpoints(); }, stop);
}

QCoro::Task<Result<EndpointDefinition>> LocalWorkspace::storedEndpoint(
    EndpointId id, std::stop_token stop)
{
    const Result<EndpointDefinitionList> endpoints = co_await modelEndpoints(stop);
    if (!endpoints)
        co_return endpoints.error();
    const auto stored = std::ranges::find(*endpoints, id, &EndpointDefinition::id);
    if (stored == endpoints->cend())
        co_return notFound(id);
    co_return Result<EndpointDefinition>(*stored);
}

QCoro::Task<Result<EndpointDefinition>> LocalWorkspace::addModelEndpoint(
    EndpointDefinition endpoint, EndpointKey key, std::stop_token stop)
{
    const QPointer<LocalWorkspace> self(this);
    if (endpoint.id.isEmpty())
        endpoint.id = EndpointId(RandomIdSource().next());
    endpoint.version = 1;
    endpoint.usesKey = key.change == EndpointKey::Change::Set && !key.secret.isEmpty();
    const Result<EndpointDefinition> accepted = acceptableEndpoint(endpoint);
    if (!accepted)
        co_return accepted.error();
    const EndpointDefinition added = *accepted;
    const QByteArray secret = added.usesKey ? key.secret : QByteArray();
    if (added.usesKey) {
        const Result<void> written = co_await d->keys->write(added, secret, key.keeping);
        if (!self)
            co_return cancelledError();
        if (!written)
            co_return written.error();
    }
    EngineWork<EndpointDefinition> work
        = [added, secret](EngineHost &host, const std::stop_token &) {
              return host.ownAgents().addEndpoint(added, secret);
          };
    const Result<EndpointDefinition> stored
        = co_await d->call<EndpointDefinition>(std::move(work), stop);
    if (!self || stored || !added.usesKey)
        co_return stored;
    const Result<void> forgotten = co_await d->keys->forget(added);
    if (!forgotten)
        warnOf(added, forgotten.error());
    co_return stored;
}

QCoro::Task<Result<EndpointDefinition>> LocalWorkspace::updateModelEndpoint(
    EndpointDefinition endpoint, EndpointKey key, std::stop_token stop)
{
    const QPointer<LocalWorkspace> self(this);
    const Result<EndpointDefinition> accepted = acceptableEndpoint(endpoint);
    if (!accepted)
        co_return accepted.error();
    const Result<EndpointDefinition> found = co_await storedEndpoint(endpoint.id, stop);
    if (!self)
        co_return cancelledError();
    if (!found)
        co_return found.error();
    EndpointDefinition changed = *accepted;
    const EndpointDefinition stored = *found;
    const bool sameServer = originOf(stored.url) == originOf(changed.url);
    if (key.change == EndpointKey::Change::Set && key.secret.isEmpty())
        key.change = EndpointKey::Change::Forget;
    if (key.change == EndpointKey::Change::Keep && !sameServer)
        key.change = EndpointKey::Change::Forget;
    changed.usesKey = key.change == EndpointKey::Change::Set
        || (key.change == EndpointKey::Change::Keep && stored.usesKey);
    const Result<EndpointDefinition> result = co_await storeChange(stored, changed, key, stop);
    const bool orphaned = stored.usesKey && (!sameServer || !changed.usesKey);
    if (!self || !result || !orphaned)
        co_return result;
    const Result<void> forgotten = co_await d->keys->forget(stored);
    if (!forgotten)
        warnOf(stored, forgotten.error());
    co_return result;
}

// The new key is there before the endpoint counts on it; when that cannot be stored, the old one
// comes back.
QCoro::Task<Result<EndpointDefinition>> LocalWorkspace::storeChange(
    EndpointDefinition stored, EndpointDefinition endpoint, EndpointKey key, std::stop_token stop)
{
    const QPointer<LocalWorkspace> self(this);
    const bool isSet = key.change == EndpointKey::Change::Set;
    EndpointDefinition before = endpoint;
    before.usesKey = stored.usesKey;
    QByteArray previous;
    if (isSet) {
        const Result<QByteArray> kept = co_await d->keys->read(before);
        if (!self)
            co_return cancelledError();
        if (kept)
            previous = *kept;
        const Result<void> written = co_await d->keys->write(endpoint, key.secret, key.keeping);
        if (!self)
            co_return cancelledError();
        if (!written)
            co_return written.error();
    }
    std::optional<QByteArray> secret;
    if (key.change != EndpointKey::Change::Keep)
        secret = isSet ? key.secret : QByteArray();
    EngineWork<EndpointDefinition> work
        = [endpoint, secret](EngineHost &host, const std::stop_token &) {
              return host.ownAgents().updateEndpoint(endpoint, secret);
          };
    const Result<EndpointDefinition> result
        = co_await d->call<EndpointDefinition>(std::move(work), stop);
    if (!self || result || !isSet)
        co_return result;
    const Result<void> undone = co_await d->keys->write(endpoint, previous, key.keeping);
    if (!undone)
        warnOf(endpoint, undone.error());
    co_return result;
}

QCoro::Task<Result<void>> LocalWorkspace::removeModelEndpoint(EndpointId id, std::stop_token stop)
{
    const QPointer<LocalWorkspace> self(this);
    const Result<EndpointDefinition> stored = co_await storedEndpoint(id, stop);
    if (!self)
        co_return cancelledError();
    if (!stored)
        co_return stored.error();
    EngineWork<void> work = [id](EngineHost &host, const std::stop_token &) {
        return host.ownAgents().removeEndpoint(id);
    };
    const Result<void> removed = co_await d->call<void>(std::move(work), stop);
    if (!self || !removed || !stored->usesKey)
        co_return removed;
    const EndpointDefinition gone = *stored;
    const Result<void> forgotten = co_await d->keys->forget(gone);
    if (!forgotten)
        warnOf(gone, forgotten.error());
    co_return removed;
}

QCoro::Task<Result<ConnectionReport>> LocalWorkspace::checkModelEndpoint(
    EndpointDefinition endpoint, EndpointKey key, std::stop_token stop)
{
    const QPointer<LocalWorkspace> self(this);
    // An address alone can be checked before the endpoint has a name.
    EndpointDefinition named = endpoint;
    if (named.name.trimmed().isEmpty())
        named.name = u"-"_s;
    const Result<EndpointDefinition> accepted = acceptableEndpoint(named);
    if (!accepted)
        co_return accepted.error();
    QByteArray secret = key.secret;
    if (key.change == EndpointKey::Change::Keep && !endpoint.id.isEmpty()) {
        EndpointDefinition kept = *accepted;
        const Result<QByteArray> stored = co_await d->keys->read(kept);
        if (!self)
            co_return cancelledError();
        if (!stored)
            co_return stored.error();
        secret = *stored;
    }
    const ModelEndpoint there = endpointOf(*accepted, secret);
    EngineWork<ConnectionReport> work = [there](EngineHost &host, const std::stop_token &ended) {
        return host.checkModels(there, ended);
    };
    co_return co_await d->call<ConnectionReport>(std::move(work), stop);
}

QCoro::Task<Result<ConnectionReport>> LocalWorkspace::checkSunaServer(
    SunaConnection server, std::stop_token stop)
{
    return d->call<ConnectionReport>(
        [server](EngineHost &host, const std::stop_token &ended) {
            return host.checkSuna(server, ended);
        },
        stop);
}

QCoro::Task<Result<LocalAgentList>> LocalWorkspace::localAgents(std::stop_token stop)
{
    return d->call<LocalAgentList>(
        [](EngineHost &host, const std::stop_token &) { return host.store().ownAgents(); }, stop);
}

QCoro::Task<Result<LocalAgent>> LocalWorkspace::addLocalAgent(
    LocalAgent agent, std::stop_token stop)
{
    return d->call<LocalAgent>(
        [agent](
            EngineHost &host, const std::stop_token &) { return host.ownAgents().addAgent(agent); },
        stop);
}

QCoro::Task<Result<LocalAgent>> LocalWorkspace::updateLocalAgent(
    LocalAgent agent, std::stop_token stop)
{
    return d->call<LocalAgent>(
        [agent](EngineHost &host, const std::stop_token &) {
            return host.ownAgents().updateAgent(agent);
        },
        stop);
}

QCoro::Task<Result<void>> LocalWorkspace::removeLocalAgent(AgentId id, std::stop_token stop)
{
    return d->call<void>([id](EngineHost &host,
                             const std::stop_token &) { return host.ownAgents().removeAgent(id); },
        stop);
}

} // namespace renum
