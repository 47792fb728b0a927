// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/start_task.h"

#include "ui/monitor/monitor_page.h"
#include "ui/teams/teams_page.h"
#include "ui/text/error_text.h"

#include <QPointer>

namespace renum::desktop {

using namespace Qt::StringLiterals;

namespace {
/// What `--page run` offers to run.
constexpr auto ShownTemplate = "market-analysis"_L1;
} // namespace

StartTask::StartTask(Options options, Workspace *workspace, ui::Workbench *workbench)
    : m_options(std::move(options))
    , m_workspace(workspace)
    , m_workbench(workbench)
{
}

void StartTask::start()
{
    const bool offersRun = m_options.page == "run"_L1;
    if (!m_options.page.isEmpty() && !offersRun)
        m_workbench->window()->showPage(m_options.page);
    m_busy = true;
    if (!m_options.runTemplate.isEmpty())
        makeTeam(m_options.runTemplate);
    else if (offersRun)
        makeTeam(TemplateId(ShownTemplate));
    else if (m_options.page == ui::MonitorPage::entry().id)
        m_tasks.start(openLatest());
    else
        finish();
}

void StartTask::makeTeam(const TemplateId &id)
{
    // Agents are known only when their service has answered.
    const auto begin = [this, id] {
        m_workbench->window()->showPage(ui::TeamsPage::entry().id);
        m_workbench->teams()->useTemplate(id);
    };
    connect(m_workbench->teams(), &ui::TeamsPage::teamCreated, this, &StartTask::teamMade,
        Qt::SingleShotConnection);
    if (m_workspace->connectionStatus().state == ConnectionStatus::State::Connected) {
        begin();
        return;
    }
    connect(m_workspace, &Workspace::connectionStatusChanged, this,
        [this, begin](const ConnectionStatus &status) {
            if (!m_busy || status.state == ConnectionStatus::State::Connecting)
                return;
            if (status.state == ConnectionStatus::State::Connected)
                begin();
            else
                finish();
        });
}

void StartTask::teamMade(const Team &team)
{
    if (!m_options.runTemplate.isEmpty()) {
        m_tasks.start(execute(team.id));
        return;
    }
    m_workbench->offerRun(team, {}, m_options.prompt);
    finish();
}

QCoro::Task<> StartTask::execute(TeamId team)
{
    const QPointer<StartTask> self(this);
    ExecuteRequest request;
    request.team = team;
    request.initialPrompt = m_options.prompt;
    const std::stop_token stop = m_tasks.token();
    const Result<Execution> execution = co_await m_workspace->execute(request, stop);
    if (!self)
        co_return;
    if (execution)
        m_workbench->showExecution(execution->id);
    else
        fail(execution.error());
    finish();
}

QCoro::Task<> StartTask::openLatest()
{
    const QPointer<StartTask> self(this);
    ExecutionQuery query;
    query.page.limit = 1;
    const std::stop_token stop = m_tasks.token();
    const Result<Page<Execution>> latest = co_await m_workspace->executions(query, stop);
    if (!self)
        co_return;
    if (latest && !latest->items.isEmpty())
        m_workbench->showExecution(latest->items.first().id);
    finish();
}

void StartTask::finish()
{
    m_busy = false;
    emit finished();
}

void StartTask::fail(const Error &error)
{
    m_workbench->window()->showToast({ ui::errorText(error), {}, {}, true });
}

} // namespace renum::desktop
