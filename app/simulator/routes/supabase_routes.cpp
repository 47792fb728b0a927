// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/error_bodies.h"
#include "app/simulator/routes/oddly.h"
#include "app/simulator/routes/route_groups.h"
#include "app/simulator/runs/odd_rows.h"
#include "core/net/json_limits.h"

#include <algorithm>

/// What V1's web client asks of Supabase itself, because the service has no routes for it
/// (suna-api §3.2). Answers as PostgREST gives them.
namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

/// Supabase answers with no more rows at a time.
constexpr size_t MostRows = 1000;

std::optional<ServerResponse> refuse(const Service &service, const RouteCall &call)
{
    if (call.request.header("apikey").isEmpty())
        return jsonAnswer({ { "message", "No API key found in request" },
                              { "hint", "No `apikey` request header or url param was found." } },
            401);
    const ScenarioAuth &auth = service.scenario().auth;
    if (!auth.required()
        || call.request.header("Authorization") == "Bearer " + auth.bearer.toUtf8())
        return std::nullopt;
    return jsonAnswer({ { "code", "PGRST301" }, { "details", nullptr }, { "hint", nullptr },
                          { "message", "JWSError JWSInvalidSignature" } },
        401);
}

/// The value of a filter such as `thread_id=eq.…`; empty when there is none.
QString equals(const RouteCall &call, const QString &column)
{
    const QString filter = call.query(column);
    return filter.startsWith("eq."_L1) ? filter.sliced(3) : QString();
}

/// Is this kind of row left out by a `type=neq.…` of the request?
bool isExcluded(const RouteCall &call, const QString &type)
{
    return call.request.query.allQueryItemValues(u"type"_s).contains(u"neq."_s + type);
}

/// The rows that the Range header asks for, or the first ones.
ServerResponse rowsAnswer(std::vector<WireJson> rows, const RouteCall &call)
{
    const QByteArray range = call.request.header("Range");
    const size_t from = range.left(range.indexOf('-')).toULongLong();
    bool hasEnd = false;
    const size_t last = range.mid(range.indexOf('-') + 1).toULongLong(&hasEnd);
    const size_t begin = std::min(from, rows.size());
    const size_t wanted = hasEnd && last >= from ? last - from + 1 : MostRows;
    const size_t end = std::min(rows.size(), begin + std::min(wanted, MostRows));
    WireJson page = WireJson::array();
    for (size_t index = begin; index < end; ++index)
        page.push_back(std::move(rows[index]));
    ServerResponse response = jsonAnswer(page);
    const QByteArray told = page.empty()
        ? QByteArray("*")
        : QByteArray::number(quint64(begin)) + '-' + QByteArray::number(quint64(end - 1));
    response.headers.emplaceBack("Content-Range", told + "/*");
    return response;
}

WireJson threadRow(const ThreadRecord &thread)
{
    return { { "thread_id", utf8(thread.id) }, { "account_id", nullptr },
        { "project_id", utf8(thread.projectId) }, { "is_public", false }, { "agent_id", nullptr },
        { "metadata", WireJson::object() }, { "created_at", isoTime(thread.createdAt) },
        { "updated_at", isoTime(thread.updatedAt) } };
}

WireJson messageRow(const Service &service, const StoredMessage &message)
{
    const AgentRecord *agent = service.agents().find(message.agentId);
    const WireJson embedded = agent ? WireJson { { "name", utf8(agent->name) } } : WireJson();
    const std::string created = isoTime(message.createdAt);
    return { { "message_id", utf8(message.id) }, { "thread_id", utf8(message.threadId) },
        { "type", utf8(message.type) }, { "is_llm_message", message.isLlmMessage },
        { "content", message.content }, { "metadata", message.metadata }, { "created_at", created },
        { "updated_at", created }, { "agent_id", textOrNull(message.agentId) },
        { "agent_version_id", nullptr }, { "agents", embedded } };
}

/// Newest first.
ServerResponse listThreadRows(const Service &service, const RouteCall &call)
{
    std::vector<WireJson> rows;
    const auto &threads = service.world().threads();
    for (auto thread = threads.crbegin(); thread != threads.crend(); ++thread)
        rows.push_back(threadRow(**thread));
    return rowsAnswer(std::move(rows), call);
}

ServerResponse listMessageRows(const Service &service, const RouteCall &call)
{
    const ThreadRecord *thread = service.world().thread(equals(call, u"thread_id"_s));
    std::vector<WireJson> rows;
    if (thread) {
        for (const StoredMessage &message : thread->messages) {
            if (!isExcluded(call, message.type))
                rows.push_back(oddly(call, messageRow(service, message)));
        }
    }
    if (call.query(u"order"_s).endsWith(".desc"_L1))
        std::ranges::reverse(rows);
    return rowsAnswer(std::move(rows), call);
}

/// What an insert answers: nothing, unless the client asks for the row.
ServerResponse inserted(const RouteCall &call, const WireJson &row)
{
    if (call.request.header("Prefer").contains("return=representation"))
        return jsonAnswer(WireJson::array({ row }), 201);
    return { 201, {}, {} };
}

ServerResponse invalidInsert()
{
    return jsonAnswer({ { "code", "PGRST102" }, { "details", nullptr }, { "hint", nullptr },
                          { "message", "Empty or invalid json" } },
        400);
}

/// Such a thread has no sandbox, so that no agent can start on it.
ServerResponse insertThread(Service &service, const RouteCall &call)
{
    ThreadRecord &thread = service.createThread({});
    thread.hasSandbox = false;
    return inserted(call, threadRow(thread));
}

ServerResponse insertMessage(Service &service, const RouteCall &call)
{
    const Result<Json> body = parseJson(call.request.body);
    const auto type = body ? stringAt(*body, "type") : std::nullopt;
    const Json *content = body ? memberAt(*body, "content") : nullptr;
    if (!type || !content)
        return invalidInsert();
    ThreadRecord *thread = service.world().thread(stringAt(*body, "thread_id").value_or(QString()));
    if (!thread)
        return jsonAnswer({ { "code", "23503" }, { "details", nullptr }, { "hint", nullptr },
                              { "message",
                                  "insert or update on table \"messages\" violates "
                                  "foreign key constraint" } },
            409);
    const StoredMessage &added = service.addMessage(
        *thread, *type, toWire(*content), boolAt(*body, "is_llm_message").value_or(true));
    return inserted(call, messageRow(service, added));
}

ServerResponse featureFlag(const QString &name)
{
    return jsonAnswer({ { "flag_name", utf8(name) }, { "enabled", name == "custom_agents"_L1 },
        { "details", nullptr } });
}

} // namespace

void addSupabaseRoutes(Router &router, Service &service)
{
    const auto add = [&](const char *method, const QString &table, const QString &name,
                         AnswerHandler handler) {
        const auto checked = [&service, handler = std::move(handler)](const RouteCall &call) {
            const auto refused = refuse(service, call);
            return refused ? *refused : handler(call);
        };
        router.add({ method, u"/rest/v1/"_s + table, name, Access::Open, checked });
    };
    add("GET", u"threads"_s, u"threads_list"_s,
        [&service](const RouteCall &call) { return listThreadRows(service, call); });
    add("POST", u"threads"_s, u"thread_create"_s,
        [&service](const RouteCall &call) { return insertThread(service, call); });
    add("GET", u"messages"_s, u"messages_list"_s,
        [&service](const RouteCall &call) { return listMessageRows(service, call); });
    add("POST", u"messages"_s, u"message_add"_s,
        [&service](const RouteCall &call) { return insertMessage(service, call); });

    const QString flags = service.profile().prefix + u"/feature-flags"_s;
    router.add({ "GET", flags, {}, Access::Open, [](const RouteCall & /*call*/) {
                    return jsonAnswer({ { "flags",
                        { { "custom_agents", true }, { "agent_triggers", false } } } });
                } });
    router.add({ "GET", flags + u"/{name}"_s, {}, Access::Open,
        [](const RouteCall &call) { return featureFlag(call.params.value(u"name"_s)); } });
}

} // namespace renum::sim
