// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/editing/member_moves.h"

#include <QObject>

class QAbstractItemView;
class QAction;

namespace renum::ui {

class MemberSelection;
class TeamDocument;

/// What the keyboard does to the chosen members in any list of them: F2 renames, Del removes, Alt
/// with up and down moves. Also the context menu of that list.
class MemberActions : public QObject {
    Q_OBJECT

public:
    /// `nameColumn` is where a name is edited. The view is the owner.
    MemberActions(QAbstractItemView *view, int nameColumn, TeamDocument *document,
        MemberSelection *selection);

    /// Texts in the language of now.
    void retranslate();

private:
    QAction *add(const QString &name, const QKeySequence &key);
    void update();
    void rename();
    void remove();
    void move(MoveWay way);

    QAbstractItemView *m_view;
    int m_nameColumn;
    TeamDocument *m_document;
    MemberSelection *m_selection;
    QAction *m_rename;
    QAction *m_earlier;
    QAction *m_later;
    QAction *m_remove;
};

} // namespace renum::ui
