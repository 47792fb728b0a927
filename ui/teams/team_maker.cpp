// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teams/team_maker.h"

#include "core/workspace/slot_matching.h"
#include "core/workspace/template_catalog.h"

namespace renum::ui {

TeamMaker::TeamMaker(Workspace *workspace, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
{
}

void TeamMaker::use(const TeamTemplate &teamTemplate)
{
    if (m_busy)
        return;
    m_ownConfig.reset();
    setBusy(true);
    m_tasks.start(findAgents(teamTemplate));
}

void TeamMaker::useEntry(const TemplateEntry &entry)
{
    if (m_busy)
        return;
    m_ownConfig = entry.config;
    setBusy(true);
    m_tasks.start(findAgents(entry.content));
}

void TeamMaker::make(const TeamTemplate &teamTemplate, const AgentBySlot &agents)
{
    m_tasks.start(m_ownConfig ? createOwn(teamTemplate, agents) : create(teamTemplate, agents));
}

QCoro::Task<> TeamMaker::findAgents(TeamTemplate teamTemplate)
{
    const QPointer<TeamMaker> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<QList<AgentInfo>> agents = co_await m_workspace->agents(stop);
    if (!self)
        co_return;
    if (!agents) {
        setBusy(false);
        emit failed(agents.error());
        co_return;
    }
    const SlotMatch match = matchSlots(teamTemplate, *agents);
    if (match.missing.isEmpty())
        make(teamTemplate, match.assigned);
    else
        ask(teamTemplate, *agents, match.assigned);
}

void TeamMaker::ask(
    const TeamTemplate &teamTemplate, const QList<AgentInfo> &agents, const AgentBySlot &matched)
{
    auto *dialog = new SlotDialog(teamTemplate, agents, matched, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
        [this, dialog, teamTemplate] { make(teamTemplate, dialog->chosen()); });
    connect(dialog, &QDialog::rejected, this, [this] { setBusy(false); });
    dialog->open();
}

QCoro::Task<> TeamMaker::create(TeamTemplate teamTemplate, AgentBySlot agents)
{
    const QPointer<TeamMaker> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<Team> team = co_await m_workspace->instantiateTemplate(
        teamTemplate.id, teamTemplate.name, agents, stop);
    if (self)
        finish(team);
}

QCoro::Task<> TeamMaker::createOwn(TeamTemplate teamTemplate, AgentBySlot agents)
{
    const QPointer<TeamMaker> self(this);
    const std::stop_token stop = m_tasks.token();
    Result<TeamDraft> draft = fillTemplate(teamTemplate, teamTemplate.name, agents);
    if (!draft) {
        finish(draft.error());
        co_return;
    }
    draft->config = *m_ownConfig;
    const TeamDraft filled = *draft;
    const Result<Team> team = co_await m_workspace->createTeam(filled, stop);
    if (self)
        finish(team);
}

void TeamMaker::finish(const Result<Team> &team)
{
    setBusy(false);
    if (team)
        emit created(*team);
    else
        emit failed(team.error());
}

void TeamMaker::setBusy(bool busy)
{
    m_busy = busy;
    emit busyChanged();
}

} // namespace renum::ui
