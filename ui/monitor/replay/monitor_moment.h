// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/replay/monitor_state.h"

namespace renum::ui {

/// One instant of one execution, as every view is told to show it.
struct MonitorMoment {
    const MonitorState &state; ///< borrowed until the next moment
    Timestamp now; ///< the wall clock when live, else when the last event happened
    bool live = true; ///< the newest instant; an earlier one can only be looked at
    bool running = false; ///< live, and an engine works: durations grow with the clock
    bool interrupted = false; ///< the engine that ran it is gone

    [[nodiscard]] const Execution &execution() const { return state.execution(); }
};

} // namespace renum::ui
