// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/orchestrator.h"
#include "core/engine/run_janitor.h"
#include "core/engine/steady_time.h"
#include "core/store/store.h"

#include <QObject>

#include <vector>

namespace renum {

/// At the start of an engine: an execution's last event may have been stored while a run of it was
/// still being stopped, or watched for, and then the process went away. Asks the service about the
/// runs of executions that ended lately, and stops those that still work. Their logs are closed:
/// what came of it is written to their starts in the store.
class RunAftercare : public QObject {
    Q_OBJECT

public:
    RunAftercare(
        Store *store, Clock *clock, const EngineSettings &settings, QObject *parent = nullptr);

    /// In the background; nothing while it is at work already. Executions of living processes are
    /// left to these. What cannot be reached for EngineSettings::reapFor is left to the next start.
    void begin(BackendPtr backend, OwnerCheck isAlive);

    /// Work in the background.
    [[nodiscard]] int busy() const { return m_tasks.running(); }

private:
    /// One start that may still cost money.
    struct Case {
        UnsettledStart of;
        SteadyTime due; ///< until then a run may appear
        SteadyTime nextLook;
        QList<RunId> stopped; ///< beside its own
    };
    enum class Finding {
        Over, ///< nothing works there, nor will
        Quiet, ///< nothing works there now
        Working, ///< it was asked to stop
        Unknown, ///< the service does not know it, or cannot tell
        Away, ///< the service does not answer
    };

    QCoro::Task<> care(BackendPtr backend, OwnerCheck isAlive);
    QCoro::Task<Result<void>> collect(OwnerCheck isAlive);
    /// False when there is no use in going on.
    QCoro::Task<bool> lookAround(BackendPtr backend);
    QCoro::Task<Finding> look(BackendPtr backend, BackendCapabilities capabilities, size_t place);
    QCoro::Task<Finding> lookIntoThread(BackendPtr backend, size_t place);
    QCoro::Task<Finding> stopOwnRun(BackendPtr backend, size_t place);
    QCoro::Task<> settle(Case settled);
    void postpone();
    [[nodiscard]] Case take(size_t place);
    [[nodiscard]] bool belongsTo(const Case &one, const RunSummary &run) const;
    [[nodiscard]] SteadyTime nextLook() const;

    Store *m_store;
    Clock *m_clock;
    EngineSettings m_settings;
    std::vector<Case> m_open;
    TaskScope m_tasks;
};

} // namespace renum
