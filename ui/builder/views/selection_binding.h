// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <QObject>
#include <QSet>

class QAbstractItemView;
class QModelIndex;

namespace renum::ui {

class MemberSelection;

/// Keeps what is selected in a view of a KeyedTreeModel and the one selection of members the same,
/// both ways.
class SelectionBinding : public QObject {
    Q_OBJECT

public:
    /// The view has its model already. Both outlive this, the view as its parent.
    SelectionBinding(QAbstractItemView *view, MemberSelection *selection);

private:
    [[nodiscard]] QSet<AgentId> selectedInView() const;
    void tellSelection();
    void followSelection();
    void collect(const QModelIndex &parent, QList<QModelIndex> &found) const;

    QAbstractItemView *m_view;
    MemberSelection *m_selection;
    bool m_following = false;
};

} // namespace renum::ui
