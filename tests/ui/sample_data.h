// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/agent.h"
#include "core/model/execution.h"
#include "core/model/execution_plan.h"
#include "core/model/team.h"

/// Values that the tests of the interface show.
namespace renum::ui::sample {

/// Researcher, Analyst and Reporter, and two agents that fit no slot.
[[nodiscard]] QList<AgentInfo> agents();
/// Market analysis (sequential), software development (pipeline), customer service (conditional).
[[nodiscard]] QList<TeamTemplate> templates();
/// A sequential team of Researcher, Analyst and Reporter; higher numbers are newer.
[[nodiscard]] Team team(int number);
[[nodiscard]] WorkflowDefinition sequentialWorkflow();
/// The plan of a definition whose members run one after another.
[[nodiscard]] ExecutionPlan plan(const WorkflowDefinition &definition);
/// A pending execution of the team, with one pending step a member.
[[nodiscard]] Execution execution(const Team &team, const QString &id, const QString &prompt);

} // namespace renum::ui::sample
