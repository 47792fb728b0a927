// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/workspace.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace renum::ui {

class PlanPreview;
class RunLimits;
class Theme;

/// What a run dialog begins with.
struct RunOffer {
    Team team;
    QStringList samplePrompts;
    QString prompt; ///< already in the editor
};

/// Asks what a team shall do, shows how it will go about it, and starts it (feature EX-06).
class RunDialog : public QDialog {
    Q_OBJECT

public:
    RunDialog(Workspace *workspace, Theme *theme, const RunOffer &offer, QWidget *parent = nullptr);

signals:
    void started(const renum::ExecutionId &execution);

private:
    QWidget *makeSamples(const QStringList &prompts);
    QWidget *makeButtons();
    QWidget *makeError();
    QCoro::Task<> readPlan();
    QCoro::Task<> start(ExecuteRequest request);
    void run();
    void showError(const QString &text);
    void setBusy(bool busy);

    Workspace *m_workspace;
    Theme *m_theme;
    Team m_team;
    QPlainTextEdit *m_prompt;
    PlanPreview *m_plan;
    RunLimits *m_limits;
    QWidget *m_errorBanner = nullptr;
    QLabel *m_error = nullptr;
    QPushButton *m_run = nullptr;
    bool m_busy = false;
    bool m_runnable = true; ///< the plan has no error
    TaskScope m_tasks;
};

} // namespace renum::ui
