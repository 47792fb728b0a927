// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_accessible.h"

#include "ui/graph/accessible_parts.h"

#include <QAccessibleWidget>

namespace renum::ui {

namespace {

class AccessibleGraph : public QAccessibleWidget {
public:
    explicit AccessibleGraph(TeamGraphView *view)
        : QAccessibleWidget(view, QAccessible::List)
        , m_view(view)
    {
    }

    [[nodiscard]] int childCount() const override
    {
        return static_cast<int>(m_view->graph().nodes.size());
    }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        return m_nodes.at(index, [&] { return new AccessibleNode(m_view, index); });
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        return m_nodes.indexOf(child);
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        return child(m_view->nodeAt(m_view->viewport()->mapFromGlobal(QPoint(x, y))));
    }
    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return child(m_view->selectedNode());
    }

private:
    TeamGraphView *m_view;
    mutable AccessibleChildren m_nodes;
};

QAccessibleInterface *makeAccessible(const QString & /*className*/, QObject *object)
{
    auto *view = qobject_cast<TeamGraphView *>(object);
    return view ? new AccessibleGraph(view) : nullptr;
}

} // namespace

void installGraphAccessibility()
{
    // Installing the same factory again is ignored by Qt.
    QAccessible::installFactory(makeAccessible);
}

} // namespace renum::ui
