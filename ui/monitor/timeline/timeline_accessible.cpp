// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/timeline/timeline_accessible.h"

#include "ui/graph/accessible_parts.h"
#include "ui/monitor/timeline/timeline_text.h"
#include "ui/monitor/timeline/timeline_view.h"

#include <QAccessibleWidget>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// What lanes and bars have in common: they are asked of the view, and are no objects.
class TimelinePart : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    TimelinePart(TimelineView *view, int lane)
        : m_view(view)
        , m_lane(lane)
    {
    }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override
    {
        return m_view ? m_view->window()->windowHandle() : nullptr;
    }
    [[nodiscard]] bool isValid() const override
    {
        return m_view && m_lane < m_view->lanes().lanes().size();
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return isValid() && kind == QAccessible::Name ? name() : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect local = place();
        return { m_view->viewport()->mapToGlobal(local.topLeft()), local.size() };
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        state.selectable = true;
        state.focusable = true;
        state.selected = isValid() && isChosen();
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
            ? static_cast<QAccessibleActionInterface *>(this)
            : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override
    {
        return { pressAction(), setFocusAction() };
    }
    void doAction(const QString &action) override
    {
        if (!isValid())
            return;
        choose();
        if (action == setFocusAction())
            m_view->setFocus(Qt::OtherFocusReason);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

protected:
    [[nodiscard]] TimelineView *view() const { return m_view; }
    [[nodiscard]] int lane() const noexcept { return m_lane; }
    [[nodiscard]] const TimelineLane &shown() const { return m_view->lanes().lanes().at(m_lane); }
    [[nodiscard]] virtual QString name() const = 0;
    [[nodiscard]] virtual QRect place() const = 0; ///< in viewport coordinates
    [[nodiscard]] virtual bool isChosen() const = 0;
    virtual void choose() = 0;

private:
    QPointer<TimelineView> m_view;
    int m_lane;
};

class AccessibleBar : public TimelinePart {
public:
    AccessibleBar(const QAccessibleInterface *parent, TimelineView *view, int lane, int bar)
        : TimelinePart(view, lane)
        , m_parent(parent)
        , m_bar(bar)
    {
    }
    [[nodiscard]] bool isValid() const override
    {
        return TimelinePart::isValid() && m_bar < shown().bars.size();
    }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return const_cast<QAccessibleInterface *>(m_parent);
    }

protected:
    [[nodiscard]] QString name() const override
    {
        return barLines(view()->lanes(), { lane(), m_bar }, view()->chart().now()).join(u". "_s);
    }
    [[nodiscard]] QRect place() const override { return view()->barRect(lane(), m_bar); }
    [[nodiscard]] bool isChosen() const override
    {
        return view()->selectedAgent() == shown().agent && view()->selectedBar() == m_bar;
    }
    void choose() override { view()->chooseBar({ lane(), m_bar }); }

private:
    const QAccessibleInterface *m_parent;
    int m_bar;
};

class AccessibleLane : public TimelinePart {
public:
    using TimelinePart::TimelinePart;

    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(view());
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::List; }
    [[nodiscard]] int childCount() const override
    {
        return isValid() ? static_cast<int>(shown().bars.size()) : 0;
    }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        return m_bars.at(index, [&] { return new AccessibleBar(this, view(), lane(), index); });
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        return m_bars.indexOf(child);
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        if (!isValid())
            return nullptr;
        const auto bar = view()->barAt(view()->viewport()->mapFromGlobal(QPoint(x, y)));
        return bar && bar->lane == lane() ? child(bar->bar) : nullptr;
    }

protected:
    [[nodiscard]] QString name() const override
    {
        return laneText(view()->lanes(), lane(), view()->chart().now());
    }
    [[nodiscard]] QRect place() const override { return view()->chart().laneRect(lane()); }
    [[nodiscard]] bool isChosen() const override
    {
        return view()->selectedAgent() == shown().agent;
    }
    void choose() override
    {
        view()->selectAgent(shown().agent);
        emit view()->agentChosen(shown().agent);
    }

private:
    mutable AccessibleChildren m_bars;
};

class AccessibleTimeline : public QAccessibleWidget {
public:
    explicit AccessibleTimeline(TimelineView *view)
        : QAccessibleWidget(view, QAccessible::List)
        , m_view(view)
    {
    }
    [[nodiscard]] int childCount() const override
    {
        return static_cast<int>(m_view->lanes().lanes().size());
    }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        return m_lanes.at(index, [&] { return new AccessibleLane(m_view, index); });
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        return m_lanes.indexOf(child);
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        return child(m_view->chart().laneAt(m_view->viewport()->mapFromGlobal(QPoint(x, y)).y()));
    }
    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return child(m_view->lanes().laneOf(m_view->selectedAgent()));
    }

private:
    TimelineView *m_view;
    mutable AccessibleChildren m_lanes;
};

QAccessibleInterface *makeAccessible(const QString & /*className*/, QObject *object)
{
    auto *view = qobject_cast<TimelineView *>(object);
    return view ? new AccessibleTimeline(view) : nullptr;
}

} // namespace

void installTimelineAccessibility()
{
    // Installing the same factory again is ignored by Qt.
    QAccessible::installFactory(makeAccessible);
}

} // namespace renum::ui
