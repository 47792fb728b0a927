// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/team_service.h"

#include "core/engine/member_teams.h"
#include "core/model/error_codes.h"
#include "core/workflow/planner.h"
#include "core/workspace/template_catalog.h"

#include <QPointer>

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

Error invalidError(const Problems &problems)
{
    QStringList sentences;
    const char *errorCode = code::WorkflowInvalid;
    for (const Problem &problem : problems) {
        if (problem.severity != Problem::Severity::Error)
            continue;
        sentences.append(problem.message);
        if (problem.code == "W-02"_L1)
            errorCode = code::AgentLimitExceeded;
    }
    return { ErrorCategory::InvalidInput, QString::fromLatin1(errorCode),
        u"The team cannot be saved: %1"_s.arg(sentences.join(u' ')),
        { { u"problems"_s, sentences } } };
}

Error teamLimitError(int limit)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::TeamLimitExceeded),
        u"There are %1 teams already, which is the limit. Delete one you no longer need."_s.arg(
            limit),
        { { u"limit"_s, limit } } };
}

Error noTemplateError(const TemplateId &id)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::NotFound),
        u"There is no template \"%1\"."_s.arg(id.toString()), { { u"id"_s, id.toString() } } };
}

void setContent(Team &team, const TeamDraft &draft)
{
    team.name = draft.name;
    team.description = draft.description;
    team.agentIds = draft.agentIds;
    team.workflow = draft.workflow;
    team.config = draft.config;
}

} // namespace

TeamService::TeamService(Store *store, Clock *clock, IdSource *ids, ValidationLimits limits,
    int maxTeams, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_ids(ids)
    , m_limits(limits)
    , m_maxTeams(maxTeams)
{
}

QCoro::Task<Result<TeamService::Checked>> TeamService::check(TeamDraft draft, TeamId self)
{
    Checked checked { validateTeam(draft, m_limits), {} };
    if (!checked.validation.valid())
        co_return Result<Checked>(std::move(checked));
    Result<MemberTeams> members
        = co_await memberTeams(m_store, checked.validation.normalized.workflow, self);
    if (!members)
        co_return members.error();
    checked.validation.problems += members->problems;
    checked.teams = std::move(members->teams);
    co_return Result<Checked>(std::move(checked));
}

QCoro::Task<Result<TeamDraft>> TeamService::acceptable(TeamDraft draft, TeamId self)
{
    const Result<Checked> checked = co_await check(draft, self);
    if (!checked)
        co_return checked.error();
    if (hasErrors(checked->validation.problems))
        co_return invalidError(checked->validation.problems);
    co_return Result<TeamDraft>(checked->validation.normalized);
}

QCoro::Task<Result<Team>> TeamService::create(TeamDraft draft)
{
    const QPointer<TeamService> self(this);
    const Result<TeamDraft> accepted = co_await acceptable(draft, TeamId());
    if (!self)
        co_return cancelledError();
    if (!accepted)
        co_return accepted.error();
    const Result<int> count = co_await m_store->teamCount();
    if (!self)
        co_return cancelledError();
    if (!count)
        co_return count.error();
    if (*count >= m_maxTeams)
        co_return teamLimitError(m_maxTeams);
    Team team;
    team.id = TeamId(m_ids->next());
    setContent(team, *accepted);
    team.createdAt = m_clock->now();
    team.updatedAt = team.createdAt;
    const Result<void> stored = co_await m_store->insertTeam(team);
    if (!self)
        co_return cancelledError();
    if (!stored)
        co_return stored.error();
    emit changed();
    co_return team;
}

QCoro::Task<Result<Team>> TeamService::update(TeamId id, TeamDraft draft, int expectedVersion)
{
    const QPointer<TeamService> self(this);
    const Result<TeamDraft> accepted = co_await acceptable(draft, id);
    if (!self)
        co_return cancelledError();
    if (!accepted)
        co_return accepted.error();
    const Result<Team> existing = co_await m_store->team(id);
    if (!self)
        co_return cancelledError();
    if (!existing)
        co_return existing.error();
    Team team = *existing;
    setContent(team, *accepted);
    team.updatedAt = m_clock->now();
    const Result<void> stored = co_await m_store->updateTeam(team, expectedVersion);
    if (!self)
        co_return cancelledError();
    if (!stored)
        co_return stored.error();
    emit changed();
    team.version = expectedVersion + 1;
    co_return team;
}

QCoro::Task<Result<void>> TeamService::remove(TeamId id)
{
    const QPointer<TeamService> self(this);
    const Result<void> removed = co_await m_store->deleteTeam(id);
    if (!self)
        co_return cancelledError();
    if (removed)
        emit changed();
    co_return removed;
}

QCoro::Task<Result<TeamPreview>> TeamService::preview(TeamDraft draft)
{
    const QPointer<TeamService> self(this);
    const Result<Checked> checked = co_await check(draft, TeamId());
    if (!self)
        co_return cancelledError();
    if (!checked)
        co_return checked.error();
    TeamPreview preview;
    preview.problems = checked->validation.problems;
    preview.normalized = checked->validation.normalized;
    if (hasErrors(preview.problems))
        co_return preview;
    const Result<DurationHistory> history = co_await m_store->durationHistory();
    // An estimate without history is worth less, but no reason not to show the plan.
    preview.plan = planExecution(preview.normalized, {}, history ? *history : DurationHistory());
    preview.plan->teams = checked->teams;
    co_return preview;
}

QCoro::Task<Result<Team>> TeamService::instantiate(
    TemplateId id, QString name, QHash<QString, AgentId> agentBySlot)
{
    const Result<QList<TeamTemplate>> templates = builtInTemplates();
    if (!templates)
        co_return templates.error();
    const auto source = std::ranges::find(*templates, id, &TeamTemplate::id);
    if (source == templates->cend())
        co_return noTemplateError(id);
    const Result<TeamDraft> draft = fillTemplate(*source, name, agentBySlot);
    if (!draft)
        co_return draft.error();
    co_return co_await create(*draft);
}

} // namespace renum
