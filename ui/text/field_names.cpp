// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/field_names.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace renum::ui {

namespace {

struct FieldName {
    const char *field;
    const char *name;
};

constexpr FieldName Names[] = {
    { "name", QT_TRANSLATE_NOOP("FieldName", "Name") },
    { "description", QT_TRANSLATE_NOOP("FieldName", "Description") },
    { "workflow_definition/type", QT_TRANSLATE_NOOP("FieldName", "Strategy") },
    { "workflow_definition/canvas", QT_TRANSLATE_NOOP("FieldName", "Frames and notes") },
    { "workflow_definition/config/on_step_failure",
        QT_TRANSLATE_NOOP("FieldName", "When a step fails") },
    { "workflow_definition/config/fail_fast",
        QT_TRANSLATE_NOOP("FieldName", "Stop all when one fails") },
    { "workflow_definition/config/max_parallel",
        QT_TRANSLATE_NOOP("FieldName", "Most at the same time") },
    { "workflow_definition/config/merge", QT_TRANSLATE_NOOP("FieldName", "Merging of results") },
    { "workflow_definition/config/final_result", QT_TRANSLATE_NOOP("FieldName", "Final result") },
    { "workflow_definition/config/max_iterations",
        QT_TRANSLATE_NOOP("FieldName", "Most iterations") },
    { "workflow_definition/config/approval", QT_TRANSLATE_NOOP("FieldName", "Approvals") },
    { "workflow_definition/config/restrict_requests",
        QT_TRANSLATE_NOOP("FieldName", "Restrict requests") },
    { "team_config/model_name", QT_TRANSLATE_NOOP("FieldName", "Model of the team") },
    { "team_config/max_execution_seconds",
        QT_TRANSLATE_NOOP("FieldName", "Longest run in seconds") },
    { "team_config/step_timeout_seconds",
        QT_TRANSLATE_NOOP("FieldName", "Longest step in seconds") },
    { "team_config/tools_mode", QT_TRANSLATE_NOOP("FieldName", "Team tools") },
    { "team_config/notify", QT_TRANSLATE_NOOP("FieldName", "Notification at the end") },
    { "agent_id", QT_TRANSLATE_NOOP("FieldName", "Agent") },
    { "kind", QT_TRANSLATE_NOOP("FieldName", "Kind") },
    { "team_id", QT_TRANSLATE_NOOP("FieldName", "Team") },
    { "role", QT_TRANSLATE_NOOP("FieldName", "Role") },
    { "execution_order", QT_TRANSLATE_NOOP("FieldName", "Place in the order") },
    { "input", QT_TRANSLATE_NOOP("FieldName", "Input") },
    { "conditions", QT_TRANSLATE_NOOP("FieldName", "Conditions") },
    { "dependencies", QT_TRANSLATE_NOOP("FieldName", "Dependencies") },
    { "timeout", QT_TRANSLATE_NOOP("FieldName", "Longest step in seconds") },
    { "retry_config", QT_TRANSLATE_NOOP("FieldName", "Attempts") },
    { "agent_config/model_name", QT_TRANSLATE_NOOP("FieldName", "Model") },
    { "agent_config/enable_thinking", QT_TRANSLATE_NOOP("FieldName", "Thinking") },
    { "agent_config/reasoning_effort", QT_TRANSLATE_NOOP("FieldName", "Effort") },
    { "agent_config/instructions", QT_TRANSLATE_NOOP("FieldName", "Instructions") },
    { "agent_config/output_schema", QT_TRANSLATE_NOOP("FieldName", "Output schema") },
    { "agent_config/tools_mode", QT_TRANSLATE_NOOP("FieldName", "Team tools") },
    { "is_active", QT_TRANSLATE_NOOP("FieldName", "Active") },
    { "feedback", QT_TRANSLATE_NOOP("FieldName", "Feedback") },
    { "position", QT_TRANSLATE_NOOP("FieldName", "Place on the canvas") },
};

} // namespace

QString fieldName(const QString &field)
{
    const auto found = std::ranges::find_if(
        Names, [&](const FieldName &entry) { return field == QLatin1StringView(entry.field); });
    return found == std::end(Names) ? field : QCoreApplication::translate("FieldName", found->name);
}

QString fieldValueText(const Json &value)
{
    if (value.is_null())
        return QCoreApplication::translate("FieldName", "–");
    if (value.is_boolean())
        return value.get<bool>() ? QCoreApplication::translate("FieldName", "yes")
                                 : QCoreApplication::translate("FieldName", "no");
    return value.is_string() ? toQString(value) : compactJsonText(value);
}

} // namespace renum::ui
