// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/execution_event.h"
#include "core/team/context_snapshot.h"

#include <QHash>

#include <optional>
#include <vector>

namespace renum {

/// How far the steps were (contract §1.5.9 `workflow_state`).
struct WorkflowState {
    int currentStep = 0; ///< order of the first one at work; 0 when none is
    int totalSteps = 0;
    std::vector<AgentId> activeAgents;
    std::vector<AgentId> completedAgents;

    friend bool operator==(const WorkflowState &, const WorkflowState &) = default;
};
[[nodiscard]] Json toJson(const WorkflowState &state);

/// What a team shared in one version of its context.
struct ContextState {
    ExecutionId execution;
    TeamContext context;
    ContextTimes times;
    WorkflowState workflow;
    Timestamp moment; ///< values that have ended by then are not seen
};
/// The resource of contract §1.5.9.
[[nodiscard]] Json toJson(const ContextState &state);

/// The context of an execution at any version, folded from its events: as it stood until the next
/// version came. Without a version, as it stands after the last event.
class ContextAt {
public:
    explicit ContextAt(std::optional<int> version = std::nullopt);

    /// The next event, in order.
    void apply(const ExecutionEvent &event);
    /// `now` counts for the latest version of an execution that has not ended. Errors:
    /// context_version_unknown; store_corrupt for a log that cannot be read.
    [[nodiscard]] Result<ContextState> state(Timestamp now) const;

private:
    struct Step {
        AgentId agent;
        int order = 1;
        StepStatus status = StepStatus::Pending;
    };

    void onCreated(const ExecutionEvent &event);
    void onPlan(const ExecutionEvent &event);
    void onChange(const ExecutionEvent &event);
    void onStep(const ExecutionEvent &event);
    [[nodiscard]] WorkflowState workflow() const;

    std::optional<int> m_wanted;
    bool m_passed = false; ///< a later version came
    bool m_planned = false;
    bool m_ended = false;
    Json m_created; ///< data of execution_created
    ContextState m_state;
    Timestamp m_lastTime;
    std::vector<Step> m_steps;
    QHash<StepId, std::size_t> m_indexOf;
    std::optional<Error> m_problem;
};

} // namespace renum
