// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/ids.h"

#include <QString>

#include <vector>

namespace renum {

/// One member of a team at work, as the others may know it.
struct TeamMemberInfo {
    AgentId id;
    QString name;
    QString role; ///< empty means `member`
    int order = 1; ///< of its step
    StepStatus status = StepStatus::Pending;
};

/// Who works together in an execution.
struct TeamRoster {
    ExecutionId execution;
    QString teamName;
    std::vector<TeamMemberInfo> members; ///< by order

    [[nodiscard]] const TeamMemberInfo *find(const AgentId &id) const;
};

/// The answer of get_team_info to `self`.
[[nodiscard]] Json teamInfo(const TeamRoster &roster, const AgentId &self);

} // namespace renum
