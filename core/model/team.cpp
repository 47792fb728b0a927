// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/team.h"

#include "core/model/error_codes.h"
#include "core/model/object_reader.h"
#include "core/model/workflow_codec.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr auto ExportFormat = "renum.team";
constexpr qint64 ExportVersion = 1;

TeamConfig readTeamConfig(const Json &json, const QString &path, Problems &problems)
{
    ObjectReader reader(json, path, problems);
    TeamConfig config;
    config.modelName = reader.text("model_name");
    config.maxExecutionSeconds = reader.integer("max_execution_seconds");
    config.stepTimeoutSeconds = reader.integer("step_timeout_seconds");
    config.toolsMode = reader.text("tools_mode");
    config.notify = reader.flag("notify");
    config.extra = reader.rest();
    return config;
}

TeamReading invalidFile(const QString &path, const QString &message)
{
    TeamReading reading;
    reading.problems.append({ Problem::Severity::Error, u"validation_error"_s, path, message });
    return reading;
}

TemplateSlot readSlot(const Json &json)
{
    TemplateSlot slot;
    slot.slot = stringAt(json, "slot").value_or(QString());
    slot.role = stringAt(json, "role").value_or(QString());
    slot.description = stringAt(json, "description").value_or(QString());
    if (const Json *tools = memberAt(json, "suggested_tools"); tools && tools->is_array()) {
        for (const Json &tool : *tools)
            slot.suggestedTools.append(toQString(tool));
    }
    return slot;
}

Json agentIdList(const std::vector<AgentId> &ids)
{
    Json json = Json::array();
    for (const AgentId &id : ids)
        json.push_back(toJson(id.toString()));
    return json;
}

Json draftJson(const TeamDraft &draft)
{
    Json json = Json::object();
    json["name"] = toJson(draft.name);
    json["description"] = toJson(draft.description);
    json["workflow_definition"] = toJson(draft.workflow);
    json["team_config"] = toJson(draft.config);
    return json;
}

} // namespace

TeamDraft Team::draft() const
{
    return { name, description, agentIds, workflow, config };
}

Json toJson(const TeamConfig &config)
{
    Json json = config.extra;
    if (config.modelName)
        json["model_name"] = toJson(*config.modelName);
    if (config.maxExecutionSeconds)
        json["max_execution_seconds"] = *config.maxExecutionSeconds;
    if (config.stepTimeoutSeconds)
        json["step_timeout_seconds"] = *config.stepTimeoutSeconds;
    if (config.toolsMode)
        json["tools_mode"] = toJson(*config.toolsMode);
    if (config.notify)
        json["notify"] = *config.notify;
    return json;
}

Json toJson(const TeamDraft &draft)
{
    Json json = draftJson(draft);
    json["agent_ids"] = agentIdList(draft.agentIds);
    return json;
}

Json toJson(const Team &team)
{
    Json json = toJson(team.draft());
    json["team_id"] = toJson(team.id.toString());
    json["id"] = json["team_id"];
    json["is_active"] = team.isActive;
    json["version"] = team.version;
    json["created_at"] = toJson(toRfc3339(team.createdAt));
    json["updated_at"] = toJson(toRfc3339(team.updatedAt));
    return json;
}

TeamReading readTeamDraft(const Json &json)
{
    TeamReading reading;
    ObjectReader reader(json, QString(), reading.problems);
    if (!json.is_object())
        return reading;
    TeamDraft &draft = reading.draft;
    draft.name = reader.text("name").value_or(QString());
    draft.description = reader.text("description").value_or(QString());
    const QStringList agentIds = reader.texts("agent_ids").value_or(QStringList());
    for (const QString &id : agentIds)
        draft.agentIds.emplace_back(id);
    if (const Json *workflow = reader.take("workflow_definition")) {
        WorkflowReading workflowReading = readWorkflow(*workflow);
        draft.workflow = std::move(workflowReading.definition);
        reading.problems.append(workflowReading.problems);
    } else {
        reader.problem(u"validation_error"_s, u"/workflow_definition"_s,
            u"The team has no workflow definition. Add \"workflow_definition\" with a type and "
            "agents."_s);
    }
    if (const Json *config = reader.take("team_config"))
        draft.config = readTeamConfig(*config, u"/team_config"_s, reading.problems);
    return reading;
}

Json teamExport(const TeamDraft &draft)
{
    Json json = Json::object();
    json["format"] = ExportFormat;
    json["version"] = ExportVersion;
    json["team"] = draftJson(draft);
    json["agents"] = Json::array();
    for (const WorkflowAgent &agent : draft.workflow.agents) {
        json["agents"].push_back({ { "agent_id", toJson(agent.agentId.toString()) },
            { "name", toJson(agent.displayName()) } });
    }
    return json;
}

TeamReading readTeamFile(const Json &json)
{
    const Json *format = memberAt(json, "format");
    if (!format)
        return readTeamDraft(json);
    if (*format != ExportFormat) {
        return invalidFile(
            u"/format"_s, u"This is no Renum team file: its format is not \"renum.team\"."_s);
    }
    if (integerAt(json, "version").value_or(0) != ExportVersion) {
        return invalidFile(u"/version"_s,
            u"This team file is of a version that this program does not know. Update Renum."_s);
    }
    const Json *team = memberAt(json, "team");
    if (!team)
        return invalidFile(u"/team"_s, u"The team file has no \"team\"."_s);
    TeamReading reading = readTeamDraft(*team);
    for (Problem &problem : reading.problems)
        problem.path.prepend("/team"_L1);
    return reading;
}

Result<TeamTemplate> readTemplate(const Json &json)
{
    TeamTemplate result;
    result.id = TemplateId(stringAt(json, "template_id").value_or(QString()));
    result.name = stringAt(json, "name").value_or(QString());
    result.description = stringAt(json, "description").value_or(QString());
    result.category = stringAt(json, "category").value_or(QString());
    const Json *workflow = memberAt(json, "workflow_definition");
    const WorkflowReading reading = readWorkflow(workflow ? *workflow : Json::object());
    if (result.id.isEmpty() || result.name.isEmpty() || hasErrors(reading.problems)) {
        return Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::WorkflowInvalid),
            u"A template lacks its id, its name or a readable workflow."_s };
    }
    result.workflow = reading.definition;
    if (const Json *slotList = memberAt(json, "slots"); slotList && slotList->is_array()) {
        for (const Json &slot : *slotList)
            result.slotList.push_back(readSlot(slot));
    }
    if (const Json *prompts = memberAt(json, "sample_prompts"); prompts && prompts->is_array()) {
        for (const Json &prompt : *prompts)
            result.samplePrompts.append(toQString(prompt));
    }
    return result;
}

} // namespace renum
