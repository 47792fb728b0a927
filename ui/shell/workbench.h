// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_page.h"
#include "ui/shell/main_window.h"

#include <memory>

namespace renum {
class DraftJournal;
}

namespace renum::ui {

class AttentionWatch;
class BuilderHabits;
class BuilderPage;
class InboxButton;
class MonitorPage;
class NativeNotices;
class Notifier;
class NoteFiles;
class RunController;
class TeamsPage;

/// The main window with the product's pages, and what leads from one to the next: a team is run,
/// the monitor shows it.
class Workbench : public QObject {
    Q_OBJECT

public:
    /// What the journal finds is opened in the builder.
    Workbench(const SettingsParts &parts, DraftJournal *journal);
    ~Workbench() override;

    [[nodiscard]] MainWindow *window() const { return m_window.get(); }
    /// Made if it was not needed yet.
    [[nodiscard]] TeamsPage *teams() const;
    [[nodiscard]] BuilderPage *builder() const;
    [[nodiscard]] MonitorPage *monitor() const;

    void showExecution(const ExecutionId &execution);
    /// Opens the run dialog for the team.
    void offerRun(const Team &team, const QStringList &samplePrompts, const QString &prompt = {});

private:
    void addPages();
    void watchExecutions();
    /// Also when the window is behind others or closed to the task bar.
    void bringUp(const ExecutionId &execution);
    [[nodiscard]] Page *makeTeams(QWidget *parent);
    [[nodiscard]] Page *makeBuilder(QWidget *parent);
    [[nodiscard]] Page *makeMonitor(QWidget *parent);
    [[nodiscard]] Page *makeCosts(QWidget *parent);

    SettingsParts m_parts;
    DraftJournal *m_journal;
    std::unique_ptr<NoteFiles> m_notes; ///< these two outlive the pages
    std::unique_ptr<BuilderHabits> m_habits;
    std::unique_ptr<MainWindow> m_window; ///< owns the pages
    RunController *m_run;
    AttentionWatch *m_attention;
    NativeNotices *m_native;
    Notifier *m_notifier;
};

} // namespace renum::ui
