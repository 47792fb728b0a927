// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workbench.h"

#include "ui/monitor/monitor_page.h"
#include "ui/run/run_controller.h"
#include "ui/teams/teams_page.h"
#include "ui/text/error_text.h"

namespace renum::ui {

Workbench::Workbench(const SettingsParts &parts)
    : m_window(std::make_unique<MainWindow>(parts.workspace, parts.theme, parts.settings))
    , m_teams(new TeamsPage(parts.workspace, parts.theme, m_window.get()))
    , m_monitor(new MonitorPage(parts.workspace, parts.theme, m_window.get()))
    , m_run(new RunController(parts.workspace, parts.theme, m_window.get()))
{
    auto *settingsPage = new SettingsPage(parts, m_window.get());
    m_window->addPage(m_teams);
    m_window->addPage(m_monitor);
    m_window->addPage(settingsPage, Rail::Place::Bottom);
    connect(m_window.get(), &MainWindow::settingsRequested, this,
        [this, settingsPage] { m_window->showPage(settingsPage->id()); });
    connectPages();
}

Workbench::~Workbench() = default;

void Workbench::connectPages()
{
    connect(m_teams, &TeamsPage::runRequested, this,
        [this](const Team &team, const QStringList &prompts) { offerRun(team, prompts); });
    connect(m_monitor, &MonitorPage::runAgainRequested, m_run, &RunController::offerAgain);
    connect(m_run, &RunController::started, this, &Workbench::showExecution);
    connect(m_run, &RunController::failed, this, [this](const Error &error) {
        m_window->showToast({ errorText(error), {}, {}, true });
    });
}

void Workbench::showExecution(const ExecutionId &execution)
{
    m_window->showPage(m_monitor->id());
    m_monitor->showExecution(execution);
}

void Workbench::offerRun(const Team &team, const QStringList &samplePrompts, const QString &prompt)
{
    m_run->offer({ team, samplePrompts, prompt });
}

} // namespace renum::ui
