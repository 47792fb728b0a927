// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/execution_repository.h"

#include "core/model/execution_event.h"
#include "core/model/intervention.h"
#include "core/model/json_writer.h"
#include "core/store/connection.h"
#include "core/store/page_key.h"
#include "core/store/store_errors.h"

using namespace Qt::StringLiterals;

namespace renum {

namespace {

constexpr char InsertSql[]
    = "INSERT INTO renum_team_executions (team_name, workflow_type, status, stop_requested, "
      "paused, "
      "has_errors, total_steps, completed_steps, context_version, plan_seq, created_at, "
      "started_at, completed_at, owner, usage_totals, error_message, error_detail, "
      "initial_prompt, execution_config, final_result, shared_context, interventions, "
      "execution_id, team_id, "
      "parent_execution_id, parent_step_id) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), ?, CAST(? AS TEXT), ?, "
      "CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, ?, ?)";

constexpr char UpdateSql[]
    = "UPDATE renum_team_executions SET team_name = ?, workflow_type = ?, status = ?, "
      "stop_requested = ?, paused = ?, has_errors = ?, total_steps = ?, completed_steps = ?, "
      "context_version = ?, plan_seq = coalesce(?, plan_seq), created_at = ?, started_at = ?, "
      "completed_at = ?, owner = coalesce(nullif(?, ''), owner), usage_totals = CAST(? AS TEXT), "
      "error_message = ?, "
      "error_detail = CAST(? AS TEXT), initial_prompt = ?, "
      "execution_config = coalesce(CAST(? AS TEXT), execution_config), "
      "final_result = CAST(? AS TEXT), shared_context = CAST(? AS TEXT), "
      "interventions = CAST(? AS TEXT) WHERE execution_key = ?";

// Joined with the newest event, which knows the last seq and when the last change was.
#define RENUM_EXECUTION_SELECT                                                                     \
    "SELECT x.execution_key, x.execution_id, x.team_id, x.team_name, x.workflow_type, x.status, "  \
    "x.stop_requested, x.has_errors, x.total_steps, x.completed_steps, x.context_version, "        \
    "x.plan_seq, x.created_at, x.started_at, x.completed_at, x.owner, "                            \
    "CAST(x.usage_totals AS BLOB), x.error_message, CAST(x.error_detail AS BLOB), "                \
    "x.initial_prompt, CAST(x.final_result AS BLOB), CAST(x.shared_context AS BLOB), e.seq, "      \
    "e.created_at, x.paused, x.parent_execution_id, x.parent_step_id, "                            \
    "CAST(x.interventions AS BLOB) FROM renum_team_executions "                                    \
    "x JOIN renum_execution_events e "                                                             \
    "ON e.execution_key = x.execution_key AND e.seq = (SELECT max(seq) FROM "                      \
    "renum_execution_events WHERE execution_key = x.execution_key) "

// As canonical JSON. The parts are not copied into one value first: they can be large.
QByteArray contextOf(const Execution &execution)
{
    std::string text = R"({"context_object":)";
    appendCompactJson(text, execution.contextObject);
    text += R"(,"shared_memory":)";
    appendCompactJson(text, execution.sharedMemory);
    text += '}';
    return QByteArray::fromStdString(text);
}

void readContext(const Json &json, Execution &execution)
{
    if (const Json *object = memberAt(json, "context_object"))
        execution.contextObject = *object;
    if (const Json *memory = memberAt(json, "shared_memory"))
        execution.sharedMemory = *memory;
}

ExecutionRow readExecutionRow(const Statement &select)
{
    ExecutionRow row;
    row.key = ExecutionKey(select.integer(0));
    Execution &e = row.execution;
    e.id = select.id<ExecutionId>(1);
    e.teamId = select.id<TeamId>(2);
    e.teamName = select.text(3);
    e.workflowType = workflowTypeFromString(select.text(4)).value_or(WorkflowType::Sequential);
    e.status = executionStatusFromString(select.text(5));
    e.stopRequested = select.flag(6);
    e.hasErrors = select.flag(7);
    e.totalSteps = select.number(8);
    e.completedSteps = select.number(9);
    e.contextVersion = select.number(10);
    if (!select.isNull(11))
        row.planSeq = select.integer(11);
    e.createdAt = select.time(12);
    e.startedAt = select.optionalTime(13);
    e.completedAt = select.optionalTime(14);
    if (!isTerminal(e.status)) // the row keeps the last one, who may still be clearing up
        e.owner = select.text(15);
    e.usage = usageFromJson(select.json(16));
    e.errorMessage = select.text(17);
    if (!select.isNull(18))
        e.error = errorFromDetail(select.json(18));
    e.initialPrompt = select.text(19);
    if (!select.isNull(20))
        e.finalResult = select.json(20);
    readContext(select.json(21), e);
    e.lastSeq = select.integer(22);
    e.updatedAt = select.time(23);
    e.paused = select.flag(24);
    if (const ExecutionId parent = select.id<ExecutionId>(25); !parent.isEmpty())
        e.parent = ExecutionParent { parent, select.id<StepId>(26) };
    if (!select.isNull(27))
        readInterventions(select.json(27), e);
    return row;
}

} // namespace

ExecutionRepository::ExecutionRepository(Connection *connection)
    : m_connection(connection)
    , m_insert(connection, InsertSql)
    , m_update(connection, UpdateSql)
    , m_updateProgress(connection,
          "UPDATE renum_team_executions SET completed_steps = ?, context_version = ?, "
          "usage_totals = coalesce(CAST(? AS TEXT), usage_totals), "
          "shared_context = coalesce(CAST(? AS TEXT), shared_context) WHERE execution_key = ?")
    , m_find(connection, RENUM_EXECUTION_SELECT "WHERE x.execution_id = ?")
    , m_refOf(connection,
          "SELECT execution_key, team_id FROM renum_team_executions WHERE execution_id = ?")
    , m_activeCount(connection,
          "SELECT count(*) FROM renum_team_executions WHERE status IN ('pending', 'running') "
          "AND parent_execution_id = ''")
{
}

namespace {

/// Both statements begin with the same place holders; `key` is what follows them.
template<typename... Key>
Result<void> runWrite(Statement &statement, const ExecutionRow &row, const Key &...key)
{
    const Execution &e = row.execution;
    std::optional<Json> error;
    if (e.error)
        error = errorDetail(*e.error);
    std::optional<Json> interventions = interventionsOf(e);
    if (interventions->is_null())
        interventions.reset();
    return statement.run(e.teamName, toString(e.workflowType), toString(e.status), e.stopRequested,
        e.paused, e.hasErrors, e.totalSteps, e.completedSteps, e.contextVersion, row.planSeq,
        e.createdAt, e.startedAt, e.completedAt, e.owner, toJson(e.usage), e.errorMessage, error,
        e.initialPrompt, row.config, e.finalResult, contextOf(e), interventions, key...);
}

} // namespace

Result<ExecutionKey> ExecutionRepository::insert(const ExecutionRow &row)
{
    const ExecutionParent parent = row.execution.parent.value_or(ExecutionParent {});
    const Result<void> inserted = runWrite(
        m_insert, row, row.execution.id, row.execution.teamId, parent.execution, parent.step);
    if (!inserted)
        return inserted.error();
    return ExecutionKey(m_insert.lastInsertId());
}

Result<void> ExecutionRepository::update(ExecutionKey key, const ExecutionRow &row)
{
    return runWrite(m_update, row, key);
}

Result<void> ExecutionRepository::updateProgress(
    ExecutionKey key, const Execution &execution, ExecutionParts parts)
{
    std::optional<Json> usage;
    if (parts.testFlag(ExecutionPart::Usage))
        usage = toJson(execution.usage);
    std::optional<QByteArray> context;
    if (parts.testFlag(ExecutionPart::Context))
        context = contextOf(execution);
    return m_updateProgress.run(
        execution.completedSteps, execution.contextVersion, usage, context, key);
}

Result<ExecutionRow> ExecutionRepository::find(const ExecutionId &id)
{
    if (const Result<void> ran = m_find.run(id); !ran)
        return ran.error();
    std::optional<ExecutionRow> row;
    if (m_find.next())
        row = readExecutionRow(m_find);
    if (const Result<void> finished = m_find.finish(); !finished)
        return finished.error();
    if (!row)
        return notFoundError(u"execution"_s, id.toString());
    return *std::move(row);
}

Result<ExecutionRef> ExecutionRepository::refOf(const ExecutionId &id)
{
    if (const Result<void> ran = m_refOf.run(id); !ran)
        return ran.error();
    std::optional<ExecutionRef> ref;
    if (m_refOf.next())
        ref = ExecutionRef { ExecutionKey(m_refOf.integer(0)), id, m_refOf.id<TeamId>(1) };
    if (const Result<void> finished = m_refOf.finish(); !finished)
        return finished.error();
    if (!ref)
        return notFoundError(u"execution"_s, id.toString());
    return *std::move(ref);
}

Result<Page<Execution>> ExecutionRepository::page(const ExecutionQuery &query)
{
    QString conditions;
    QVariantList values;
    if (!query.withNested)
        conditions += "AND x.parent_execution_id = '' "_L1;
    if (!query.team.isEmpty()) {
        conditions += "AND x.team_id = ? "_L1;
        values.append(bound::value(query.team));
    }
    if (!query.statuses.isEmpty()) {
        const QStringList places(query.statuses.size(), u"?"_s);
        conditions += "AND x.status IN ("_L1 + places.join(u", ") + ") "_L1;
        for (const ExecutionStatus status : query.statuses)
            values.append(toString(status));
    }
    return page(conditions, values, query.page);
}

// The statement's text depends on what is asked for, its values are always bound.
Result<Page<Execution>> ExecutionRepository::page(
    const QString &conditions, const QVariantList &values, const PageRequest &request)
{
    const Result<PageKey> after = PageKey::fromText(request.after);
    if (!after)
        return after.error();
    const int limit = pageLimit(request.limit);
    Statement select(m_connection,
        QLatin1StringView(RENUM_EXECUTION_SELECT)
            + "WHERE (x.created_at, x.execution_id) < (?, ?) "_L1 + conditions
            + "ORDER BY x.created_at DESC, x.execution_id DESC LIMIT ?"_L1);
    const QVariantList all = QVariantList { toMicroseconds(after->time), bound::value(after->id) }
        + values + QVariantList { limit + 1 };
    if (const Result<void> ran = select.runWith(all); !ran)
        return ran.error();
    Page<Execution> page;
    while (select.next()) {
        if (page.items.size() == limit) {
            const Execution &last = page.items.last();
            page.next = PageKey { last.createdAt, last.id.toString() }.toText();
            break;
        }
        page.items.append(readExecutionRow(select).execution);
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
