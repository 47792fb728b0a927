// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/costs/call_habits.h"
#include "core/costs/pricing.h"
#include "core/costs/spending_limits.h"
#include "core/net/clock.h"
#include "core/net/task_scope.h"
#include "core/store/budget_facts.h"

#include <QObject>

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace renum {

/// Makes the budgets of the store hold. What was spent comes from the ledger; what was booked here
/// and has not been seen there yet counts beside it, so that reading at any moment neither misses a
/// booking nor counts it twice. Other processes that use the same store are seen some seconds late.
/// Until the ledger was read once, every call waits. On the engine thread.
class BudgetKeeper : public QObject, public SpendingLimits {
    Q_OBJECT

public:
    /// Store and clock outlive close().
    BudgetKeeper(Store *store, Clock *clock, std::shared_ptr<const Pricing> pricing,
        QObject *parent = nullptr);
    ~BudgetKeeper() override;

    /// Begins to read, and reads again until it has succeeded.
    void begin();
    /// Nothing is read any more; whoever waits is woken.
    void close();
    /// Reads budgets and ledger. Errors are the store's.
    [[nodiscard]] QCoro::Task<Result<void>> reload();
    /// In the order in which they were made.
    [[nodiscard]] QList<BudgetStatus> status() const { return m_guard.status(); }

    [[nodiscard]] Leave reserve(const PlannedCall &call) override;
    [[nodiscard]] ReservationPtr occupy(const PlannedCall &call) override;
    [[nodiscard]] QList<BudgetStatus> book(
        const BudgetCall &who, const BookedRun &run, const Usage &usage) override;
    void whenChanged(const OneShot<bool> &chance) override;

private:
    class Held;
    /// A booking that was not seen in the ledger yet.
    struct Booking {
        BookedRun run;
        BudgetCall who;
        BudgetAmount amount;
        bool unpriced = false;
        Timestamp time;
    };

    [[nodiscard]] QDate today() const { return dayOf(m_clock->now()); }
    [[nodiscard]] BudgetAmount estimateOf(const PlannedCall &call) const;
    QCoro::Task<> keepUp();
    void readIfOld();
    void readAtMidnight();
    void take(const BudgetFacts &facts, QDate day);
    void addRuns(const Budget &budget, const RunSpendings &runs);
    [[nodiscard]] bool countsNow(const Booking &booking, const Budget &budget) const;
    void release(BudgetGuard::Ticket ticket, const BudgetCall &who, std::chrono::nanoseconds since);
    void wakeWaiters();
    [[nodiscard]] QList<BudgetStatus> newlyPassed();

    Store *m_store;
    Clock *m_clock;
    std::shared_ptr<const Pricing> m_pricing;
    BudgetGuard m_guard;
    CallHabits m_habits;
    std::vector<Booking> m_unseen;
    std::map<BudgetId, std::set<int>> m_passed; ///< levels that were told
    std::vector<OneShot<bool>> m_waiters;
    QDate m_day; ///< that the sums are of
    std::chrono::nanoseconds m_readAt {};
    bool m_ready = false;
    bool m_reading = false;
    bool m_closed = false;
    std::unique_ptr<Clock::Timer> m_timer; ///< next midnight, or the next try
    std::unique_ptr<Clock::Timer> m_watch; ///< while somebody waits
    TaskScope m_tasks;
};

} // namespace renum
