// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/event_log.h"
#include "core/engine/run_janitor.h"

#include <QObject>

#include <memory>

namespace renum {

/// Ends an execution whose engine is gone: stops what may still work at the service and books what
/// it used, then records the end. It drives nothing.
class InterruptedCloser : public QObject {
    Q_OBJECT

public:
    InterruptedCloser(Store *store, Clock *clock, RunJanitor *janitor,
        const EngineSettings &settings, EventListener listener, QObject *parent = nullptr);

    /// `backend` may be null: then nothing is stopped at the service.
    [[nodiscard]] QCoro::Task<Result<void>> close(
        ExecutionId id, QString requestedBy, BackendPtr backend);

private:
    struct Closing;

    QCoro::Task<Result<std::shared_ptr<Closing>>> open(ExecutionId id);
    QCoro::Task<> stopRemote(std::shared_ptr<Closing> closing, BackendPtr backend);
    QCoro::Task<> stopBound(
        std::shared_ptr<Closing> closing, BackendPtr backend, RemoteStart start);
    QCoro::Task<> stopUncertain(
        std::shared_ptr<Closing> closing, BackendPtr backend, RemoteStart start);

    Store *m_store;
    Clock *m_clock;
    RunJanitor *m_janitor;
    EngineSettings m_settings;
    EventListener m_listener;
    TaskScope m_tasks;
};

} // namespace renum
