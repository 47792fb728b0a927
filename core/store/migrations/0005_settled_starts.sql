-- SPDX-FileCopyrightText: 2026 The Renum authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The log of an execution is closed when it ends. What is found out about its runs afterwards stands
-- with their starts: since settled_at it is known that none of them works any more.

ALTER TABLE renum_remote_starts ADD COLUMN settled_at INTEGER;
CREATE INDEX renum_team_executions_ended ON renum_team_executions (completed_at)
    WHERE completed_at IS NOT NULL;
