// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/tool_registration.h"
#include "core/model/execution_event.h"
#include "core/model/execution_plan.h"
#include "core/team/message_board.h"
#include "core/team/tool_record.h"
#include "core/workflow/start_so_far.h"

#include <QHash>

#include <map>
#include <optional>
#include <vector>

namespace renum {

/// A team action of one turn of an attempt.
struct TurnAction {
    int turn = 1;
    ToolRecord record;
};
using TurnActions = std::vector<TurnAction>;

/// A run that was started to answer a request (contract §5.7.3).
struct AuxiliaryRun {
    MessageId request;
    QString prompt;
    Timestamp began;
    StartSoFar remote;
    std::optional<Timestamp> ended;
    bool succeeded = false;
};

/// The mailbox of a plan's members.
[[nodiscard]] MessageBoard messageBoardOf(const ExecutionId &execution, const ExecutionPlan &plan);
/// Auxiliary runs are no steps of the plan; their events carry this in place of a step's id.
[[nodiscard]] StepId auxiliaryStepId(const MessageId &request);
/// True when the agent is told of its team in its prompt at all (contract §5.7.3).
[[nodiscard]] bool usesTeamTools(const PlanStep &step);
/// True when it should have the tools over MCP.
[[nodiscard]] bool wantsMcp(const PlanStep &step);

/// What the members of a team told each other and did with its tools, folded from the log.
class TeamSoFar {
public:
    void begin(const ExecutionId &execution, const ExecutionPlan &plan);
    /// Any event of the execution, in order.
    void apply(const ExecutionEvent &event);

    [[nodiscard]] const MessageBoard &board() const noexcept { return m_board; }
    /// What was sent to a step, by the id of the iteration.
    [[nodiscard]] const QHash<StepId, QString> &prompts() const noexcept { return m_prompts; }
    /// What the latest attempt of a step (by iteration) or an auxiliary run did.
    [[nodiscard]] TurnActions actions(const StepId &step) const { return m_actions.value(step); }
    /// Agents that were given the tools and had not been taken them away.
    [[nodiscard]] QList<ToolRegistration> registrations() const { return m_registrations; }
    /// Those that had ended, too; always in the same order.
    [[nodiscard]] std::vector<AuxiliaryRun> auxiliaryRuns() const;

private:
    void onMessage(const ExecutionEvent &event);
    void onStep(const ExecutionEvent &event);
    void onTools(const ExecutionEvent &event);

    MessageBoard m_board;
    QHash<StepId, QString> m_prompts;
    QHash<StepId, TurnActions> m_actions;
    std::map<StepId, AuxiliaryRun> m_auxiliary;
    QList<ToolRegistration> m_registrations;
};

} // namespace renum
