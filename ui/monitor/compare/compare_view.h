// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workflow/run_comparison.h"
#include "core/workflow/run_family.h"
#include "core/workspace/workspace.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTabWidget;
class QTableView;
class QTreeWidget;
class QTreeWidgetItem;

namespace renum::ui {

class JsonDifferenceView;
class StepComparisonModel;
class TextDifferenceView;
class Theme;

/// Two executions side by side: figures and what changed in them, every step with its prompt and
/// its output word by word, result and settings, and the tree of retries and forks they belong to.
class CompareView : public QWidget {
    Q_OBJECT

public:
    /// `workspace` outlives the view.
    CompareView(Workspace *workspace, Theme *theme, QWidget *parent = nullptr);

    /// A window of its own, that goes when it is closed.
    static CompareView *openWindow(Workspace *workspace, Theme *theme, const ExecutionId &before,
        const ExecutionId &after, QWidget *parent);

    void open(const ExecutionId &before, const ExecutionId &after);

signals:
    /// The person wants to look at an execution of the tree.
    void executionChosen(const renum::ExecutionId &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *buildHead();
    QWidget *buildSteps();
    QWidget *buildMessage();
    void retranslate();
    QCoro::Task<> read(ExecutionId before, ExecutionId after);
    void showComparison(RunComparison comparison);
    void showFigures();
    void showStep(int row);
    void showFamily(const std::vector<FamilyMember> &relatives);
    void addToTree(QTreeWidgetItem *parent, const FamilyTree &tree);
    void showMessage(const QString &text);

    Workspace *m_workspace;
    Theme *m_theme;
    std::optional<RunComparison> m_comparison;
    std::shared_ptr<const Json> m_settingsBefore;
    std::shared_ptr<const Json> m_settingsAfter;
    int m_job = 0;
    TaskScope m_tasks;

    QStackedWidget *m_stack;
    QLabel *m_message;
    QLabel *m_before;
    QLabel *m_after;
    QLabel *m_figures;
    QTabWidget *m_tabs;
    StepComparisonModel *m_model;
    QTableView *m_steps;
    QTabWidget *m_texts;
    TextDifferenceView *m_prompt;
    TextDifferenceView *m_output;
    TextDifferenceView *m_request;
    TextDifferenceView *m_result;
    JsonDifferenceView *m_settings;
    QTreeWidget *m_family;
};

} // namespace renum::ui
