// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/costs/price_entry.h"
#include "core/model/problem.h"

namespace renum {

/// Every price that is known, and which of them a call has (contract §7.4). A value.
class PriceTable {
public:
    PriceTable() = default;
    /// `version` names the figures; it stands with every amount that is computed from them.
    PriceTable(QString version, PriceEntries entries);

    /// The same table with prices of one's own: of two that fit equally well, these win. The
    /// version then says which.
    [[nodiscard]] PriceTable withOverrides(const PriceEntries &overrides) const;

    [[nodiscard]] const QString &version() const noexcept { return m_version; }
    [[nodiscard]] const PriceEntries &entries() const noexcept { return m_entries; }
    /// The price of a model on a day, or null. The longest name that fits wins, then prices of
    /// one's own, then those of the provider, then the newest. Borrowed from the table.
    [[nodiscard]] const PriceEntry *find(
        const QString &provider, const QString &model, QDate day) const;

private:
    struct Rank;
    QString m_version;
    PriceEntries m_entries;
    std::size_t m_firstOverride = 0; ///< where those of one's own begin
};

/// What is wrong with prices, each with a JSON pointer: no model, negative or absurd amounts, days
/// in the wrong order, tiers in the wrong order, and two prices of a model for the same days.
[[nodiscard]] Problems problemsOf(const PriceEntries &entries);

} // namespace renum
