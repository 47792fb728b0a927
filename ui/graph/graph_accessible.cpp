// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_accessible.h"

#include "ui/graph/graph_navigation.h"
#include "ui/graph/team_graph_view.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace renum::ui {

namespace {

/// One node. Not an object of its own: everything is asked of the view.
class AccessibleNode : public QAccessibleInterface {
public:
    AccessibleNode(TeamGraphView *view, int index)
        : m_view(view)
        , m_index(index)
    {
    }

    [[nodiscard]] bool isValid() const override
    {
        return m_view && static_cast<std::size_t>(m_index) < m_view->graph().nodes.size();
    }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override
    {
        return m_view && m_view->window() ? m_view->window()->windowHandle() : nullptr;
    }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view);
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (!isValid() || kind != QAccessible::Name)
            return {};
        return spokenNode(m_view->graph(), m_index);
    }
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect local = m_view->nodeRect(m_index);
        return { m_view->viewport()->mapToGlobal(local.topLeft()), local.size() };
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = true;
        state.focusable = true;
        state.invalid = !isValid();
        state.selected = isValid() && m_view->selectedNode() == m_index;
        state.focused = state.selected && m_view->hasFocus();
        return state;
    }

private:
    QPointer<TeamGraphView> m_view;
    int m_index;
};

class AccessibleGraph : public QAccessibleWidget {
public:
    explicit AccessibleGraph(TeamGraphView *view)
        : QAccessibleWidget(view, QAccessible::List)
        , m_view(view)
    {
    }
    ~AccessibleGraph() override
    {
        for (const QAccessible::Id id : std::as_const(m_nodes))
            QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] int childCount() const override
    {
        return static_cast<int>(m_view->graph().nodes.size());
    }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const auto known = m_nodes.constFind(index);
        if (known != m_nodes.cend())
            return QAccessible::accessibleInterface(*known);
        auto *node = new AccessibleNode(m_view, index);
        m_nodes.insert(index, QAccessible::registerAccessibleInterface(node));
        return node;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (this->child(i) == child)
                return i;
        }
        return -1;
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
    mutable QHash<int, QAccessible::Id> m_nodes;
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
