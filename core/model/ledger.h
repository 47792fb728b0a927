// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/page.h"
#include "core/model/priced_usage.h"
#include "core/model/timestamp.h"

#include <QDate>
#include <QList>

#include <optional>

namespace renum {

/// One booking: a model call, or all calls of one agent run where the service tells only their sum.
struct LedgerRow {
    QString id;
    Timestamp time;
    TeamId team;
    ExecutionId execution;
    AgentId agent;
    StepId step;
    std::optional<int> attempt;
    RunId run;
    Usage usage; ///< with its cost
    QString priceVersion; ///< of the amount; empty when it was not computed here
    QStringList flags; ///< cost_flag names
    QString apiKeyType; ///< `user_provided`, `renum_native`, or empty when not known
    QString apiKeyHash; ///< empty when not known

    friend bool operator==(const LedgerRow &, const LedgerRow &) = default;
};
[[nodiscard]] Json toJson(const LedgerRow &row);

/// Days from the first to the last, UTC, both included; absent: no bound.
struct DayRange {
    std::optional<QDate> first;
    std::optional<QDate> last;

    /// As many days, directly before; none when a bound is missing.
    [[nodiscard]] std::optional<DayRange> before() const;
    friend bool operator==(const DayRange &, const DayRange &) = default;
};

/// Which bookings to list or to add up. What is empty selects nothing out.
struct LedgerFilter {
    DayRange days = {};
    TeamId team = {};
    AgentId agent = {};
    QString model = {}; ///< the exact name

    friend bool operator==(const LedgerFilter &, const LedgerFilter &) = default;
};

/// A page of bookings, newest first.
struct LedgerQuery {
    LedgerFilter filter = {};
    ExecutionId execution = {};
    bool unpricedOnly = false;
    bool flaggedOnly = false;
    PageRequest page = {};
};

/// Sums of bookings. Counts that cannot be counts are in none (cost_flag::AbsurdCount).
struct Spending {
    qint64 bookings = 0;
    qint64 requests = 0; ///< model calls, as far as services tell
    qint64 tokensInput = 0;
    qint64 tokensOutput = 0;
    qint64 tokensCached = 0; ///< part of the input
    qint64 tokensCacheWrite = 0; ///< part of the input
    qint64 tokensReasoning = 0; ///< part of the output
    qint64 flagged = 0; ///< bookings that deserve a look
    Cost cost;

    void add(const Spending &other);
    friend bool operator==(const Spending &, const Spending &) = default;
};
[[nodiscard]] Json toJson(const Spending &spending);

/// What to tell apart; any of them together.
struct SpendingGroups {
    bool day = false;
    bool team = false;
    bool agent = false;
    bool model = false;

    friend bool operator==(const SpendingGroups &, const SpendingGroups &) = default;
};

/// One group: what was not asked to be told apart is empty.
struct SpendingRow {
    std::optional<QDate> day;
    TeamId team;
    AgentId agent;
    QString provider; ///< with the model
    QString model;
    Spending spending;

    friend bool operator==(const SpendingRow &, const SpendingRow &) = default;
};
using SpendingRows = QList<SpendingRow>;
[[nodiscard]] Json toJson(const SpendingRow &row);

struct SpendingQuery {
    LedgerFilter filter = {};
    SpendingGroups groups = {};
};

/// Sums of a period. `total` is the sum of the rows.
struct SpendingReport {
    Spending total;
    std::optional<Spending> before; ///< of as many days directly before
    SpendingRows rows; ///< by day, then the most expensive first
};
[[nodiscard]] Json toJson(const SpendingReport &report);

} // namespace renum
