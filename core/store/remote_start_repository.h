// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_event.h"
#include "core/store/statement.h"
#include "core/store/store.h"

namespace renum {

/// Table renum_remote_starts: how each start of an agent run stands (reliability §1.4).
class RemoteStartRepository {
public:
    explicit RemoteStartRepository(Connection *connection);

    /// Books a step_run_* event; other events are left alone.
    [[nodiscard]] Result<void> apply(ExecutionKey key, const ExecutionEvent &event);
    /// By step, then attempt.
    [[nodiscard]] Result<QList<RemoteStart>> list(const ExecutionRef &execution);

    /// As Store::unsettledStarts().
    [[nodiscard]] Result<QList<UnsettledStart>> unsettled(Timestamp endedSince, int limit);
    /// As Store::settleStart().
    [[nodiscard]] Result<void> settle(
        const RemoteStart &start, Timestamp at, const QList<RunId> &stopped);

private:
    [[nodiscard]] Result<void> addExtraRun(ExecutionKey key, const ExecutionEvent &event);
    [[nodiscard]] Result<void> setState(
        ExecutionKey key, const ExecutionEvent &event, RunState state);

    Statement m_write;
    Statement m_addExtraRun;
    Statement m_list;
    Statement m_unsettled;
    Statement m_keyOf;
    Statement m_settle;
};

} // namespace renum
