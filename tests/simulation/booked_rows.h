// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "tests/simulation/execution_history.h"

#include <QStringList>

#include <vector>

/// What a database says was used, read beside the store.
namespace renum::test {

/// The ledger's rows of one execution, in the order of booking.
[[nodiscard]] std::vector<UsageRow> bookedRowsOf(
    const QString &database, const ExecutionId &execution);

/// Where the sums of days and the rows they are of differ (reliability R14). Empty: nowhere.
[[nodiscard]] QStringList flawsOfSums(const QString &database);

} // namespace renum::test
