// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/timeline/timeline_chart.h"

#include "ui/theme/theme.h"

#include <algorithm>
#include <cmath>

namespace renum::ui {

namespace {

/// A moment has to be seen, and hit.
constexpr double LeastWidth = Theme::Space1;

} // namespace

void TimelineChart::layOut(const TimelineLanes &lanes, Timestamp now, Timestamp end,
    const TimelineSizes &sizes, QSize viewport, double zoom, Idle idle)
{
    m_sizes = sizes;
    m_viewport = viewport;
    m_now = now;
    m_tops.assign(1, 0);
    for (const TimelineLane &lane : lanes.lanes())
        m_tops.push_back(m_tops.back() + lane.rows * sizes.row);
    const TimeSpan range { lanes.start().value_or(now), end };
    const std::vector<TimeSpan> folds
        = idle == Idle::Folded ? idleSpans(lanes, now) : std::vector<TimeSpan>();
    const double fitting
        = TimeAxis::fittingScale(range, folds, std::max(1, chart().width()), sizes.fold);
    const double scale = std::min(fitting * zoom, std::max(fitting, MostPixelsPerSecond));
    m_axis = TimeAxis(range, folds, scale, sizes.fold);
}

QSize TimelineChart::contents() const
{
    return { static_cast<int>(std::ceil(std::min(m_axis.width(), 1e9))), m_tops.back() };
}

QRect TimelineChart::chart() const
{
    return { m_sizes.names, 0, m_viewport.width() - m_sizes.names - m_sizes.margin,
        m_viewport.height() - m_sizes.axis - m_sizes.money };
}

QRect TimelineChart::moneyRect() const
{
    const QRect area = chart();
    return { area.left(), area.bottom() + 1, area.width(), m_sizes.money };
}

QRect TimelineChart::axisRect() const
{
    return { m_sizes.names, m_viewport.height() - m_sizes.axis, chart().width(), m_sizes.axis };
}

double TimelineChart::xOf(Timestamp time) const
{
    return m_sizes.names + m_axis.x(time) - m_offset.x();
}

Timestamp TimelineChart::timeAt(double x) const
{
    return m_axis.time(x - m_sizes.names + m_offset.x());
}

QRect TimelineChart::laneRect(int lane) const
{
    if (lane < 0 || lane >= laneCount())
        return {};
    const auto index = static_cast<std::size_t>(lane);
    return { 0, m_tops[index] - m_offset.y(), m_viewport.width(),
        m_tops[index + 1] - m_tops[index] };
}

int TimelineChart::laneAt(int y) const
{
    const int inside = y + m_offset.y();
    if (inside < 0 || inside >= m_tops.back())
        return -1;
    const auto after = std::ranges::upper_bound(m_tops, inside);
    return static_cast<int>(after - m_tops.begin()) - 1;
}

QRectF TimelineChart::reach() const
{
    // Antialiased shapes far outside of what is seen cost time, and lose precision.
    return QRectF(chart()).adjusted(-Theme::Space6, 0, Theme::Space6, 0);
}

QRectF TimelineChart::partRect(int lane, int row, TimeSpan span) const
{
    const double left = xOf(span.start);
    const double right = std::max(xOf(span.end), left + LeastWidth);
    const double top = laneRect(lane).top() + row * m_sizes.row + Theme::Space1;
    return { left, top, right - left, static_cast<double>(m_sizes.row - 2 * Theme::Space1) };
}

QRectF TimelineChart::barRect(int lane, const TimelineBar &bar) const
{
    return partRect(lane, bar.row, { bar.start, bar.end.value_or(m_now) });
}

QRectF TimelineChart::waitRect(int lane, const TimelineWait &wait) const
{
    return partRect(lane, wait.row, { wait.start, wait.end.value_or(m_now) });
}

} // namespace renum::ui
