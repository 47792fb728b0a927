// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/costs/price_entry.h"
#include "core/model/budget.h"
#include "core/model/ledger.h"

/// What `costs`, `prices` and `budget` are asked.
namespace renum::cli {

struct CostArguments {
    LedgerQuery ledger; ///< its filter is that of sums too
    SpendingGroups groups;
    QString period = QStringLiteral("30d"); ///< of metrics
    QString exportFile; ///< csv or json by its name
    PriceEntry price;
    bool liteLlm = false;
    Budget budget;
    bool check = false;
};

} // namespace renum::cli
