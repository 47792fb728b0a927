// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/team_tools.h"

#include "core/team/message_board.h"

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxTtlSeconds = 31'536'000;
constexpr int MaxListed = 100;

Json text(const char *description)
{
    return { { "type", "string" }, { "description", description } };
}

Json textOrObject(const char *description)
{
    return { { "type", Json::array({ "string", "object" }) }, { "description", description } };
}

Json integer(const char *description, int minimum, int maximum)
{
    return { { "type", "integer" }, { "minimum", minimum }, { "maximum", maximum },
        { "description", description } };
}

Json messageType(const Json &names)
{
    return { { "type", "string" }, { "enum", names }, { "description", "Kind of the message." } };
}

/// Json braces turn a list of two texts into an object, so names come as an array.
Json schema(Json properties, const std::vector<const char *> &required)
{
    Json json = Json::object();
    json["type"] = "object";
    json["properties"] = std::move(properties);
    json["required"] = required;
    json["additionalProperties"] = false;
    return json;
}

Json noParameters()
{
    return schema(Json::object(), {});
}

const Json &sentTypes()
{
    static const Json names = Json::array({ "info", "error", "context_update" });
    return names;
}

const Json &allTypes()
{
    static const Json names
        = Json::array({ "info", "request", "response", "error", "context_update" });
    return names;
}

std::vector<TeamTool> contextTools()
{
    Json set = Json::object();
    set["key"] = text("1 to 128 letters, digits, dots, dashes or underscores.");
    set["value"] = { { "description", "Any JSON value of at most 256 KiB." } };
    set["ttl_seconds"] = integer(
        "After this time the value is gone. Without it the value stays.", 1, MaxTtlSeconds);
    Json key = Json::object();
    key["key"] = text("The name of the value.");
    Json context = Json::object();
    context["context"] = { { "type", "object" },
        { "description", "Members to merge into the team's context when your step ends." } };
    return {
        { u"set_shared_variable"_s,
            u"Stores a value in the memory that all agents of the team share."_s,
            schema(std::move(set), { "key", "value" }) },
        { u"get_shared_variable"_s,
            u"Reads one value of the shared memory; null when there is none."_s,
            schema(key, { "key" }), true },
        { u"get_all_shared_variables"_s, u"Reads the whole shared memory."_s, noParameters(),
            true },
        { u"delete_shared_variable"_s, u"Deletes a value of the shared memory."_s,
            schema(key, { "key" }) },
        { u"set_context"_s, u"Adds findings to the team's context for the agents after you."_s,
            schema(std::move(context), { "context" }) },
    };
}

std::vector<TeamTool> messageTools()
{
    Json send = Json::object();
    send["target_agent"] = text("The agent_id of a member of the team.");
    send["message"] = textOrObject("What to say, at most 64 KiB.");
    send["message_type"] = messageType(sentTypes());
    Json broadcast = Json::object();
    broadcast["message"] = send["message"];
    broadcast["message_type"] = send["message_type"];
    broadcast["exclude_agents"] = { { "type", "array" }, { "items", { { "type", "string" } } },
        { "description", "Members who shall not get it." } };
    Json request = Json::object();
    request["target_agent"] = send["target_agent"];
    request["request"] = textOrObject("What you need from the agent.");
    request["timeout"]
        = integer("Seconds to wait; 30 without it.", 1, MessageLimits::MaxTimeoutSeconds);
    return {
        { u"send_message_to_agent"_s,
            u"Sends a message to one agent, who reads it when it works next."_s,
            schema(std::move(send), { "target_agent", "message" }) },
        { u"broadcast_to_team"_s, u"Sends a message to all other agents of the team."_s,
            schema(std::move(broadcast), { "message" }) },
        { u"request_from_agent"_s, u"Asks one agent and gets its answer."_s,
            schema(std::move(request), { "target_agent", "request" }), true },
    };
}

std::vector<TeamTool> readingTools()
{
    Json list = Json::object();
    list["limit"] = integer("How many at most; 10 without it.", 1, MaxListed);
    list["from_agent_id"] = text("Only those of this sender.");
    list["message_type"] = messageType(allTypes());
    Json respond = Json::object();
    respond["request_message_id"] = text("The message_id of the request.");
    respond["content"] = textOrObject("Your answer, at most 64 KiB.");
    return {
        { u"get_team_messages"_s, u"Reads the messages that were sent to you, newest first."_s,
            schema(std::move(list), {}), true },
        { u"respond_to_request"_s, u"Answers a request that another agent sent to you."_s,
            schema(std::move(respond), { "request_message_id", "content" }) },
        { u"get_team_info"_s, u"Tells the team's members, their roles and your own step."_s,
            noParameters(), true },
    };
}

} // namespace

const std::vector<TeamTool> &teamTools()
{
    static const std::vector<TeamTool> tools = [] {
        std::vector<TeamTool> all = contextTools();
        for (const std::vector<TeamTool> &more : { messageTools(), readingTools() })
            all.insert(all.end(), more.begin(), more.end());
        return all;
    }();
    return tools;
}

const TeamTool *findTeamTool(const QString &name)
{
    const auto tool = std::ranges::find(teamTools(), name, &TeamTool::name);
    return tool == teamTools().end() ? nullptr : &*tool;
}

Json mcpToolList()
{
    Json list = Json::array();
    for (const TeamTool &tool : teamTools()) {
        Json input = tool.parameters;
        input["properties"]["execution_token"] = text("The execution token from your prompt.");
        input["required"].push_back("execution_token");
        list.push_back({ { "name", toJson(tool.name) }, { "description", toJson(tool.description) },
            { "inputSchema", std::move(input) } });
    }
    return list;
}

Json functionToolList()
{
    Json list = Json::array();
    for (const TeamTool &tool : teamTools()) {
        Json function = Json::object();
        function["name"] = toJson(tool.name);
        function["description"] = toJson(tool.description);
        function["parameters"] = tool.parameters;
        list.push_back({ { "type", "function" }, { "function", std::move(function) } });
    }
    return list;
}

} // namespace renum
