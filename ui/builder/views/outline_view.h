// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <QWidget>

class QModelIndex;
class QTreeView;

namespace renum::ui {

class MemberActions;
class MemberSelection;
class OutlineModel;
class TeamDocument;
class Theme;

/// A team as a tree that is read and edited by keyboard: F2 renames, Del removes, Alt with up and
/// down moves, Enter leads to where a detail is edited.
class OutlineView : public QWidget {
    Q_OBJECT

public:
    OutlineView(TeamDocument *document, MemberSelection *selection, Theme *theme,
        QWidget *parent = nullptr);

signals:
    /// The person wants to edit what a row tells: a JSON pointer of the draft.
    void fieldRequested(const renum::AgentId &member, const QString &pointer);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeTree();
    void retranslate();
    void expandBranches();
    void requestField(const QModelIndex &index);

    TeamDocument *m_document;
    OutlineModel *m_model;
    QTreeView *m_tree;
    MemberActions *m_actions;
};

} // namespace renum::ui
