// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/costs/budget_guard.h"
#include "core/model/usage.h"
#include "core/net/one_shot.h"

#include <memory>
#include <optional>

namespace renum {

/// A call of a model that is about to be made.
struct PlannedCall {
    BudgetCall who;
    QString modelName; ///< empty: the agent's own
    qsizetype promptLength = 0; ///< in characters
};

/// What a run used, as it was booked.
struct BookedRun {
    ExecutionId execution; ///< in whose log it is
    RunId run;
    friend bool operator==(const BookedRun &, const BookedRun &) = default;
};

/// What people allow to be spent over all executions. Before a call its estimate is reserved under
/// every budget it counts towards; what it really took is booked, and the reservation given back.
/// On the engine thread.
class SpendingLimits {
public:
    /// Why a call may not be made.
    struct Refusal {
        BudgetId budget; ///< none while it is not known yet what was spent
        Error error;
        SpendingCap::Action action = SpendingCap::Action::Pause;
        bool lasts = false; ///< false: only calls that are under way are in the way
    };
    /// Holds what one run may take until it is destroyed.
    class Reservation {
    public:
        Reservation() = default;
        Reservation(const Reservation &) = delete;
        Reservation &operator=(const Reservation &) = delete;
        virtual ~Reservation() = default;
        /// The run, which has used `soFar`, is about to ask the model once more.
        [[nodiscard]] virtual std::optional<Refusal> extend(const Usage &soFar) = 0;
    };
    using ReservationPtr = std::unique_ptr<Reservation>;
    /// One of both.
    struct Leave {
        ReservationPtr reservation;
        std::optional<Refusal> refusal;
    };

    SpendingLimits() = default;
    SpendingLimits(const SpendingLimits &) = delete;
    SpendingLimits &operator=(const SpendingLimits &) = delete;
    virtual ~SpendingLimits() = default;

    [[nodiscard]] virtual Leave reserve(const PlannedCall &call) = 0;
    /// For a call that is under way already.
    [[nodiscard]] virtual ReservationPtr occupy(const PlannedCall &call) = 0;
    /// Returns how the budgets stand that have just passed one of the levels at which people want
    /// to be warned.
    [[nodiscard]] virtual QList<BudgetStatus> book(
        const BudgetCall &who, const BookedRun &run, const Usage &usage)
        = 0;
    /// Sets `chance` when what was refused may be allowed.
    virtual void whenChanged(const OneShot<bool> &chance) = 0;
};

} // namespace renum
