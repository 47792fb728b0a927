// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/endpoint_repository.h"

#include "core/model/definition_name.h"
#include "core/model/error_codes.h"
#include "core/store/definition_errors.h"
#include "core/store/store_errors.h"

#include <QStringList>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

EndpointDefinition readEndpoint(const Statement &select)
{
    EndpointDefinition endpoint;
    endpoint.id = select.id<EndpointId>(0);
    endpoint.name = select.text(1);
    endpoint.url = select.text(2);
    endpoint.model = select.text(3);
    endpoint.usesKey = select.flag(4);
    endpoint.version = select.number(5);
    return endpoint;
}

Error inUseError(const EndpointId &id, const QStringList &agents)
{
    const QString names = agents.join(", "_L1);
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::EndpointInUse),
        u"Agents run at this endpoint: %1. Remove them first, or let them run elsewhere."_s.arg(
            names),
        { { u"id"_s, id.toString() }, { u"agents"_s, names } } };
}

} // namespace

EndpointRepository::EndpointRepository(Connection *connection)
    : m_all(connection,
        "SELECT endpoint_id, name, url, model, uses_key, version FROM renum_model_endpoints "
        "ORDER BY created_at, endpoint_id")
    , m_find(connection,
          "SELECT endpoint_id, name, url, model, uses_key, version FROM renum_model_endpoints "
          "WHERE endpoint_id = ?")
    , m_sameName(connection,
          "SELECT count(*) FROM renum_model_endpoints WHERE name_key = ? AND endpoint_id <> ?")
    , m_insert(connection,
          "INSERT INTO renum_model_endpoints (endpoint_id, name, name_key, url, model, uses_key, "
          "version, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    , m_update(connection,
          "UPDATE renum_model_endpoints SET name = ?, name_key = ?, url = ?, model = ?, "
          "uses_key = ?, version = ? WHERE endpoint_id = ? AND version = ?")
    , m_users(connection,
          "SELECT name FROM renum_own_agents WHERE endpoint_id = ? ORDER BY name_key LIMIT 5")
    , m_remove(connection, "DELETE FROM renum_model_endpoints WHERE endpoint_id = ?")
{
}

Result<EndpointDefinitionList> EndpointRepository::all()
{
    if (const Result<void> ran = m_all.run(); !ran)
        return ran.error();
    EndpointDefinitionList endpoints;
    while (m_all.next())
        endpoints.append(readEndpoint(m_all));
    if (const Result<void> finished = m_all.finish(); !finished)
        return finished.error();
    return endpoints;
}

Result<EndpointDefinition> EndpointRepository::find(const EndpointId &id)
{
    if (const Result<void> ran = m_find.run(id); !ran)
        return ran.error();
    std::optional<EndpointDefinition> endpoint;
    if (m_find.next())
        endpoint = readEndpoint(m_find);
    if (const Result<void> finished = m_find.finish(); !finished)
        return finished.error();
    if (!endpoint)
        return notFoundError(u"model endpoint"_s, id.toString());
    return *std::move(endpoint);
}

Result<void> EndpointRepository::checkName(const EndpointDefinition &endpoint)
{
    const Result<void> ran = m_sameName.run(nameKey(endpoint.name), endpoint.id);
    if (!ran)
        return ran.error();
    const bool taken = m_sameName.next() && m_sameName.number(0) > 0;
    if (const Result<void> finished = m_sameName.finish(); !finished)
        return finished.error();
    if (taken)
        return nameTakenError(endpoint.name);
    return {};
}

Result<void> EndpointRepository::insert(const EndpointDefinition &endpoint, Timestamp now)
{
    if (const Result<void> free = checkName(endpoint); !free)
        return free.error();
    return m_insert.run(endpoint.id, endpoint.name, nameKey(endpoint.name), endpoint.url,
        endpoint.model, endpoint.usesKey, endpoint.version, now);
}

Result<void> EndpointRepository::update(const EndpointDefinition &endpoint)
{
    const Result<EndpointDefinition> stored = find(endpoint.id);
    if (!stored)
        return stored.error();
    if (stored->version != endpoint.version)
        return definitionConflict(endpoint.id.toString(), endpoint.version, stored->version);
    if (const Result<void> free = checkName(endpoint); !free)
        return free.error();
    return m_update.run(endpoint.name, nameKey(endpoint.name), endpoint.url, endpoint.model,
        endpoint.usesKey, endpoint.version + 1, endpoint.id, endpoint.version);
}

Result<void> EndpointRepository::remove(const EndpointId &id)
{
    if (const Result<void> ran = m_users.run(id); !ran)
        return ran.error();
    QStringList users;
    while (m_users.next())
        users.append(m_users.text(0));
    if (const Result<void> finished = m_users.finish(); !finished)
        return finished.error();
    if (!users.isEmpty())
        return inUseError(id, users);
    const Result<void> removed = m_remove.run(id);
    if (removed && m_remove.affectedRows() == 0)
        return notFoundError(u"model endpoint"_s, id.toString());
    return removed;
}

} // namespace renum
