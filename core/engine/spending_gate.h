// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/costs/spending_limits.h"
#include "core/model/intervention.h"
#include "core/net/one_shot.h"

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace renum {

/// Lets calls of models through as long as an execution may spend more: as its own cap says
/// (feature CM-10), and as the budgets over all executions allow (CM-07). A call that is at work
/// counts until its usage is booked, so that a limit of calls is never passed; what it will use is
/// not known before it ends: a cap of tokens or money is passed by the calls at work at most, a
/// budget by what they take over their estimates. Teams that work as members share the gate of the
/// outermost execution. On the engine thread.
class SpendingGate {
public:
    /// Who wants to make a call.
    struct Wish {
        ExecutionId execution;
        StepId step;
        TeamId team;
        AgentId agent;
        QString modelName;
        qsizetype promptLength = 0;
    };
    /// What is told, about whose step wants the call that no longer fits.
    struct Listener {
        std::function<void(const Wish &wish)> capReached;
        std::function<void(const SpendingLimits::Refusal &refusal, const Wish &wish)> budgetReached;
        /// A budget that was told to be reached allows calls again.
        std::function<void()> budgetAllows;
    };
    struct Start {
        ExecutionId execution; ///< whose gate it is
        SpendingCap cap;
        Usage spent; ///< so far
        bool capTold = false; ///< that the cap is reached is in the log
        bool budgetTold = false; ///< that it holds at a budget
        std::shared_ptr<SpendingLimits> limits; ///< null: no budgets
    };

    class Call;
    using CallPtr = std::unique_ptr<Call>;
    /// Why a call may not be made yet. Ask again after nextChance().
    struct Wait {
        bool forPerson = true; ///< else for calls that are under way
        QString budget; ///< its name; empty: the execution's cap, or nothing that is worth telling
    };
    struct Entry {
        CallPtr call;
        std::optional<Wait> wait;
    };

    SpendingGate(Start start, Listener listener);

    [[nodiscard]] const SpendingCap &cap() const noexcept { return m_cap; }
    [[nodiscard]] const Usage &spent() const noexcept { return m_spent; }
    [[nodiscard]] int callsAtWork() const { return static_cast<int>(m_atWork->size()); }
    /// Calls that wait are asked again when the execution goes on.
    void setCap(const SpendingCap &cap);
    void book(const Usage &usage) { m_spent.add(usage); }
    /// As book(), and under the budgets. Returns those that passed a level.
    [[nodiscard]] QList<BudgetStatus> book(const Wish &who, const RunId &run, const Usage &usage);

    /// The first refusal since the execution went on is told.
    [[nodiscard]] Entry enter(const Wish &wish);
    /// For a call that is at work already.
    [[nodiscard]] CallPtr occupy(const Wish &wish) const;
    /// A run at work, which has used `soFar`, is about to ask its model once more.
    [[nodiscard]] std::optional<Wait> goOn(Call &call, const Wish &wish, const Usage &soFar);
    /// Set when it is worth asking again, or by who gives up.
    [[nodiscard]] OneShot<bool> nextChance();
    /// How often the execution went on: then who waits has to be told anew.
    [[nodiscard]] int round() const noexcept { return m_round; }
    /// The execution goes on.
    void reconsider();
    /// The execution is over here: nobody is told any more.
    void close() { m_listener = {}; }

private:
    using AtWork = std::set<const Call *>;

    [[nodiscard]] PlannedCall planned(const Wish &wish) const;
    /// What was booked, and what runs at work have used.
    [[nodiscard]] Usage used() const;
    [[nodiscard]] bool capIsPassed(const Wish &wish, int callsAtWork);
    [[nodiscard]] Wait refused(const SpendingLimits::Refusal &refusal, const Wish &wish);
    void allowed();

    ExecutionId m_execution;
    SpendingCap m_cap;
    Usage m_spent;
    std::shared_ptr<AtWork> m_atWork = std::make_shared<AtWork>();
    std::shared_ptr<SpendingLimits> m_limits;
    bool m_capTold = false;
    bool m_budgetTold = false;
    int m_round = 0;
    Listener m_listener;
    std::vector<OneShot<bool>> m_waiters;
};

/// A run's calls, from before the first is asked for until they are booked.
class SpendingGate::Call {
public:
    Call(std::shared_ptr<AtWork> atWork, SpendingLimits::ReservationPtr reservation);
    Call(const Call &) = delete;
    Call &operator=(const Call &) = delete;
    ~Call();

private:
    friend class SpendingGate;
    std::shared_ptr<AtWork> m_atWork;
    SpendingLimits::ReservationPtr m_reservation; ///< null without budgets
    Usage m_soFar; ///< of calls that have ended
};

} // namespace renum
