// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/local_agent.h"
#include "core/model/problem.h"

namespace renum {

/// {agent_id, endpoint_id, name, description, instructions, model, temperature, team_tools,
/// output_schema, version}; what is empty or not chosen is null or absent.
[[nodiscard]] Json toJson(const LocalAgent &agent);
/// Reads what toJson() or a person has written. Every finding goes to `problems` with its JSON
/// pointer; the agent is usable when there is no error.
[[nodiscard]] LocalAgent localAgentFromJson(const Json &json, Problems &problems);
/// What keeps an agent from being saved; each with its JSON pointer.
[[nodiscard]] Problems problemsOf(const LocalAgent &agent);

} // namespace renum
