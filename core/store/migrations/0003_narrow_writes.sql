-- SPDX-FileCopyrightText: 2026 The Renum authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Less to write for one event. The log and the remote starts lie in the tree of their key, where
-- they had a second tree for it: one page fewer to make durable for each. And the database tests a
-- list of more than two values by building a tree of them at every write, which comparisons save.

CREATE TABLE renum_execution_events_new (
    execution_key INTEGER NOT NULL
        REFERENCES renum_team_executions (execution_key) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    type TEXT NOT NULL,
    event_type TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    step_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (execution_key, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO renum_execution_events_new (execution_key, seq, type, event_type, agent_id, step_id,
        created_at, data)
    SELECT execution_key, seq, type, event_type, agent_id, step_id, created_at, data
    FROM renum_execution_events ORDER BY execution_key, seq;
DROP TABLE renum_execution_events;
ALTER TABLE renum_execution_events_new RENAME TO renum_execution_events;

CREATE TABLE renum_remote_starts_new (
    execution_key INTEGER NOT NULL
        REFERENCES renum_team_executions (execution_key) ON DELETE CASCADE,
    step_id TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    state TEXT NOT NULL,
    backend TEXT,
    payload_hash TEXT,
    thread_id TEXT,
    project_id TEXT,
    agent_run_id TEXT,
    adopted INTEGER,
    extra_runs TEXT NOT NULL DEFAULT '[]',
    intent_at INTEGER,
    sent_at INTEGER,
    watch_until INTEGER,
    PRIMARY KEY (execution_key, step_id, attempt)
) STRICT, WITHOUT ROWID;
INSERT INTO renum_remote_starts_new (execution_key, step_id, attempt, state, backend, payload_hash,
        thread_id, project_id, agent_run_id, adopted, extra_runs, intent_at, sent_at, watch_until)
    SELECT execution_key, step_id, attempt, state, backend, payload_hash, thread_id, project_id,
        agent_run_id, adopted, extra_runs, intent_at, sent_at, watch_until
    FROM renum_remote_starts ORDER BY execution_key, step_id, attempt;
DROP TABLE renum_remote_starts;
ALTER TABLE renum_remote_starts_new RENAME TO renum_remote_starts;

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
