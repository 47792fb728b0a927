// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/budget.h"
#include "core/model/result.h"

#include <QHash>

#include <functional>
#include <map>
#include <optional>

namespace renum {

/// Who makes a call. What a team does for another one counts towards its own budgets, and towards
/// those of the run that a person started.
struct BudgetCall {
    TeamId team;
    AgentId agent;
    ExecutionId execution; ///< the one that a person started
};
/// The call counts towards the budget, if that is active.
[[nodiscard]] bool concerns(const Budget &budget, const BudgetCall &call);

/// Keeps what is spent under every budget: before a call its estimate is reserved in each budget
/// that it counts towards, afterwards what it really took is entered. So calls at the same time
/// cannot all take the last cent; beyond a limit goes only what a call took more than estimated,
/// and overshoot() tells it. A value of one thread.
class BudgetGuard {
public:
    using Ticket = quint64;
    /// What was spent in the present day, month, or execution.
    struct Spent {
        BudgetAmount amount;
        qint64 unpricedCalls = 0;
    };

    /// Replaces the budgets; calls that are under way are reserved under the new ones too.
    void setBudgets(const Budgets &budgets);
    /// What was spent so far, as the ledger knows it. For budgets of runs, of that execution.
    void setSpent(const BudgetId &id, const Spent &spent, const ExecutionId &run = {});

    /// Forgets what was spent, not what is reserved.
    void clearSpent();

    /// What keeps a call from being made.
    struct Obstacle {
        BudgetId budget;
        /// budget_exceeded, with args budget, limit, spent, reserved, estimate and action.
        Error error;
        SpendingCap::Action action = SpendingCap::Action::Pause;
        bool lasts = false; ///< also when all that is reserved turns out to be needed by nobody
    };
    /// The worst one: what lasts before what passes, what stops before what pauses. Budgets that
    /// only warn are never in the way.
    [[nodiscard]] std::optional<Obstacle> obstacle(
        const BudgetCall &call, const BudgetAmount &estimate) const;
    /// Reserves, or says what is in the way.
    [[nodiscard]] Result<Ticket> reserve(const BudgetCall &call, const BudgetAmount &estimate);
    /// For a call that is under way already: nothing is in its way.
    [[nodiscard]] Ticket occupy(const BudgetCall &call, const BudgetAmount &estimate);
    /// Reserves more for a call of which more is known now; what is less stays as it was.
    [[nodiscard]] std::optional<Obstacle> extend(Ticket ticket, const BudgetAmount &estimate);
    /// The call has ended. `unpriced`: there is no amount of money.
    void settle(Ticket ticket, const BudgetAmount &actual, bool unpriced = false);
    /// The call was not made, or what it took was added.
    void release(Ticket ticket);
    /// Without a ticket; with `counts` only under budgets of which it says so.
    void addSpent(const BudgetCall &call, const BudgetAmount &actual, bool unpriced = false,
        const std::function<bool(const Budget &)> &counts = {});

    [[nodiscard]] const Budgets &budgets() const noexcept { return m_budgets; }

    [[nodiscard]] QList<BudgetStatus> status() const;
    /// Beyond the limits of a budget, in all; of runs, in the one that is furthest beyond.
    [[nodiscard]] BudgetAmount overshoot(const BudgetId &id) const;

private:
    struct Account {
        Spent spent;
        BudgetAmount reserved;
    };
    /// Accounts of runs are told apart by execution.
    using Key = std::pair<BudgetId, ExecutionId>;
    struct Reservation {
        BudgetCall call;
        QList<Key> accounts;
        BudgetAmount estimate;
    };
    [[nodiscard]] std::optional<Obstacle> obstacleBeside(const BudgetCall &call,
        const BudgetAmount &estimate, const BudgetAmount &alreadyReserved) const;

    [[nodiscard]] QList<Key> accountsFor(const BudgetCall &call) const;
    [[nodiscard]] const Budget *budget(const BudgetId &id) const;

    Budgets m_budgets;
    std::map<Key, Account> m_accounts;
    QHash<Ticket, Reservation> m_reservations;
    Ticket m_next = 1;
};

} // namespace renum
