// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/budget.h"
#include "core/model/ledger.h"
#include "core/store/connection.h"

namespace renum {

/// Questions about what was booked, on a reader's thread; for StoreAccess::read().
class LedgerReader {
public:
    /// `connection` outlives it.
    explicit LedgerReader(Connection *connection)
        : m_connection(connection)
    {
    }

    /// Newest first. Errors: validation_error for a position that is none, store codes.
    [[nodiscard]] Result<Page<LedgerRow>> rows(const LedgerQuery &query) const;
    /// From the sums of the days.
    [[nodiscard]] Result<SpendingRows> spending(const SpendingQuery &query) const;
    /// The same from the rows themselves, which takes as long as there are many: for one day, one
    /// execution, and to prove the sums.
    [[nodiscard]] Result<SpendingRows> spendingOfRows(
        const SpendingQuery &query, const ExecutionId &execution = {}) const;
    /// How long agents worked at steps that ended then.
    [[nodiscard]] Result<qint64> workSeconds(const LedgerFilter &filter) const;

private:
    Connection *m_connection;
};

} // namespace renum
