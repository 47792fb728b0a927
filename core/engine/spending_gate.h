// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/intervention.h"
#include "core/net/one_shot.h"

#include <functional>
#include <memory>
#include <vector>

namespace renum {

/// Lets calls of models through as long as an execution may spend more (feature CM-10). One that
/// is at work counts until its usage is booked, so that a limit of calls is never passed; what a
/// call will use is not known before it ends, so that a limit of tokens or money is passed by the
/// calls at work at most. Teams that work as members share the gate of the outermost execution.
/// On the engine thread.
class SpendingGate {
public:
    /// Whose step wants the call that no longer fits.
    using Reached = std::function<void(const ExecutionId &execution, const StepId &step)>;

    /// One call, from before it is asked for until its usage is booked.
    class Call {
    public:
        explicit Call(std::shared_ptr<int> atWork)
            : m_atWork(std::move(atWork))
        {
            ++*m_atWork;
        }
        Call(const Call &) = delete;
        Call &operator=(const Call &) = delete;
        ~Call() { --*m_atWork; }

    private:
        std::shared_ptr<int> m_atWork;
    };

    /// `alreadyTold`: that the cap is reached is in the log.
    SpendingGate(SpendingCap cap, const Usage &spent, bool alreadyTold, Reached reached);

    [[nodiscard]] const SpendingCap &cap() const noexcept { return m_cap; }
    [[nodiscard]] const Usage &spent() const noexcept { return m_spent; }
    [[nodiscard]] int callsAtWork() const noexcept { return *m_atWork; }
    /// Calls that wait are asked again when the execution goes on.
    void setCap(const SpendingCap &cap);
    void book(const Usage &usage) { m_spent.add(usage); }

    /// Null when the cap is reached: then ask again after nextChance(). The first refusal since the
    /// execution went on is told.
    [[nodiscard]] std::unique_ptr<Call> enter(const ExecutionId &execution, const StepId &step);
    /// For a call that is at work already.
    [[nodiscard]] std::unique_ptr<Call> occupy() const { return std::make_unique<Call>(m_atWork); }
    /// Set when it is worth asking again, or by who gives up.
    [[nodiscard]] OneShot<bool> nextChance();
    /// The execution goes on.
    void reconsider();
    /// The execution is over here: nobody is told any more.
    void close() { m_reached = {}; }

private:
    SpendingCap m_cap;
    Usage m_spent;
    std::shared_ptr<int> m_atWork = std::make_shared<int>(0);
    bool m_told = false;
    Reached m_reached;
    std::vector<OneShot<bool>> m_waiters;
};

} // namespace renum
