// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/editing/team_part.h"

#include <QCoroTask>
#include <QObject>

#include <stop_token>

namespace renum {

struct ExecuteRequest;

/// Running a part of a team, and interventions in a running execution; each is an event of its log.
/// As for Workspace: asynchronous, values only, on the workspace's thread; every call ends early
/// with `user_cancelled` when `stop` is requested.
class ExecutionControls : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// As Workspace::execute(), with a part of the team; config.pinned are the results at hand.
    /// Errors: as there, not_found also for the member.
    [[nodiscard]] virtual QCoro::Task<Result<Execution>> executePart(
        ExecuteRequest request, TeamPart part, std::stop_token stop = {})
        = 0;
};

} // namespace renum
