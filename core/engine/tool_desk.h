// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine_settings.h"
#include "core/engine/run_janitor.h"
#include "core/net/clock.h"
#include "core/team/execution_tokens.h"
#include "core/team/mcp_server.h"
#include "core/team/team_call_handler.h"

#include <QHash>

#include <memory>
#include <optional>

namespace renum {

/// An execution whose agents may call team tools in mid-run.
class ToolUser {
public:
    ToolUser() = default;
    ToolUser(const ToolUser &) = delete;
    ToolUser &operator=(const ToolUser &) = delete;
    virtual ~ToolUser() = default;

    [[nodiscard]] virtual ToolAnswer callTool(const AgentId &agent, const TeamCall &call) = 0;
    /// Ends when the request has an answer or has timed out.
    [[nodiscard]] virtual QCoro::Task<ToolAnswer> answerTo(MessageId request, std::stop_token stop)
        = 0;
};

/// The team tools over MCP (contract §5.7.3), for all executions of an engine: hosts the server as
/// long as somebody needs it, gives it to agents and takes it away again, and brings each call to
/// the execution that its token stands for. Changes agents only with the person's consent
/// (EngineSettings::toolServer).
class ToolDesk : public TeamCallHandler {
public:
    /// Clock and ids must outlive it.
    ToolDesk(Clock *clock, IdSource *ids, ToolServerSettings settings);
    ~ToolDesk() override;

    /// For what begins from now on. The address is that of the next server: one that serves goes
    /// on.
    void configure(ToolServerSettings settings);
    [[nodiscard]] bool mayChangeAgents() const noexcept { return m_settings.mayChangeAgents; }
    /// What give() will leave at the agent; to be stored before. Errors: those of listening.
    [[nodiscard]] Result<ToolRegistration> prepare(const AgentId &agent);
    /// Gives the tools to the agent, unless another execution has done so.
    [[nodiscard]] QCoro::Task<Result<void>> give(
        BackendPtr backend, ToolRegistration registration, std::stop_token stop);
    /// Takes them away when nobody needs them any more.
    [[nodiscard]] QCoro::Task<Result<void>> takeAway(
        BackendPtr backend, ToolRegistration registration, std::stop_token stop);

    void join(const ExecutionId &execution, ToolUser *user);
    /// Its tokens are worth nothing from now on.
    void leave(const ExecutionId &execution);
    [[nodiscard]] QString issueToken(const ExecutionId &execution, const AgentId &agent);

    [[nodiscard]] QCoro::Task<ToolAnswer> call(
        QString executionToken, TeamCall call, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<ToolAnswer> answerTo(
        QString executionToken, MessageId request, std::stop_token stop) override;

private:
    struct User {
        ToolUser *user = nullptr;
        TokenGrant grant;
    };
    [[nodiscard]] Result<User> userOf(const QString &token) const;
    [[nodiscard]] static QString keyOf(const BackendPtr &backend, const AgentId &agent);

    Clock *m_clock;
    IdSource *m_ids;
    ToolServerSettings m_settings;
    QString m_name;
    std::unique_ptr<McpServer> m_server; ///< from the first need on
    QUrl m_url;
    QHash<QString, int> m_holders; ///< executions that gave an agent the tools
    QHash<ExecutionId, ToolUser *> m_users;
    ExecutionTokens m_tokens;
};

} // namespace renum
