// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/team_version_repository.h"

#include "core/model/error_codes.h"

using namespace Qt::StringLiterals;

namespace renum {

TeamVersionRepository::TeamVersionRepository(Connection *connection)
    : m_page(connection,
        "SELECT version, saved_at, label, name, description, CAST(agent_ids AS BLOB), "
        "CAST(team_config AS BLOB), CAST(workflow_definition AS BLOB) FROM renum_team_versions "
        "WHERE team_id = ? AND version < ? ORDER BY version DESC LIMIT ?")
    , m_find(connection,
          "SELECT version, saved_at, label, name, description, CAST(agent_ids AS BLOB), "
          "CAST(team_config AS BLOB), CAST(workflow_definition AS BLOB) FROM renum_team_versions "
          "WHERE team_id = ? AND version = ?")
    , m_insert(connection,
          "INSERT INTO renum_team_versions (team_id, version, saved_at, name, description, "
          "agent_ids, team_config, workflow_definition) "
          "VALUES (?, ?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT))")
    , m_prune(connection,
          "DELETE FROM renum_team_versions WHERE team_id = ? AND version <= ? AND label = ''")
    , m_label(
          connection, "UPDATE renum_team_versions SET label = ? WHERE team_id = ? AND version = ?")
{
}

TeamVersion TeamVersionRepository::readRow(const Statement &select)
{
    Json body = Json::object();
    body["name"] = toJson(select.text(3));
    body["description"] = toJson(select.text(4));
    body["agent_ids"] = select.json(5);
    body["team_config"] = select.json(6);
    body["workflow_definition"] = select.json(7);
    return { select.number(0), select.time(1), select.text(2), readTeamDraft(body).draft };
}

Error TeamVersionRepository::unknownVersion(const TeamId &team, int version)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::TeamVersionUnknown),
        u"The team has no version %1. It may be too old to be kept: list the versions that there "
        "are."_s.arg(version),
        { { u"id"_s, team.toString() }, { u"version"_s, version } } };
}

Result<QList<TeamVersion>> TeamVersionRepository::before(const TeamId &team, int before, int limit)
{
    if (const Result<void> ran = m_page.run(team, before, limit); !ran)
        return ran.error();
    QList<TeamVersion> versions;
    while (m_page.next())
        versions.append(readRow(m_page));
    if (const Result<void> finished = m_page.finish(); !finished)
        return finished.error();
    return versions;
}

Result<TeamVersion> TeamVersionRepository::find(const TeamId &team, int version)
{
    if (const Result<void> ran = m_find.run(team, version); !ran)
        return ran.error();
    std::optional<TeamVersion> found;
    if (m_find.next())
        found = readRow(m_find);
    if (const Result<void> finished = m_find.finish(); !finished)
        return finished.error();
    if (!found)
        return unknownVersion(team, version);
    return *std::move(found);
}

Result<void> TeamVersionRepository::insert(const Team &team)
{
    const Json body = toJson(team.draft());
    const Result<void> stored = m_insert.run(team.id, team.version, team.updatedAt, team.name,
        team.description, body["agent_ids"], body["team_config"], body["workflow_definition"]);
    if (!stored)
        return stored;
    return m_prune.run(team.id, team.version - KeptVersions);
}

Result<void> TeamVersionRepository::setLabel(const TeamId &team, int version, const QString &label)
{
    if (const Result<void> ran = m_label.run(label, team, version); !ran)
        return ran;
    if (m_label.affectedRows() == 0)
        return unknownVersion(team, version);
    return {};
}

} // namespace renum
