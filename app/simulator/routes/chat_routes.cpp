// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/error_bodies.h"
#include "app/simulator/routes/chat_hub.h"
#include "app/simulator/routes/route_groups.h"
#include "core/net/json_limits.h"

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

WireJson modelJson(const QString &id)
{
    constexpr qint64 Created = 1'735'689'600;
    return { { "id", utf8(id) }, { "object", "model" }, { "created", Created },
        { "owned_by", "suna-sim" } };
}

ServerResponse listModels(const Service &service)
{
    WireJson models = WireJson::array();
    const QStringList names = service.modelNames();
    for (const QString &name : names)
        models.push_back(modelJson(name));
    return jsonAnswer({ { "object", "list" }, { "data", models } });
}

ServerResponse getModel(const Service &service, const RouteCall &call)
{
    const QString name = call.params.value(u"model"_s);
    return service.modelNames().contains(name) ? jsonAnswer(modelJson(name))
                                               : Service::unknownModel(name);
}

/// The requests that came, for tests.
ServerResponse listChats(const Service &service)
{
    WireJson chats = WireJson::array();
    for (const ChatBook::Asked &asked : service.chats().asked())
        chats.push_back({ { "id", utf8(asked.id) }, { "agent_id", utf8(asked.agentId) },
            { "request", toWire(asked.request) } });
    return jsonAnswer({ { "chats", chats } });
}

} // namespace

void addChatRoutes(Router &router, Service &service, ChatHub &chats)
{
    const QString prefix = service.profile().prefix;
    router.add({ "GET", prefix + u"/models"_s, u"models"_s, Access::Required,
        [&service](const RouteCall & /*call*/) { return listModels(service); } });
    router.add({ "GET", prefix + u"/models/{model}"_s, u"models"_s, Access::Required,
        [&service](const RouteCall &call) { return getModel(service, call); } });
    router.add({ "POST", prefix + u"/chat/completions"_s, u"chat"_s, Access::Required,
        [&chats](const RouteCall &call, const std::shared_ptr<Responder> &responder) {
            chats.open(call, responder);
        },
        {},
        [&service](const RouteCall &call) {
            const Result<Json> body = parseJson(call.request.body);
            const ScriptedAgent *agent = body
                ? service.chatAgent(stringAt(*body, "model").value_or(QString()), {})
                : nullptr;
            return agent ? agent->id : QString();
        } });
    router.add({ "GET", u"/_sim/chats"_s, {}, Access::Open,
        [&service](const RouteCall & /*call*/) { return listChats(service); } });
}

} // namespace renum::sim
