// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine_settings.h"
#include "core/model/priced_usage.h"
#include "core/net/clock.h"

namespace renum {

/// What is booked for a run: what it used, with what that costs now.
[[nodiscard]] PricedUsage bookingOf(
    Usage usage, const EngineSettings &settings, const Clock *clock);

} // namespace renum
