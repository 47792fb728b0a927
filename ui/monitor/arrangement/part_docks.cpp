// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/arrangement/part_docks.h"

#include "ui/monitor/arrangement/part_title.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QDockWidget>
#include <QEvent>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

using Place = MonitorPart::Place;

/// Of the width, in percent; the rest is at the side.
constexpr int LeftShare = 60;
/// Of the height, in percent; the rest is at the bottom.
constexpr int TopShare = 38;
constexpr int MiddleShare = 22;

} // namespace

PartDocks::PartDocks(Theme *theme, QWidget *parent)
    : QMainWindow(parent)
    , m_theme(theme)
    , m_views(new QMenu(this))
    , m_reset(new QAction(this))
{
    setWindowFlags(Qt::Widget); // a main window takes itself for a window otherwise
    setLook(this, Look::Page);
    setDockNestingEnabled(true);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setContextMenuPolicy(Qt::NoContextMenu); // the views' menu is offered where it is looked for
    m_reset->setObjectName(u"resetArrangement"_s);
    connect(m_reset, &QAction::triggered, this, [this] {
        arrange();
        emit arrangementChanged();
    });
}

PartDocks::~PartDocks()
{
    // The docks are hidden while they are deleted, when nothing here can hear of it any more.
    for (const Docked &docked : m_parts)
        docked.dock->disconnect(this);
}

void PartDocks::add(MonitorPart part)
{
    auto *dock = new QDockWidget(this);
    dock->setObjectName(part.id);
    dock->setWidget(part.widget);
    dock->setAllowedAreas(Qt::AllDockWidgetAreas);
    addDockWidget(Qt::LeftDockWidgetArea, dock);
    auto *title = new PartTitle(m_theme, dock);
    dock->setTitleBarWidget(title);
    m_parts.push_back({ std::move(part), dock, title });
    const std::size_t index = m_parts.size() - 1;
    connect(dock, &QDockWidget::visibilityChanged, this, [this, index](bool visible) {
        if (visible && m_parts[index].stale)
            emit momentNeeded();
        nameParts();
        tellChanged();
    });
    connect(dock, &QDockWidget::topLevelChanged, this, &PartDocks::onMoved);
    connect(dock, &QDockWidget::dockLocationChanged, this, &PartDocks::onMoved);
    makeMenu();
    retranslate();
}

void PartDocks::makeMenu()
{
    m_views->clear();
    for (const Docked &docked : m_parts)
        m_views->addAction(docked.dock->toggleViewAction());
    m_views->addSeparator();
    m_views->addAction(m_reset);
}

void PartDocks::retranslate()
{
    for (const Docked &docked : m_parts) {
        docked.dock->setWindowTitle(docked.part.title());
        docked.dock->setAccessibleName(docked.part.title());
    }
    m_views->setTitle(tr("Views"));
    m_reset->setText(tr("Put everything back"));
    m_reset->setToolTip(tr("Show all views where they were at first"));
}

void PartDocks::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void PartDocks::arrange()
{
    m_arranging = true;
    for (const Docked &docked : m_parts) {
        docked.dock->setFloating(false);
        removeDockWidget(docked.dock);
    }
    addDockWidget(Qt::LeftDockWidgetArea, leader(Place::Top));
    split(Place::Top, Place::Side, Qt::Horizontal);
    split(Place::Top, Place::Middle, Qt::Vertical);
    split(Place::Middle, Place::Bottom, Qt::Vertical);
    split(Place::Bottom, Place::BottomRight, Qt::Horizontal);
    for (const Docked &docked : m_parts) {
        QDockWidget *first = leader(docked.part.place);
        if (docked.dock != first)
            tabifyDockWidget(first, docked.dock);
        docked.dock->show();
    }
    for (const Docked &docked : m_parts) {
        if (docked.dock == leader(docked.part.place))
            docked.dock->raise();
    }
    m_fresh = true;
    m_untouched = true;
    divide();
    m_arranging = false;
    nameParts();
}

void PartDocks::onMoved()
{
    if (!m_arranging && isVisible())
        m_untouched = false;
    nameParts();
    tellChanged();
}

void PartDocks::nameParts()
{
    for (const Docked &docked : m_parts) {
        const QList<QDockWidget *> others = tabifiedDockWidgets(docked.dock);
        const bool tabbed = std::ranges::any_of(others,
            [](const QDockWidget *other) { return other->toggleViewAction()->isChecked(); });
        docked.title->setTabbed(tabbed && !docked.dock->isFloating());
    }
}

/// What the program does is no wish of the person.
void PartDocks::tellChanged()
{
    if (!m_arranging && isVisible())
        emit arrangementChanged();
}

/// The first part of a place, on which the others lie; of an empty place that of the one before.
QDockWidget *PartDocks::leader(MonitorPart::Place place) const
{
    const auto found = std::ranges::find_if(
        m_parts, [place](const Docked &docked) { return docked.part.place == place; });
    if (found != m_parts.end())
        return found->dock;
    if (place == Place::Top)
        return m_parts.front().dock;
    return leader(place == Place::Side ? Place::Top : static_cast<Place>(int(place) - 1));
}

void PartDocks::split(MonitorPart::Place from, MonitorPart::Place to, Qt::Orientation orientation)
{
    if (leader(to) != leader(from))
        splitDockWidget(leader(from), leader(to), orientation);
}

/// Sizes count only once the window has one.
void PartDocks::divide()
{
    if (!m_fresh || !isVisible())
        return;
    m_fresh = false;
    const int left = width() * LeftShare / 100;
    resizeDocks(
        { leader(Place::Top), leader(Place::Side) }, { left, width() - left }, Qt::Horizontal);
    resizeDocks({ leader(Place::Bottom), leader(Place::BottomRight) }, { left / 2, left / 2 },
        Qt::Horizontal);
    const int top = height() * TopShare / 100;
    const int middle = height() * MiddleShare / 100;
    resizeDocks({ leader(Place::Top), leader(Place::Middle), leader(Place::Bottom) },
        { top, middle, height() - top - middle }, Qt::Vertical);
}

// Until the person has arranged something, every part keeps its share of a window that grows.
void PartDocks::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_fresh = m_fresh || m_untouched;
    divide();
}

bool PartDocks::event(QEvent *event)
{
    const bool taken = QMainWindow::event(event);
    if (taken && event->type() == QEvent::MouseButtonRelease) { // a line between parts was moved
        m_untouched = false;
        tellChanged();
    }
    return taken;
}

void PartDocks::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    divide();
}

// --- what is shown -----------------------------------------------------------------------------

void PartDocks::show(const MonitorMoment &moment)
{
    for (Docked &docked : m_parts) {
        const bool seen = docked.part.widget->isVisible();
        docked.stale = !seen;
        if (seen && docked.part.show)
            docked.part.show(moment);
    }
}

void PartDocks::select(const AgentId &agent)
{
    for (const Docked &docked : m_parts) {
        if (docked.part.select)
            docked.part.select(agent);
    }
}

void PartDocks::clear()
{
    for (Docked &docked : m_parts) {
        docked.stale = true;
        if (docked.part.clear)
            docked.part.clear();
    }
}

// --- the arrangement ---------------------------------------------------------------------------

QByteArray PartDocks::arrangement() const
{
    return saveState();
}

bool PartDocks::setArrangement(const QByteArray &arrangement)
{
    m_arranging = true;
    const bool restored = !arrangement.isEmpty() && restoreState(arrangement);
    m_arranging = false;
    m_fresh = m_fresh && !restored;
    m_untouched = m_untouched && !restored;
    nameParts();
    return restored;
}

void PartDocks::bringForward(const QString &partId)
{
    const auto found = std::ranges::find_if(
        m_parts, [&partId](const Docked &docked) { return docked.part.id == partId; });
    if (found == m_parts.end())
        return;
    found->dock->show();
    found->dock->raise();
    found->part.widget->setFocus(Qt::OtherFocusReason);
}

} // namespace renum::ui
