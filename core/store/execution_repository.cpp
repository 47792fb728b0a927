// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/execution_repository.h"

#include "core/model/execution_event.h"
#include "core/store/connection.h"
#include "core/store/page_key.h"
#include "core/store/store_errors.h"

using namespace Qt::StringLiterals;

namespace renum {

namespace {

constexpr char WriteSql[]
    = "INSERT INTO renum_team_executions (execution_id, team_id, team_name, workflow_type, status, "
      "stop_requested, has_errors, total_steps, completed_steps, context_version, plan_seq, "
      "created_at, started_at, completed_at, owner, usage_totals, error_message, error_detail, "
      "initial_prompt, execution_config, final_result, shared_context) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), ?, CAST(? AS TEXT), "
      "?, "
      "CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT)) "
      "ON CONFLICT (execution_id) DO UPDATE SET team_name = excluded.team_name, "
      "workflow_type = excluded.workflow_type, status = excluded.status, "
      "stop_requested = excluded.stop_requested, has_errors = excluded.has_errors, "
      "total_steps = excluded.total_steps, completed_steps = excluded.completed_steps, "
      "context_version = excluded.context_version, plan_seq = coalesce(excluded.plan_seq, "
      "plan_seq), "
      "created_at = excluded.created_at, started_at = excluded.started_at, "
      "completed_at = excluded.completed_at, owner = excluded.owner, "
      "usage_totals = excluded.usage_totals, error_message = excluded.error_message, "
      "error_detail = excluded.error_detail, initial_prompt = excluded.initial_prompt, "
      "execution_config = coalesce(excluded.execution_config, execution_config), "
      "final_result = excluded.final_result, shared_context = excluded.shared_context";

// Joined with the newest event, which knows the last seq and when the last change was.
#define RENUM_EXECUTION_SELECT                                                                     \
    "SELECT x.execution_id, x.team_id, x.team_name, x.workflow_type, x.status, x.stop_requested, " \
    "x.has_errors, x.total_steps, x.completed_steps, x.context_version, x.plan_seq, "              \
    "x.created_at, x.started_at, x.completed_at, x.owner, CAST(x.usage_totals AS BLOB), "          \
    "x.error_message, CAST(x.error_detail AS BLOB), x.initial_prompt, "                            \
    "CAST(x.final_result AS BLOB), CAST(x.shared_context AS BLOB), e.seq, e.created_at "           \
    "FROM renum_team_executions x JOIN renum_execution_events e "                                  \
    "ON e.execution_id = x.execution_id AND e.seq = (SELECT max(seq) FROM "                        \
    "renum_execution_events WHERE execution_id = x.execution_id) "

Json contextOf(const Execution &execution)
{
    Json context = Json::object();
    context["context_object"] = execution.contextObject;
    context["shared_memory"] = execution.sharedMemory;
    return context;
}

void readContext(const Json &json, Execution &execution)
{
    if (const Json *object = memberAt(json, "context_object"))
        execution.contextObject = *object;
    if (const Json *memory = memberAt(json, "shared_memory"))
        execution.sharedMemory = *memory;
}

ExecutionRow readRow(const Statement &select)
{
    ExecutionRow row;
    Execution &e = row.execution;
    e.id = select.id<ExecutionId>(0);
    e.teamId = select.id<TeamId>(1);
    e.teamName = select.text(2);
    e.workflowType = workflowTypeFromString(select.text(3)).value_or(WorkflowType::Sequential);
    e.status = executionStatusFromString(select.text(4));
    e.stopRequested = select.flag(5);
    e.hasErrors = select.flag(6);
    e.totalSteps = select.number(7);
    e.completedSteps = select.number(8);
    e.contextVersion = select.number(9);
    if (!select.isNull(10))
        row.planSeq = select.integer(10);
    e.createdAt = select.time(11);
    e.startedAt = select.optionalTime(12);
    e.completedAt = select.optionalTime(13);
    e.owner = select.text(14);
    e.usage = usageFromJson(select.json(15));
    e.errorMessage = select.text(16);
    if (!select.isNull(17))
        e.error = errorFromDetail(select.json(17));
    e.initialPrompt = select.text(18);
    if (!select.isNull(19))
        e.finalResult = select.json(19);
    readContext(select.json(20), e);
    e.lastSeq = select.integer(21);
    e.updatedAt = select.time(22);
    return row;
}

// The query's text depends on what is asked for, its values are always bound.
QString pageSql(const ExecutionQuery &query)
{
    QString sql = QLatin1StringView(RENUM_EXECUTION_SELECT)
        + "WHERE (x.created_at, x.execution_id) < (?, ?) "_L1;
    if (!query.team.isEmpty())
        sql += "AND x.team_id = ? "_L1;
    if (!query.statuses.isEmpty()) {
        const QStringList places(query.statuses.size(), u"?"_s);
        sql += "AND x.status IN ("_L1 + places.join(u", ") + ") "_L1;
    }
    return sql + "ORDER BY x.created_at DESC, x.execution_id DESC LIMIT ?"_L1;
}

} // namespace

ExecutionRepository::ExecutionRepository(Connection *connection)
    : m_connection(connection)
    , m_write(connection, WriteSql)
    , m_writeCounters(connection,
          "UPDATE renum_team_executions SET completed_steps = ?, usage_totals = CAST(? AS TEXT) "
          "WHERE execution_id = ?")
    , m_writeContext(connection,
          "UPDATE renum_team_executions SET context_version = ?, shared_context = CAST(? AS TEXT) "
          "WHERE execution_id = ?")
    , m_find(connection, RENUM_EXECUTION_SELECT "WHERE x.execution_id = ?")
    , m_teamOf(connection, "SELECT team_id FROM renum_team_executions WHERE execution_id = ?")
    , m_activeCount(connection,
          "SELECT count(*) FROM renum_team_executions WHERE status IN ('pending', 'running')")
{
}

Result<void> ExecutionRepository::write(const ExecutionRow &row)
{
    const Execution &e = row.execution;
    std::optional<Json> error;
    if (e.error)
        error = errorDetail(*e.error);
    return m_write.run(e.id, e.teamId, e.teamName, toString(e.workflowType), toString(e.status),
        e.stopRequested, e.hasErrors, e.totalSteps, e.completedSteps, e.contextVersion, row.planSeq,
        e.createdAt, e.startedAt, e.completedAt, e.owner, toJson(e.usage), e.errorMessage, error,
        e.initialPrompt, row.config, e.finalResult, contextOf(e));
}

Result<void> ExecutionRepository::writeCounters(const Execution &execution)
{
    return m_writeCounters.run(execution.completedSteps, toJson(execution.usage), execution.id);
}

Result<void> ExecutionRepository::writeContext(const Execution &execution)
{
    return m_writeContext.run(execution.contextVersion, contextOf(execution), execution.id);
}

Result<ExecutionRow> ExecutionRepository::find(const ExecutionId &id)
{
    if (const Result<void> ran = m_find.run(id); !ran)
        return ran.error();
    std::optional<ExecutionRow> row;
    if (m_find.next())
        row = readRow(m_find);
    if (const Result<void> finished = m_find.finish(); !finished)
        return finished.error();
    if (!row)
        return notFoundError(u"execution"_s, id.toString());
    return *std::move(row);
}

Result<TeamId> ExecutionRepository::teamOf(const ExecutionId &id)
{
    if (const Result<void> ran = m_teamOf.run(id); !ran)
        return ran.error();
    std::optional<TeamId> team;
    if (m_teamOf.next())
        team = m_teamOf.id<TeamId>(0);
    if (const Result<void> finished = m_teamOf.finish(); !finished)
        return finished.error();
    if (!team)
        return notFoundError(u"execution"_s, id.toString());
    return *std::move(team);
}

Result<Page<Execution>> ExecutionRepository::page(const ExecutionQuery &query)
{
    const Result<PageKey> after = PageKey::fromText(query.page.after);
    if (!after)
        return after.error();
    const int limit = pageLimit(query.page.limit);
    QVariantList values = { toMicroseconds(after->time), bound::value(after->id) };
    if (!query.team.isEmpty())
        values.append(bound::value(query.team));
    for (const ExecutionStatus status : query.statuses)
        values.append(toString(status));
    values.append(limit + 1);
    Statement select(m_connection, pageSql(query));
    if (const Result<void> ran = select.runWith(values); !ran)
        return ran.error();
    Page<Execution> page;
    while (select.next()) {
        if (page.items.size() == limit) {
            const Execution &last = page.items.last();
            page.next = PageKey { last.createdAt, last.id.toString() }.toText();
            break;
        }
        page.items.append(readRow(select).execution);
    }
    if (const Result<void> finished = select.finish(); !finished)
        return finished.error();
    return page;
}

Result<int> ExecutionRepository::activeCount()
{
    if (const Result<void> ran = m_activeCount.run(); !ran)
        return ran.error();
    const int count = m_activeCount.next() ? m_activeCount.number(0) : 0;
    if (const Result<void> finished = m_activeCount.finish(); !finished)
        return finished.error();
    return count;
}

} // namespace renum
