// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/page.h"
#include "core/model/team_version.h"

#include <QCoroTask>

namespace renum {

class StoreAccess;

/// The states in which teams were stored (feature TM-09). They are written by the store itself,
/// together with the team: the newest TeamVersionRepository::KeptVersions, and all that have a
/// label. Called as Store is; errors are those of Store too.
class TeamVersionStore {
public:
    /// `access` outlives this.
    explicit TeamVersionStore(const StoreAccess *access)
        : m_access(access)
    {
    }

    /// Newest first. Errors: not_found.
    [[nodiscard]] QCoro::Task<Result<Page<TeamVersion>>> versions(TeamId team, PageRequest page);
    /// Errors: team_version_unknown.
    [[nodiscard]] QCoro::Task<Result<TeamVersion>> version(TeamId team, int version);
    /// An empty label takes it away. Errors: team_version_unknown.
    [[nodiscard]] QCoro::Task<Result<void>> setLabel(TeamId team, int version, QString label);

private:
    const StoreAccess *m_access;
};

} // namespace renum
