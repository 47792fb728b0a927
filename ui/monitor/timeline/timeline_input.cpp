// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/timeline/timeline_text.h"
#include "ui/monitor/timeline/timeline_view.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QGestureEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QScrollBar>
#include <QTextDocument>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

/// What mouse, keys and fingers do to a timeline.
namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double WheelStep = 1.2;
/// Of a wheel's notch, in eighths of a degree.
constexpr double Notch = 120;

} // namespace

std::optional<TimelinePlace> TimelineView::barAt(QPointF place) const
{
    const int lane = m_chart.laneAt(int(place.y()));
    if (lane < 0 || !m_chart.chart().contains(place.toPoint()))
        return {};
    const QList<TimelineBar> &bars = lanes().lanes().at(lane).bars;
    for (int i = static_cast<int>(bars.size()) - 1; i >= 0; --i) {
        if (m_chart.barRect(lane, bars.at(i)).contains(place))
            return TimelinePlace { lane, i };
    }
    return {};
}

QString TimelineView::textAt(QPoint place) const
{
    const Timestamp now = m_chart.now();
    const int lane = m_chart.laneAt(place.y());
    if (lane >= 0 && m_chart.chart().contains(place)) {
        for (const TimelineWait &wait : lanes().lanes().at(lane).waits) {
            if (m_chart.waitRect(lane, wait).contains(place))
                return waitText(wait, now);
        }
    }
    if (const auto bar = barAt(place))
        return barLines(lanes(), *bar, now).join(u'\n');
    if (lane >= 0 && place.x() < m_chart.chart().left() && place.y() <= m_chart.chart().bottom())
        return lanes().lanes().at(lane).name;
    for (const TimelineBand &band : lanes().bands()) {
        const bool inside = place.x() >= m_chart.xOf(band.start)
            && place.x() <= m_chart.xOf(band.end.value_or(now));
        if (inside && m_chart.chart().contains(place))
            return bandText(band, now);
    }
    return {};
}

void TimelineView::chooseLane(int lane)
{
    if (lane < 0 || lane >= lanes().lanes().size())
        return;
    selectAgent(lanes().lanes().at(lane).agent);
    makeVisible({ lane, -1 });
    emit agentChosen(m_selected);
}

void TimelineView::chooseBar(const TimelinePlace &place)
{
    if (!lanes().bar(place))
        return;
    const AgentId agent = lanes().lanes().at(place.lane).agent;
    m_selected = agent;
    m_selectedBar = place.bar;
    makeVisible(place);
    describe();
    viewport()->update();
    emit agentChosen(agent);
}

void TimelineView::openBar(const TimelinePlace &place)
{
    if (const TimelineBar *bar = lanes().bar(place))
        emit momentChosen(bar->seq);
}

void TimelineView::makeVisible(const TimelinePlace &place)
{
    const QRect row = m_chart.laneRect(place.lane);
    const QRect room = m_chart.chart();
    if (row.top() < room.top() || row.height() > room.height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + row.top());
    else if (row.bottom() > room.bottom())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + row.bottom() - room.bottom());
    const QRect bar = barRect(place.lane, place.bar);
    if (bar.isEmpty() || (bar.left() >= room.left() && bar.right() <= room.right()))
        return;
    horizontalScrollBar()->setValue(
        horizontalScrollBar()->value() + bar.left() - room.left() - Theme::Space6);
}

void TimelineView::moveBar(int by, bool extendRange)
{
    const int lane = std::max(0, lanes().laneOf(m_selected));
    if (lane >= lanes().lanes().size() || lanes().lanes().at(lane).bars.isEmpty())
        return;
    const int last = static_cast<int>(lanes().lanes().at(lane).bars.size()) - 1;
    const int next
        = m_selectedBar < 0 ? (by > 0 ? 0 : last) : std::clamp(m_selectedBar + by, 0, last);
    const TimelineBar *from = lanes().bar({ lane, m_selectedBar });
    chooseBar({ lane, next });
    const TimelineBar *to = lanes().bar({ lane, next });
    if (!extendRange || !to)
        return;
    TimeSpan range = m_range.value_or(TimeSpan { to->start, to->end.value_or(m_chart.now()) });
    for (const TimelineBar *bar : { from, to }) {
        if (!bar)
            continue;
        range.start = std::min(range.start, bar->start);
        range.end = std::max(range.end, bar->end.value_or(m_chart.now()));
    }
    setRange(range);
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position().toPoint();
    m_pressedOffset = m_chart.offset();
    const bool onAxis = m_pressed.y() > m_chart.chart().bottom();
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && onAxis)) {
        m_drag = Drag::Pan;
        viewport()->setCursor(Qt::ClosedHandCursor);
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    setRange({});
    if (m_chart.chart().contains(m_pressed))
        m_drag = Drag::Range;
    if (const auto bar = barAt(event->position()))
        chooseBar(*bar);
    else
        chooseLane(m_chart.laneAt(m_pressed.y()));
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint place = event->position().toPoint();
    hover(place);
    if (m_drag == Drag::Pan) {
        const QPoint to = m_pressedOffset + m_pressed - place;
        horizontalScrollBar()->setValue(to.x());
        verticalScrollBar()->setValue(to.y());
    } else if (m_drag == Drag::Range
        && std::abs(place.x() - m_pressed.x()) >= QApplication::startDragDistance()) {
        setRange(TimeSpan { m_chart.timeAt(std::min(m_pressed.x(), place.x())),
            m_chart.timeAt(std::max(m_pressed.x(), place.x())) });
    }
}

void TimelineView::mouseReleaseEvent(QMouseEvent * /*event*/)
{
    m_drag = Drag::None;
    viewport()->unsetCursor();
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const auto bar = barAt(event->position()))
        openBar(*bar);
}

void TimelineView::hover(const QPoint &place)
{
    const bool inside = m_chart.chart().contains(place) && lanes().start();
    m_hovered = inside ? std::optional(m_chart.timeAt(place.x())) : std::nullopt;
    viewport()->update();
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    if (event->modifiers() & Qt::ControlModifier) {
        setZoom(m_zoom * std::pow(WheelStep, turned.y() / Notch), event->position().x());
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

bool TimelineView::zoomByFingers(QGestureEvent &event)
{
    const auto *pinch = static_cast<QPinchGesture *>(event.gesture(Qt::PinchGesture));
    if (!pinch)
        return false;
    setZoom(m_zoom * pinch->scaleFactor(),
        viewport()->mapFromGlobal(pinch->centerPoint().toPoint()).x());
    event.accept();
    return true;
}

bool TimelineView::zoomByGesture(const QNativeGestureEvent &event)
{
    if (event.gestureType() != Qt::ZoomNativeGesture)
        return false;
    setZoom(m_zoom * (1 + event.value()), event.position().x());
    return true;
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const int lane = lanes().laneOf(m_selected);
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    const bool pan = event->modifiers() & Qt::ControlModifier;
    const auto panBy
        = [this](int by) { horizontalScrollBar()->setValue(horizontalScrollBar()->value() + by); };
    switch (event->key()) {
    case Qt::Key_Up:
        return chooseLane(std::max(lane - 1, 0));
    case Qt::Key_Down:
        return chooseLane(lane + 1);
    case Qt::Key_Left:
        return pan ? panBy(-horizontalScrollBar()->singleStep()) : moveBar(-1, extend);
    case Qt::Key_Right:
        return pan ? panBy(horizontalScrollBar()->singleStep()) : moveBar(1, extend);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return setZoom(m_zoom * WheelStep);
    case Qt::Key_Minus:
        return setZoom(m_zoom / WheelStep);
    case Qt::Key_0:
        return setZoom(1);
    case Qt::Key_F:
        return setIdleFolded(!isIdleFolded());
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return openBar({ lane, m_selectedBar });
    case Qt::Key_Escape:
        if (m_range)
            return setRange({});
        break;
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void TimelineView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture)
        return zoomByGesture(*static_cast<QNativeGestureEvent *>(event));
    if (event->type() == QEvent::Gesture)
        return zoomByFingers(*static_cast<QGestureEvent *>(event));
    if (event->type() == QEvent::Leave)
        hover({ -1, -1 });
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text = textAt(help->pos());
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), Qt::convertFromPlainText(text), this);
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace renum::ui
