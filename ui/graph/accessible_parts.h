// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/team_graph_view.h"

#include <QAccessible>
#include <QHash>
#include <QPointer>

/// What assistive technology finds within a graph: nodes have ports, an output port has the wires
/// that leave it. None is an object of its own: everything is asked of the view.
namespace renum::ui {

/// Children that are made when first asked for, and go with their parent.
class AccessibleChildren {
public:
    AccessibleChildren() = default;
    AccessibleChildren(const AccessibleChildren &) = delete;
    AccessibleChildren &operator=(const AccessibleChildren &) = delete;
    ~AccessibleChildren();

    template<typename Make>
    [[nodiscard]] QAccessibleInterface *at(int index, const Make &make)
    {
        const auto known = m_ids.constFind(index);
        if (known != m_ids.cend())
            return QAccessible::accessibleInterface(*known);
        QAccessibleInterface *child = make();
        m_ids.insert(index, QAccessible::registerAccessibleInterface(child));
        return child;
    }
    /// -1 when it is none of those that were asked for.
    [[nodiscard]] int indexOf(const QAccessibleInterface *child) const;

private:
    QHash<int, QAccessible::Id> m_ids;
};

/// What they have in common.
class AccessiblePart : public QAccessibleInterface {
public:
    explicit AccessiblePart(TeamGraphView *view)
        : m_view(view)
    {
    }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override;
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::State state() const override;

protected:
    [[nodiscard]] virtual QString name() const = 0;
    /// In viewport coordinates.
    [[nodiscard]] virtual QRect place() const = 0;
    [[nodiscard]] TeamGraphView *view() const { return m_view; }

private:
    QPointer<TeamGraphView> m_view;
};

class AccessibleNode : public AccessiblePart, public QAccessibleActionInterface {
public:
    AccessibleNode(TeamGraphView *view, int index);

    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] QAccessibleInterface *parent() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int childCount() const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    [[nodiscard]] QStringList actionNames() const override;
    void doAction(const QString &name) override;
    [[nodiscard]] QStringList keyBindingsForAction(const QString &name) const override;

protected:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QRect place() const override;

private:
    [[nodiscard]] const GraphNode &node() const;
    int m_index;
    mutable AccessibleChildren m_ports;
};

enum class PortSide { In, Out };

class AccessiblePort : public AccessiblePart {
public:
    AccessiblePort(const AccessibleNode *node, TeamGraphView *view, int index, PortSide side);

    [[nodiscard]] bool isValid() const override { return m_node->isValid(); }
    [[nodiscard]] QAccessibleInterface *parent() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int childCount() const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Grouping; }
    /// Indices of the wires that begin (or end) here.
    [[nodiscard]] std::vector<int> wires() const;

protected:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QRect place() const override;

private:
    const AccessibleNode *m_node;
    int m_index;
    PortSide m_side;
    mutable AccessibleChildren m_wires;
};

class AccessibleWire : public AccessiblePart {
public:
    /// The wire that comes at this place among those of the port.
    AccessibleWire(const AccessiblePort *port, TeamGraphView *view, int place);

    [[nodiscard]] bool isValid() const override { return wire() >= 0; }
    [[nodiscard]] QAccessibleInterface *parent() const override;
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }

protected:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QRect place() const override;

private:
    [[nodiscard]] int wire() const;
    const AccessiblePort *m_port;
    int m_place;
};

} // namespace renum::ui
