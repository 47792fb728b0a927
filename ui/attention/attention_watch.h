// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/workspace.h"
#include "ui/attention/attention_item.h"

#include <QHash>
#include <QSet>

namespace renum::ui {

/// Looks after every execution that runs: what waits for the person, and what they want to be told.
class AttentionWatch : public QObject {
    Q_OBJECT

public:
    explicit AttentionWatch(Workspace *workspace, QObject *parent = nullptr);

    /// Looks at what runs already.
    void begin();
    /// Oldest first.
    [[nodiscard]] const AttentionItems &items() const noexcept { return m_items; }

signals:
    void itemsChanged();
    void happened(renum::ui::Notice notice, const renum::Execution &execution);

private:
    QCoro::Task<> readAll();
    QCoro::Task<> read(ExecutionId id);
    void look(const ExecutionId &id);
    void take(const Execution &execution);
    void collect();

    Workspace *m_workspace;
    QHash<ExecutionId, Execution> m_known; ///< those that run, without their texts
    QSet<ExecutionId> m_ended; ///< since this looks: told once
    Timestamp m_since; ///< it looks since then
    QSet<ExecutionId> m_reading;
    QSet<ExecutionId> m_again; ///< changed while they were read
    AttentionItems m_items;
    TaskScope m_tasks;
};

} // namespace renum::ui
