// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workbench.h"

#include "ui/monitor/monitor_page.h"
#include "ui/run/run_controller.h"
#include "ui/teams/teams_page.h"
#include "ui/text/error_text.h"

namespace renum::ui {

Workbench::Workbench(const SettingsParts &parts)
    : m_parts(parts)
    , m_window(std::make_unique<MainWindow>(parts.workspace, parts.theme, parts.settings))
    , m_run(new RunController(parts.workspace, parts.theme, m_window.get()))
{
    addPages();
    connect(m_window.get(), &MainWindow::settingsRequested, this,
        [this] { m_window->showPage(SettingsPage::entry().id); });
    connect(m_run, &RunController::started, this, &Workbench::showExecution);
    connect(m_run, &RunController::failed, this, [this](const Error &error) {
        m_window->showToast({ errorText(error), {}, {}, true });
    });
}

Workbench::~Workbench() = default;

void Workbench::addPages()
{
    m_window->addPage(TeamsPage::entry(), [this](QWidget *parent) { return makeTeams(parent); });
    m_window->addPage(
        MonitorPage::entry(), [this](QWidget *parent) { return makeMonitor(parent); });
    m_window->addPage(
        SettingsPage::entry(),
        [this](QWidget *parent) { return new SettingsPage(m_parts, parent); }, Rail::Place::Bottom);
}

Page *Workbench::makeTeams(QWidget *parent)
{
    auto *page = new TeamsPage(m_parts.workspace, m_parts.theme, parent);
    connect(page, &TeamsPage::runRequested, this,
        [this](const Team &team, const QStringList &prompts) { offerRun(team, prompts); });
    return page;
}

Page *Workbench::makeMonitor(QWidget *parent)
{
    auto *page = new MonitorPage(m_parts.workspace, m_parts.theme, parent);
    connect(page, &MonitorPage::runAgainRequested, m_run, &RunController::offerAgain);
    return page;
}

TeamsPage *Workbench::teams() const
{
    return qobject_cast<TeamsPage *>(m_window->page(TeamsPage::entry().id));
}

MonitorPage *Workbench::monitor() const
{
    return qobject_cast<MonitorPage *>(m_window->page(MonitorPage::entry().id));
}

void Workbench::showExecution(const ExecutionId &execution)
{
    m_window->showPage(MonitorPage::entry().id);
    monitor()->showExecution(execution);
}

void Workbench::offerRun(const Team &team, const QStringList &samplePrompts, const QString &prompt)
{
    m_run->offer({ team, samplePrompts, prompt });
}

} // namespace renum::ui
