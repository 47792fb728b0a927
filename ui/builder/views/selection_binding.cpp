// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/selection_binding.h"

#include "ui/builder/document/member_selection.h"
#include "ui/builder/views/keyed_tree_model.h"

#include <QAbstractItemView>
#include <QItemSelectionModel>
#include <QScopedValueRollback>

#include <utility>

namespace renum::ui {

SelectionBinding::SelectionBinding(QAbstractItemView *view, MemberSelection *selection)
    : QObject(view)
    , m_view(view)
    , m_selection(selection)
{
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &SelectionBinding::tellSelection);
    connect(selection, &MemberSelection::changed, this, &SelectionBinding::followSelection);
    // Rows that come may be those of members that are selected already.
    connect(
        view->model(), &QAbstractItemModel::rowsInserted, this, &SelectionBinding::followSelection);
    followSelection();
}

QSet<AgentId> SelectionBinding::selectedInView() const
{
    QSet<AgentId> members;
    const QModelIndexList rows = m_view->selectionModel()->selectedIndexes();
    for (const QModelIndex &row : rows) {
        const auto member = row.data(KeyedTreeModel::MemberRole).value<AgentId>();
        if (!member.isEmpty())
            members.insert(member);
    }
    return members;
}

void SelectionBinding::tellSelection()
{
    if (m_following)
        return;
    const QScopedValueRollback<bool> guard(m_following, true);
    m_selection->setMembers(selectedInView());
}

void SelectionBinding::followSelection()
{
    if (m_following || selectedInView() == m_selection->members())
        return;
    const QScopedValueRollback<bool> guard(m_following, true);
    QList<QModelIndex> rows;
    collect({}, rows);
    QItemSelection chosen;
    for (const QModelIndex &row : std::as_const(rows))
        chosen.select(row, row);
    QItemSelectionModel *model = m_view->selectionModel();
    model->select(chosen, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (rows.isEmpty())
        return;
    model->setCurrentIndex(rows.constFirst(), QItemSelectionModel::NoUpdate);
    m_view->scrollTo(rows.constFirst());
}

void SelectionBinding::collect(const QModelIndex &parent, QList<QModelIndex> &found) const
{
    const QAbstractItemModel *model = m_view->model();
    for (int i = 0; i < model->rowCount(parent); ++i) {
        const QModelIndex row = model->index(i, 0, parent);
        // What is below a member's row is about the same member.
        if (m_selection->contains(row.data(KeyedTreeModel::MemberRole).value<AgentId>()))
            found.append(row);
        else
            collect(row, found);
    }
}

} // namespace renum::ui
