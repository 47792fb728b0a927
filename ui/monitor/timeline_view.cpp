// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/timeline_view.h"

#include "ui/graph/wall_clock.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <array>

namespace renum::ui {

namespace {

/// A chart of a moment would be all bar: shorter ones are drawn as this.
constexpr std::chrono::milliseconds LeastSpan(10'000);
constexpr int MostNameWidth = 160;

} // namespace

std::chrono::seconds axisStep(std::chrono::milliseconds span, int wanted)
{
    static constexpr std::array steps { 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600,
        7200, 14400, 43200, 86400 };
    const double ideal
        = static_cast<double>(span.count()) / 1000.0 / static_cast<double>(std::max(wanted, 1));
    const auto found = std::ranges::find_if(steps, [&](int step) { return step >= ideal; });
    return std::chrono::seconds(found == steps.end() ? steps.back() : *found);
}

TimelineView::TimelineView(Theme *theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Timeline"));
    connect(theme, &Theme::changed, this, [this] { viewport()->update(); });
}

void TimelineView::setLanes(const TimelineLanes *lanes)
{
    m_lanes = lanes;
    refresh(false);
}

void TimelineView::refresh(bool running)
{
    m_running = running;
    updateScrollBar();
    describeLane();
    viewport()->update();
}

void TimelineView::selectAgent(const AgentId &agent)
{
    if (agent == m_selected)
        return;
    m_selected = agent;
    describeLane();
    viewport()->update();
}

int TimelineView::laneCount() const
{
    return m_lanes ? static_cast<int>(m_lanes->lanes().size()) : 0;
}

int TimelineView::laneHeight() const
{
    return QFontMetrics(m_theme->font(TextStyle::Label)).height() + 2 * Theme::Space2;
}

int TimelineView::axisHeight() const
{
    return QFontMetrics(m_theme->font(TextStyle::Small)).height() + Theme::Space2;
}

int TimelineView::nameWidth() const
{
    const QFontMetrics metrics(m_theme->font(TextStyle::Label));
    int width = 0;
    for (int lane = 0; lane < laneCount(); ++lane) {
        const TimelineLane &shown = m_lanes->lanes()[static_cast<std::size_t>(lane)];
        width = std::max(width, metrics.horizontalAdvance(shown.name));
    }
    return std::min(width, MostNameWidth) + Theme::Space3 + Theme::Space4;
}

QRect TimelineView::chart() const
{
    return viewport()->rect().adjusted(nameWidth(), 0, -Theme::Space6, -axisHeight());
}

QRect TimelineView::laneRect(int lane) const
{
    return { 0, lane * laneHeight() - verticalScrollBar()->value(), viewport()->width(),
        laneHeight() };
}

int TimelineView::laneAt(int y) const
{
    const int lane = (y + verticalScrollBar()->value()) / laneHeight();
    return lane >= 0 && lane < laneCount() ? lane : -1;
}

Timestamp TimelineView::now() const
{
    const Timestamp start = m_lanes->start().value_or(Timestamp());
    if (m_running)
        return std::max(wallClock(), start);
    // Nothing runs: the chart ends with the last thing that is known.
    Timestamp last = m_lanes->end().value_or(start);
    for (const TimelineLane &lane : m_lanes->lanes()) {
        for (const TimelineBar &bar : lane.bars)
            last = std::max(last, bar.end.value_or(bar.start));
    }
    return last;
}

std::chrono::milliseconds TimelineView::span() const
{
    if (!m_lanes || !m_lanes->start())
        return LeastSpan;
    const auto shown = between(*m_lanes->start(), now());
    // While it runs the axis grows in steps, so that bars do not creep at every tick.
    const auto room = m_running ? shown + shown / 10 : shown;
    const std::chrono::milliseconds step = axisStep(room, 8);
    return std::max(LeastSpan, (room / step + 1) * step);
}

int TimelineView::xOf(Timestamp time) const
{
    const QRect area = chart();
    const auto since = between(m_lanes->start().value_or(time), time);
    const double share = static_cast<double>(since.count()) / static_cast<double>(span().count());
    return area.left() + qRound(area.width() * std::clamp(share, 0.0, 1.0));
}

QRect TimelineView::barRect(int lane, int bar) const
{
    if (lane < 0 || lane >= laneCount())
        return {};
    const TimelineLane &shown = m_lanes->lanes()[static_cast<std::size_t>(lane)];
    if (bar < 0 || static_cast<std::size_t>(bar) >= shown.bars.size())
        return {};
    const TimelineBar &drawn = shown.bars[static_cast<std::size_t>(bar)];
    const int left = xOf(drawn.start);
    const int right = std::max(xOf(drawn.end.value_or(now())), left + Theme::Space1);
    const QRect row = laneRect(lane);
    return { left, row.top() + Theme::Space1, right - left, row.height() - 2 * Theme::Space1 };
}

void TimelineView::updateScrollBar()
{
    const int room = viewport()->height() - axisHeight();
    verticalScrollBar()->setPageStep(room);
    verticalScrollBar()->setSingleStep(laneHeight());
    verticalScrollBar()->setRange(0, std::max(0, laneCount() * laneHeight() - room));
}

void TimelineView::describeLane()
{
    QString text = tr("One lane for each agent. Up and down choose a lane.");
    for (int i = 0; i < laneCount(); ++i) {
        const TimelineLane &lane = m_lanes->lanes()[static_cast<std::size_t>(i)];
        if (lane.agent != m_selected)
            continue;
        QStringList bars;
        for (const TimelineBar &bar : lane.bars)
            bars << barText(bar);
        //: agent, then what each of its attempts did
        text = tr("%1: %2").arg(lane.name,
            bars.isEmpty() ? tr("not started") : bars.join(tr(", ", "between names in a list")));
    }
    setAccessibleDescription(text);
}

void TimelineView::chooseLane(int lane)
{
    if (lane < 0 || lane >= laneCount())
        return;
    selectAgent(m_lanes->lanes()[static_cast<std::size_t>(lane)].agent);
    const QRect row = laneRect(lane);
    const int bottom = viewport()->height() - axisHeight();
    if (row.top() < 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + row.top());
    else if (row.bottom() > bottom)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + row.bottom() - bottom);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    emit agentChosen(m_selected);
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        chooseLane(laneAt(event->position().toPoint().y()));
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    int current = -1;
    for (int i = 0; i < laneCount(); ++i) {
        if (m_lanes->lanes()[static_cast<std::size_t>(i)].agent == m_selected)
            current = i;
    }
    switch (event->key()) {
    case Qt::Key_Down:
        chooseLane(std::min(current + 1, laneCount() - 1));
        break;
    case Qt::Key_Up:
        chooseLane(std::max(current - 1, 0));
        break;
    case Qt::Key_Home:
        chooseLane(0);
        break;
    case Qt::Key_End:
        chooseLane(laneCount() - 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        chooseLane(current);
        break;
    default:
        event->ignore();
    }
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBar();
}

void TimelineView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !m_lanes)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int lane = laneAt(help->pos().y());
    QString text;
    for (int i = 0; lane >= 0; ++i) {
        const QRect bar = barRect(lane, i);
        if (bar.isEmpty())
            break;
        if (bar.contains(help->pos()))
            text = barText(
                m_lanes->lanes()[static_cast<std::size_t>(lane)].bars[static_cast<std::size_t>(i)]);
    }
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace renum::ui
