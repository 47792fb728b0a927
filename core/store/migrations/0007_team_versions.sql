-- SPDX-FileCopyrightText: 2026 The Renum authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Every state in which a team was stored. Of a team from before, the one that it is in now.

CREATE TABLE renum_team_versions (
    team_id TEXT NOT NULL REFERENCES renum_agent_teams (team_id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    saved_at INTEGER NOT NULL,
    label TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    agent_ids TEXT NOT NULL,
    team_config TEXT NOT NULL,
    workflow_definition TEXT NOT NULL,
    PRIMARY KEY (team_id, version)
) STRICT;
INSERT INTO renum_team_versions (team_id, version, saved_at, name, description, agent_ids,
        team_config, workflow_definition)
    SELECT team_id, version, updated_at, name, description, agent_ids, team_config,
        workflow_definition
    FROM renum_agent_teams;
