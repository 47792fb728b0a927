-- SPDX-FileCopyrightText: 2026 The Renum authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Where an execution holds and why, its breakpoints and what it may spend, as JSON: hold,
-- breakpoints, cap. NULL when none of them is set.

ALTER TABLE renum_team_executions ADD COLUMN interventions TEXT;
