// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/messages/diagram_lanes.h"

#include <QFontMetrics>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int LeastLane = 5 * Theme::Space6;

} // namespace

DiagramLanes::DiagramLanes(const Theme &theme, int lanes, int room)
    : m_count(std::max(lanes, 1))
{
    const QFontMetrics metrics(theme.font(TextStyle::Small));
    m_times = metrics.horizontalAdvance(u"0:00:00"_s) + Theme::Space4;
    m_lane = std::max(LeastLane, (room - m_times) / m_count);
}

} // namespace renum::ui
