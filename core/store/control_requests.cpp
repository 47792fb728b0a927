// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/control_requests.h"

#include "core/model/execution_event.h"
#include "core/store/read_session.h"
#include "core/store/store.h"
#include "core/store/store_access.h"
#include "core/store/write_session.h"

#include <functional>
#include <memory>
#include <utility>

namespace renum {

namespace {

// Neither a lost request nor a lost answer loses anything of an execution: what comes of a request
// is in its log.
constexpr Durability RequestsKept = Durability::Normal;

template<typename... Values>
QCoro::Task<Result<void>> writeRequest(const Store *store, const char *sql, Values... values)
{
    Writer::Work work = [sql, values...](WriteSession &session) {
        return Statement(session.connection(), sql).run(values...);
    };
    const OneShot<Result<void>> answer = store->access().write(std::move(work), RequestsKept);
    co_return co_await answer;
}

/// Whether the statement found a row.
template<typename... Values>
QCoro::Task<Result<bool>> changeRequest(const Store *store, const char *sql, Values... values)
{
    const auto found = std::make_shared<bool>(false);
    Writer::Work work = [sql, found, values...](WriteSession &session) {
        Statement statement(session.connection(), sql);
        const Result<void> ran = statement.run(values...);
        *found = ran && statement.affectedRows() > 0;
        return ran;
    };
    const OneShot<Result<void>> answer = store->access().write(std::move(work), RequestsKept);
    const Result<void> written = co_await answer;
    if (!written)
        co_return written.error();
    co_return Result<bool>(*found);
}

Result<void> insertRequest(WriteSession &session, const ControlRequest &request, Timestamp now)
{
    const Result<ExecutionRef> execution
        = ExecutionRepository(session.connection()).refOf(request.execution);
    if (!execution)
        return execution.error();
    Statement statement(session.connection(),
        "INSERT INTO renum_control_requests (request_id, execution_key, owner, wish, requested_at) "
        "VALUES (?, ?, ?, CAST(? AS TEXT), ?)");
    return statement.run(request.id, execution->key, request.owner, request.wish, now);
}

Result<QList<ControlRequest>> waitingFor(ReadSession &session, const QString &owner)
{
    Statement select(session.connection.get(),
        "SELECT r.request_id, e.execution_id, CAST(r.wish AS BLOB) "
        "FROM renum_control_requests r JOIN renum_team_executions e USING (execution_key) "
        "WHERE r.owner = ? AND r.taken_at IS NULL ORDER BY r.requested_at, r.rowid");
    if (const Result<void> ran = select.run(owner); !ran)
        return ran.error();
    QList<ControlRequest> requests;
    while (select.next())
        requests.append({ select.text(0), select.id<ExecutionId>(1), owner, select.json(2) });
    if (const Result<void> finished = select.finish(); !finished)
        return finished.error();
    return requests;
}

Result<std::optional<Result<void>>> answerOf(ReadSession &session, const QString &id)
{
    using Answer = std::optional<Result<void>>;
    Statement select(session.connection.get(),
        "SELECT CAST(error AS BLOB) FROM renum_control_requests "
        "WHERE request_id = ? AND answered_at IS NOT NULL");
    if (const Result<void> ran = select.run(id); !ran)
        return ran.error();
    Answer answer;
    if (select.next()) {
        answer = select.isNull(0) ? Result<void>() : Result<void>(errorFromDetail(select.json(0)));
    }
    if (const Result<void> finished = select.finish(); !finished)
        return finished.error();
    return Result<Answer>(answer);
}

} // namespace

QCoro::Task<Result<void>> ControlRequests::put(ControlRequest request, Timestamp now) const
{
    Writer::Work work = [request = std::move(request), now](
                            WriteSession &session) { return insertRequest(session, request, now); };
    const OneShot<Result<void>> answer = m_store->access().write(std::move(work), RequestsKept);
    co_return co_await answer;
}

QCoro::Task<Result<std::optional<Result<void>>>> ControlRequests::answerTo(QString id) const
{
    using Answer = std::optional<Result<void>>;
    const OneShot<Result<Answer>> answer = m_store->access().read<Answer>(
        [id](ReadSession &session) { return answerOf(session, id); });
    co_return co_await answer;
}

QCoro::Task<Result<bool>> ControlRequests::withdraw(QString id) const
{
    return changeRequest(m_store,
        "DELETE FROM renum_control_requests WHERE request_id = ? AND taken_at IS NULL", id);
}

QCoro::Task<Result<void>> ControlRequests::remove(QString id) const
{
    return writeRequest(m_store, "DELETE FROM renum_control_requests WHERE request_id = ?", id);
}

QCoro::Task<Result<QList<ControlRequest>>> ControlRequests::waiting(QString owner) const
{
    using Requests = QList<ControlRequest>;
    const OneShot<Result<Requests>> answer = m_store->access().read<Requests>(
        [owner](ReadSession &session) { return waitingFor(session, owner); });
    co_return co_await answer;
}

QCoro::Task<Result<bool>> ControlRequests::take(QString id, Timestamp now) const
{
    return changeRequest(m_store,
        "UPDATE renum_control_requests SET taken_at = ? WHERE request_id = ? AND taken_at IS NULL",
        now, id);
}

QCoro::Task<Result<void>> ControlRequests::answer(
    QString id, Result<void> outcome, Timestamp now) const
{
    const std::optional<Json> error
        = outcome ? std::nullopt : std::optional(errorDetail(outcome.error()));
    return writeRequest(m_store,
        "UPDATE renum_control_requests SET answered_at = ?, error = CAST(? AS TEXT) "
        "WHERE request_id = ?",
        now, error, id);
}

QCoro::Task<Result<void>> ControlRequests::removeOlderThan(Timestamp time) const
{
    return writeRequest(m_store, "DELETE FROM renum_control_requests WHERE requested_at < ?", time);
}

} // namespace renum
