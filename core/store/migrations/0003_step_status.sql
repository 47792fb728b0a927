-- SPDX-FileCopyrightText: 2026 The Renum authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The database tests a list of more than two values by building a tree of them at every write,
-- which comparisons save.

DROP VIEW renum_execution_approvals;
CREATE TABLE renum_team_agent_executions_new (
    execution_key INTEGER NOT NULL
        REFERENCES renum_team_executions (execution_key) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    step_id TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    step_order INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (
        status = 'pending' OR status = 'running' OR status = 'completed' OR status = 'failed'
        OR status = 'skipped' OR status = 'cancelled'),
    attempts INTEGER NOT NULL,
    attempt_seq INTEGER,
    end_seq INTEGER,
    run_state TEXT NOT NULL,
    suna_agent_run_id TEXT NOT NULL,
    suna_thread_id TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    model_name TEXT NOT NULL,
    skip_reason TEXT,
    retry_at INTEGER,
    started_at INTEGER,
    completed_at INTEGER,
    individual_usage_metrics TEXT NOT NULL,
    error_detail TEXT,
    input_data TEXT NOT NULL,
    output_data TEXT,
    approval TEXT,
    PRIMARY KEY (execution_key, position)
) STRICT;
INSERT INTO renum_team_agent_executions_new (execution_key, position, step_id, agent_id, step_order,
        status, attempts, attempt_seq, end_seq, run_state, suna_agent_run_id, suna_thread_id, name,
        role, model_name, skip_reason, retry_at, started_at, completed_at, individual_usage_metrics,
        error_detail, input_data, output_data, approval)
    SELECT execution_key, position, step_id, agent_id, step_order, status, attempts, attempt_seq,
        end_seq, run_state, suna_agent_run_id, suna_thread_id, name, role, model_name, skip_reason,
        retry_at, started_at, completed_at, individual_usage_metrics, error_detail, input_data,
        output_data, approval
    FROM renum_team_agent_executions ORDER BY execution_key, position;
DROP TABLE renum_team_agent_executions;
ALTER TABLE renum_team_agent_executions_new RENAME TO renum_team_agent_executions;
CREATE INDEX renum_team_agent_executions_durations
    ON renum_team_agent_executions (agent_id, completed_at, started_at)
    WHERE status = 'completed' AND started_at IS NOT NULL;
CREATE VIEW renum_execution_approvals AS
    SELECT x.execution_id, s.agent_id, s.step_id, s.approval ->> 'state' AS state,
        s.approval ->> 'requested_at' AS requested_at, s.approval ->> 'decided_at' AS decided_at,
        s.approval ->> 'decided_by' AS decided_by, s.approval ->> 'comment' AS comment
    FROM renum_team_agent_executions s
    JOIN renum_team_executions x ON x.execution_key = s.execution_key
    WHERE s.approval IS NOT NULL;
