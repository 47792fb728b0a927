// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_projection.h"
#include "core/net/task_scope.h"
#include "core/workspace/workspace.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace renum::ui {

/// One execution as it happens: subscribes from its first event, folds events, and tells once a
/// frame what is new. A long stored log is worked off in slices, so that the window stays usable.
class ExecutionFeed : public QObject {
    Q_OBJECT

public:
    explicit ExecutionFeed(Workspace *workspace, QObject *parent = nullptr);

    /// Follows that execution and forgets the one before.
    void open(const ExecutionId &id);
    [[nodiscard]] const ExecutionId &id() const noexcept { return m_id; }
    /// As far as the events have been applied; `interrupted` as the workspace last said.
    [[nodiscard]] const Execution &execution() const noexcept;
    [[nodiscard]] bool isInterrupted() const noexcept { return m_interrupted; }

signals:
    /// execution() has changed by these events, which came in order.
    void advanced(const renum::ExecutionEvents &events);
    void interruptedChanged();
    /// The execution cannot be read (any more).
    void failed(const renum::Error &error);

private:
    void receive(const ExecutionEvents &events);
    void applyPending();
    QCoro::Task<> checkInterrupted(ExecutionId id);

    Workspace *m_workspace;
    ExecutionId m_id;
    ExecutionProjection m_projection;
    std::unique_ptr<EventSubscription> m_subscription;
    ExecutionEvents m_pending;
    qsizetype m_applied = 0; ///< of m_pending
    QTimer m_frame;
    bool m_interrupted = false;
    TaskScope m_tasks;
};

} // namespace renum::ui
