// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/workspace.h"
#include "ui/monitor/interventions/intervention.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class QMenu;

namespace renum::ui {

class InterventionBar;
class Theme;

/// Does what people want done with the execution they watch: asks what has to be asked, tells the
/// workspace, and says what went wrong. One for all views of an execution.
class InterventionDesk : public QObject {
    Q_OBJECT

public:
    /// Dialogs belong to `window`.
    InterventionDesk(Workspace *workspace, Theme *theme, QWidget *window);

    /// The row of buttons; whoever arranges it owns it.
    [[nodiscard]] InterventionBar *bar() const;
    /// The execution is another or has changed. Borrowed until the next call; null: none is open.
    void setExecution(const Execution *execution, bool interrupted);
    /// Whose step the buttons are about.
    void selectAgent(const AgentId &agent);
    [[nodiscard]] InterventionScene scene() const;
    /// A stop was asked for and is not confirmed yet.
    [[nodiscard]] bool isStopPending() const { return m_stopPending; }
    /// To pause or to go on was asked for and has not been answered.
    [[nodiscard]] bool isPausePending() const { return m_pausePending; }

    /// Whatever is asked for, by a button, a key or a menu; nothing when it cannot be done.
    void begin(Intervention what);
    /// Run that step of the ended execution again, in a new one.
    void askToRerun(const StepId &step);
    /// What can be done with a step, and where to hold, for its menu.
    void fillMenu(QMenu *menu, const AgentId &agent);

signals:
    /// What went wrong with a request about this execution.
    void problem(const renum::ExecutionId &id, const QString &sentence);
    /// A new execution came of it.
    void started(const renum::ExecutionId &id);
    void pendingChanged();

private:
    using Request = QCoro::Task<Result<void>>;
    void askToStop();
    void askForApproval(bool approve);
    void askForResult();
    void askForMessage();
    void askForContext();
    void askForCap();
    void askForBreakpoints();
    void askForFork();
    void pause();
    void goOn();
    void retry();
    void updateBar();
    void setStopPending(bool pending);
    void setPausePending(bool pending);
    QCoro::Task<> tellToPause(ExecutionId id, Request request);
    QCoro::Task<> stop(ExecutionId id);
    QCoro::Task<> tell(ExecutionId id, Request request);
    QCoro::Task<> startAnew(ExecutionId from, QCoro::Task<Result<Execution>> request);
    [[nodiscard]] ExecutionControls *controls() const;

    Workspace *m_workspace;
    Theme *m_theme;
    QPointer<QWidget> m_window;
    QPointer<InterventionBar> m_bar;
    const Execution *m_execution = nullptr;
    ExecutionId m_id;
    bool m_interrupted = false;
    bool m_stopPending = false;
    bool m_pausePending = false;
    bool m_paused = false; ///< as it stood last
    AgentId m_agent;
    TaskScope m_tasks;
};

} // namespace renum::ui
