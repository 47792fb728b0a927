// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/costs/pricing.h"
#include "core/costs/spending_limits.h"
#include "core/engine/circuit_breaker.h"

#include <QHostAddress>
#include <QString>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>

namespace renum {

/// How agents reach the team tools over MCP (contract §5.7.3).
struct ToolServerSettings {
    /// The person agreed that agents of mcp members are changed while they work. Without it such
    /// members speak the team protocol of the prompt.
    bool mayChangeAgents = false;
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 0; ///< 0: any that is free
    QUrl publicUrl = {}; ///< how the agent service reaches it; empty: by address and port
};

/// Limits and pacing of the engine (contract §4.5 to §4.10).
struct EngineSettings {
    int maxConcurrentExecutions = 5;
    int maxConcurrentRuns = 50; ///< at work at the agent services, over all executions
    CircuitBreakerSettings circuitBreaker;
    /// How long a step waits for a service that does not answer; at most its own time-out.
    std::chrono::milliseconds circuitWait = std::chrono::seconds(120);
    /// How often a step that waits for a slot tells its place in the queue when it has moved.
    std::chrono::milliseconds queueInterval = std::chrono::seconds(10);
    /// Q of reliability §1.4: how long an ambiguous start is watched.
    std::chrono::milliseconds startWindow = std::chrono::seconds(60);
    /// How long a start request may stay unanswered; not less than the backends' own time-out for
    /// it. When the engine goes away meanwhile, the window is counted from its end.
    std::chrono::milliseconds startPatience = std::chrono::seconds(180);
    /// From sending a start to the end of its window.
    [[nodiscard]] std::chrono::milliseconds longestWatch() const
    {
        return startPatience + startWindow;
    }
    std::chrono::milliseconds reconcileInterval = std::chrono::seconds(5);
    /// Streamed text is coalesced to at most one event per step in this time (design §3.1).
    std::chrono::milliseconds outputInterval = std::chrono::milliseconds(250);
    std::chrono::milliseconds stopWait = std::chrono::seconds(10);
    /// The latest at which who asked to close an interrupted execution gets an answer.
    std::chrono::milliseconds closeAnswer = std::chrono::seconds(15);
    /// While the service has no free slot.
    std::chrono::milliseconds busyRetry = std::chrono::seconds(10);
    /// How long a run that could not be stopped is asked to stop again (contract §4.6).
    std::chrono::milliseconds reapFor = std::chrono::minutes(10);
    ToolServerSettings toolServer;
    /// Says what bookings cost, on the engine's thread; without it they carry no cost.
    std::shared_ptr<const Pricing> pricing = {};
    /// What may be spent over all executions, on the engine's thread; without it as much as their
    /// own caps allow.
    std::shared_ptr<SpendingLimits> limits = {};
    QString owner; ///< random id of this process start
    std::optional<quint64> jitterSeed; ///< of the retry delays; random when absent
};

} // namespace renum
