// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/workspace.h"
#include "ui/run/run_offer.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QScrollArea;
class QSpinBox;

namespace renum::ui {

class Fold;
class NoteFiles;
class PlanPreview;
class PromptEditor;
class PromptHistory;
class RunLimits;
class RunMaterial;
class RunProspect;
class Theme;

/// Asks what a team shall do, shows how it will go about it, and starts it (feature EX-06).
class RunDialog : public QDialog {
    Q_OBJECT

public:
    /// `notes` keep the prompts; may be null. All outlive this.
    RunDialog(Workspace *workspace, NoteFiles *notes, Theme *theme, const RunOffer &offer,
        QWidget *parent = nullptr);

signals:
    void started(const renum::ExecutionId &execution);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makePrompt();
    QWidget *makeSamples(const QStringList &prompts);
    QWidget *makeDetails();
    QWidget *makeButtons();
    QWidget *makeError();
    void fitDetails();
    void openHistory();
    QCoro::Task<> readPlan();
    /// So many times, each a run of its own; the engine lets them wait for each other.
    QCoro::Task<> start(ExecuteRequest request, int times);
    void sayStarted(const ExecuteRequest &request, const QList<ExecutionId> &ids, int times,
        const std::optional<Error> &failure);
    [[nodiscard]] QCoro::Task<Result<Execution>> begin(
        const ExecuteRequest &request, const std::stop_token &stop);
    void run();
    [[nodiscard]] TeamDraft runningDraft() const;
    void showError(const QString &text);
    void setBusy(bool busy);
    void showProspect();

    Workspace *m_workspace;
    Theme *m_theme;
    RunOffer m_offer;
    PromptHistory *m_history;
    PromptEditor *m_prompt;
    PlanPreview *m_plan;
    RunProspect *m_prospect;
    RunLimits *m_limits;
    RunMaterial *m_material;
    Fold *m_materialFold = nullptr;
    QScrollArea *m_details = nullptr;
    QWidget *m_errorBanner = nullptr;
    QLabel *m_error = nullptr;
    QPushButton *m_run = nullptr;
    QSpinBox *m_times = nullptr; ///< how many runs are started
    bool m_busy = false;
    bool m_runnable = true; ///< the plan has no error
    TaskScope m_tasks;
};

} // namespace renum::ui
