// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/replay/monitor_state.h"

#include <map>

namespace renum::ui {

/// States of one execution that were kept on the way, so that any earlier instant is a few events
/// from one of them. Bounded in number and memory: when there are too many, every second one goes
/// and the distance doubles. Pure.
class Checkpoints {
public:
    static constexpr qint64 FirstSpacing = 256;
    static constexpr int Most = 512;
    static constexpr int Least = 16; ///< also of states that are large
    static constexpr qsizetype MostBytes = 64'000'000;

    void clear();
    /// The state moved on to its seq(); it is kept when that is far enough from the last.
    void offer(const MonitorState &state);
    /// The last one at or before `seq`, or nullptr. Borrowed until the next offer() or clear().
    [[nodiscard]] const MonitorState *before(qint64 seq) const;
    [[nodiscard]] int count() const noexcept { return static_cast<int>(m_states.size()); }
    [[nodiscard]] qint64 spacing() const noexcept { return m_spacing; }

private:
    void thinOut();

    std::map<qint64, MonitorState> m_states;
    qint64 m_spacing = FirstSpacing;
};

} // namespace renum::ui
