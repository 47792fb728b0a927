// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ledger_sums.h"

using namespace Qt::StringLiterals;

namespace renum {

namespace {

// What cannot be a count is in no sum.
QString sumOfCounts(const QString &column)
{
    return u"sum(CASE WHEN %1 BETWEEN 0 AND 1000000000000 THEN %1 ELSE 0 END)"_s.arg(column);
}

} // namespace

QString daySums()
{
    QStringList sums;
    for (const char *column : { "bookings", "requests", "tokens_input", "tokens_output",
             "tokens_cached", "tokens_cache_write", "tokens_reasoning", "flagged", "cost_nano_usd",
             "reported", "computed", "estimated", "unpriced" })
        sums.append(u"sum(%1)"_s.arg(QLatin1StringView(column)));
    return sums.join(u", "_s);
}

QString ledgerSums()
{
    QStringList sums { u"count(*)"_s };
    for (const char *column : { "request_count", "tokens_input", "tokens_output", "tokens_cached",
             "tokens_cache_write", "tokens_reasoning" })
        sums.append(sumOfCounts(QString::fromLatin1(column)));
    sums.append(u"sum(cost_flags <> '')"_s);
    sums.append(u"sum(coalesce(cost_nano_usd, 0))"_s);
    for (const char *basis : { "reported", "computed", "estimated", "unpriced" })
        sums.append(u"sum(cost_basis = '%1')"_s.arg(QLatin1StringView(basis)));
    return sums.join(u", "_s);
}

Spending readSums(const Statement &select, int first)
{
    Spending sum;
    sum.bookings = select.integer(first);
    sum.requests = select.integer(first + 1);
    sum.tokensInput = select.integer(first + 2);
    sum.tokensOutput = select.integer(first + 3);
    sum.tokensCached = select.integer(first + 4);
    sum.tokensCacheWrite = select.integer(first + 5);
    sum.tokensReasoning = select.integer(first + 6);
    sum.flagged = select.integer(first + 7);
    sum.cost.nanoUsd = select.integer(first + 8);
    sum.cost.reportedCalls = select.number(first + 9);
    sum.cost.computedCalls = select.number(first + 10);
    sum.cost.estimatedCalls = select.number(first + 11);
    sum.cost.unpricedCalls = select.number(first + 12);
    return sum;
}

} // namespace renum
