-- SPDX-FileCopyrightText: 2026 The Renum authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What bookings cost, sums of them, prices of one's own, and budgets. Amounts are whole billionths
-- of a US dollar; where there is none, nothing is known. Bookings of before have no price.

ALTER TABLE renum_ai_usage_logs ADD COLUMN tokens_cache_write INTEGER;
ALTER TABLE renum_ai_usage_logs ADD COLUMN tokens_reasoning INTEGER;
ALTER TABLE renum_ai_usage_logs ADD COLUMN tokens_other TEXT;
ALTER TABLE renum_ai_usage_logs ADD COLUMN cost_nano_usd INTEGER;
ALTER TABLE renum_ai_usage_logs ADD COLUMN cost_basis TEXT NOT NULL DEFAULT 'unpriced';
ALTER TABLE renum_ai_usage_logs ADD COLUMN cost_flags TEXT NOT NULL DEFAULT '';
ALTER TABLE renum_ai_usage_logs ADD COLUMN pricing_version TEXT NOT NULL DEFAULT '';
ALTER TABLE renum_ai_usage_logs ADD COLUMN api_key_type TEXT NOT NULL DEFAULT '';
ALTER TABLE renum_ai_usage_logs ADD COLUMN api_key_hash TEXT NOT NULL DEFAULT '';
DROP INDEX renum_ai_usage_logs_created;
CREATE INDEX renum_ai_usage_logs_newest ON renum_ai_usage_logs (created_at, log_id);
CREATE INDEX renum_ai_usage_logs_unpriced ON renum_ai_usage_logs (created_at, log_id)
    WHERE cost_basis = 'unpriced';
CREATE INDEX renum_ai_usage_logs_flagged ON renum_ai_usage_logs (created_at, log_id)
    WHERE cost_flags <> '';

-- The sums of each day (number of days since the epoch, UTC), written together with the bookings.
-- Counts that cannot be counts are in none.
CREATE TABLE renum_usage_days (
    day INTEGER NOT NULL,
    team_id TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    model_provider TEXT NOT NULL,
    model_name TEXT NOT NULL,
    bookings INTEGER NOT NULL,
    requests INTEGER NOT NULL,
    tokens_input INTEGER NOT NULL,
    tokens_output INTEGER NOT NULL,
    tokens_cached INTEGER NOT NULL,
    tokens_cache_write INTEGER NOT NULL,
    tokens_reasoning INTEGER NOT NULL,
    flagged INTEGER NOT NULL,
    cost_nano_usd INTEGER NOT NULL,
    reported INTEGER NOT NULL,
    computed INTEGER NOT NULL,
    estimated INTEGER NOT NULL,
    unpriced INTEGER NOT NULL,
    PRIMARY KEY (day, team_id, agent_id, model_name, model_provider)
) STRICT, WITHOUT ROWID;
INSERT INTO renum_usage_days
    SELECT created_at / 86400000000, team_id, agent_id, model_provider, model_name, count(*),
        sum(CASE WHEN request_count BETWEEN 0 AND 1000000000000 THEN request_count ELSE 0 END),
        sum(CASE WHEN tokens_input BETWEEN 0 AND 1000000000000 THEN tokens_input ELSE 0 END),
        sum(CASE WHEN tokens_output BETWEEN 0 AND 1000000000000 THEN tokens_output ELSE 0 END),
        sum(CASE WHEN tokens_cached BETWEEN 0 AND 1000000000000 THEN tokens_cached ELSE 0 END),
        0, 0, 0, 0, 0, 0, 0, count(*)
    FROM renum_ai_usage_logs
    GROUP BY created_at / 86400000000, team_id, agent_id, model_provider, model_name;

CREATE TABLE renum_price_table (
    price_key TEXT NOT NULL PRIMARY KEY,
    price TEXT NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE renum_budgets (
    budget_id TEXT NOT NULL PRIMARY KEY,
    budget TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
