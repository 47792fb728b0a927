// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/breakpoint.h"
#include "core/model/ids.h"
#include "core/model/result.h"
#include "core/model/spending_cap.h"
#include "core/workflow/editing/team_part.h"

#include <QCoroTask>
#include <QObject>

#include <optional>
#include <stop_token>

namespace renum {

struct ExecuteRequest;

/// Running a part of a team, and interventions in a running execution; each of these is an event of
/// its log. As for Workspace: asynchronous, values only, on the workspace's thread; every call ends
/// early with `user_cancelled` when `stop` is requested. Errors of interventions: not_found;
/// execution_not_active for one that is over, was interrupted, or runs elsewhere.
class ExecutionControls : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// As Workspace::execute(), with a part of the team; config.pinned are the results at hand.
    /// Errors: as there, not_found also for the member.
    [[nodiscard]] virtual QCoro::Task<Result<Execution>> executePart(
        ExecuteRequest request, TeamPart part, std::stop_token stop = {})
        = 0;

    /// Completes a step that waits, works or has failed with `value`, a text or JSON as an agent
    /// would answer; or skips it without one. A step at work is stopped first. Errors:
    /// step_not_held.
    [[nodiscard]] virtual QCoro::Task<Result<void>> skipStep(
        ExecutionId id, StepId step, std::optional<QString> value, std::stop_token stop = {})
        = 0;
    /// Lets a step that failed run again, and what was skipped for want of it, while the execution
    /// is still going; one that is over is for Workspace::retryExecution(). Errors: step_not_held.
    [[nodiscard]] virtual QCoro::Task<Result<void>> retryStep(
        ExecutionId id, StepId step, std::stop_token stop = {})
        = 0;
    /// Puts a person's message into an agent's mailbox (contract §5.6): it reads it when it starts
    /// next, or asks for its messages. Errors: recipient_unknown, message_invalid,
    /// message_too_large, message_limit_reached.
    [[nodiscard]] virtual QCoro::Task<Result<void>> sendMessage(
        ExecutionId id, AgentId agent, QString text, std::stop_token stop = {})
        = 0;
    /// Changes what the execution may spend; goes on when it held at the old limit. Errors:
    /// cap_too_low.
    [[nodiscard]] virtual QCoro::Task<Result<void>> raiseCap(
        ExecutionId id, SpendingCap cap, std::stop_token stop = {})
        = 0;
    /// In place of those it has. Errors: breakpoint_invalid.
    [[nodiscard]] virtual QCoro::Task<Result<void>> setBreakpoints(
        ExecutionId id, Breakpoints breakpoints, std::stop_token stop = {})
        = 0;
    /// Goes on, and holds before whatever starts next.
    [[nodiscard]] virtual QCoro::Task<Result<void>> continueToNext(
        ExecutionId id, std::stop_token stop = {})
        = 0;
};

} // namespace renum
