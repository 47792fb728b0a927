// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/team_roster.h"

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

const TeamMemberInfo *TeamRoster::find(const AgentId &id) const
{
    const auto member = std::ranges::find(members, id, &TeamMemberInfo::id);
    return member == members.end() ? nullptr : &*member;
}

Json teamInfo(const TeamRoster &roster, const AgentId &self)
{
    Json info = Json::object();
    info["execution_id"] = toJson(roster.execution.toString());
    info["team_name"] = toJson(roster.teamName);
    info["you"] = toJson(self.toString());
    info["total_steps"] = roster.members.size();
    const TeamMemberInfo *own = roster.find(self);
    info["your_step"] = own ? Json(own->order) : Json();
    Json &members = info["members"] = Json::array();
    for (const TeamMemberInfo &member : roster.members) {
        Json entry = Json::object();
        entry["agent_id"] = toJson(member.id.toString());
        entry["name"] = toJson(member.name);
        entry["role"] = toJson(member.role.isEmpty() ? u"member"_s : member.role);
        entry["step"] = member.order;
        entry["status"] = toJson(toString(member.status));
        members.push_back(std::move(entry));
    }
    return info;
}

} // namespace renum
