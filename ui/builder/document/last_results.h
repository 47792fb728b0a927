// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/builder/document/kept_members.h"

#include <QMap>

namespace renum::ui {

/// What the members of a team said when they last ran.
struct LastResults {
    QMap<AgentId, KeptMember> members;
    QString prompt; ///< of the latest run; empty when there was none
};

/// From the latest run of a stored team, and what that one lacks from the few before it that were
/// asked the same: after one member ran alone, the others are still known.
[[nodiscard]] QCoro::Task<Result<LastResults>> readLastResults(
    Workspace *workspace, TeamId team, std::stop_token stop);

} // namespace renum::ui
