// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/event_repository.h"

#include "core/model/error_codes.h"
#include "core/model/json_writer.h"
#include "core/store/connection.h"
#include "core/store/store_errors.h"

#include <QDir>

#include <utility>

using namespace Qt::StringLiterals;

namespace renum {

namespace {

// Extended result codes of SQLite.
constexpr int KeyTaken = 1555; // primary key
constexpr int UniqueTaken = 2067;
constexpr int ForeignKeyMissing = 787;

Error unreadableEvent(const QString &file, const ExecutionId &execution, qint64 seq)
{
    return storeError(code::StoreCorrupt, file,
        u"The database %1 is damaged: event %2 of execution %3 cannot be read. Restore it from a "
        "backup."_s.arg(
            QDir::toNativeSeparators(file), QString::number(seq), execution.toString()));
}

} // namespace

OutgoingEvents::OutgoingEvents(ExecutionEvents events)
    : m_events(std::move(events))
{
    constexpr std::size_t Usual = 512;
    auto text = std::make_shared<std::string>();
    text->reserve(Usual * std::size_t(m_events.size()));
    m_ends.reserve(std::size_t(m_events.size()));
    for (const ExecutionEvent &event : std::as_const(m_events)) {
        appendCompactJson(*text, event.data);
        m_ends.push_back(text->size());
    }
    m_text = std::move(text);
}

QByteArray OutgoingEvents::data(qsizetype place) const
{
    const auto at = std::size_t(place);
    const std::size_t begin = at == 0 ? 0 : m_ends[at - 1];
    return QByteArray::fromRawData(m_text->data() + begin, qsizetype(m_ends[at] - begin));
}

EventRepository::EventRepository(Connection *connection)
    : m_connection(connection)
    , m_insert(connection,
          "INSERT INTO renum_execution_events (execution_key, seq, type, event_type, agent_id, "
          "step_id, created_at, data) VALUES (?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT))")
    , m_page(connection,
          "SELECT seq, type, event_type, agent_id, created_at, CAST(data AS BLOB) "
          "FROM renum_execution_events WHERE execution_key = ? AND seq > ? ORDER BY seq LIMIT ?")
    , m_stepEvents(connection,
          "SELECT seq, type, event_type, agent_id, created_at, CAST(data AS BLOB) "
          "FROM renum_execution_events WHERE execution_key = ? AND seq BETWEEN ? AND ? "
          "AND step_id <> '' ORDER BY seq")
    , m_milestones(connection,
          "SELECT seq, type, event_type, agent_id, created_at, CAST(data AS BLOB) "
          "FROM renum_execution_events WHERE execution_key = ? AND seq > ? "
          "AND ((event_type NOT IN ('step_output', 'execution_progress') "
          "AND (type <> 'execution_log' OR ?)) "
          "OR seq = (SELECT max(seq) FROM renum_execution_events WHERE execution_key = ?) "
          "OR seq IN (SELECT seq - 1 FROM renum_execution_events "
          "WHERE execution_key = ? AND seq > ? AND event_type = 'execution_resumed')) "
          "ORDER BY seq LIMIT ?")
{
}

Result<void> EventRepository::insert(
    ExecutionKey key, const ExecutionEvent &event, const QByteArray &data)
{
    const QString step = stringAt(event.data, "step_id").value_or(QString());
    return m_insert.run(
        key, event.seq, event.type, event.eventType, event.agentId, step, event.timestamp, data);
}

bool EventRepository::seqWasTaken() const noexcept
{
    return m_insert.failureCode() == KeyTaken || m_insert.failureCode() == UniqueTaken;
}

bool EventRepository::executionWasMissing() const noexcept
{
    return m_insert.failureCode() == ForeignKeyMissing;
}

Result<ExecutionEvents> EventRepository::page(
    const ExecutionRef &execution, qint64 after, int limit)
{
    if (const Result<void> ran = m_page.run(execution.key, after, limit); !ran)
        return ran.error();
    return read(m_page, execution);
}

Result<ExecutionEvents> EventRepository::milestones(
    const ExecutionRef &execution, qint64 after, int limit, LogEntries entries)
{
    if (const Result<void> ran = m_milestones.run(execution.key, after,
            entries == LogEntries::Include, execution.key, execution.key, after, limit);
        !ran)
        return ran.error();
    return read(m_milestones, execution);
}

Result<ExecutionEvents> EventRepository::stepEvents(
    const ExecutionRef &execution, qint64 first, qint64 last)
{
    if (const Result<void> ran = m_stepEvents.run(execution.key, first, last); !ran)
        return ran.error();
    return read(m_stepEvents, execution);
}

Result<ExecutionEvents> EventRepository::single(const ExecutionRef &execution, qint64 seq)
{
    return page(execution, seq - 1, 1);
}

Result<ExecutionEvents> EventRepository::read(Statement &select, const ExecutionRef &execution)
{
    ExecutionEvents events;
    while (select.next()) {
        ExecutionEvent event;
        event.seq = select.integer(0);
        event.type = select.text(1);
        event.eventType = select.text(2);
        event.executionId = execution.id;
        event.teamId = execution.team;
        event.agentId = select.id<AgentId>(3);
        event.timestamp = select.time(4);
        event.data = select.json(5);
        if (event.data.is_discarded()) {
            static_cast<void>(select.finish()); // else the snapshot would never be given back
            return unreadableEvent(m_connection->file(), execution.id, event.seq);
        }
        events.append(std::move(event));
    }
    if (const Result<void> finished = select.finish(); !finished)
        return finished.error();
    return events;
}

} // namespace renum
