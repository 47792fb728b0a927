// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team_version.h"
#include "core/store/statement.h"

#include <QList>

namespace renum {

/// Table renum_team_versions: every state in which a team was stored.
class TeamVersionRepository {
public:
    /// So many of the newest are kept, and all that have a label.
    static constexpr int KeptVersions = 200;

    explicit TeamVersionRepository(Connection *connection);

    /// Newest first, those before `before`. An unknown team has none.
    [[nodiscard]] Result<QList<TeamVersion>> before(const TeamId &team, int before, int limit);
    /// Errors: team_version_unknown.
    [[nodiscard]] Result<TeamVersion> find(const TeamId &team, int version);
    /// Keeps the team as it is; old versions without a label go.
    [[nodiscard]] Result<void> insert(const Team &team);
    /// An empty label takes it away. Errors: team_version_unknown.
    [[nodiscard]] Result<void> setLabel(const TeamId &team, int version, const QString &label);

private:
    [[nodiscard]] static TeamVersion readRow(const Statement &select);
    [[nodiscard]] static Error unknownVersion(const TeamId &team, int version);

    Statement m_page;
    Statement m_find;
    Statement m_insert;
    Statement m_prune;
    Statement m_label;
};

} // namespace renum
