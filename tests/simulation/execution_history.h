// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/execution_event.h"
#include "core/store/store.h"
#include "tests/simulation/ledger.h"

#include <QStringList>

namespace renum::test {

/// A row of the usage ledger.
struct UsageRow {
    RunId run;
    Usage usage;
};

/// Everything that is known about one execution when it is over: what the checks compare.
struct ExecutionHistory {
    ExecutionEvents events; ///< the stored log
    ExecutionEvents acknowledged; ///< what was shown to people, in the order it was
    Execution stored; ///< the row and its steps, as the store tells them
    QList<RemoteStart> starts;
    std::vector<UsageRow> usageRows;
    Ledger ledger; ///< the service's runs, of all executions
    bool canListRuns = true; ///< else a lost start can never be found
    /// The engine died or its clock was set: what it meant to look for later was looked for by
    /// another one, perhaps when the log was closed already.
    bool interrupted = false;
};

/// What is wrong with the log alone: the seq, the end, the steps' transitions, the order of
/// dependencies, the versions of the context. Empty when all is well.
[[nodiscard]] QStringList flawsOfLog(const ExecutionEvents &events);
/// What is wrong with the rows beside the log: acknowledged events that are missing, a projection
/// that differs from its fold, sums that do not add up.
[[nodiscard]] QStringList flawsOfRows(const ExecutionHistory &history);
/// What is wrong between our books and the service's: runs left working, runs nobody knows of,
/// usage that is missing or booked twice.
[[nodiscard]] QStringList flawsOfLedger(const ExecutionHistory &history);
/// All of them, for an execution that has ended.
[[nodiscard]] QStringList flawsOf(const ExecutionHistory &history);

} // namespace renum::test
