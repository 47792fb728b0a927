// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/written_team.h"

#include "core/net/json_limits.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::string_view, 5> TeamKeys { "name", "description", "workflow_definition",
    "team_config", "agent_ids" };

void warnOfUnknownKeys(const Json &team, Problems &problems)
{
    for (const auto &[key, value] : team.items()) {
        if (std::ranges::find(TeamKeys, key) != TeamKeys.end())
            continue;
        const QString name = QString::fromStdString(key);
        QString segment = name;
        segment.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
        problems.append({ Problem::Severity::Warning, u"unknown_key"_s, u'/' + segment,
            u"A team has no place for \"%1\": it is not kept."_s.arg(name),
            { { u"key"_s, name } } });
    }
}

} // namespace

Result<TeamReading> readWrittenTeam(QByteArrayView json)
{
    const Result<Json> team = parseJson(json);
    if (!team)
        return team.error();
    TeamReading reading = readTeamDraft(*team);
    if (team->is_object())
        warnOfUnknownKeys(*team, reading.problems);
    return reading;
}

} // namespace renum
