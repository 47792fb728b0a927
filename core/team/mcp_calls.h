// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/clock.h"
#include "core/team/mcp_messages.h"

#include <QCoroTask>

#include <chrono>
#include <stop_token>

namespace renum {

/// Executes the calls of one request in limited time, one after the other. Lives as long as the
/// task that uses it; nothing of what it borrows is touched once `stop` was requested.
class McpCalls {
public:
    McpCalls(Clock *clock, TeamCallHandler *handler, std::chrono::milliseconds limit,
        std::stop_token stop);

    /// Ends within the time limit. A request to another agent that is still open then is told as
    /// pending.
    [[nodiscard]] QCoro::Task<ToolAnswer> execute(McpToolCall call);

private:
    [[nodiscard]] bool timeIsUp() const;

    Clock *m_clock;
    TeamCallHandler *m_handler;
    std::chrono::nanoseconds m_deadline; ///< of Clock::monotonic()
    std::stop_token m_stop;
};

} // namespace renum
