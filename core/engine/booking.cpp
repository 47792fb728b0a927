// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/booking.h"

#include <utility>

namespace renum {

PricedUsage bookingOf(Usage usage, const EngineSettings &settings, const Clock *clock)
{
    if (settings.pricing)
        return settings.pricing->price(std::move(usage), clock->now());
    return { std::move(usage) };
}

} // namespace renum
