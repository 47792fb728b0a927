// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/error_bodies.h"
#include "app/simulator/protocol/rest_shapes.h"
#include "app/simulator/routes/oddly.h"
#include "app/simulator/routes/route_groups.h"
#include "app/simulator/runs/odd_rows.h"
#include "core/net/json_limits.h"

#include <algorithm>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

/// Calls `then` with the thread and the JSON object of the body, or refuses.
template<typename F>
ServerResponse withBody(Service &service, const RouteCall &call, F then)
{
    const Result<Json> body = parseJson(call.request.body, { 16 * 1024 * 1024, 64 });
    if (!body || !body->is_object())
        return invalidField("body", u"0"_s, {}, u"JSON decode error"_s);
    ThreadRecord *thread = service.world().thread(call.params.value(u"thread_id"_s));
    if (!thread)
        return detail(404, u"Thread not found"_s);
    return then(*thread, *body);
}

ServerResponse addUserMessage(Service &service, const RouteCall &call)
{
    return withBody(service, call, [&service](ThreadRecord &thread, const Json &body) {
        const std::optional<QString> text = stringAt(body, "message");
        if (!text)
            return missingField("body", u"message"_s);
        if (text->trimmed().isEmpty())
            return detail(400, u"Message content cannot be empty"_s);
        return jsonAnswer(messageJson(service.addUserMessage(thread, *text), MessageView::Full));
    });
}

ServerResponse addMessage(Service &service, const RouteCall &call)
{
    return withBody(service, call, [&service](ThreadRecord &thread, const Json &body) {
        const std::optional<QString> type = stringAt(body, "type");
        const Json *content = memberAt(body, "content");
        if (!type)
            return missingField("body", u"type"_s);
        if (!content)
            return missingField("body", u"content"_s);
        // Plain text becomes the usual object of a row.
        const WireJson stored = content->is_string()
            ? WireJson { { "role", utf8(*type) }, { "content", toWire(*content) } }
            : toWire(*content);
        return jsonAnswer(messageJson(service.addMessage(thread, *type, stored,
                                          boolAt(body, "is_llm_message").value_or(true)),
            MessageView::Full));
    });
}

bool isInOptimizedView(const StoredMessage &message)
{
    return message.type == "user"_L1 || message.type == "tool"_L1 || message.type == "assistant"_L1;
}

/// `optimized` is on unless the client says otherwise (suna-api §3.3, the trap).
ServerResponse listMessages(const Service &service, const RouteCall &call)
{
    const ThreadRecord *thread = service.world().thread(call.params.value(u"thread_id"_s));
    if (!thread)
        return detail(404, u"Thread not found"_s);
    const bool optimized = findFault(call.faults, FaultKind::OptimizedOnly)
        || call.query(u"optimized"_s, u"true"_s) != "false"_L1;
    const MessageView view = optimized ? MessageView::Optimized : MessageView::Full;
    std::vector<WireJson> rows;
    for (const StoredMessage &message : thread->messages) {
        if (!optimized || isInOptimizedView(message))
            rows.push_back(oddly(call, messageJson(message, view)));
    }
    if (call.query(u"order"_s, u"desc"_s) != "asc"_L1)
        std::ranges::reverse(rows);
    return jsonAnswer({ { "messages", rows } });
}

} // namespace

void addMessageRoutes(Router &router, Service &service)
{
    const QString messages = service.profile().prefix + u"/threads/{thread_id}/messages"_s;
    router.add({ "POST", messages + u"/add"_s, u"message_add"_s, Access::Required,
        [&service](const RouteCall &call) { return addUserMessage(service, call); } });
    router.add({ "POST", messages, u"message_add"_s, Access::Required,
        [&service](const RouteCall &call) { return addMessage(service, call); } });
    router.add({ "GET", messages, u"messages_list"_s, Access::OptionalAuth,
        [&service](const RouteCall &call) { return listMessages(service, call); },
        { u"order"_s, u"optimized"_s } });
}

} // namespace renum::sim
