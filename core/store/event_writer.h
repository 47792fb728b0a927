// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_projection.h"
#include "core/store/event_repository.h"
#include "core/store/execution_reader.h"
#include "core/store/execution_repository.h"
#include "core/store/remote_start_repository.h"
#include "core/store/step_repository.h"
#include "core/store/usage_repository.h"

#include <QCache>

#include <map>

namespace renum {

/// Writes events and the rows they change. The rows come from folding the events onto the state
/// before them, with the same fold that everyone else uses; the state of recently used executions
/// is kept in memory. Runs inside a transaction of its caller.
class EventWriter {
public:
    explicit EventWriter(Connection *connection);

    /// Events of one execution, at least one. Errors: store_seq_conflict, not_found when the
    /// execution was deleted in the meantime, store codes. After a failure the caller rolls back.
    [[nodiscard]] Result<void> append(const OutgoingEvents &outgoing);
    /// After a rollback: what is kept in memory may not be what is stored.
    void forget();

private:
    struct StepChanges {
        bool state = false;
        bool run = false; ///< is part of the state
        bool usage = false;
        StepParts parts;
        std::optional<qint64> attemptSeq;
    };
    /// What a call changes besides the event rows.
    struct Changes {
        bool wholeRow = false;
        bool progress = false; ///< part of the whole row
        ExecutionParts parts; ///< that the progress changes
        bool newPlan = false;
        std::map<StepId, StepChanges> steps;
        std::optional<qint64> planSeq;
        std::optional<Json> config;
    };

    /// What is kept of an execution.
    struct State {
        ExecutionProjection projection;
        std::optional<ExecutionKey> key; ///< none before its first event is stored
    };

    [[nodiscard]] Result<State *> stateFor(const ExecutionEvents &events);
    [[nodiscard]] Result<State> storedOrNew(const ExecutionEvent &event);
    [[nodiscard]] Result<void> appendTo(State &state, const OutgoingEvents &outgoing);
    static void note(Changes &changes, const Execution &execution, const ExecutionEvent &event);
    static void noteStep(Changes &changes, const Execution &execution, const ExecutionEvent &event);
    [[nodiscard]] Result<void> writeExecution(State &state, const Changes &changes);
    [[nodiscard]] Result<void> writeSteps(
        ExecutionKey key, const Execution &execution, const Changes &changes);
    [[nodiscard]] Result<void> replaceSteps(ExecutionKey key, const Execution &execution);
    [[nodiscard]] Result<void> writeStep(
        ExecutionKey key, const Execution &execution, int position, const StepChanges &changes);
    [[nodiscard]] Result<void> writeEvent(
        ExecutionKey key, const ExecutionEvent &event, const QByteArray &data);

    Connection *m_connection;
    ExecutionRepository m_executions;
    StepRepository m_steps;
    EventRepository m_events;
    RemoteStartRepository m_starts;
    UsageRepository m_usage;
    ExecutionReader m_reader;
    QCache<ExecutionId, State> m_states;
};

} // namespace renum
