// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/timeline/timeline_view.h"

#include "ui/graph/wall_clock.h"
#include "ui/monitor/timeline/timeline_accessible.h"
#include "ui/monitor/timeline/timeline_text.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QScrollBar>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// A chart of a moment would be all bar: shorter ones are drawn as this.
constexpr std::chrono::milliseconds LeastSpan(10'000);
constexpr std::chrono::milliseconds LeastEndedSpan(1'000);
constexpr int MostNameWidth = 160;
constexpr double MostZoom = 100'000;
/// So many steps of the axis it grows by, so that bars do not creep at every tick.
constexpr int GrowthSteps = 8;

} // namespace

TimelineView::TimelineView(Theme *theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
{
    installTimelineAccessibility();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->grabGesture(Qt::PinchGesture);
    connect(theme, &Theme::changed, this, &TimelineView::layOut);
    retranslate();
}

void TimelineView::retranslate()
{
    setAccessibleName(tr("Timeline"));
    describe();
}

const TimelineLanes &TimelineView::lanes() const
{
    static const TimelineLanes nothing;
    return m_lanes ? *m_lanes : nothing;
}

void TimelineView::clear()
{
    m_lanes = nullptr;
    m_zoom = 1;
    m_selectedBar = -1;
    setRange({});
    refresh(false);
    emit zoomChanged();
}

void TimelineView::refresh(bool running)
{
    m_running = running;
    layOut();
    describe();
}

void TimelineView::layOut()
{
    const Timestamp now = this->now();
    const bool atEnd = horizontalScrollBar()->value() == horizontalScrollBar()->maximum();
    m_chart.layOut(lanes(), now, axisEnd(now), sizes(), viewport()->size(), m_zoom, m_idle);
    m_path = m_pathShown ? pathOf(lanes(), now) : TimelinePath();
    updateScrollBars();
    // Who looks at the end wants to see it grow.
    if (m_running && atEnd)
        horizontalScrollBar()->setValue(horizontalScrollBar()->maximum());
    viewport()->update();
}

void TimelineView::updateScrollBars()
{
    const QRect room = m_chart.chart();
    const QSize contents = m_chart.contents();
    const auto set = [](QScrollBar *bar, int all, int shown, int step) {
        bar->setPageStep(std::max(shown, 1));
        bar->setSingleStep(step);
        bar->setRange(0, std::max(0, all - shown));
    };
    set(verticalScrollBar(), contents.height(), room.height(), m_chart.sizes().row);
    set(horizontalScrollBar(), contents.width(), room.width(), 2 * Theme::Space6);
    m_chart.scrollTo({ horizontalScrollBar()->value(), verticalScrollBar()->value() });
}

void TimelineView::scrollContentsBy(int /*dx*/, int /*dy*/)
{
    m_chart.scrollTo({ horizontalScrollBar()->value(), verticalScrollBar()->value() });
    viewport()->update();
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

TimelineSizes TimelineView::sizes() const
{
    const int label = QFontMetrics(m_theme->font(TextStyle::Label)).height();
    const int small = QFontMetrics(m_theme->font(TextStyle::Small)).height();
    TimelineSizes sizes;
    sizes.row = label + 2 * Theme::Space2;
    sizes.names = nameWidth();
    sizes.axis = small + Theme::Space2;
    sizes.money = lanes().money().isEmpty() ? 0 : 2 * small;
    sizes.fold = 3 * Theme::Space6;
    sizes.margin = Theme::Space6;
    return sizes;
}

int TimelineView::nameWidth() const
{
    const QFontMetrics metrics(m_theme->font(TextStyle::Label));
    // The time where the chart begins stands below the names.
    int width = QFontMetrics(m_theme->font(TextStyle::Small)).horizontalAdvance(u"00:00:00 000"_s);
    for (const TimelineLane &lane : lanes().lanes()) {
        width = std::max(width, metrics.horizontalAdvance(lane.name.left(MostNameWidth)));
        if (width >= MostNameWidth)
            break;
    }
    return std::min(width, MostNameWidth) + Theme::Space3 + Theme::Space4;
}

Timestamp TimelineView::now() const
{
    if (!lanes().start())
        return {};
    // When nothing runs, the chart ends with the last thing that is known.
    return m_running ? lanes().onAxis(wallClock()) : lanes().last();
}

Timestamp TimelineView::axisEnd(Timestamp now) const
{
    const Timestamp start = lanes().start().value_or(now);
    const auto shown = between(start, now);
    // While it runs the axis grows in steps, so that bars do not creep at every tick.
    const auto room = m_running ? shown + shown / 10 : shown;
    const double seconds = std::max(1.0, std::chrono::duration<double>(room).count());
    const std::chrono::milliseconds step
        = std::max(axisStep(1 / seconds * GrowthSteps, 1), std::chrono::milliseconds(1000));
    const bool idleEnd = isIdleFolded() && m_running && !idleSpans(lanes(), now).empty();
    if (lanes().end()) // nothing comes any more for which there should be room
        return std::max(now, start + LeastEndedSpan);
    if (!m_running || idleEnd)
        return std::max(now, start + LeastSpan);
    return start + std::max(LeastSpan, (room / step + 1) * step);
}

void TimelineView::setIdleFolded(bool folded)
{
    if (folded == isIdleFolded())
        return;
    m_idle = folded ? TimelineChart::Idle::Folded : TimelineChart::Idle::Shown;
    layOut();
    emit idleFoldedChanged();
}

void TimelineView::setPathShown(bool shown)
{
    m_pathShown = shown;
    layOut();
}

void TimelineView::setZoom(double zoom, std::optional<double> around)
{
    const double place = around.value_or(m_chart.chart().center().x());
    const Timestamp fixed = m_chart.timeAt(place);
    m_zoom = std::clamp(zoom, 1.0, MostZoom);
    layOut();
    const double moved = m_chart.xOf(fixed) - place;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + qRound(moved));
    emit zoomChanged();
}

void TimelineView::setRange(std::optional<TimeSpan> range)
{
    if (range && range->isEmpty())
        range.reset();
    if (range == m_range)
        return;
    m_range = range;
    viewport()->update();
    emit rangeChanged();
}

void TimelineView::selectAgent(const AgentId &agent)
{
    if (agent == m_selected)
        return;
    m_selected = agent;
    m_selectedBar = -1;
    describe();
    viewport()->update();
}

QRect TimelineView::barRect(int lane, int bar) const
{
    const TimelineBar *shown = lanes().bar({ lane, bar });
    return shown ? m_chart.barRect(lane, *shown).toRect() : QRect();
}

void TimelineView::describe()
{
    const int lane = lanes().laneOf(m_selected);
    const QStringList lines = barLines(lanes(), { lane, m_selectedBar }, now());
    QString text = lines.join(u". "_s);
    if (text.isEmpty())
        text = laneText(lanes(), lane, now());
    if (text.isEmpty()) {
        text = tr("One lane for each agent. Up and Down choose a lane, Left and Right an attempt, "
                  "plus and minus zoom.");
    }
    if (text == accessibleDescription())
        return;
    setAccessibleDescription(text);
    if (hasFocus()) {
        QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&changed);
    }
}

void TimelineView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QAbstractScrollArea::changeEvent(event);
}

} // namespace renum::ui
