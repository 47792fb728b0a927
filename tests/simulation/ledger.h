// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/timestamp.h"
#include "core/model/usage.h"

#include <optional>
#include <vector>

namespace renum::test {

/// What an agent service knows of one run: the truth that the engine's books are held against.
struct LedgerRun {
    RunId run;
    ThreadId thread;
    std::optional<Usage> told; ///< what it says was used; absent when it never says
    Timestamp startedAt;
    Timestamp listedFrom; ///< from then on it can be found by listing the thread
    bool working = false;
    /// It began after every window that the start protocol watches: nobody is to blame for it.
    bool outsideWindow = false;
};
using Ledger = std::vector<LedgerRun>;

} // namespace renum::test
