// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/member_teams.h"

#include "core/model/error_codes.h"
#include "core/workflow/validation.h"

#include <QHash>

#include <algorithm>
#include <deque>
#include <optional>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// A team that was found as a member, and how the walk came there.
struct Visit {
    TeamId team;
    std::vector<TeamId> path; ///< from the team that was asked about, without this one
    QString pointer; ///< of the member of that team
};

void addMembers(std::deque<Visit> &open, const WorkflowDefinition &workflow,
    const std::vector<TeamId> &path, const QString &pointer)
{
    for (std::size_t i = 0; i < workflow.agents.size(); ++i) {
        const WorkflowAgent &member = workflow.agents[i];
        if (member.kind != MemberKind::Team || member.teamId.isEmpty())
            continue;
        const QString own = u"/workflow_definition/agents/%1/team_id"_s.arg(i);
        open.push_back({ member.teamId, path, pointer.isEmpty() ? own : pointer });
    }
}

Problem problemAt(const Visit &visit, const char *code, const QString &message)
{
    Problem problem;
    problem.severity = Problem::Severity::Error;
    problem.code = QString::fromLatin1(code);
    problem.path = visit.pointer;
    problem.message = message;
    return problem;
}

std::optional<Problem> pathProblem(const Visit &visit)
{
    if (std::ranges::count(visit.path, visit.team) > 0) {
        return problemAt(visit, code::TeamRecursive,
            u"This team would work inside itself. Choose another team here."_s);
    }
    if (visit.path.size() >= std::size_t(MaxTeamDepth)) {
        return problemAt(visit, code::TeamTooDeep,
            u"More than %1 teams work inside each other here. Make it flatter."_s.arg(
                MaxTeamDepth));
    }
    return std::nullopt;
}

std::optional<Problem> teamProblem(const Visit &visit, const Team &team)
{
    if (!team.isActive) {
        return problemAt(visit, code::TeamInactive,
            u"The team %1 is switched off. Switch it on or choose another."_s.arg(team.name));
    }
    if (!validateTeam(team.draft()).valid()) {
        return problemAt(visit, code::WorkflowInvalid,
            u"The team %1 has problems of its own. Open it and mend them."_s.arg(team.name));
    }
    return std::nullopt;
}

} // namespace

QCoro::Task<Result<MemberTeams>> memberTeams(Store *store, WorkflowDefinition workflow, TeamId self)
{
    MemberTeams found;
    std::deque<Visit> open;
    QHash<TeamId, std::size_t> depths;
    addMembers(open, workflow, self.isEmpty() ? std::vector<TeamId>() : std::vector { self }, {});
    while (!open.empty()) {
        Visit visit = std::move(open.front());
        open.pop_front();
        if (const std::optional<Problem> problem = pathProblem(visit)) {
            found.problems.append(*problem);
            continue;
        }
        const Result<Team> team = co_await store->team(visit.team);
        if (!team && team.error().code != QLatin1StringView(code::NotFound))
            co_return team.error();
        const std::optional<Problem> problem = team
            ? teamProblem(visit, *team)
            : problemAt(visit, code::TeamMissing,
                u"The team of this member is not there any more. Choose another one."_s);
        if (problem) {
            found.problems.append(*problem);
            continue;
        }
        if (std::ranges::count(found.teams, visit.team, &Team::id) == 0)
            found.teams.push_back(*team);
        // A team that works in several places is looked into again only where it lies deeper.
        std::size_t &depth = depths[visit.team];
        if (depth > visit.path.size())
            continue;
        depth = visit.path.size() + 1;
        visit.path.push_back(visit.team);
        addMembers(open, team->workflow, visit.path, visit.pointer);
    }
    co_return Result<MemberTeams>(std::move(found));
}

} // namespace renum
