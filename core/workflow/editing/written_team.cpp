// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/written_team.h"

#include "core/net/json_limits.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

using Keys = std::span<const std::string_view>;

constexpr std::array<std::string_view, 5> TeamKeys { "name", "description", "workflow_definition",
    "team_config", "agent_ids" };
/// What a service adds to a team that it answers with: known, and given anew.
constexpr std::array<std::string_view, 7> ServiceKeys { "team_id", "id", "is_active", "version",
    "created_at", "updated_at", "owner_id" };
constexpr std::array<std::string_view, 8> FileKeys { "format", "version", "team", "agents", "slots",
    "category", "author", "sample_prompts" };

bool contains(Keys keys, const std::string &key)
{
    return std::ranges::find(keys, key) != keys.end();
}

Problem unknownKey(const std::string &key, const QString &path)
{
    const QString name = QString::fromStdString(key);
    QString segment = name;
    segment.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
    return { Problem::Severity::Warning, u"unknown_key"_s, path + u'/' + segment,
        u"A team has no place for \"%1\": it is not kept."_s.arg(name), { { u"key"_s, name } } };
}

Problems unknownKeys(const Json &object, const QString &path, Keys known, Keys alsoKnown)
{
    Problems problems;
    for (const auto &[key, value] : object.items()) {
        if (!contains(known, key) && !contains(alsoKnown, key))
            problems.append(unknownKey(key, path));
    }
    return problems;
}

} // namespace

Problems unknownTeamKeys(const Json &team, const QString &path)
{
    return team.is_object() ? unknownKeys(team, path, TeamKeys, {}) : Problems();
}

Problems unknownFileKeys(const Json &file)
{
    if (!file.is_object())
        return {};
    if (!memberAt(file, "format"))
        return unknownKeys(file, {}, TeamKeys, ServiceKeys);
    Problems problems = unknownKeys(file, {}, FileKeys, {});
    if (const Json *team = memberAt(file, "team"); team && team->is_object())
        problems += unknownKeys(*team, u"/team"_s, TeamKeys, ServiceKeys);
    return problems;
}

Result<TeamReading> readWrittenTeam(QByteArrayView json)
{
    const Result<Json> team = parseJson(json);
    if (!team)
        return team.error();
    TeamReading reading = readTeamDraft(*team);
    reading.problems += unknownTeamKeys(*team);
    return reading;
}

} // namespace renum
