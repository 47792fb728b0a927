// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/local_agent.h"
#include "core/store/statement.h"

namespace renum {

/// Table renum_own_agents.
class OwnAgentRepository {
public:
    explicit OwnAgentRepository(Connection *connection);

    /// In the order in which they were made.
    [[nodiscard]] Result<LocalAgentList> all();
    [[nodiscard]] Result<LocalAgent> find(const AgentId &id);
    /// Errors: name_taken, endpoint_unknown.
    [[nodiscard]] Result<void> insert(const LocalAgent &agent, Timestamp now);
    /// Replaces the version that it has; that becomes one more. Errors: not_found,
    /// version_conflict, name_taken, endpoint_unknown.
    [[nodiscard]] Result<void> update(const LocalAgent &agent);
    /// Errors: not_found.
    [[nodiscard]] Result<void> remove(const AgentId &id);

private:
    [[nodiscard]] Result<void> check(const LocalAgent &agent);
    [[nodiscard]] static Result<bool> isThere(Statement &count);

    Statement m_all;
    Statement m_find;
    Statement m_sameName;
    Statement m_endpoint;
    Statement m_insert;
    Statement m_update;
    Statement m_remove;
};

} // namespace renum
