// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/costs/pricing.h"

#include "core/costs/costing.h"

namespace renum {

PricedUsage TablePricing::price(Usage usage, Timestamp when) const
{
    return priced(std::move(usage), m_table, dayOf(when));
}

QDate dayOf(Timestamp time)
{
    const auto days = std::chrono::floor<std::chrono::days>(time);
    return QDate::fromJulianDay(QDate(1970, 1, 1).toJulianDay() + days.time_since_epoch().count());
}

Timestamp startOf(QDate day)
{
    return Timestamp(std::chrono::days(day.toJulianDay() - QDate(1970, 1, 1).toJulianDay()));
}

} // namespace renum
