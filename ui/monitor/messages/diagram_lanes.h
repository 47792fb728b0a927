// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

namespace renum::ui {

/// Where the lanes of a sequence diagram are: shared by its rows and its header.
class DiagramLanes {
public:
    DiagramLanes() = default;
    /// As wide as the room allows, but not so narrow that names cannot be told apart.
    DiagramLanes(const Theme &theme, int lanes, int room);

    [[nodiscard]] int width() const { return m_times + m_count * m_lane; }
    [[nodiscard]] int timeWidth() const noexcept { return m_times; }
    [[nodiscard]] int laneWidth() const noexcept { return m_lane; }
    /// Middle of a lane.
    [[nodiscard]] int x(int lane) const { return m_times + lane * m_lane + m_lane / 2; }

private:
    int m_count = 0;
    int m_times = 0; ///< width of the column of times
    int m_lane = 1;
};

} // namespace renum::ui
