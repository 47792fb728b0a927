// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/breakpoint.h"

#include "core/model/workflow_codec.h"

namespace renum {

using namespace Qt::StringLiterals;

Json toJson(const Breakpoint &breakpoint)
{
    Json json = { { "agent_id", toJson(breakpoint.agent.toString()) },
        { "place", breakpoint.place == Breakpoint::Place::After ? "after" : "before" },
        { "enabled", breakpoint.enabled } };
    if (breakpoint.condition)
        json["condition"] = toJson(*breakpoint.condition);
    return json;
}

std::optional<Breakpoint> breakpointFromJson(const Json &json)
{
    const std::optional<QString> agent = stringAt(json, "agent_id");
    if (!agent || agent->isEmpty())
        return std::nullopt;
    Breakpoint breakpoint;
    breakpoint.agent = AgentId(*agent);
    if (stringAt(json, "place") == u"after"_s)
        breakpoint.place = Breakpoint::Place::After;
    breakpoint.enabled = boolAt(json, "enabled").value_or(true);
    if (const Json *condition = memberAt(json, "condition")) {
        Problems problems;
        const std::vector<Condition> read = readConditions(*condition, u"/condition"_s, problems);
        // One that cannot be read would hold always, which nobody asked for.
        if (read.empty() || !problems.isEmpty())
            return std::nullopt;
        breakpoint.condition = read.front();
    }
    return breakpoint;
}

} // namespace renum
