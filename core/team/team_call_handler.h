// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/team_call.h"
#include "core/team/team_toolbox.h"

#include <QCoroTask>
#include <QString>

#include <optional>
#include <stop_token>

namespace renum {

/// What an agent that called a team tool in mid-run is told.
struct ToolAnswer {
    Json result; ///< null when there is an error
    std::optional<Error> error = {};
    /// Of a request_from_agent that nobody has answered yet; `result` then says "pending".
    MessageId request = {};

    friend bool operator==(const ToolAnswer &, const ToolAnswer &) = default;
};
[[nodiscard]] ToolAnswer answerOf(const ToolOutcome &outcome);
/// The answer as text; failures begin with "ERROR:", because not every caller looks at a flag.
[[nodiscard]] QString answerText(const ToolAnswer &answer);

/// The seam between a transport for team tools and the engine that executes them. The transport
/// keeps the time: a task that takes too long is told to stop, and what it answers then is lost.
class TeamCallHandler {
public:
    TeamCallHandler() = default;
    TeamCallHandler(const TeamCallHandler &) = delete;
    TeamCallHandler &operator=(const TeamCallHandler &) = delete;
    virtual ~TeamCallHandler() = default;

    /// Finds out whom the token stands for and executes the call. A request to an agent answers at
    /// once, pending, with its id. A call that was stopped may have been executed all the same.
    [[nodiscard]] virtual QCoro::Task<ToolAnswer> call(
        QString executionToken, TeamCall call, std::stop_token stop)
        = 0;
    /// Waits until a request that call() has made is answered or has timed out.
    [[nodiscard]] virtual QCoro::Task<ToolAnswer> answerTo(
        QString executionToken, MessageId request, std::stop_token stop)
        = 0;
};

} // namespace renum
