// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <QWidget>

class QModelIndex;
class QTableView;

namespace renum::ui {

class MemberActions;
class MemberSelection;
class MembersModel;
class TeamDocument;
class Theme;

/// The members of a team as a table: names, roles, models, who is active and in which order are
/// edited in place; the rest is told in words and leads to where it is edited. Rows are dragged, or
/// moved with Alt and the arrows.
class MembersTable : public QWidget {
    Q_OBJECT

public:
    MembersTable(TeamDocument *document, MemberSelection *selection, Theme *theme,
        QWidget *parent = nullptr);

signals:
    /// The person wants to change something that is not edited here: a JSON pointer of the draft.
    void fieldRequested(const renum::AgentId &member, const QString &pointer);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeTable(const Theme *theme);
    void retranslate();
    void requestField(const QModelIndex &index);

    TeamDocument *m_document;
    MembersModel *m_model;
    QTableView *m_table;
    MemberActions *m_actions;
};

} // namespace renum::ui
