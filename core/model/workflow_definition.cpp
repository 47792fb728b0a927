// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/workflow_definition.h"

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

QString toString(WorkflowType type)
{
    switch (type) {
    case WorkflowType::Sequential:
        return u"sequential"_s;
    case WorkflowType::Parallel:
        return u"parallel"_s;
    case WorkflowType::Pipeline:
        return u"pipeline"_s;
    case WorkflowType::Conditional:
        return u"conditional"_s;
    }
    Q_UNREACHABLE();
}

std::optional<WorkflowType> workflowTypeFromString(const QString &name)
{
    for (const WorkflowType type : { WorkflowType::Sequential, WorkflowType::Parallel,
             WorkflowType::Pipeline, WorkflowType::Conditional }) {
        if (name == toString(type))
            return type;
    }
    return std::nullopt;
}

QString WorkflowAgent::displayName() const
{
    return name.isEmpty() ? agentId.toString() : name;
}

const WorkflowAgent *WorkflowDefinition::find(const AgentId &id) const
{
    const auto it = std::ranges::find(agents, id, &WorkflowAgent::agentId);
    return it == agents.end() ? nullptr : &*it;
}

} // namespace renum
