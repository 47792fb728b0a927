-- SPDX-FileCopyrightText: 2026 The Renum authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What people do to a running execution: pause it, agree to a step or not.

ALTER TABLE renum_team_executions ADD COLUMN paused INTEGER NOT NULL DEFAULT 0;
ALTER TABLE renum_team_agent_executions ADD COLUMN approval TEXT;

CREATE VIEW renum_execution_approvals AS
    SELECT x.execution_id, s.agent_id, s.step_id, s.approval ->> 'state' AS state,
        s.approval ->> 'requested_at' AS requested_at, s.approval ->> 'decided_at' AS decided_at,
        s.approval ->> 'decided_by' AS decided_by, s.approval ->> 'comment' AS comment
    FROM renum_team_agent_executions s
    JOIN renum_team_executions x ON x.execution_key = s.execution_key
    WHERE s.approval IS NOT NULL;
