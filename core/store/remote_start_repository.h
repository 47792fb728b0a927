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

    /// Books the step_run_* events among these, those of one start in a row at once; other events
    /// are left alone.
    [[nodiscard]] Result<void> apply(ExecutionKey key, const ExecutionEvents &events);
    /// By step, then attempt.
    [[nodiscard]] Result<QList<RemoteStart>> list(const ExecutionRef &execution);

    /// As Store::unsettledStarts().
    [[nodiscard]] Result<QList<UnsettledStart>> unsettled(Timestamp endedSince, int limit);
    /// As Store::settleStart().
    [[nodiscard]] Result<void> settle(
        const RemoteStart &start, Timestamp at, const QList<RunId> &stopped);

private:
    /// What events tell of one start; what is absent stays as it is stored.
    struct StartChange {
        QString step;
        int attempt = 1;
        RunState state = RunState::None;
        std::optional<QString> backend = {};
        std::optional<QString> payloadHash = {};
        std::optional<QString> thread = {};
        std::optional<QString> project = {};
        std::optional<QString> run = {};
        std::optional<bool> adopted = {};
        std::optional<Timestamp> intentAt = {};
        std::optional<Timestamp> sentAt = {};
        std::optional<Timestamp> watchUntil = {};

        [[nodiscard]] static StartChange from(const ExecutionEvent &event, RunState state);
        [[nodiscard]] bool isOf(const StartChange &other) const
        {
            return step == other.step && attempt == other.attempt;
        }
        void append(const StartChange &later);
    };

    [[nodiscard]] Result<void> addExtraRun(ExecutionKey key, const ExecutionEvent &event);
    [[nodiscard]] Result<void> write(ExecutionKey key, const StartChange &change);

    Statement m_write;
    Statement m_addExtraRun;
    Statement m_list;
    Statement m_unsettled;
    Statement m_keyOf;
    Statement m_settle;
};

} // namespace renum
