// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/step_repository.h"

#include "core/model/execution_event.h"

namespace renum {

namespace {

constexpr char InsertStepSql[]
    = "INSERT INTO renum_team_agent_executions (execution_key, position, step_id, agent_id, "
      "step_order, status, attempts, run_state, suna_agent_run_id, suna_thread_id, name, role, "
      "model_name, individual_usage_metrics, input_data) "
      "VALUES (?, ?, ?, ?, ?, ?, 0, ?, '', '', ?, ?, ?, CAST(? AS TEXT), '{}')";

constexpr char UpdateStepSql[]
    = "UPDATE renum_team_agent_executions SET status = ?, attempts = ?, "
      "attempt_seq = coalesce(?, attempt_seq), end_seq = ?, run_state = ?, suna_agent_run_id = ?, "
      "suna_thread_id = ?, skip_reason = ?, retry_at = ?, started_at = ?, completed_at = ?, "
      "error_detail = CAST(? AS TEXT), input_data = coalesce(CAST(? AS TEXT), input_data), "
      "output_data = CASE WHEN ? THEN CAST(? AS TEXT) ELSE output_data END, "
      "approval = CAST(? AS TEXT), nested_execution_id = ?, model_name = coalesce(?, model_name), "
      "individual_usage_metrics = coalesce(CAST(? AS TEXT), individual_usage_metrics) "
      "WHERE execution_key = ? AND position = ?";

constexpr char RowsSql[]
    = "SELECT s.step_id, s.agent_id, s.step_order, s.status, s.attempts, s.attempt_seq, s.end_seq, "
      "s.run_state, s.suna_agent_run_id, s.suna_thread_id, s.name, s.role, s.model_name, "
      "s.skip_reason, s.retry_at, s.started_at, s.completed_at, "
      "CAST(s.individual_usage_metrics AS BLOB), CAST(s.error_detail AS BLOB), "
      "CAST(s.input_data AS BLOB), CAST(s.output_data AS BLOB), CAST(s.approval AS BLOB), "
      "s.nested_execution_id, CAST(e.data AS BLOB) "
      "FROM renum_team_agent_executions s LEFT JOIN renum_execution_events e "
      "ON e.execution_key = s.execution_key AND e.seq = s.attempt_seq "
      "WHERE s.execution_key = ? ORDER BY s.position";

constexpr char PromptSql[]
    = "SELECT CAST(s.input_data AS BLOB), CAST(e.data AS BLOB) "
      "FROM renum_team_agent_executions s LEFT JOIN renum_execution_events e "
      "ON e.execution_key = s.execution_key AND e.seq = s.attempt_seq "
      "WHERE s.execution_key = ? AND s.position = ?";

// The inner selects walk the index renum_team_agent_executions_durations: one jump for each agent,
// then its newest twenty entries.
constexpr char DurationsSql[]
    = "WITH RECURSIVE agents (agent) AS ("
      " SELECT min(agent_id) FROM renum_team_agent_executions"
      "  WHERE status = 'completed' AND started_at IS NOT NULL"
      " UNION ALL"
      " SELECT (SELECT min(agent_id) FROM renum_team_agent_executions"
      "  WHERE status = 'completed' AND started_at IS NOT NULL AND agent_id > agent)"
      " FROM agents WHERE agent IS NOT NULL) "
      "SELECT agent, (SELECT CASE WHEN count(*) >= 3 THEN avg(duration) END FROM"
      " (SELECT (completed_at - started_at) / 1e6 AS duration FROM renum_team_agent_executions"
      "  WHERE status = 'completed' AND started_at IS NOT NULL AND agent_id = agent"
      "  AND attempts > 0 ORDER BY completed_at DESC LIMIT 20)) "
      "FROM agents WHERE agent IS NOT NULL";

std::optional<qint64> optionalInteger(const Statement &select, int column)
{
    if (select.isNull(column))
        return std::nullopt;
    return select.integer(column);
}

// Of the event that began the attempt; else the row's.
QString readPrompt(const Statement &select, int ownColumn, int eventColumn)
{
    if (!select.isNull(eventColumn)) {
        if (std::optional<QString> prompt = stringAt(select.json(eventColumn), "prompt"))
            return *std::move(prompt);
    }
    return stringAt(select.json(ownColumn), "prompt").value_or(QString());
}

StepRow readStepRow(const Statement &select)
{
    StepRow row;
    StepRecord &step = row.record;
    step.id = select.id<StepId>(0);
    step.agentId = select.id<AgentId>(1);
    step.order = select.number(2);
    step.status = stepStatusFromString(select.text(3));
    step.attempts = select.number(4);
    row.attemptSeq = optionalInteger(select, 5);
    row.endSeq = optionalInteger(select, 6);
    step.runState = runStateFromString(select.text(7));
    step.runId = select.id<RunId>(8);
    step.threadId = select.id<ThreadId>(9);
    step.name = select.text(10);
    step.role = select.text(11);
    step.modelName = select.text(12);
    step.skipReason = skipReasonFromString(select.text(13));
    step.retryAt = select.optionalTime(14);
    step.startedAt = select.optionalTime(15);
    step.completedAt = select.optionalTime(16);
    step.usage = usageFromJson(select.json(17));
    if (!select.isNull(18))
        step.error = errorFromDetail(select.json(18));
    step.prompt = readPrompt(select, 19, 23);
    if (!select.isNull(20)) {
        step.output = stepOutputFromJson(select.json(20));
        if (step.status == StepStatus::Completed)
            step.liveText = step.output->result;
    }
    if (!select.isNull(21))
        step.approval = stepApprovalFromJson(select.json(21));
    step.nested = select.id<ExecutionId>(22);
    return row;
}

} // namespace

StepRepository::StepRepository(Connection *connection)
    : m_insert(connection, InsertStepSql)
    , m_update(connection, UpdateStepSql)
    , m_updateRun(connection,
          "UPDATE renum_team_agent_executions SET run_state = ?, suna_agent_run_id = ?, "
          "suna_thread_id = ? WHERE execution_key = ? AND position = ?")
    , m_updateUsage(connection,
          "UPDATE renum_team_agent_executions SET model_name = ?, "
          "individual_usage_metrics = CAST(? AS TEXT) WHERE execution_key = ? AND position = ?")
    , m_clear(connection, "DELETE FROM renum_team_agent_executions WHERE execution_key = ?")
    , m_rows(connection, RowsSql)
    , m_durations(connection, DurationsSql)
    , m_prompt(connection, PromptSql)
{
}

Result<void> StepRepository::insert(ExecutionKey key, const StepRecord &step, int position)
{
    return m_insert.run(key, position, step.id, step.agentId, step.order, toString(step.status),
        toString(step.runState), step.name, step.role, step.modelName, toJson(step.usage));
}

Result<void> StepRepository::update(
    ExecutionKey key, int position, const StepRow &row, StepParts parts)
{
    const StepRecord &step = row.record;
    std::optional<QString> skipReason;
    if (step.skipReason)
        skipReason = toString(*step.skipReason);
    std::optional<Json> error;
    if (step.error)
        error = errorDetail(*step.error);
    std::optional<Json> input;
    if (parts.testFlag(StepPart::Prompt))
        input = Json { { "prompt", toJson(step.prompt) } };
    std::optional<Json> output;
    const bool writesOutput = parts.testFlag(StepPart::Output);
    if (writesOutput && step.output)
        output = toJson(*step.output);
    std::optional<Json> approval;
    if (step.approval)
        approval = toJson(*step.approval);
    std::optional<QString> model;
    std::optional<Json> usage;
    if (parts.testFlag(StepPart::Usage)) {
        model = step.modelName;
        usage = toJson(step.usage);
    }
    return m_update.run(toString(step.status), step.attempts, row.attemptSeq, row.endSeq,
        toString(step.runState), step.runId, step.threadId, skipReason, step.retryAt,
        step.startedAt, step.completedAt, error, input, writesOutput, output, approval, step.nested,
        model, usage, key, position);
}

Result<void> StepRepository::updateRun(ExecutionKey key, int position, const StepRecord &step)
{
    return m_updateRun.run(toString(step.runState), step.runId, step.threadId, key, position);
}

Result<void> StepRepository::updateUsage(ExecutionKey key, int position, const StepRecord &step)
{
    return m_updateUsage.run(step.modelName, toJson(step.usage), key, position);
}

Result<void> StepRepository::clear(ExecutionKey key)
{
    return m_clear.run(key);
}

Result<std::vector<StepRow>> StepRepository::rows(ExecutionKey key)
{
    if (const Result<void> ran = m_rows.run(key); !ran)
        return ran.error();
    std::vector<StepRow> rows;
    while (m_rows.next())
        rows.push_back(readStepRow(m_rows));
    if (const Result<void> finished = m_rows.finish(); !finished)
        return finished.error();
    return rows;
}

Result<QHash<AgentId, double>> StepRepository::durations()
{
    if (const Result<void> ran = m_durations.run(); !ran)
        return ran.error();
    QHash<AgentId, double> durations;
    while (m_durations.next()) {
        if (!m_durations.isNull(1))
            durations.insert(m_durations.id<AgentId>(0), m_durations.real(1));
    }
    if (const Result<void> finished = m_durations.finish(); !finished)
        return finished.error();
    return durations;
}

Result<QString> StepRepository::prompt(ExecutionKey key, int position)
{
    if (const Result<void> ran = m_prompt.run(key, position); !ran)
        return ran.error();
    QString prompt;
    if (m_prompt.next())
        prompt = readPrompt(m_prompt, 0, 1);
    if (const Result<void> finished = m_prompt.finish(); !finished)
        return finished.error();
    return prompt;
}

} // namespace renum
