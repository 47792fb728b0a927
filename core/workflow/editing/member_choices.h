// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"
#include "core/model/workflow_definition.h"

#include <QString>
#include <QStringList>

#include <vector>

/// What an editor offers to choose from for one member of a team. Pure.
namespace renum {

/// Members that can be done before this one begins, in the order of contract §3.4: those before it
/// where the strategy has an order, else those that do not wait for it.
[[nodiscard]] std::vector<AgentId> possibleProducers(
    const WorkflowDefinition &workflow, const AgentId &member);

/// Members to which this one can send work back (contract §3.9); none where the strategy has no
/// order.
[[nodiscard]] std::vector<AgentId> feedbackTargets(
    const WorkflowDefinition &workflow, const AgentId &member);

/// Keys of the context that the team's inputs, templates and conditions name, sorted.
[[nodiscard]] QStringList contextKeys(const WorkflowDefinition &workflow);

/// Something that a condition can test.
struct ConditionField {
    QString path; ///< as in Condition::field
    AgentId member; ///< whose result it is in; empty for a value of the context
    QString within; ///< the path in that result; empty for the whole; else the context's key
    std::vector<Json> values; ///< those that its schema allows, when they are told

    friend bool operator==(const ConditionField &, const ConditionField &) = default;
};
/// What the results of these members hold, by their output schemas, then the prompt and the context
/// keys that the team names. `seen` is the context of an earlier run: it tells what the results of
/// members without a schema held.
[[nodiscard]] std::vector<ConditionField> conditionFields(const WorkflowDefinition &workflow,
    const std::vector<AgentId> &members, const Json *seen = nullptr);

} // namespace renum
