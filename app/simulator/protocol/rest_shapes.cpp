// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/rest_shapes.h"

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

/// Accounts do not matter here; every object belongs to the same one.
constexpr const char *AccountId = "8f14e45f-ceea-467d-9c1b-2a3d5b6c7d88";
constexpr const char *CreatedAt = "2026-01-05T09:00:00.123456+00:00";

WireJson timeOrNull(const std::optional<Timestamp> &time)
{
    return time ? WireJson(isoTime(*time)) : WireJson(nullptr);
}

WireJson toolsJson(const QStringList &tools)
{
    WireJson json = WireJson::object();
    for (const QString &tool : tools)
        json[utf8(tool)] = { { "enabled", true }, { "description", "" } };
    return json;
}

/// Before V3 tools are stored under one name and told under another (suna-api §2.5).
WireJson mcpsJson(Family family, const Json &entries)
{
    WireJson list = WireJson::array();
    for (const Json &entry : entries) {
        WireJson json = toWire(entry);
        if (family != Family::V3) {
            json["enabled_tools"] = json["enabledTools"];
            json.erase("enabledTools");
        }
        list.push_back(std::move(json));
    }
    return list;
}

/// What the optimised view offers instead of the content.
WireJson optimizedMetadata(const StoredMessage &message)
{
    WireJson metadata = message.metadata;
    const auto text = message.content.find("content");
    if (message.type == "assistant"_L1 && text != message.content.end()
        && !metadata.contains("text_content"))
        metadata["text_content"] = *text;
    return metadata;
}

} // namespace

WireJson agentVersionJson(Family family, const AgentRecord &agent, const AgentVersion &version)
{
    const std::string made = version.createdAt ? isoTime(*version.createdAt) : CreatedAt;
    return { { "version_id", utf8(version.id) }, { "agent_id", utf8(agent.script->id) },
        { "version_number", version.number },
        { "version_name", "v" + std::to_string(version.number) },
        { "system_prompt", utf8(version.systemPrompt) }, { "configured_mcps", WireJson::array() },
        { "custom_mcps", mcpsJson(family, version.customMcps) },
        { "agentpress_tools", toolsJson(agent.script->tools) },
        { "is_active", &version == &agent.current() }, { "created_at", made },
        { "updated_at", made }, { "created_by", AccountId }, { "change_description", nullptr } };
}

WireJson agentJson(Family family, const AgentRecord &agent)
{
    const bool v3 = family == Family::V3;
    const ScriptedAgent &script = *agent.script;
    const WireJson current = agentVersionJson(family, agent, agent.current());
    WireJson json { { "agent_id", utf8(script.id) }, { "account_id", AccountId },
        { "name", utf8(agent.name) }, { "description", textOrNull(agent.description) },
        { "system_prompt", current["system_prompt"] }, { "configured_mcps", WireJson::array() },
        { "custom_mcps", current["custom_mcps"] }, { "agentpress_tools", toolsJson(script.tools) },
        { "is_default", script.isDefault }, { "is_public", false }, { "tags", WireJson::array() },
        { "created_at", CreatedAt }, { "updated_at", current["updated_at"] },
        { "current_version_id", utf8(agent.current().id) },
        { "version_count", agent.versions.size() }, { "current_version", current } };
    if (v3) {
        json["model"] = textOrNull(script.model);
        json["icon_name"] = "bot";
        json["icon_color"] = textOrNull(script.color);
        json["icon_background"] = nullptr;
        json["metadata"] = WireJson::object();
    } else {
        json["avatar"] = textOrNull(script.avatar);
        json["avatar_color"] = textOrNull(script.color);
    }
    return json;
}

WireJson threadListJson(const ThreadRecord &thread)
{
    const std::string created = isoTime(thread.createdAt);
    const std::string updated = isoTime(thread.updatedAt);
    const WireJson project { { "project_id", utf8(thread.projectId) },
        { "name", utf8(thread.name) }, { "icon_name", nullptr }, { "is_public", false },
        { "created_at", created }, { "updated_at", created } };
    return { { "thread_id", utf8(thread.id) }, { "project_id", utf8(thread.projectId) },
        { "name", utf8(thread.name) }, { "metadata", WireJson::object() }, { "is_public", false },
        { "created_at", created }, { "updated_at", updated }, { "project", project } };
}

WireJson threadJson(const ThreadRecord &thread, Timestamp now)
{
    WireJson json = threadListJson(thread);
    json["project"]["sandbox"] = WireJson::object();
    json["message_count"] = thread.messages.size();
    WireJson runs = WireJson::array();
    for (auto run = thread.runs.crbegin(); run != thread.runs.crend(); ++run) {
        if ((*run)->visibleFrom <= now)
            runs.push_back(runListJson(**run));
    }
    json["recent_agent_runs"] = runs;
    return json;
}

WireJson messageJson(const StoredMessage &message, MessageView view)
{
    const std::string created = isoTime(message.createdAt);
    const bool withContent = view == MessageView::Full || message.type == "user"_L1;
    WireJson json { { "message_id", utf8(message.id) }, { "thread_id", utf8(message.threadId) },
        { "type", utf8(message.type) }, { "is_llm_message", message.isLlmMessage } };
    if (withContent)
        json["content"] = message.content;
    json["metadata"] = withContent ? message.metadata : optimizedMetadata(message);
    json["created_at"] = created;
    json["updated_at"] = created;
    json["agent_id"] = textOrNull(message.agentId);
    json["agent_version_id"] = nullptr;
    return json;
}

WireJson runJson(const RunRecord &run)
{
    return { { "id", utf8(run.id) }, { "threadId", utf8(run.threadId) },
        { "status", utf8(run.status) }, { "startedAt", isoTime(run.startedAt) },
        { "completedAt", timeOrNull(run.completedAt) }, { "error", textOrNull(run.error) } };
}

WireJson runListJson(const RunRecord &run)
{
    const Timestamp changed = run.completedAt.value_or(run.startedAt);
    return { { "id", utf8(run.id) }, { "thread_id", utf8(run.threadId) },
        { "status", utf8(run.status) }, { "started_at", isoTime(run.startedAt) },
        { "completed_at", timeOrNull(run.completedAt) }, { "error", textOrNull(run.error) },
        { "created_at", isoTime(run.startedAt) }, { "updated_at", isoTime(changed) } };
}

WireJson agentPagination(Family family, int page, int limit, qsizetype total)
{
    const qsizetype pages = (total + limit - 1) / limit;
    if (family != Family::V3)
        return { { "page", page }, { "limit", limit }, { "total", total }, { "pages", pages } };
    return { { "current_page", page }, { "page_size", limit }, { "total_items", total },
        { "total_pages", pages }, { "has_next", page < pages }, { "has_previous", page > 1 } };
}

} // namespace renum::sim
