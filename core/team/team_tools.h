// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"
#include "core/model/result.h"

#include <QString>

#include <vector>

/// The team tools of contract §5.7.1 as data: what the prompt protocol, an MCP server's tools/list
/// and a model's native function calls say about them.
namespace renum {

struct TeamTool {
    QString name;
    QString description; ///< for the agent
    Json parameters; ///< a JSON Schema of type object
    bool answers = false; ///< the agent calls it for its result, not for its effect
};

[[nodiscard]] const std::vector<TeamTool> &teamTools();
/// The tool with that name, or nullptr. Borrowed for ever.
[[nodiscard]] const TeamTool *findTeamTool(const QString &name);

/// Checks a call against the tool's schema. A member that is null counts as not given, and is
/// taken out. Errors: team_tool_unknown, team_tool_arguments, with all findings in one sentence.
[[nodiscard]] Result<Json> checkedArguments(const QString &tool, const Json &arguments);
/// One line about a tool and its parameters.
[[nodiscard]] QString signatureOf(const TeamTool &tool);

/// The `tools` of an MCP tools/list answer; each takes the `execution_token` of §5.7.3 as well.
[[nodiscard]] Json mcpToolList();
/// The `tools` of a chat request to an OpenAI-like service.
[[nodiscard]] Json functionToolList();

} // namespace renum
