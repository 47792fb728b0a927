// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/remote_start_repository.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace renum {

namespace {

constexpr std::array StateOfEvent = {
    std::pair { "step_run_intent"_L1, RunState::Intent },
    std::pair { "step_run_sent"_L1, RunState::Sent },
    std::pair { "step_run_bound"_L1, RunState::Bound },
    std::pair { "step_run_rejected"_L1, RunState::Rejected },
    std::pair { "step_run_unknown"_L1, RunState::Unknown },
};

constexpr char UnsettledSql[]
    = "SELECT x.execution_id, r.step_id, r.attempt, r.state, r.thread_id, r.project_id, "
      "r.agent_run_id, r.sent_at, r.watch_until, x.completed_at, x.owner, EXISTS ("
      " SELECT 1 FROM renum_team_agent_executions s WHERE s.execution_key = r.execution_key"
      " AND s.step_id = r.step_id AND s.attempts = r.attempt AND s.status = 'completed') "
      "FROM renum_team_executions x "
      "JOIN renum_remote_starts r ON r.execution_key = x.execution_key "
      "WHERE x.completed_at >= ? AND x.status IN ('completed', 'failed', 'cancelled') "
      "AND r.settled_at IS NULL AND r.state IN ('sent', 'unknown', 'bound') "
      "ORDER BY x.completed_at DESC, x.execution_key DESC, r.step_id, r.attempt LIMIT ?";

QString stepOf(const ExecutionEvent &event)
{
    return stringAt(event.data, "step_id").value_or(QString());
}

int attemptOf(const ExecutionEvent &event)
{
    return int(integerAt(event.data, "attempt").value_or(1));
}

std::optional<Timestamp> timeAt(const Json &data, const char *key)
{
    return fromRfc3339(stringAt(data, key).value_or(QString()));
}

std::optional<Timestamp> timeIf(bool condition, const ExecutionEvent &event)
{
    return condition ? std::optional(event.timestamp) : std::nullopt;
}

std::optional<RunState> stateAfter(const ExecutionEvent &event)
{
    if (!event.eventType.startsWith("step_run_"_L1))
        return std::nullopt;
    const auto entry = std::ranges::find_if(
        StateOfEvent, [&](const auto &known) { return event.eventType == known.first; });
    return entry == StateOfEvent.end() ? std::nullopt : std::optional(entry->second);
}

} // namespace

RemoteStartRepository::RemoteStartRepository(Connection *connection)
    : m_write(connection,
        "INSERT INTO renum_remote_starts (execution_key, step_id, attempt, state, backend, "
        "payload_hash, thread_id, project_id, agent_run_id, adopted, intent_at, sent_at, "
        "watch_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (execution_key, step_id, attempt) DO UPDATE SET state = excluded.state, "
        "backend = coalesce(excluded.backend, backend), "
        "payload_hash = coalesce(excluded.payload_hash, payload_hash), "
        "thread_id = coalesce(excluded.thread_id, thread_id), "
        "project_id = coalesce(excluded.project_id, project_id), "
        "agent_run_id = coalesce(excluded.agent_run_id, agent_run_id), "
        "adopted = coalesce(excluded.adopted, adopted), "
        "intent_at = coalesce(excluded.intent_at, intent_at), "
        "sent_at = coalesce(excluded.sent_at, sent_at), "
        "watch_until = coalesce(excluded.watch_until, watch_until)")
    , m_addExtraRun(connection,
          "UPDATE renum_remote_starts SET extra_runs = json_insert(extra_runs, '$[#]', ?) "
          "WHERE execution_key = ? AND step_id = ? AND attempt = ?")
    , m_list(connection,
          "SELECT step_id, attempt, state, thread_id, project_id, agent_run_id, sent_at, "
          "watch_until, agent_run_id IN (SELECT suna_agent_run_id FROM renum_ai_usage_logs "
          "WHERE execution_id = ?) FROM renum_remote_starts WHERE execution_key = ? "
          "ORDER BY step_id, attempt")
    , m_unsettled(connection, UnsettledSql)
    , m_keyOf(connection, "SELECT execution_key FROM renum_team_executions WHERE execution_id = ?")
    , m_settle(connection,
          "UPDATE renum_remote_starts SET settled_at = ? "
          "WHERE execution_key = ? AND step_id = ? AND attempt = ?")
{
}

RemoteStartRepository::StartChange RemoteStartRepository::StartChange::from(
    const ExecutionEvent &event, RunState state)
{
    const Json &data = event.data;
    return { stepOf(event), attemptOf(event), state, stringAt(data, "backend"),
        stringAt(data, "payload_hash"), stringAt(data, "thread_id"), stringAt(data, "project_id"),
        stringAt(data, "agent_run_id"), boolAt(data, "adopted"),
        timeIf(state == RunState::Intent, event), timeIf(state == RunState::Sent, event),
        timeAt(data, "watch_until") };
}

void RemoteStartRepository::StartChange::append(const StartChange &later)
{
    const auto take = [](auto &mine, const auto &newer) {
        if (newer)
            mine = newer;
    };
    state = later.state;
    take(backend, later.backend);
    take(payloadHash, later.payloadHash);
    take(thread, later.thread);
    take(project, later.project);
    take(run, later.run);
    take(adopted, later.adopted);
    take(intentAt, later.intentAt);
    take(sentAt, later.sentAt);
    take(watchUntil, later.watchUntil);
}

Result<void> RemoteStartRepository::apply(ExecutionKey key, const ExecutionEvents &events)
{
    std::optional<StartChange> open; // not written yet: the next event may tell more of it
    Result<void> written;
    const auto close = [&] {
        if (written && open)
            written = write(key, *open);
        open.reset();
    };
    for (const ExecutionEvent &event : events) {
        if (event.eventType == "step_run_duplicate"_L1) {
            close();
            if (written)
                written = addExtraRun(key, event);
        } else if (const std::optional<RunState> state = stateAfter(event)) {
            const StartChange change = StartChange::from(event, *state);
            if (open && open->isOf(change)) {
                open->append(change);
            } else {
                close();
                open = change;
            }
        }
    }
    close();
    return written;
}

Result<void> RemoteStartRepository::write(ExecutionKey key, const StartChange &change)
{
    return m_write.run(key, change.step, change.attempt, toString(change.state), change.backend,
        change.payloadHash, change.thread, change.project, change.run, change.adopted,
        change.intentAt, change.sentAt, change.watchUntil);
}

Result<void> RemoteStartRepository::addExtraRun(ExecutionKey key, const ExecutionEvent &event)
{
    const QString run = stringAt(event.data, "agent_run_id").value_or(QString());
    return m_addExtraRun.run(run, key, stepOf(event), attemptOf(event));
}

Result<QList<RemoteStart>> RemoteStartRepository::list(const ExecutionRef &execution)
{
    if (const Result<void> ran = m_list.run(execution.id, execution.key); !ran)
        return ran.error();
    QList<RemoteStart> starts;
    while (m_list.next()) {
        starts.append({ execution.id, m_list.id<StepId>(0), m_list.number(1),
            runStateFromString(m_list.text(2)), m_list.id<ThreadId>(3), m_list.id<ProjectId>(4),
            m_list.id<RunId>(5), m_list.optionalTime(6), m_list.optionalTime(7),
            m_list.number(8) != 0 });
    }
    if (const Result<void> finished = m_list.finish(); !finished)
        return finished.error();
    return starts;
}

Result<QList<UnsettledStart>> RemoteStartRepository::unsettled(Timestamp endedSince, int limit)
{
    if (const Result<void> ran = m_unsettled.run(endedSince, limit); !ran)
        return ran.error();
    QList<UnsettledStart> found;
    while (m_unsettled.next()) {
        UnsettledStart one;
        one.start = { m_unsettled.id<ExecutionId>(0), m_unsettled.id<StepId>(1),
            m_unsettled.number(2), runStateFromString(m_unsettled.text(3)),
            m_unsettled.id<ThreadId>(4), m_unsettled.id<ProjectId>(5), m_unsettled.id<RunId>(6),
            m_unsettled.optionalTime(7), m_unsettled.optionalTime(8) };
        one.ended = m_unsettled.time(9);
        one.owner = m_unsettled.text(10);
        one.succeeded = m_unsettled.flag(11);
        found.append(std::move(one));
    }
    if (const Result<void> finished = m_unsettled.finish(); !finished)
        return finished.error();
    return found;
}

// Of an execution that was deleted meanwhile nothing is left to write to.
Result<void> RemoteStartRepository::settle(
    const RemoteStart &start, Timestamp at, const QList<RunId> &stopped)
{
    if (const Result<void> ran = m_keyOf.run(start.execution); !ran)
        return ran.error();
    std::optional<ExecutionKey> key;
    if (m_keyOf.next())
        key = ExecutionKey(m_keyOf.integer(0));
    if (const Result<void> finished = m_keyOf.finish(); !finished || !key)
        return finished;
    for (const RunId &run : stopped) {
        const Result<void> added = m_addExtraRun.run(run, *key, start.step, start.attempt);
        if (!added)
            return added;
    }
    return m_settle.run(at, *key, start.step, start.attempt);
}

} // namespace renum
