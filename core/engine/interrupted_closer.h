// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/event_log.h"
#include "core/engine/run_janitor.h"

#include <QObject>

namespace renum {

/// Ends an execution whose engine is gone: stops what may still work at the service, then records
/// the end. It drives nothing.
class InterruptedCloser : public QObject {
    Q_OBJECT

public:
    InterruptedCloser(Store *store, Clock *clock, RunJanitor *janitor,
        const EngineSettings &settings, EventListener listener, QObject *parent = nullptr);

    [[nodiscard]] QCoro::Task<Result<void>> close(
        ExecutionId id, QString requestedBy, BackendPtr backend);

private:
    void stopRemote(
        const Execution &execution, const QList<RemoteStart> &starts, const BackendPtr &backend);

    Store *m_store;
    Clock *m_clock;
    RunJanitor *m_janitor;
    EngineSettings m_settings;
    EventListener m_listener;
};

} // namespace renum
