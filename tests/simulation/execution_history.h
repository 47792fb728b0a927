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
    /// When an engine was there to see to things, in the time of the log. Empty: always.
    struct Life {
        Timestamp from;
        Timestamp until;
    };
    std::vector<Life> lives;
    bool clockWasSet = false; ///< then times of the log do not say how long anything took

    /// Whether an engine had this long for what was to be done at `due`, before `end`.
    [[nodiscard]] bool hadTimeFor(
        Timestamp due, Timestamp end, std::chrono::seconds patience) const;
};

/// What is wrong with the log alone: the seq, the end, the steps' transitions, the order of
/// dependencies, the versions of the context. Empty when all is well.
[[nodiscard]] QStringList flawsOfLog(const ExecutionEvents &events);
/// What is wrong with the rows beside the log: acknowledged events that are missing, a projection
/// that differs from its fold, sums that do not add up.
[[nodiscard]] QStringList flawsOfRows(const ExecutionHistory &history);
/// What is wrong with what the members did together: actions that were done twice, requests that
/// never ended, runs for them that were forgotten, turns that were started twice.
[[nodiscard]] QStringList flawsOfTeamwork(const ExecutionHistory &history);
/// What is wrong with members whose results are kept: one was called all the same, or ended with
/// another result.
[[nodiscard]] QStringList flawsOfKept(const ExecutionHistory &history);
/// What is wrong between our books and the service's: runs left working, runs nobody knows of,
/// usage that is missing or booked twice.
[[nodiscard]] QStringList flawsOfLedger(const ExecutionHistory &history);
/// All of them, for an execution that has ended.
[[nodiscard]] QStringList flawsOf(const ExecutionHistory &history);

} // namespace renum::test
