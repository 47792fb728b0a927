// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/accessible_parts.h"

#include "ui/graph/card_metrics.h"
#include "ui/graph/graph_navigation.h"
#include "ui/graph/graph_words.h"
#include "ui/graph/index.h"

#include <QCoreApplication>

#include <algorithm>

namespace renum::ui {

AccessibleChildren::~AccessibleChildren()
{
    for (const QAccessible::Id id : std::as_const(m_ids))
        QAccessible::deleteAccessibleInterface(id);
}

int AccessibleChildren::indexOf(const QAccessibleInterface *child) const
{
    for (auto it = m_ids.cbegin(); it != m_ids.cend(); ++it) {
        if (QAccessible::accessibleInterface(it.value()) == child)
            return it.key();
    }
    return -1;
}

QWindow *AccessiblePart::window() const
{
    return m_view && m_view->window() ? m_view->window()->windowHandle() : nullptr;
}

QAccessibleInterface *AccessiblePart::childAt(int x, int y) const
{
    for (int i = 0; i < childCount(); ++i) {
        QAccessibleInterface *part = child(i);
        if (part && part->rect().contains(x, y))
            return part;
    }
    return nullptr;
}

QString AccessiblePart::text(QAccessible::Text kind) const
{
    return isValid() && kind == QAccessible::Name ? name() : QString();
}

QRect AccessiblePart::rect() const
{
    if (!isValid())
        return {};
    const QRect local = place();
    return { m_view->viewport()->mapToGlobal(local.topLeft()), local.size() };
}

QAccessible::State AccessiblePart::state() const
{
    QAccessible::State state;
    state.invalid = !isValid();
    return state;
}

AccessibleNode::AccessibleNode(TeamGraphView *view, int index)
    : AccessiblePart(view)
    , m_index(index)
{
}

bool AccessibleNode::isValid() const
{
    return view() && at(m_index) < view()->graph().nodes.size();
}

const GraphNode &AccessibleNode::node() const
{
    return view()->graph().nodes[at(m_index)];
}

QAccessibleInterface *AccessibleNode::parent() const
{
    return QAccessible::queryAccessibleInterface(view());
}

int AccessibleNode::childCount() const
{
    if (!isValid())
        return 0;
    return node().kind == NodeKind::Agent ? 2 : 1;
}

QAccessibleInterface *AccessibleNode::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    // The prompt has no input, the result no output.
    const bool out = node().kind == NodeKind::Prompt || index == 1;
    return m_ports.at(out ? 1 : 0, [&] {
        return new AccessiblePort(this, view(), m_index, out ? PortSide::Out : PortSide::In);
    });
}

int AccessibleNode::indexOfChild(const QAccessibleInterface *child) const
{
    for (int i = 0; i < childCount(); ++i) {
        if (this->child(i) == child)
            return i;
    }
    return -1;
}

QString AccessibleNode::name() const
{
    return spokenNode(view()->graph(), m_index);
}

QRect AccessibleNode::place() const
{
    return view()->nodeRect(m_index);
}

QAccessible::State AccessibleNode::state() const
{
    QAccessible::State state = AccessiblePart::state();
    state.selectable = true;
    state.focusable = true;
    state.selected = isValid() && view()->isNodeSelected(m_index);
    state.focused = isValid() && view()->selectedNode() == m_index && view()->hasFocus();
    return state;
}

void *AccessibleNode::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                : nullptr;
}

QStringList AccessibleNode::actionNames() const
{
    return { pressAction(), setFocusAction() };
}

void AccessibleNode::doAction(const QString &name)
{
    if (!isValid())
        return;
    view()->selectNode(m_index);
    if (name == setFocusAction())
        view()->setFocus(Qt::OtherFocusReason);
    else if (name == pressAction() && !node().agent.isEmpty())
        emit view()->agentActivated(node().agent);
}

QStringList AccessibleNode::keyBindingsForAction(const QString & /*name*/) const
{
    return {};
}

AccessiblePort::AccessiblePort(
    const AccessibleNode *node, TeamGraphView *view, int index, PortSide side)
    : AccessiblePart(view)
    , m_node(node)
    , m_index(index)
    , m_side(side)
{
}

QAccessibleInterface *AccessiblePort::parent() const
{
    return const_cast<AccessibleNode *>(m_node);
}

std::vector<int> AccessiblePort::wires() const
{
    std::vector<int> found;
    if (!isValid())
        return found;
    const std::vector<GraphWire> &wires = view()->graph().wires;
    for (std::size_t i = 0; i < wires.size(); ++i) {
        if ((m_side == PortSide::Out ? wires[i].from : wires[i].to) == m_index)
            found.push_back(static_cast<int>(i));
    }
    return found;
}

/// A wire is told once: where it begins.
int AccessiblePort::childCount() const
{
    return m_side == PortSide::Out ? static_cast<int>(wires().size()) : 0;
}

QAccessibleInterface *AccessiblePort::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    return m_wires.at(index, [&] { return new AccessibleWire(this, view(), index); });
}

int AccessiblePort::indexOfChild(const QAccessibleInterface *child) const
{
    return m_wires.indexOf(child);
}

QString AccessiblePort::name() const
{
    const QString title = view()->graph().nodes[at(m_index)].title;
    const int count = static_cast<int>(wires().size());
    return m_side == PortSide::Out
        ? GraphWords::tr("Output of %1, %n wire(s)", nullptr, count).arg(title)
        : GraphWords::tr("Input of %1, %n wire(s)", nullptr, count).arg(title);
}

QRect AccessiblePort::place() const
{
    const QRect card = view()->nodeRect(m_index);
    QRect port(0, 0, int(CardMetrics::PortHit), int(CardMetrics::PortHit));
    port.moveCenter({ m_side == PortSide::Out ? card.right() : card.left(), card.center().y() });
    return port;
}

AccessibleWire::AccessibleWire(const AccessiblePort *port, TeamGraphView *view, int place)
    : AccessiblePart(view)
    , m_port(port)
    , m_place(place)
{
}

QAccessibleInterface *AccessibleWire::parent() const
{
    return const_cast<AccessiblePort *>(m_port);
}

int AccessibleWire::wire() const
{
    const std::vector<int> wires = m_port->wires();
    return at(m_place) < wires.size() ? wires[at(m_place)] : -1;
}

QString AccessibleWire::name() const
{
    return spokenWire(view()->graph(), wire());
}

QRect AccessibleWire::place() const
{
    return view()->wireRect(wire());
}

} // namespace renum::ui
