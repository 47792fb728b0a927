-- SPDX-FileCopyrightText: 2026 The Renum authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Every statement ends with a semicolon at the end of a line, and no other line ends with one. A
-- migration that was released never changes: its checksum is compared at every start.
--
-- Times are microseconds since the epoch, UTC. Ids are lower-case text. JSON is canonical text.
-- Rows of an execution name it by its execution_key, a number that is never used again: it is
-- shorter than the id in every row and index, and rows that are written together lie together.

CREATE TABLE renum_agent_teams (
    team_id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    is_active INTEGER NOT NULL,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    search_text TEXT NOT NULL,
    description TEXT NOT NULL,
    agent_ids TEXT NOT NULL,
    team_config TEXT NOT NULL,
    workflow_definition TEXT NOT NULL
) STRICT;
CREATE INDEX renum_agent_teams_newest ON renum_agent_teams (created_at, team_id);

-- team_id is no foreign key: a team can be run from a file without being stored. The last seq and
-- the time of the last change are those of the newest event, and the plan is in the event plan_seq,
-- so that the frequent events of streamed output do not touch this row at all.
CREATE TABLE renum_team_executions (
    execution_key INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    execution_id TEXT NOT NULL UNIQUE,
    team_id TEXT NOT NULL,
    team_name TEXT NOT NULL,
    workflow_type TEXT NOT NULL,
    status TEXT NOT NULL
        CHECK (status IN ('pending', 'running', 'completed', 'failed', 'cancelled')),
    stop_requested INTEGER NOT NULL,
    has_errors INTEGER NOT NULL,
    total_steps INTEGER NOT NULL,
    completed_steps INTEGER NOT NULL,
    context_version INTEGER NOT NULL,
    plan_seq INTEGER,
    created_at INTEGER NOT NULL,
    started_at INTEGER,
    completed_at INTEGER,
    owner TEXT NOT NULL,
    usage_totals TEXT NOT NULL,
    error_message TEXT NOT NULL,
    error_detail TEXT,
    initial_prompt TEXT NOT NULL,
    execution_config TEXT,
    final_result TEXT,
    shared_context TEXT NOT NULL
) STRICT;
CREATE INDEX renum_team_executions_newest ON renum_team_executions (created_at, execution_id);
CREATE INDEX renum_team_executions_team
    ON renum_team_executions (team_id, created_at, execution_id);
CREATE INDEX renum_team_executions_active ON renum_team_executions (team_id)
    WHERE status IN ('pending', 'running');

-- attempt_seq is the event that began the current attempt, end_seq the one that ended the step:
-- the streamed text of an attempt lies between them.
CREATE TABLE renum_team_agent_executions (
    execution_key INTEGER NOT NULL
        REFERENCES renum_team_executions (execution_key) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    step_id TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    step_order INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (
        status IN ('pending', 'running', 'completed', 'failed', 'skipped', 'cancelled')),
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
    PRIMARY KEY (execution_key, position)
) STRICT;
CREATE INDEX renum_team_agent_executions_durations
    ON renum_team_agent_executions (agent_id, completed_at, started_at)
    WHERE status = 'completed' AND started_at IS NOT NULL;

CREATE TABLE renum_execution_events (
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
) STRICT;

CREATE TABLE renum_remote_starts (
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
) STRICT;

-- No foreign key: what was used stays known when its execution is deleted.
CREATE TABLE renum_ai_usage_logs (
    log_id TEXT NOT NULL PRIMARY KEY,
    execution_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    step_id TEXT NOT NULL,
    attempt INTEGER,
    suna_agent_run_id TEXT,
    model_provider TEXT NOT NULL,
    model_name TEXT NOT NULL,
    tokens_input INTEGER,
    tokens_output INTEGER,
    tokens_cached INTEGER,
    request_count INTEGER NOT NULL,
    estimated INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX renum_ai_usage_logs_execution ON renum_ai_usage_logs (execution_id);
CREATE INDEX renum_ai_usage_logs_created ON renum_ai_usage_logs (created_at);
