// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/attempt.h"
#include "core/engine/nested_teams.h"
#include "core/engine/step_work.h"
#include "core/net/task_scope.h"

#include <QObject>

namespace renum {

/// What a nested run is to do.
struct NestedSpec {
    PlanStep step;
    int attempt = 1;
    ExecutionRequest request;
    ExecutionId execution; ///< a fresh id, or the one that was begun before an interruption
    bool begun = false; ///< the intent is in the log
    bool booked = false; ///< what it used is in the log
};

/// A team that works as one step of another (contract §3.2 [EXT]): an execution of its own, with a
/// log of its own. Its costs are booked there, and shown in the step as well.
class NestedRun : public QObject, public StepWork {
    Q_OBJECT

public:
    struct Services {
        EventLog *log = nullptr;
        const EventFactory *events = nullptr;
        NestedTeams *teams = nullptr;
        BackendPtr backend;
        std::shared_ptr<SpendingGate> spending; ///< null: it is counted already
    };
    NestedRun(NestedSpec spec, Services services, Callbacks callbacks, QObject *parent = nullptr);

    void start() override;
    void cancel() override;
    void silence() override { m_silent = true; }
    void pause(bool paused);

private:
    QCoro::Task<> drive();
    void conclude(const Execution &execution);
    void end(AttemptEnd end);

    NestedSpec m_spec;
    Services m_services;
    Callbacks m_callbacks;
    bool m_cancelled = false;
    bool m_silent = false;
    bool m_ended = false;
    TaskScope m_tasks;
};

} // namespace renum
