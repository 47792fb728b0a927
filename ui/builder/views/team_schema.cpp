// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/team_schema.h"

#include "core/model/error.h"

#include <algorithm>
#include <array>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

using Node = SchemaNode;

enum class Shape { One, List };

struct Field {
    Node of;
    QLatin1StringView key;
    Node holds;
    Shape shape = Shape::One;
};

constexpr std::array Fields {
    Field { Node::Team, "name"_L1, Node::Text },
    Field { Node::Team, "description"_L1, Node::Text },
    Field { Node::Team, "workflow_definition"_L1, Node::Workflow },
    Field { Node::Team, "team_config"_L1, Node::TeamConfig },
    Field { Node::Team, "agent_ids"_L1, Node::MemberId, Shape::List },
    Field { Node::TeamConfig, "model_name"_L1, Node::Text },
    Field { Node::TeamConfig, "max_execution_seconds"_L1, Node::Number },
    Field { Node::TeamConfig, "step_timeout_seconds"_L1, Node::Number },
    Field { Node::TeamConfig, "tools_mode"_L1, Node::ToolsMode },
    Field { Node::TeamConfig, "notify"_L1, Node::Flag },
    Field { Node::Workflow, "type"_L1, Node::WorkflowKind },
    Field { Node::Workflow, "agents"_L1, Node::Member, Shape::List },
    Field { Node::Workflow, "config"_L1, Node::WorkflowConfig },
    Field { Node::WorkflowConfig, "on_step_failure"_L1, Node::FailurePolicy },
    Field { Node::WorkflowConfig, "fail_fast"_L1, Node::Flag },
    Field { Node::WorkflowConfig, "max_parallel"_L1, Node::Number },
    Field { Node::WorkflowConfig, "merge"_L1, Node::Merge },
    Field { Node::WorkflowConfig, "final_result"_L1, Node::FinalResult },
    Field { Node::WorkflowConfig, "max_iterations"_L1, Node::Number },
    Field { Node::WorkflowConfig, "approval"_L1, Node::Approval },
    Field { Node::WorkflowConfig, "restrict_requests"_L1, Node::Flag },
    Field { Node::Approval, "before"_L1, Node::MemberId, Shape::List },
    Field { Node::Approval, "auto_approve"_L1, Node::Condition, Shape::List },
    Field { Node::Approval, "timeout_seconds"_L1, Node::Number },
    Field { Node::Member, "agent_id"_L1, Node::Text },
    Field { Node::Member, "name"_L1, Node::Text },
    Field { Node::Member, "role"_L1, Node::Role },
    Field { Node::Member, "kind"_L1, Node::MemberForm },
    Field { Node::Member, "team_id"_L1, Node::Text },
    Field { Node::Member, "execution_order"_L1, Node::Number },
    Field { Node::Member, "input"_L1, Node::Input },
    Field { Node::Member, "conditions"_L1, Node::Condition, Shape::List },
    Field { Node::Member, "dependencies"_L1, Node::MemberId, Shape::List },
    Field { Node::Member, "timeout"_L1, Node::Number },
    Field { Node::Member, "retry_config"_L1, Node::Retry },
    Field { Node::Member, "agent_config"_L1, Node::AgentConfig },
    Field { Node::Member, "is_active"_L1, Node::Flag },
    Field { Node::Member, "feedback"_L1, Node::Feedback },
    Field { Node::Member, "position"_L1, Node::Position },
    Field { Node::AgentConfig, "model_name"_L1, Node::Text },
    Field { Node::AgentConfig, "instructions"_L1, Node::Text },
    Field { Node::AgentConfig, "enable_thinking"_L1, Node::Flag },
    Field { Node::AgentConfig, "reasoning_effort"_L1, Node::Effort },
    Field { Node::AgentConfig, "output_schema"_L1, Node::Free },
    Field { Node::AgentConfig, "tools_mode"_L1, Node::ToolsMode },
    Field { Node::Input, "source"_L1, Node::SourceKind },
    Field { Node::Input, "agent_id"_L1, Node::MemberId },
    Field { Node::Input, "sources"_L1, Node::Source, Shape::List },
    Field { Node::Input, "variable_name"_L1, Node::Text },
    Field { Node::Input, "template"_L1, Node::Text },
    Field { Node::Input, "include_context"_L1, Node::Flag },
    Field { Node::Source, "type"_L1, Node::PartKind },
    Field { Node::Source, "agent_id"_L1, Node::MemberId },
    Field { Node::Source, "variable_name"_L1, Node::Text },
    Field { Node::Retry, "max_attempts"_L1, Node::Number },
    Field { Node::Retry, "initial_delay"_L1, Node::Number },
    Field { Node::Retry, "backoff_factor"_L1, Node::Number },
    Field { Node::Retry, "max_delay"_L1, Node::Number },
    Field { Node::Retry, "delay_seconds"_L1, Node::Number, Shape::List },
    Field { Node::Retry, "retry_on"_L1, Node::ErrorKind, Shape::List },
    Field { Node::Retry, "jitter"_L1, Node::Number },
    Field { Node::Feedback, "to"_L1, Node::MemberId },
    Field { Node::Feedback, "conditions"_L1, Node::Condition, Shape::List },
    Field { Node::Feedback, "max_iterations"_L1, Node::Number },
    Field { Node::Position, "x"_L1, Node::Number },
    Field { Node::Position, "y"_L1, Node::Number },
    Field { Node::Condition, "field"_L1, Node::FieldPath },
    Field { Node::Condition, "operator"_L1, Node::Operator },
    Field { Node::Condition, "value"_L1, Node::Free },
    Field { Node::Condition, "ignore_case"_L1, Node::Flag },
    Field { Node::Condition, "all"_L1, Node::Condition, Shape::List },
    Field { Node::Condition, "any"_L1, Node::Condition, Shape::List },
    Field { Node::Condition, "not"_L1, Node::Condition },
};

/// Contract §3.6, without the aliases.
QStringList operatorNames()
{
    return { u"equals"_s, u"not_equals"_s, u"contains"_s, u"not_contains"_s, u"greater_than"_s,
        u"greater_than_or_equal"_s, u"less_than"_s, u"less_than_or_equal"_s, u"in"_s, u"not_in"_s,
        u"starts_with"_s, u"ends_with"_s, u"matches"_s, u"exists"_s, u"not_exists"_s, u"is_empty"_s,
        u"is_not_empty"_s };
}

} // namespace

std::optional<SchemaPlace> schemaOf(SchemaNode node, const QString &key)
{
    const auto found = std::ranges::find_if(
        Fields, [&](const Field &field) { return field.of == node && field.key == key; });
    if (found == Fields.end())
        return std::nullopt;
    return SchemaPlace { found->holds, found->shape == Shape::List };
}

std::optional<SchemaPlace> schemaAt(const QString &pointer)
{
    SchemaPlace place { Node::Team, false };
    const QStringList segments = pointer.split(u'/').mid(1);
    for (const QString &segment : segments) {
        if (place.isList) {
            place.isList = false;
            continue;
        }
        const std::optional<SchemaPlace> next = schemaOf(place.node, segment);
        if (!next)
            return std::nullopt;
        place = *next;
    }
    return place;
}

QStringList schemaKeys(SchemaNode node)
{
    QStringList keys;
    for (const Field &field : Fields) {
        if (field.of == node)
            keys.append(field.key.toString());
    }
    return keys;
}

QStringList schemaWords(SchemaNode node)
{
    switch (node) {
    case Node::Flag:
        return { u"true"_s, u"false"_s };
    case Node::WorkflowKind:
        return { u"sequential"_s, u"parallel"_s, u"pipeline"_s, u"conditional"_s };
    case Node::MemberForm:
        return { u"agent"_s, u"approval"_s, u"team"_s };
    case Node::Role:
        return { u"leader"_s, u"coordinator"_s, u"member"_s };
    case Node::SourceKind:
        return { u"initial_prompt"_s, u"agent_result"_s, u"combined"_s, u"context_variable"_s };
    case Node::PartKind:
        return { u"initial_prompt"_s, u"agent_result"_s, u"context_variable"_s };
    case Node::Operator:
        return operatorNames();
    case Node::ToolsMode:
        return { u"prompt"_s, u"mcp"_s, u"none"_s };
    case Node::Effort:
        return { u"low"_s, u"medium"_s, u"high"_s };
    case Node::FailurePolicy:
        return { u"stop"_s, u"continue"_s, u"skip_dependents"_s };
    case Node::Merge:
        return { u"shallow"_s, u"deep"_s };
    case Node::FinalResult:
        return { u"last"_s, u"all"_s, u"leader"_s };
    case Node::ErrorKind:
        return { toString(ErrorCategory::AgentTimeout), toString(ErrorCategory::NetworkError),
            toString(ErrorCategory::ResourceExhausted), toString(ErrorCategory::AgentCrash),
            toString(ErrorCategory::SystemError) };
    default:
        return {};
    }
}

bool isQuoted(SchemaNode node)
{
    return node >= Node::Text && node != Node::Number && node != Node::Flag;
}

bool isObject(SchemaNode node)
{
    return node > Node::Free && node < Node::Text;
}

} // namespace renum::ui
