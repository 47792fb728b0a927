// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/timeline/timeline_axis.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace renum::ui {

namespace {

using Seconds = std::chrono::duration<double>;

/// Shorter times of idleness are told by the gap between two bars.
constexpr std::chrono::seconds LeastFold(10);
/// Of all work: what is longer would press the work together.
constexpr double LeastFoldShare = 0.1;

std::vector<TimeSpan> workSpans(const TimelineLanes &lanes, Timestamp now)
{
    std::vector<TimeSpan> work;
    for (const TimelineLane &lane : lanes.lanes()) {
        for (const TimelineBar &bar : lane.bars)
            work.push_back({ bar.start, bar.end.value_or(now) });
    }
    std::ranges::sort(work, {}, &TimeSpan::start);
    return work;
}

double seconds(TimeSpan span)
{
    return std::max(0.0, Seconds(span.end - span.start).count());
}

double unfoldedSeconds(TimeSpan range, const std::vector<TimeSpan> &folds)
{
    double all = seconds(range);
    for (const TimeSpan &fold : folds)
        all -= seconds(fold);
    return std::max(all, 0.001);
}

} // namespace

std::vector<TimeSpan> idleSpans(const TimelineLanes &lanes, Timestamp now)
{
    if (!lanes.start())
        return {};
    std::vector<TimeSpan> gaps;
    double worked = 0;
    Timestamp covered = *lanes.start();
    for (const TimeSpan &work : workSpans(lanes, now)) {
        if (work.start > covered)
            gaps.push_back({ covered, work.start });
        worked += seconds({ std::max(covered, work.start), work.end });
        covered = std::max(covered, work.end);
    }
    if (now > covered)
        gaps.push_back({ covered, now });
    const double least = std::max(Seconds(LeastFold).count(), worked * LeastFoldShare);
    std::erase_if(gaps, [least](const TimeSpan &gap) { return seconds(gap) < least; });
    return gaps;
}

double TimeAxis::fittingScale(
    TimeSpan range, const std::vector<TimeSpan> &folds, double width, int foldWidth)
{
    const double room = width - static_cast<double>(folds.size()) * foldWidth;
    return std::max(room, 1.0) / unfoldedSeconds(range, folds);
}

TimeAxis::TimeAxis(TimeSpan range, const std::vector<TimeSpan> &folds, double scale, int foldWidth)
    : m_scale(scale)
{
    double left = 0;
    const auto add = [&](TimeSpan span, bool folded) {
        if (span.isEmpty())
            return;
        const double right = left + (folded ? foldWidth : seconds(span) * scale);
        m_pieces.push_back({ span, left, right, folded });
        left = right;
    };
    Timestamp done = range.start;
    for (const TimeSpan &fold : folds) {
        const TimeSpan inside { std::max(fold.start, done), std::min(fold.end, range.end) };
        if (inside.isEmpty())
            continue;
        add({ done, inside.start }, false);
        add(inside, true);
        done = inside.end;
    }
    add({ done, range.end }, false);
}

double TimeAxis::width() const
{
    return m_pieces.empty() ? 0 : m_pieces.back().right;
}

double TimeAxis::x(Timestamp time) const
{
    if (m_pieces.empty() || time <= m_pieces.front().span.start)
        return 0;
    const auto after = std::ranges::upper_bound(
        m_pieces, time, {}, [](const Piece &piece) { return piece.span.end; });
    if (after == m_pieces.end())
        return width();
    const double share = seconds({ after->span.start, time }) / seconds(after->span);
    return after->left + share * (after->right - after->left);
}

Timestamp TimeAxis::time(double x) const
{
    if (m_pieces.empty())
        return {};
    if (x <= 0)
        return m_pieces.front().span.start;
    const auto after = std::ranges::upper_bound(m_pieces, x, {}, &Piece::right);
    if (after == m_pieces.end())
        return m_pieces.back().span.end;
    const double share = (x - after->left) / (after->right - after->left);
    const Seconds since(share * seconds(after->span));
    return after->span.start + std::chrono::round<std::chrono::microseconds>(since);
}

std::chrono::milliseconds axisStep(double pixelsPerSecond, int least)
{
    static constexpr std::array<qint64, 26> steps { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1'000,
        2'000, 5'000, 10'000, 15'000, 30'000, 60'000, 120'000, 300'000, 600'000, 900'000, 1'800'000,
        3'600'000, 7'200'000, 14'400'000, 43'200'000, 86'400'000 };
    const double ideal = 1000.0 * least / std::max(pixelsPerSecond, 1e-9);
    const auto found = std::ranges::find_if(
        steps, [ideal](qint64 step) { return static_cast<double>(step) >= ideal; });
    if (found != steps.end())
        return std::chrono::milliseconds(*found);
    // Whole days.
    const double days = std::ceil(ideal / static_cast<double>(steps.back()));
    return std::chrono::milliseconds(steps.back() * static_cast<qint64>(days));
}

} // namespace renum::ui
