// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/execution_event.h"
#include "ui/monitor/interventions/intervention.h"
#include "ui/monitor/replay/monitor_moment.h"

#include <QWidget>

#include <span>

namespace renum {
class Workspace;
}

namespace renum::ui {

class ErrorPanel;
class ExecutionReplay;
class ContextActions;
class ContextPanel;
class LogView;
class MessagesPanel;
class PartDocks;
class RunGraphView;
class ScrubBar;
class StepInspector;
class Theme;
class TimelinePanel;
class WaitBanner;

/// One execution in linked views, live or at any earlier instant: graph, timeline, log and
/// inspector, as the person arranged them, over one scrub bar. Selecting in one selects in all;
/// until the person selects, the active agent is shown.
class ExecutionView : public QWidget {
    Q_OBJECT

public:
    ExecutionView(Workspace *workspace, Theme *theme, QWidget *parent = nullptr);

    /// Follows that execution and forgets the one before.
    void open(const ExecutionId &id);
    [[nodiscard]] ExecutionReplay *replay() const noexcept { return m_replay; }
    [[nodiscard]] PartDocks *docks() const noexcept { return m_docks; }
    /// The newest that is known of it, whatever instant is shown.
    [[nodiscard]] const Execution &execution() const;
    /// What the keys can do here.
    [[nodiscard]] QList<QAction *> commands() const;
    /// Time has passed.
    void tick();
    /// In place of what it waits for, until something happens.
    void setProblem(const QString &sentence);

signals:
    /// execution() is another, or stands differently.
    void changed();
    /// The person chose what the line about the wait offers.
    void interventionRequested(renum::ui::Intervention what);
    /// What can be done with the agent's step is asked for; `position` is one of the screen.
    void menuRequested(const renum::AgentId &agent, const QPoint &position);
    /// Whose step is shown now.
    void agentShown(const renum::AgentId &agent);
    /// The person wants to run a step of the ended execution again.
    void rerunRequested(const renum::StepId &step);
    /// The person wants to go on from what failed, in a new execution.
    void retryRequested();
    /// The person wants to see the execution that a team step works in.
    void executionRequested(const renum::ExecutionId &id);

private:
    void build();
    void addParts();
    void addTeamParts();
    void selectAgent(const AgentId &agent);
    void activateAgent(const AgentId &agent);
    void follow();
    void followActive();
    void onAdvanced();
    void onJumped();
    void showMoment();
    void showLog(const MonitorMoment &moment);
    void updateBanner();
    [[nodiscard]] MonitorMoment moment() const;

    Theme *m_theme;
    ExecutionReplay *m_replay;
    bool m_following = true;
    QString m_problem;

    WaitBanner *m_banner;
    PartDocks *m_docks;
    ScrubBar *m_scrubBar;
    RunGraphView *m_graph;
    TimelinePanel *m_timeline;
    MessagesPanel *m_messages;
    ContextPanel *m_context;
    ContextActions *m_contextActions;
    LogView *m_logView;
    ErrorPanel *m_errors;
    StepInspector *m_inspector;
};

/// Whose work a reader wants to see: the first that runs, else the last that ended, else the first.
/// Pure; empty without steps.
[[nodiscard]] AgentId activeAgent(const Execution &execution);

} // namespace renum::ui
