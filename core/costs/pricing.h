// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/costs/price_table.h"
#include "core/model/priced_usage.h"
#include "core/model/timestamp.h"

#include <utility>

namespace renum {

/// Says what a booking costs at the moment it is booked.
class Pricing {
public:
    Pricing() = default;
    virtual ~Pricing() = default;
    Pricing(const Pricing &) = delete;
    Pricing &operator=(const Pricing &) = delete;

    [[nodiscard]] virtual PricedUsage price(Usage usage, Timestamp when) const = 0;
};

/// By a price table that may be replaced; bookings before keep what they cost. One thread.
class TablePricing : public Pricing {
public:
    explicit TablePricing(PriceTable table)
        : m_table(std::move(table))
    {
    }
    [[nodiscard]] const PriceTable &table() const noexcept { return m_table; }
    void setTable(PriceTable table) { m_table = std::move(table); }
    [[nodiscard]] PricedUsage price(Usage usage, Timestamp when) const override;

private:
    PriceTable m_table;
};

/// The day of a moment, UTC.
[[nodiscard]] QDate dayOf(Timestamp time);
/// Its first moment.
[[nodiscard]] Timestamp startOf(QDate day);

} // namespace renum
