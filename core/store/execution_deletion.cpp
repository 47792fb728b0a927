// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/execution_deletion.h"

#include "core/model/error_codes.h"
#include "core/store/store.h"
#include "core/store/store_access.h"
#include "core/store/store_errors.h"
#include "core/store/write_session.h"

using namespace Qt::StringLiterals;

namespace renum {

namespace {

// It and what worked for it, however deep.
const auto Family = "WITH RECURSIVE family (id) AS (VALUES (?) UNION SELECT x.execution_id "
                    "FROM renum_team_executions x JOIN family ON x.parent_execution_id = family.id "
                    "AND x.parent_execution_id <> '') "_L1;

Result<void> checkOver(WriteSession &session, const ExecutionId &id)
{
    Statement select(session.connection(),
        QString(Family
            + "SELECT count(*), total(status IN ('pending', 'running')) "
              "FROM renum_team_executions WHERE execution_id IN (SELECT id FROM family)"_L1));
    if (const Result<void> ran = select.run(id); !ran)
        return ran.error();
    const bool any = select.next() && select.number(0) > 0;
    const bool active = any && select.number(1) > 0;
    if (const Result<void> finished = select.finish(); !finished)
        return finished.error();
    if (!any)
        return notFoundError(u"execution"_s, id.toString());
    if (active)
        return executionNotOverError(id);
    return {};
}

Result<void> deleteFamily(WriteSession &session, const ExecutionId &id)
{
    if (const Result<void> over = checkOver(session, id); !over)
        return over;
    Statement remove(session.connection(),
        QString(Family
            + "DELETE FROM renum_team_executions "
              "WHERE execution_id IN (SELECT id FROM family)"_L1));
    return remove.run(id);
}

} // namespace

Error executionNotOverError(const ExecutionId &id)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::ExecutionNotOver),
        u"The execution %1 has not ended. Stop it first."_s.arg(id.toString()),
        { { u"id"_s, id.toString() } } };
}

OneShot<Result<void>> deleteExecution(const Store &store, const ExecutionId &id)
{
    return store.access().write(
        [id](WriteSession &session) { return deleteFamily(session, id); }, Durability::Full);
}

} // namespace renum
