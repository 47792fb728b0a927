// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/workflow/editing/quick_fixes.h"

#include <QWidget>

class QAction;
class QLabel;
class QModelIndex;
class QPoint;
class QTreeView;

namespace renum::ui {

class MemberSelection;
class ProblemList;
class ProblemsModel;
class TeamDocument;
class Theme;

/// What is wrong or doubtful in a team, errors first. A click or Enter leads to the member and the
/// field; a click on what can be done, or Ctrl+., does it, as one step of the history.
class ProblemsView : public QWidget {
    Q_OBJECT

public:
    ProblemsView(TeamDocument *document, MemberSelection *selection, Theme *theme,
        QWidget *parent = nullptr);

signals:
    /// Now and whenever they are others.
    void countsChanged(int errors, int warnings);
    /// The person wants to see the place of a problem: a JSON pointer of the draft.
    void fieldRequested(const renum::AgentId &member, const QString &pointer);
    /// The person wants to choose agents for those that are missing.
    void replaceRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeTree(const Theme *theme);
    void makeActions();
    void retranslate();
    void showProblems();
    void showPlace(const QModelIndex &index);
    void fixCurrent();
    void offerFixes(const QModelIndex &index, const QPoint &globalPosition);
    void showMenu(const QPoint &position);
    void apply(const QuickFix &fix);

    TeamDocument *m_document;
    MemberSelection *m_selection;
    ProblemList *m_problems;
    ProblemsModel *m_model;
    QTreeView *m_tree;
    QLabel *m_none;
    QAction *m_show;
    QAction *m_fix;
};

} // namespace renum::ui
