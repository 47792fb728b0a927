// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/budget.h"
#include "core/model/result.h"

#include <QHash>

#include <map>

namespace renum {

/// One call that is about to be made.
struct BudgetCall {
    TeamId team;
    AgentId agent;
    ExecutionId execution;
};

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

    /// Replaces the budgets; what is reserved stays reserved in those that stay.
    void setBudgets(const Budgets &budgets);
    /// What was spent so far, as the ledger knows it. For budgets of runs, of that execution.
    void setSpent(const BudgetId &id, const Spent &spent, const ExecutionId &run = {});

    /// Reserves, or says which limit is in the way: budget_exceeded, with args budget, limit,
    /// spent, reserved, estimate and action. Budgets that only warn are never in the way.
    [[nodiscard]] Result<Ticket> reserve(const BudgetCall &call, const BudgetAmount &estimate);
    /// The call has ended. `unpriced`: there is no amount of money.
    void settle(Ticket ticket, const BudgetAmount &actual, bool unpriced = false);
    /// The call was not made.
    void release(Ticket ticket);

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
        QList<Key> accounts;
        BudgetAmount estimate;
    };

    [[nodiscard]] QList<Key> accountsFor(const BudgetCall &call) const;
    [[nodiscard]] const Budget *budget(const BudgetId &id) const;

    Budgets m_budgets;
    std::map<Key, Account> m_accounts;
    QHash<Ticket, Reservation> m_reservations;
    Ticket m_next = 1;
};

} // namespace renum
