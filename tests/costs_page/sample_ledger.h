// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ledger.h"
#include "tests/ui/fake_cost_book.h"

namespace renum::ui {

/// Bookings in memory, added up as the store does it.
class SampleLedger {
public:
    /// A call of `agent` of `team`, `daysAgo` days ago at noon UTC. Without an amount it is
    /// unpriced.
    LedgerRow &add(int daysAgo, const QString &team, const QString &agent, const QString &model,
        std::optional<qint64> nanoUsd, CostBasis basis = CostBasis::Computed);

    [[nodiscard]] SpendingReport spending(const SpendingQuery &query) const;
    /// Newest first, page by page.
    [[nodiscard]] Page<LedgerRow> ledger(const LedgerQuery &query) const;
    [[nodiscard]] qint64 sum(const LedgerFilter &filter = {}) const;
    /// The book answers from these bookings, as they are when it is asked.
    void serve(FakeCostBook *book) const;

    QList<LedgerRow> rows;
};

} // namespace renum::ui
