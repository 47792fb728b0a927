// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/member_actions.h"

#include "core/workflow/editing/member_edits.h"
#include "ui/builder/document/member_selection.h"
#include "ui/builder/document/team_document.h"

#include <QAbstractItemView>
#include <QAction>

namespace renum::ui {

using namespace Qt::StringLiterals;

MemberActions::MemberActions(
    QAbstractItemView *view, int nameColumn, TeamDocument *document, MemberSelection *selection)
    : QObject(view)
    , m_view(view)
    , m_nameColumn(nameColumn)
    , m_document(document)
    , m_selection(selection)
    , m_rename(add(u"renameMember"_s, QKeySequence(Qt::Key_F2)))
    , m_earlier(add(u"moveMembersUp"_s, QKeySequence(Qt::ALT | Qt::Key_Up)))
    , m_later(add(u"moveMembersDown"_s, QKeySequence(Qt::ALT | Qt::Key_Down)))
    , m_remove(add(u"removeMembers"_s, QKeySequence(QKeySequence::Delete)))
{
    view->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_rename, &QAction::triggered, this, &MemberActions::rename);
    connect(m_earlier, &QAction::triggered, this, [this] { move(MoveWay::Earlier); });
    connect(m_later, &QAction::triggered, this, [this] { move(MoveWay::Later); });
    connect(m_remove, &QAction::triggered, this, &MemberActions::remove);
    connect(selection, &MemberSelection::changed, this, &MemberActions::update);
    retranslate();
    update();
}

void MemberActions::retranslate()
{
    m_rename->setText(tr("Rename"));
    m_earlier->setText(tr("Move up"));
    m_later->setText(tr("Move down"));
    m_remove->setText(tr("Remove from the team"));
}

QAction *MemberActions::add(const QString &name, const QKeySequence &key)
{
    auto *action = new QAction(m_view);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(action);
    return action;
}

void MemberActions::update()
{
    m_rename->setEnabled(!m_selection->single().isEmpty());
    for (QAction *action : { m_earlier, m_later, m_remove })
        action->setEnabled(!m_selection->isEmpty());
}

void MemberActions::rename()
{
    const QModelIndex current = m_view->currentIndex();
    const QModelIndex name = current.siblingAtColumn(m_nameColumn);
    if (name.isValid() && name.flags().testFlag(Qt::ItemIsEditable))
        m_view->edit(name);
}

void MemberActions::remove()
{
    const QSet<AgentId> members = m_selection->members();
    m_document->edit(tr("Remove %n member(s)", nullptr, int(members.size())),
        withoutMembers(m_document->draft(), members, Healing::Join));
}

void MemberActions::move(MoveWay way)
{
    const QSet<AgentId> members = m_selection->members();
    m_document->edit(tr("Move %n member(s)", nullptr, int(members.size())),
        withMembersMoved(m_document->draft(), members, way));
}

} // namespace renum::ui
