// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/workflow_definition.h"

#include <QSet>

/// Everything in a workflow that names a member: inputs, their templates, dependencies, conditions,
/// feedback, approvals, the final result. Changing or removing a member goes through here, so that
/// nothing is left that points nowhere.
namespace renum {

/// Everything that named `from` names `to`.
void renameReferences(WorkflowDefinition &workflow, const AgentId &from, const AgentId &to);
/// Nothing names these any more. An input that is left without a source gets the prompt. Text in
/// templates stays: it is the person's, and validation points at it.
void forgetReferences(WorkflowDefinition &workflow, const QSet<AgentId> &gone);

/// The ids of all members.
[[nodiscard]] QSet<AgentId> memberIds(const WorkflowDefinition &workflow);
/// Whom a member waits for by what is written about it, its place in the order aside. Some may be
/// there twice.
[[nodiscard]] std::vector<AgentId> producersOf(
    const WorkflowAgent &member, const QSet<AgentId> &knownMembers);

/// The conditions without those that test the result of one of these; groups that are left empty go
/// as well.
[[nodiscard]] std::vector<Condition> conditionsWithout(
    std::vector<Condition> conditions, const QSet<AgentId> &gone, const QSet<AgentId> &knownAgents);

/// Makes an input what its sources say: combined when there are several, the prompt when there is
/// none.
void settleInput(InputSpec &input);

/// `agent:<id>`, the form of config.final_result that names one member.
[[nodiscard]] QString finalResultOf(const AgentId &member);
/// The member that config.final_result names, if it names one.
[[nodiscard]] std::optional<AgentId> finalResultMember(const WorkflowConfig &config);

} // namespace renum
