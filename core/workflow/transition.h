// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/condition.h"
#include "core/workflow/scheduler.h"
#include "core/workflow/strategy_rules.h"

#include <set>
#include <vector>

namespace renum {

/// The effect of one event while it is worked out: every change of a step's status goes through
/// here, so that the state's counters, the candidates and the commands always agree.
class Transition {
public:
    using StepIndex = SchedulerState::StepIndex;

    explicit Transition(SchedulerState &state);

    [[nodiscard]] SchedulerState &state() noexcept { return m_state; }
    [[nodiscard]] const SchedulerState &state() const noexcept { return m_state; }
    [[nodiscard]] const StrategyRules &rules() const noexcept { return m_rules; }
    [[nodiscard]] const PlanStep &plan(StepIndex i) const { return m_state.plan.steps[i]; }
    [[nodiscard]] ScheduledStep &step(StepIndex i) { return m_state.steps[i]; }
    [[nodiscard]] const ScheduledStep &step(StepIndex i) const { return m_state.steps[i]; }

    void command(SchedulerCommand command);
    void publish(std::vector<ContextChange> changes);
    [[nodiscard]] std::vector<SchedulerCommand> takeCommands();

    // Endings of a step. Each commands what it says.
    /// Without a reason: a person's wish.
    void skip(StepIndex i, std::optional<SkipReason> reason);
    void complete(StepIndex i, StepOutput output);
    void fail(StepIndex i, Error error);
    /// A step that no attempt works at.
    void cancel(StepIndex i);

    /// The step waits for a person, who is asked.
    void awaitApproval(StepIndex i, std::optional<std::chrono::seconds> timeout);
    /// A person agreed: it waits for a free place like the others of its round.
    void approve(StepIndex i);

    /// Pending to Running, or the end of waiting for a retry.
    void beginAttempt(StepIndex i);
    /// After CancelStep{running}: the attempt is gone; commands nothing.
    void stopped(StepIndex i);
    /// Forgets what these steps did, by order: they run again, as the next iteration.
    void reopen(const std::vector<StepIndex> &steps);

    /// Steps that became candidates since the last call.
    [[nodiscard]] std::set<StepIndex> takeOpened();
    /// What conditions of a step are evaluated against; `onlyInput` is for bare paths.
    [[nodiscard]] ConditionScope scope(std::optional<AgentId> onlyInput) const;

private:
    void end(StepIndex i, StepStatus status);

    SchedulerState &m_state;
    const StrategyRules &m_rules;
    std::vector<SchedulerCommand> m_commands;
    std::set<StepIndex> m_opened;
};

} // namespace renum
