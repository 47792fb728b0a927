// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/agents/fault_bench.h"

#include <span>

namespace renum::test {

/// What must come of a fault (contract §4.5), for each of the families that are named.
struct FaultRow {
    const char *fault; ///< of suna-api §11
    const char *variant = ""; ///< empty: the first
    const char *families = "";
    const char *changes = ""; ///< further members of the fault, as JSON text

    const char *status = "completed"; ///< of the execution
    const char *category = ""; ///< of the step's error
    int attempts = 1; ///< of the step
    int starts = 1; ///< runs that the service has started
    const char *word = ""; ///< in the sentence that the person reads
    int said = 1; ///< how often the service streams the last answer, or its beginning
    bool usageKnown = true;
    const char *model = "gpt-5-mini"; ///< that is booked
    Credentials credentials = Credentials::Token;
    int stepSeconds = 600;
};
/// Faults that a step meets on its way.
[[nodiscard]] std::span<const FaultRow> faultRows();

/// Where a fault is met, or why it is not.
struct FaultElsewhere {
    const char *fault;
    const char *families;
    const char *reason;
};
/// Faults that are met by other calls than those of a step; rows of their own below.
[[nodiscard]] std::span<const FaultElsewhere> faultsOfOtherCalls();
/// Faults that a family cannot show, and those that Renum never meets.
[[nodiscard]] std::span<const FaultElsewhere> faultsNotMet();

} // namespace renum::test
