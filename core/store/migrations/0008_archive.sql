-- SPDX-FileCopyrightText: 2026 The Renum authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Failures that a person has seen and put away, and how the executions are found that work for
-- another one.

CREATE TABLE renum_dismissed_errors (
    execution_key INTEGER NOT NULL
        REFERENCES renum_team_executions (execution_key) ON DELETE CASCADE,
    error_id TEXT NOT NULL,
    PRIMARY KEY (execution_key, error_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX renum_team_executions_parent ON renum_team_executions (parent_execution_id)
    WHERE parent_execution_id <> '';
