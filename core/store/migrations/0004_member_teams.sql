-- SPDX-FileCopyrightText: 2026 The Renum authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Teams that are members of teams: their executions know for whom they work.

ALTER TABLE renum_team_executions ADD COLUMN parent_execution_id TEXT NOT NULL DEFAULT '';
ALTER TABLE renum_team_executions ADD COLUMN parent_step_id TEXT NOT NULL DEFAULT '';
ALTER TABLE renum_team_agent_executions ADD COLUMN nested_execution_id TEXT NOT NULL DEFAULT '';
