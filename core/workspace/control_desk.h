// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/clock.h"
#include "core/net/task_scope.h"
#include "core/store/control_requests.h"
#include "core/workspace/execution_service.h"

#include <QObject>

#include <memory>

namespace renum {

/// While this engine drives anything: takes up what other programs on this computer ask of its
/// executions, one after the other, and answers. On the engine thread.
class ControlDesk : public QObject {
    Q_OBJECT

public:
    /// All of them outlive it. `owner`: the engine's.
    ControlDesk(Store *store, Clock *clock, ExecutionService *executions, QString owner,
        QObject *parent = nullptr);

private:
    void lookLater();
    void look();
    QCoro::Task<> serve();
    QCoro::Task<> carryOut(ControlRequest request);
    QCoro::Task<Result<void>> perform(ControlRequest request);

    ControlRequests m_requests;
    Clock *m_clock;
    ExecutionService *m_executions;
    QString m_owner;
    bool m_tidied = false;
    std::unique_ptr<Clock::Timer> m_next;
    TaskScope m_tasks;
};

} // namespace renum
