// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/timestamp.h"

#include <chrono>

namespace renum::ui {

/// The wall clock, for what is drawn while something runs.
[[nodiscard]] inline Timestamp wallClock()
{
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

/// From one moment to a later one, as ui/text/format.h wants it.
[[nodiscard]] inline std::chrono::milliseconds between(Timestamp from, Timestamp to)
{
    return std::chrono::floor<std::chrono::milliseconds>(to - from);
}

} // namespace renum::ui
