// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/costs/cost_names.h"

namespace renum::ui {

/// Spending over time as bars: a bar a day, a week or a month, made of a piece a group.
struct CostBars {
    enum class Step { Day, Week, Month };
    struct Bucket {
        QDate first;
        QDate last;
        friend bool operator==(const Bucket &, const Bucket &) = default;
    };
    struct Series {
        QString key; ///< empty for the rest
        QString name;
        int others = 0; ///< how many groups the rest is made of; 0 for a single one
        SpendingRow total; ///< ids and sum of all its bars
        QList<Spending> bars; ///< one a bucket
        friend bool operator==(const Series &, const Series &) = default;
    };
    Step step = Step::Day;
    QList<Bucket> buckets; ///< without a gap
    QList<Series> series; ///< the most expensive first, the rest last
    QList<Spending> sums; ///< of each bucket
    Spending total;

    [[nodiscard]] bool isEmpty() const noexcept { return total.bookings == 0; }
    /// The highest bar, in nano-USD.
    [[nodiscard]] qint64 highest() const;
    /// The same days and the same groups, whatever the amounts.
    [[nodiscard]] bool looksLike(const CostBars &other) const;
    friend bool operator==(const CostBars &, const CostBars &) = default;
};

/// More groups than this are drawn as one.
inline constexpr int MostCostSeries = 6;

/// `rows` are sums by day and by what they are told apart by. Without bounds the days are those of
/// the rows.
[[nodiscard]] CostBars costBars(
    const SpendingRows &rows, const DayRange &days, CostGrouping grouping, const CostNames &names);

/// "22 Nov", "week of 16 Nov", "November 2026".
[[nodiscard]] QString bucketText(const CostBars &bars, qsizetype bucket);
/// The chart in one or two sentences: who spends most, which day was the most expensive, and what
/// is in no amount.
[[nodiscard]] QString costSentence(const CostBars &bars);

} // namespace renum::ui
