// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/workspace.h"
#include "ui/builder/views/plan_basis.h"

#include <QTimer>
#include <QWidget>

#include <optional>
#include <stop_token>

class QLabel;
class QPushButton;
class QTreeView;

namespace renum::ui {

class KeyedTreeModel;
class MemberSelection;
class ProblemList;
class RunEstimator;
class TeamDocument;
class Theme;

/// How a team will go about its task, worked out by the workspace whenever the team has changed and
/// the person pauses: who works when, what each one sees and waits for, how long it will take and
/// what it will cost, with the reasons.
class PlanView : public QWidget {
    Q_OBJECT

public:
    /// `workspace` outlives this.
    PlanView(TeamDocument *document, MemberSelection *selection, Workspace *workspace, Theme *theme,
        QWidget *parent = nullptr);
    ~PlanView() override;

signals:
    /// The team cannot run: the person wants to see why.
    void problemsRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeTree();
    void makeHead(Theme *theme);
    void retranslate();
    void askSoon();
    void ask();
    QCoro::Task<> read(TeamDraft draft, std::stop_token stop);
    QCoro::Task<> readPast(TeamId team, std::stop_token stop);
    void showState();
    [[nodiscard]] QString reasonText() const;
    void showPlan();
    /// What is doubtful about a member; of an empty id: about the team as a whole.
    [[nodiscard]] QString doubtsOf(const AgentId &member) const;

    TeamDocument *m_document;
    Workspace *m_workspace;
    ProblemList *m_problems;
    KeyedTreeModel *m_model;
    RunEstimator *m_estimator;
    QLabel *m_summary;
    QLabel *m_time;
    QLabel *m_cost;
    QLabel *m_warnings;
    QPushButton *m_action;
    QTreeView *m_tree;
    QTimer m_pause;
    std::optional<TeamPreview> m_preview;
    std::optional<Error> m_error;
    std::optional<PastRuns> m_past;
    std::stop_source m_request; ///< of the preview that counts
    TaskScope m_tasks;
};

} // namespace renum::ui
