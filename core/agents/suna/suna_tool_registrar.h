// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/suna/suna_client.h"
#include "core/agents/tool_registration.h"

#include <QCoroTask>
#include <QPointer>

#include <functional>
#include <optional>
#include <stop_token>

namespace renum {

/// Puts an MCP server into the `custom_mcps` of one agent and takes it out again (suna-api.md §2.3,
/// §2.5). Suna knows only whole lists and no conditions, so each change begins with reading what is
/// stored now, and ends with reading again whether it was kept.
class SunaToolRegistrar {
public:
    SunaToolRegistrar(SunaClient *client, SunaServer server, AgentId agent, std::stop_token stop);

    /// This object must live until the task has ended.
    [[nodiscard]] QCoro::Task<Result<void>> add(ToolServer server);
    [[nodiscard]] QCoro::Task<Result<void>> remove(ToolRegistration registration);

private:
    /// The list to send for the list that is stored; none when nothing is to be done. The number
    /// says how many changes were sent before.
    using Plan = std::function<Result<std::optional<Json>>(const Json &, int)>;
    [[nodiscard]] QCoro::Task<Result<void>> bring(Plan plan, QString name);
    [[nodiscard]] QCoro::Task<Result<Json>> readEntries();
    [[nodiscard]] QCoro::Task<Result<void>> writeEntries(Json entries);
    /// Waits when asking again may help; otherwise the error that ends it.
    [[nodiscard]] QCoro::Task<Result<void>> pauseAfter(Error error, int round);

    QPointer<SunaClient> m_client;
    SunaServer m_server;
    AgentId m_agent;
    std::stop_token m_stop;
};

/// Why this server cannot be given to an agent of that Suna.
[[nodiscard]] std::optional<Error> toolServerProblem(
    const SunaServer &suna, const ToolServer &server);

} // namespace renum
