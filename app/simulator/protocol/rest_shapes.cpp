// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/rest_shapes.h"

#include <ranges>

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

WireJson agentJson(Family family, const ScriptedAgent &agent)
{
    const bool v3 = family == Family::V3;
    WireJson json { { "agent_id", utf8(agent.id) }, { "account_id", AccountId },
        { "name", utf8(agent.name) }, { "description", textOrNull(agent.description) },
        { "system_prompt", utf8(agent.systemPrompt) }, { "configured_mcps", WireJson::array() },
        { "custom_mcps", WireJson::array() }, { "agentpress_tools", toolsJson(agent.tools) },
        { "is_default", agent.isDefault }, { "is_public", false }, { "tags", WireJson::array() },
        { "created_at", CreatedAt }, { "updated_at", CreatedAt }, { "current_version_id", nullptr },
        { "version_count", 1 }, { "current_version", nullptr } };
    if (v3) {
        json["model"] = textOrNull(agent.model);
        json["icon_name"] = "bot";
        json["icon_color"] = textOrNull(agent.color);
        json["icon_background"] = nullptr;
        json["metadata"] = WireJson::object();
    } else {
        json["avatar"] = textOrNull(agent.avatar);
        json["avatar_color"] = textOrNull(agent.color);
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
    for (const RunRecord *run : thread.runs | std::views::reverse) {
        if (run->visibleFrom <= now)
            runs.push_back(runListJson(*run));
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
