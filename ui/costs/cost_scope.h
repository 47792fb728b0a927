// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ledger.h"

#include <QMetaType>
#include <QString>

namespace renum::ui {

/// By what spending is told apart.
enum class CostGrouping { Agent, Model, Team, Strategy };

/// For how long back a person looks. Days are UTC, as everything is booked by them.
struct CostPeriod {
    enum class Kind { Day, Week, Month, Custom };
    Kind kind = Kind::Month;
    DayRange custom = {}; ///< of Custom

    [[nodiscard]] DayRange days(QDate today) const;
    friend bool operator==(const CostPeriod &, const CostPeriod &) = default;
};

/// What the page shows: a period, what was narrowed to, and by what it is told apart. `stretch` is
/// what was dragged over in the chart: it narrows further, inside of the period.
struct CostScope {
    CostPeriod period = {};
    DayRange stretch = {};
    TeamId team = {};
    AgentId agent = {};
    QString model = {};
    CostGrouping grouping = CostGrouping::Agent;

    [[nodiscard]] DayRange days(QDate today) const;
    [[nodiscard]] LedgerFilter filter(QDate today) const;
    /// Narrower than its period alone.
    [[nodiscard]] bool isNarrowed() const;
    friend bool operator==(const CostScope &, const CostScope &) = default;
};

/// Today, UTC.
[[nodiscard]] QDate ledgerToday();
/// "24 Oct – 22 Nov", "22 Nov"; "all days" without bounds.
[[nodiscard]] QString daysText(const DayRange &days);
/// "22 Nov", with the year when it is another one than this.
[[nodiscard]] QString dayText(QDate day);
/// In the middle of a sentence: "agent", "model" …
[[nodiscard]] QString groupingWord(CostGrouping grouping);

} // namespace renum::ui
