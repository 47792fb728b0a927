// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/team_repository.h"

#include "core/model/error_codes.h"
#include "core/store/page_key.h"
#include "core/store/store_errors.h"

using namespace Qt::StringLiterals;

namespace renum {

namespace {

Team readTeam(const Statement &select)
{
    Json body = Json::object();
    body["name"] = toJson(select.text(5));
    body["description"] = toJson(select.text(6));
    body["agent_ids"] = select.json(7);
    body["team_config"] = select.json(8);
    body["workflow_definition"] = select.json(9);
    const TeamDraft draft = readTeamDraft(body).draft;
    Team team;
    team.id = select.id<TeamId>(0);
    team.isActive = select.flag(1);
    team.version = select.number(2);
    team.createdAt = select.time(3);
    team.updatedAt = select.time(4);
    team.name = draft.name;
    team.description = draft.description;
    team.agentIds = draft.agentIds;
    team.workflow = draft.workflow;
    team.config = draft.config;
    return team;
}

// SQL compares without case in ASCII only.
QString searchText(const Team &team)
{
    return QString(team.name + u'\n' + team.description).toCaseFolded();
}

Error versionConflict(const TeamId &id, int expected, int found)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::VersionConflict),
        u"The team was changed by someone else in the meantime (version %1, expected %2). Load it "
        "again and repeat the change."_s.arg(QString::number(found), QString::number(expected)),
        { { u"id"_s, id.toString() }, { u"expected"_s, expected }, { u"found"_s, found } } };
}

Error teamBusy(const TeamId &id)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::TeamBusy),
        u"An execution of the team is still active. Stop it, or wait until it ends."_s,
        { { u"id"_s, id.toString() } } };
}

} // namespace

TeamRepository::TeamRepository(Connection *connection)
    : m_page(connection,
        "SELECT team_id, is_active, version, created_at, updated_at, name, description, "
        "CAST(agent_ids AS BLOB), CAST(team_config AS BLOB), CAST(workflow_definition AS BLOB) "
        "FROM renum_agent_teams WHERE (created_at, team_id) < (?, ?) AND is_active >= ? "
        "AND instr(search_text, ?) > 0 ORDER BY created_at DESC, team_id DESC LIMIT ?")
    , m_find(connection,
          "SELECT team_id, is_active, version, created_at, updated_at, name, description, "
          "CAST(agent_ids AS BLOB), CAST(team_config AS BLOB), CAST(workflow_definition AS BLOB) "
          "FROM renum_agent_teams WHERE team_id = ?")
    , m_count(connection, "SELECT count(*) FROM renum_agent_teams")
    , m_insert(connection,
          "INSERT INTO renum_agent_teams (team_id, name, is_active, version, created_at, "
          "updated_at, search_text, description, agent_ids, team_config, workflow_definition) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT))")
    , m_update(connection,
          "UPDATE renum_agent_teams SET name = ?, is_active = ?, version = ?, updated_at = ?, "
          "search_text = ?, description = ?, agent_ids = CAST(? AS TEXT), "
          "team_config = CAST(? AS TEXT), workflow_definition = CAST(? AS TEXT) "
          "WHERE team_id = ? AND version = ?")
    , m_activeExecutions(connection,
          "SELECT count(*) FROM renum_team_executions "
          "WHERE team_id = ? AND status IN ('pending', 'running')")
    , m_removeExecutions(connection, "DELETE FROM renum_team_executions WHERE team_id = ?")
    , m_remove(connection, "DELETE FROM renum_agent_teams WHERE team_id = ?")
    , m_versions(connection)
{
}

Result<Page<Team>> TeamRepository::page(const TeamQuery &query)
{
    const Result<PageKey> after = PageKey::fromText(query.page.after);
    if (!after)
        return after.error();
    const int limit = pageLimit(query.page.limit);
    const Result<void> ran = m_page.run(
        after->time, after->id, query.activeOnly, query.search.toCaseFolded(), limit + 1);
    if (!ran)
        return ran.error();
    Page<Team> page;
    while (m_page.next()) {
        if (page.items.size() == limit) {
            page.next
                = PageKey { page.items.last().createdAt, page.items.last().id.toString() }.toText();
            break;
        }
        page.items.append(readTeam(m_page));
    }
    if (const Result<void> finished = m_page.finish(); !finished)
        return finished.error();
    return page;
}

Result<Team> TeamRepository::find(const TeamId &id)
{
    if (const Result<void> ran = m_find.run(id); !ran)
        return ran.error();
    std::optional<Team> team;
    if (m_find.next())
        team = readTeam(m_find);
    if (const Result<void> finished = m_find.finish(); !finished)
        return finished.error();
    if (!team)
        return notFoundError(u"team"_s, id.toString());
    return *std::move(team);
}

Result<int> TeamRepository::count()
{
    if (const Result<void> ran = m_count.run(); !ran)
        return ran.error();
    const int count = m_count.next() ? m_count.number(0) : 0;
    if (const Result<void> finished = m_count.finish(); !finished)
        return finished.error();
    return count;
}

Result<void> TeamRepository::insert(const Team &team)
{
    const Json body = toJson(team.draft());
    const Result<void> stored = m_insert.run(team.id, team.name, team.isActive, team.version,
        team.createdAt, team.updatedAt, searchText(team), team.description, body["agent_ids"],
        body["team_config"], body["workflow_definition"]);
    return stored ? m_versions.insert(team) : stored;
}

Result<void> TeamRepository::update(const Team &team, int expectedVersion)
{
    const Json body = toJson(team.draft());
    const Result<void> ran = m_update.run(team.name, team.isActive, expectedVersion + 1,
        team.updatedAt, searchText(team), team.description, body["agent_ids"], body["team_config"],
        body["workflow_definition"], team.id, expectedVersion);
    if (!ran)
        return ran;
    if (m_update.affectedRows() == 1) {
        Team now = team;
        now.version = expectedVersion + 1;
        return m_versions.insert(now);
    }
    const Result<Team> stored = find(team.id);
    if (!stored)
        return stored.error();
    return versionConflict(team.id, expectedVersion, stored->version);
}

Result<void> TeamRepository::remove(const TeamId &id)
{
    if (const Result<void> ran = m_activeExecutions.run(id); !ran)
        return ran.error();
    const bool busy = m_activeExecutions.next() && m_activeExecutions.number(0) > 0;
    if (const Result<void> finished = m_activeExecutions.finish(); !finished)
        return finished.error();
    if (busy)
        return teamBusy(id);
    if (const Result<void> ran = m_removeExecutions.run(id); !ran)
        return ran.error();
    const Result<void> removed = m_remove.run(id);
    if (removed && m_remove.affectedRows() == 0)
        return notFoundError(u"team"_s, id.toString());
    return removed;
}

} // namespace renum
