-- SPDX-FileCopyrightText: 2026 The Renum authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What one program asks of the engine of another, which drives the execution: a wish as JSON, when
-- that engine took it up, and what came of it (error: JSON, NULL when all went well).

CREATE TABLE renum_control_requests (
    request_id TEXT NOT NULL PRIMARY KEY,
    execution_key INTEGER NOT NULL
        REFERENCES renum_team_executions (execution_key) ON DELETE CASCADE,
    owner TEXT NOT NULL,
    wish TEXT NOT NULL,
    requested_at INTEGER NOT NULL,
    taken_at INTEGER,
    answered_at INTEGER,
    error TEXT
) STRICT;
CREATE INDEX renum_control_requests_open ON renum_control_requests (owner, requested_at)
    WHERE taken_at IS NULL;
CREATE INDEX renum_control_requests_execution ON renum_control_requests (execution_key);
