// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/error_bodies.h"
#include "app/simulator/routes/route_groups.h"

#include <QRegularExpression>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

WireJson parameterJson(const QString &name, const char *place)
{
    return { { "name", utf8(name) }, { "in", place },
        { "required", std::string_view(place) == "path" }, { "schema", { { "type", "string" } } } };
}

WireJson operationJson(const Route &route)
{
    static const QRegularExpression placeholder(u"\\{([a-z_]+)\\}"_s);
    WireJson parameters = WireJson::array();
    for (auto names = placeholder.globalMatch(route.path); names.hasNext();)
        parameters.push_back(parameterJson(names.next().captured(1), "path"));
    for (const QString &name : route.queryNames)
        parameters.push_back(parameterJson(name, "query"));
    const WireJson ok { { "description", "Successful Response" } };
    return { { "summary", utf8(route.name) }, { "parameters", parameters },
        { "responses", { { "200", ok } } } };
}

/// As FastAPI describes itself: a client reads the version family from it (suna-api §9.2).
WireJson openApiJson(const Router &router, const QString &prefix)
{
    WireJson paths = WireJson::object();
    for (const Route &route : router.routes()) {
        const bool ofService = route.path.startsWith(prefix + u'/');
        if (!ofService)
            continue;
        paths[utf8(route.path)][route.method.toLower().toStdString()] = operationJson(route);
    }
    return { { "openapi", "3.1.0" }, { "info", { { "title", "FastAPI" }, { "version", "0.1.0" } } },
        { "paths", paths } };
}

} // namespace

void addServiceRoutes(Router &router, Service &service)
{
    router.add({ "GET", service.profile().prefix + u"/health"_s, u"health"_s, Access::Open,
        [&service](const RouteCall & /*call*/) {
            return jsonAnswer({ { "status", "ok" },
                { "timestamp", isoTime(service.clock()->now()) }, { "instance_id", "single" } });
        } });
    router.add({ "GET", u"/openapi.json"_s, u"openapi"_s, Access::Open,
        [&router, &service](const RouteCall & /*call*/) {
            return jsonAnswer(openApiJson(router, service.profile().prefix));
        } });
}

} // namespace renum::sim
