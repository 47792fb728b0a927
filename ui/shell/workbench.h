// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_page.h"
#include "ui/shell/main_window.h"

#include <memory>

namespace renum::ui {

class MonitorPage;
class RunController;
class TeamsPage;

/// The main window with the product's pages, and what leads from one to the next: a team is run,
/// the monitor shows it.
class Workbench : public QObject {
    Q_OBJECT

public:
    explicit Workbench(const SettingsParts &parts);
    ~Workbench() override;

    [[nodiscard]] MainWindow *window() const { return m_window.get(); }
    [[nodiscard]] TeamsPage *teams() const { return m_teams; }
    [[nodiscard]] MonitorPage *monitor() const { return m_monitor; }

    void showExecution(const ExecutionId &execution);
    /// Opens the run dialog for the team.
    void offerRun(const Team &team, const QStringList &samplePrompts, const QString &prompt = {});

private:
    void connectPages();

    std::unique_ptr<MainWindow> m_window;
    TeamsPage *m_teams; ///< owned by the window, as the other pages
    MonitorPage *m_monitor;
    RunController *m_run;
};

} // namespace renum::ui
