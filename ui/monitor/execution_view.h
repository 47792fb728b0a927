// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "ui/monitor/step_history.h"
#include "ui/monitor/timeline_lanes.h"

#include <QWidget>

class QTabWidget;

namespace renum {
class Workspace;
}

namespace renum::ui {

class ErrorPanel;
class LogView;
class StepInspector;
class TeamGraphView;
class Theme;
class TimelineView;
class WaitBanner;

/// One execution in linked views: graph, timeline, log and inspector. Selecting in one selects in
/// all; until the person selects, the active agent is shown.
class ExecutionView : public QWidget {
    Q_OBJECT

public:
    ExecutionView(Workspace *workspace, Theme *theme, QWidget *parent = nullptr);

    /// Forgets everything; `execution` is borrowed until the next call.
    void open(const ExecutionId &id, const Execution *execution);
    /// The borrowed execution has changed by these events.
    void advance(const ExecutionEvents &events);
    /// `interrupted`: the engine that ran it is gone.
    void setInterrupted(bool interrupted);
    /// Time has passed.
    void tick();
    /// In place of what it waits for; an empty text takes it back.
    void setProblem(const QString &sentence);

signals:
    /// The person wants to go on with the interrupted or paused execution.
    void continueRequested();
    /// The person wants to decide about the step that waits for an approval.
    void approvalRequested();
    /// The person wants to run a step of the ended execution again.
    void rerunRequested(const renum::StepId &step);
    /// The person wants to run what the ended execution did not complete.
    void retryRequested();

private:
    void build();
    QWidget *buildCentre();
    QWidget *buildRecords();
    void selectAgent(const AgentId &agent);
    void follow();
    void followActive();
    void updateViews();
    void updateBanner();
    void updateAction();
    void onAction();
    [[nodiscard]] bool isRunning() const;

    const Execution *m_execution = nullptr;
    StepHistories m_histories;
    TimelineLanes m_lanes;
    bool m_following = true;
    bool m_interrupted = false;
    QString m_problem;

    WaitBanner *m_banner;
    QTabWidget *m_records = nullptr;
    TeamGraphView *m_graph;
    TimelineView *m_timeline;
    LogView *m_logView;
    ErrorPanel *m_errors;
    StepInspector *m_inspector;
};

/// Whose work a reader wants to see: the first that runs, else the last that ended, else the first.
/// Pure; empty without steps.
[[nodiscard]] AgentId activeAgent(const Execution &execution);

} // namespace renum::ui
