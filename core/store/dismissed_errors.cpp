// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/dismissed_errors.h"

#include "core/store/read_session.h"
#include "core/store/store_access.h"
#include "core/store/write_session.h"

namespace renum {

namespace {

Result<QSet<QString>> dismissedOf(ReadSession &session, const ExecutionId &id)
{
    const Result<ExecutionRef> execution = session.executions.refOf(id);
    if (!execution)
        return execution.error();
    Statement select(session.connection.get(),
        "SELECT error_id FROM renum_dismissed_errors WHERE execution_key = ?");
    if (const Result<void> ran = select.run(execution->key); !ran)
        return ran.error();
    QSet<QString> errors;
    while (select.next())
        errors.insert(select.text(0));
    if (const Result<void> finished = select.finish(); !finished)
        return finished.error();
    return errors;
}

Result<void> write(
    WriteSession &session, const ExecutionId &id, const QString &error, bool dismissed)
{
    const Result<ExecutionRef> execution = ExecutionRepository(session.connection()).refOf(id);
    if (!execution)
        return execution.error();
    Statement statement(session.connection(),
        dismissed ? "INSERT OR IGNORE INTO renum_dismissed_errors (execution_key, error_id) "
                    "VALUES (?, ?)"
                  : "DELETE FROM renum_dismissed_errors WHERE execution_key = ? AND error_id = ?");
    return statement.run(execution->key, error);
}

} // namespace

DismissedErrors::DismissedErrors(Store *store)
    : m_store(store)
{
}

QCoro::Task<Result<QSet<QString>>> DismissedErrors::of(ExecutionId id) const
{
    const OneShot<Result<QSet<QString>>> answer = m_store->access().read<QSet<QString>>(
        [id](ReadSession &session) { return dismissedOf(session, id); });
    co_return co_await answer;
}

QCoro::Task<Result<void>> DismissedErrors::set(ExecutionId id, QString error, bool dismissed) const
{
    const OneShot<Result<void>> answer = m_store->access().write(
        [id, error, dismissed](
            WriteSession &session) { return write(session, id, error, dismissed); },
        Durability::Full);
    co_return co_await answer;
}

} // namespace renum
