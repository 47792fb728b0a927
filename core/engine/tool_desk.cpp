// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/tool_desk.h"

#include "core/model/error_codes.h"
#include "core/team/team_tools.h"

#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// No execution is longer; a token ends with its execution anyway.
constexpr auto TokenLife = std::chrono::hours(24 * 7);

QStringList toolNames()
{
    QStringList names;
    for (const TeamTool &tool : teamTools())
        names.append(tool.name);
    return names;
}

ToolAnswer refused(const Error &error)
{
    return { {}, error };
}

} // namespace

ToolDesk::ToolDesk(Clock *clock, IdSource *ids, ToolServerSettings settings)
    : m_clock(clock)
    , m_ids(ids)
    , m_settings(std::move(settings))
{
}

ToolDesk::~ToolDesk() = default;

void ToolDesk::configure(ToolServerSettings settings)
{
    m_settings = std::move(settings);
    if (m_users.isEmpty() && m_holders.isEmpty())
        m_server.reset();
}

Result<ToolRegistration> ToolDesk::prepare(const AgentId &agent)
{
    if (!m_server) {
        McpServerSettings settings;
        settings.address = m_settings.address;
        settings.port = m_settings.port;
        settings.publicUrl = m_settings.publicUrl;
        auto server = std::make_unique<McpServer>(m_clock, this, settings);
        const Result<QUrl> url = server->listen();
        if (!url)
            return url.error();
        m_url = *url;
        // Several of these programs may use the same agents.
        m_name = u"renum"_s + m_ids->next().remove(u'-').right(12);
        m_server = std::move(server);
    }
    return registrationOf(agent, { m_name, m_url, toolNames() });
}

QString ToolDesk::keyOf(const BackendPtr &backend, const AgentId &agent)
{
    return backend->address() + u' ' + agent.toString();
}

QCoro::Task<Result<void>> ToolDesk::give(
    BackendPtr backend, ToolRegistration registration, std::stop_token stop)
{
    const QString key = keyOf(backend, registration.agent);
    if (m_holders[key]++ > 0)
        co_return Result<void>();
    const ToolServer server { registration.name, m_url, toolNames() };
    const Result<ToolRegistration> given
        = co_await backend->registerTools(registration.agent, server, stop);
    if (given)
        co_return Result<void>();
    if (--m_holders[key] <= 0)
        m_holders.remove(key);
    co_return given.error();
}

QCoro::Task<Result<void>> ToolDesk::takeAway(
    BackendPtr backend, ToolRegistration registration, std::stop_token stop)
{
    const QString key = keyOf(backend, registration.agent);
    const auto holders = m_holders.find(key);
    if (holders != m_holders.end()) {
        if (--*holders > 0)
            co_return Result<void>();
        m_holders.erase(holders);
    }
    const Result<void> taken = co_await backend->unregisterTools(registration, stop);
    co_return taken;
}

void ToolDesk::join(const ExecutionId &execution, ToolUser *user)
{
    m_users.insert(execution, user);
}

void ToolDesk::leave(const ExecutionId &execution)
{
    m_users.remove(execution);
    m_tokens.revokeAll(execution);
}

QString ToolDesk::issueToken(const ExecutionId &execution, const AgentId &agent)
{
    m_tokens.prune(m_clock->now());
    return m_tokens.issue({ execution, agent, m_clock->now() + TokenLife }, *m_ids);
}

Result<ToolDesk::User> ToolDesk::userOf(const QString &token) const
{
    const Result<TokenGrant> grant = m_tokens.resolve(token, m_clock->now());
    if (!grant)
        return grant.error();
    ToolUser *user = m_users.value(grant->execution);
    if (!user) {
        return Error { ErrorCategory::AuthenticationError,
            QString::fromLatin1(code::ExecutionNotActive),
            u"The execution of this token has ended."_s };
    }
    return User { user, *grant };
}

QCoro::Task<ToolAnswer> ToolDesk::call(QString executionToken, TeamCall call, std::stop_token)
{
    const Result<User> user = userOf(executionToken);
    if (!user)
        co_return refused(user.error());
    co_return user->user->callTool(user->grant.agent, call);
}

QCoro::Task<ToolAnswer> ToolDesk::answerTo(
    QString executionToken, MessageId request, std::stop_token stop)
{
    const Result<User> user = userOf(executionToken);
    if (!user)
        co_return refused(user.error());
    const ToolAnswer answer = co_await user->user->answerTo(request, stop);
    co_return answer;
}

} // namespace renum
