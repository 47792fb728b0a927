// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/roster_text.h"

#include "core/model/json_writer.h"

#include <algorithm>
#include <span>
#include <string>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

std::span<const TeamMemberInfo> membersAround(
    const TeamRoster &roster, const AgentId &self, std::size_t most)
{
    const std::span<const TeamMemberInfo> all(roster.members);
    if (all.size() <= most)
        return all;
    const auto own = std::ranges::find(roster.members, self, &TeamMemberInfo::id);
    const auto before = std::size_t(own - roster.members.begin());
    const std::size_t first = std::min(before - std::min(before, most / 2), all.size() - most);
    return all.subspan(first, most);
}

// The keys in the order of canonical JSON: by name.
void appendMember(std::string &out, const TeamMemberInfo &member)
{
    out += R"({"agent_id":)";
    appendCompactString(out, member.id.toString());
    out += R"(,"name":)";
    appendCompactString(out, member.name);
    out += R"(,"role":)";
    appendCompactString(out, member.role.isEmpty() ? u"member"_s : member.role);
    out += R"(,"status":)";
    appendCompactString(out, toString(member.status));
    out += R"(,"step":)" + std::to_string(member.order) + '}';
}

} // namespace

QString rosterText(const TeamRoster &roster, const AgentId &self, std::size_t most)
{
    const std::span<const TeamMemberInfo> members = membersAround(roster, self, most);
    const std::size_t size = roster.members.size();
    const TeamMemberInfo *own = roster.find(self);
    std::string out = R"({"execution_id":)";
    appendCompactString(out, roster.execution.toString());
    out += R"(,"members":[)";
    for (const TeamMemberInfo &member : members) {
        appendMember(out, member);
        out += ',';
    }
    if (!members.empty())
        out.pop_back();
    out += ']';
    if (members.size() < size)
        out += R"(,"members_left_out":)" + std::to_string(size - members.size());
    out += R"(,"team_name":)";
    appendCompactString(out, roster.teamName);
    out += R"(,"total_steps":)" + std::to_string(size) + R"(,"you":)";
    appendCompactString(out, self.toString());
    out += R"(,"your_step":)" + (own ? std::to_string(own->order) : std::string("null")) + '}';
    return QString::fromStdString(out);
}

} // namespace renum
