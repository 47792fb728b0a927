// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/event_log.h"
#include "core/engine/run_janitor.h"

#include <QObject>

#include <memory>
#include <vector>

namespace renum {

/// Ends an execution whose engine is gone: stops what may still work at the service and books what
/// it used, then records the end. It drives nothing.
class InterruptedCloser : public QObject {
    Q_OBJECT

public:
    InterruptedCloser(Store *store, Clock *clock, RunJanitor *janitor,
        const EngineSettings &settings, EventListener listener, QObject *parent = nullptr);
    /// What is being closed stays as far as it got; nothing more is stored or told.
    ~InterruptedCloser() override;

    /// `backend` may be null: then nothing is stopped at the service.
    [[nodiscard]] QCoro::Task<Result<void>> close(
        ExecutionId id, QString requestedBy, BackendPtr backend);

private:
    struct Closing;
    using ClosingPtr = std::shared_ptr<Closing>;

    QCoro::Task<Result<ClosingPtr>> open(ExecutionId id);
    void watchLateRuns(const ClosingPtr &closing, const BackendPtr &backend);
    QCoro::Task<> stopRemote(ClosingPtr closing, BackendPtr backend);
    QCoro::Task<> stopBound(ClosingPtr closing, BackendPtr backend, RemoteStart start);
    QCoro::Task<> stopUncertain(ClosingPtr closing, BackendPtr backend, RemoteStart start);

    Store *m_store;
    Clock *m_clock;
    RunJanitor *m_janitor;
    EngineSettings m_settings;
    EventListener m_listener;
    std::vector<std::weak_ptr<Closing>> m_closings;
    TaskScope m_tasks;
};

} // namespace renum
