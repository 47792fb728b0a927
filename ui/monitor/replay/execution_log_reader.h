// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/workspace.h"

#include <QObject>

#include <memory>

namespace renum::ui {

/// The log of one execution from its first event on: what is stored comes a page at a time, as fast
/// as it is asked for, so that a long log fills no memory; then what happens, live.
class ExecutionLogReader : public QObject {
    Q_OBJECT

public:
    /// Events of a page.
    static constexpr int PageSize = 1000;

    explicit ExecutionLogReader(Workspace *workspace, QObject *parent = nullptr);

    /// Begins with the first page of that execution; an empty id ends reading.
    void open(const ExecutionId &id);
    /// The last page has been worked off. Does nothing once everything stored was read.
    void readOn();

signals:
    /// In order and without a gap.
    void received(const renum::ExecutionEvents &events);
    /// Reading cannot go on.
    void failed(const renum::Error &error);

private:
    QCoro::Task<> readPage(quint64 opening);
    void follow();
    void take(const ExecutionEvents &events);

    Workspace *m_workspace;
    ExecutionId m_id;
    quint64 m_opening = 0; ///< counts calls of open(), so that late answers are known as such
    qint64 m_last = 0;
    bool m_more = false; ///< there may be another page, and none is on its way
    std::unique_ptr<EventSubscription> m_subscription;
    TaskScope m_tasks;
};

} // namespace renum::ui
