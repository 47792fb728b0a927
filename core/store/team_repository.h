// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/statement.h"
#include "core/store/store.h"
#include "core/store/team_version_repository.h"

namespace renum {

/// Table renum_agent_teams. What is stored of a team is kept as a version of it, too.
class TeamRepository {
public:
    explicit TeamRepository(Connection *connection);

    [[nodiscard]] Result<Page<Team>> page(const TeamQuery &query);
    [[nodiscard]] Result<Team> find(const TeamId &id);
    [[nodiscard]] Result<int> count();
    [[nodiscard]] Result<void> insert(const Team &team);
    /// The version becomes expectedVersion + 1. Errors: not_found, version_conflict.
    [[nodiscard]] Result<void> update(const Team &team, int expectedVersion);
    /// With its executions and all that belongs to them. Errors: not_found, team_busy.
    [[nodiscard]] Result<void> remove(const TeamId &id);

private:
    Statement m_page;
    Statement m_find;
    Statement m_count;
    Statement m_insert;
    Statement m_update;
    Statement m_activeExecutions;
    Statement m_removeExecutions;
    Statement m_remove;
    TeamVersionRepository m_versions;
};

} // namespace renum
