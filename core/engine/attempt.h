// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine_settings.h"
#include "core/engine/event_factory.h"
#include "core/engine/event_log.h"
#include "core/engine/run_janitor.h"
#include "core/engine/run_slots.h"
#include "core/engine/service_gate.h"
#include "core/engine/spending_gate.h"
#include "core/model/execution_plan.h"
#include "core/workflow/start_so_far.h"
#include "core/workflow/team_so_far.h"

#include <QSet>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>

namespace renum {

/// What another engine had done of an attempt before it went away (contract §4.9).
struct TakenOverAttempt {
    StartSoFar remote;
    QSet<RunId> bookedRuns; ///< their usage is in the log already
    std::chrono::microseconds elapsed {}; ///< since it began
    TurnActions actions = {}; ///< what it did with the team's tools
    std::shared_ptr<ThreadRuns> runs = std::make_shared<ThreadRuns>(); ///< of its thread
};

class TeamHub;

/// What one attempt of one step is to do.
struct AttemptSpec {
    PlanStep step;
    int attempt = 1;
    QString prompt;
    QString threadTitle;
    std::optional<TakenOverAttempt> takenOver = {};
    /// The request that this attempt answers; empty for a step.
    MessageId serving = {};
    /// Which runs belong to the attempt's thread.
    std::shared_ptr<ThreadRuns> runs = std::make_shared<ThreadRuns>();
};

/// One turn of an attempt (contract §5.7.3): a run that gets `prompt`.
struct TurnSpec {
    int number = 1;
    QString prompt;
    ThreadRef thread = {}; ///< of the turns before; empty: a new one
};

/// What keeps attempts from starting too many runs, or from troubling a service that is away.
struct RunLimits {
    std::shared_ptr<ServiceGate> gate; ///< of the backend
    RunSlots *runSlots = nullptr;
};

/// What the engine lends an attempt. The pointers outlive it.
struct AttemptServices {
    BackendPtr backend;
    EventLog *log = nullptr;
    const EventFactory *events = nullptr;
    Clock *clock = nullptr;
    RunJanitor *janitor = nullptr;
    EngineSettings settings;
    RunLimits limits = {};
    TeamHub *team = nullptr; ///< null: the agent does not speak the team protocol
    /// What is sent for a prompt of the log: secrets are put in.
    std::function<QString(const QString &prompt)> reveal = {};
    std::shared_ptr<AgentTools> tools = {}; ///< that its runs may call; may be null
    std::shared_ptr<SpendingGate> spending = {};
    std::function<void(const SpendingGate::Wait &wait)> waitsToSpend = {}; ///< before it may start
};

} // namespace renum
