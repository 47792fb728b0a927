// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workbench.h"

#include "core/workspace/draft_journal.h"
#include "ui/attention/attention_watch.h"
#include "ui/attention/inbox_button.h"
#include "ui/attention/notifier.h"
#include "ui/builder/canvas/builder_habits.h"
#include "ui/builder/page/builder_page.h"
#include "ui/costs/costs_page.h"
#include "ui/monitor/monitor_page.h"
#include "ui/run/note_files.h"
#include "ui/run/run_controller.h"
#include "ui/settings/app_settings.h"
#include "ui/teams/teams_page.h"
#include "ui/text/error_text.h"

namespace renum::ui {

using namespace Qt::StringLiterals;

Workbench::Workbench(const SettingsParts &parts, DraftJournal *journal)
    : m_parts(parts)
    , m_journal(journal)
    , m_notes(std::make_unique<NoteFiles>(parts.settings->folder().filePath(u"notes"_s)))
    , m_habits(std::make_unique<BuilderHabits>(parts.settings))
    , m_window(std::make_unique<MainWindow>(parts.workspace, parts.theme, parts.settings))
    , m_run(new RunController(parts.workspace, m_notes.get(), parts.theme, m_window.get()))
    , m_attention(new AttentionWatch(parts.workspace, this))
    , m_native(new TrayNotices(this))
    , m_notifier(new Notifier(m_native, parts.settings, this))
{
    m_parts.builder = m_habits.get();
    addPages();
    watchExecutions();
    connect(m_notes.get(), &NoteFiles::failed, this, [this](const Error &error) {
        m_window->showToast({ error.message, {}, {}, true });
    });
    connect(m_window.get(), &MainWindow::settingsRequested, this,
        [this] { m_window->showPage(SettingsPage::entry().id); });
    connect(m_run, &RunController::started, this, &Workbench::showExecution);
    connect(m_run, &RunController::failed, this, [this](const Error &error) {
        m_window->showToast({ errorText(error), {}, {}, true });
    });
    connect(journal, &DraftJournal::failed, this, [this](const Error &error) {
        m_window->showToast({ errorText(error), {}, {}, true });
    });
    connect(journal, &DraftJournal::found, this, [this](const DraftEntries &entries) {
        if (!entries.isEmpty())
            builder()->recover(entries);
    });
}

Workbench::~Workbench() = default;

void Workbench::watchExecutions()
{
    auto *inbox = new InboxButton(m_parts.workspace, m_attention, m_parts.theme, m_window.get());
    m_window->addToHeader(inbox);
    connect(inbox, &InboxButton::executionRequested, this, &Workbench::showExecution);
    connect(inbox->panel(), &InboxPanel::failed, this, [this](const Error &error) {
        m_window->showToast({ errorText(error), {}, {}, true });
    });
    connect(m_attention, &AttentionWatch::happened, m_notifier, &Notifier::tell);
    connect(m_notifier, &Notifier::toastRequested, m_window.get(), &MainWindow::showToast);
    connect(m_notifier, &Notifier::executionRequested, this, &Workbench::bringUp);
    m_attention->begin();
}

void Workbench::bringUp(const ExecutionId &execution)
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
    showExecution(execution);
}

void Workbench::addPages()
{
    m_window->addPage(TeamsPage::entry(), [this](QWidget *parent) { return makeTeams(parent); });
    m_window->addPage(
        BuilderPage::entry(), [this](QWidget *parent) { return makeBuilder(parent); });
    m_window->addPage(
        MonitorPage::entry(), [this](QWidget *parent) { return makeMonitor(parent); });
    m_window->addPage(CostsPage::entry(), [this](QWidget *parent) { return makeCosts(parent); });
    m_window->addPage(
        SettingsPage::entry(),
        [this](QWidget *parent) { return new SettingsPage(m_parts, parent); }, Rail::Place::Bottom);
}

Page *Workbench::makeTeams(QWidget *parent)
{
    auto *page = new TeamsPage(m_parts.workspace, m_parts.theme, parent);
    connect(page, &TeamsPage::runRequested, this,
        [this](const Team &team, const QStringList &prompts) { offerRun(team, prompts); });
    connect(page, &TeamsPage::editRequested, this, [this](const Team &team) {
        m_window->showPage(BuilderPage::entry().id);
        builder()->openTeam(team);
    });
    connect(page, &TeamsPage::newTeamRequested, this, [this] {
        m_window->showPage(BuilderPage::entry().id);
        builder()->newTeam();
    });
    return page;
}

Page *Workbench::makeBuilder(QWidget *parent)
{
    const BuilderParts parts { m_parts.workspace, m_journal, m_parts.theme, m_notes.get(),
        m_habits.get() };
    auto *page = new BuilderPage(parts, parent);
    connect(page, &BuilderPage::runRequested, m_run, &RunController::offer);
    return page;
}

Page *Workbench::makeMonitor(QWidget *parent)
{
    auto *page = new MonitorPage(m_parts.workspace, m_parts.theme, parent);
    page->remember(m_parts.settings);
    connect(page, &MonitorPage::runAgainRequested, m_run, &RunController::offerAgain);
    return page;
}

Page *Workbench::makeCosts(QWidget *parent)
{
    auto *page = new CostsPage(m_parts.workspace, m_parts.theme, parent);
    connect(page, &CostsPage::executionRequested, this, &Workbench::showExecution);
    return page;
}

TeamsPage *Workbench::teams() const
{
    return qobject_cast<TeamsPage *>(m_window->page(TeamsPage::entry().id));
}

BuilderPage *Workbench::builder() const
{
    return qobject_cast<BuilderPage *>(m_window->page(BuilderPage::entry().id));
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
