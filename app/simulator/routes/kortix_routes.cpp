// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/error_bodies.h"
#include "app/simulator/routes/route_groups.h"

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

ServerResponse health(const Service &service, Timestamp startedAt)
{
    return jsonAnswer({ { "status", "ok" }, { "service", "kortix-api" },
        { "timestamp", isoTime(service.clock()->now()) }, { "environment", "local" },
        { "version", "0.9.12" }, { "commit", "02cdc7c" }, { "started_at", isoTime(startedAt) } });
}

ServerResponse retired(const RouteCall & /*call*/)
{
    return kortixError(410, u"This endpoint has been retired."_s, u"ENDPOINT_RETIRED"_s);
}

} // namespace

void addKortixRoutes(Router &router, Service &service)
{
    const QString prefix = service.profile().prefix;
    const auto tellHealth = [&service, startedAt = service.clock()->now()](
                                const RouteCall & /*call*/) { return health(service, startedAt); };
    for (const QString &path :
        { u"/health"_s, QString(prefix + u"/health"_s), u"/health/live"_s, u"/health/ready"_s })
        router.add({ "GET", path, u"health"_s, Access::Open, tellHealth });
    router.add({ "POST", prefix + u"/billing/deduct"_s, u"billing"_s, Access::Open, retired });
    for (const char *method : { "GET", "POST" })
        router.add({ method, prefix + u"/router/{rest}"_s, {}, Access::Open, retired });
}

} // namespace renum::sim
