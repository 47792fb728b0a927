-- SPDX-FileCopyrightText: 2026 The Renum authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Model endpoints and agents that people define here. The key of an endpoint is in the keychain,
-- never in this database. name_key is the name as people compare it.

CREATE TABLE renum_model_endpoints (
    endpoint_id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    url TEXT NOT NULL,
    model TEXT NOT NULL,
    uses_key INTEGER NOT NULL,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE renum_own_agents (
    agent_id TEXT NOT NULL PRIMARY KEY,
    endpoint_id TEXT NOT NULL REFERENCES renum_model_endpoints,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    description TEXT NOT NULL,
    instructions TEXT NOT NULL,
    model TEXT NOT NULL,
    temperature REAL,
    team_tools INTEGER NOT NULL,
    output_schema TEXT,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX renum_own_agents_endpoint ON renum_own_agents (endpoint_id);
