// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/simulator.h"

#include "app/simulator/faults/fault_plan.h"
#include "app/simulator/routes/chat_hub.h"
#include "app/simulator/routes/gateway.h"
#include "app/simulator/routes/route_groups.h"
#include "app/simulator/routes/stream_hub.h"
#include "app/simulator/runs/service.h"
#include "app/simulator/runs/state_file.h"
#include "core/net/http_server.h"

namespace renum::sim {

namespace {

FaultPlan scenarioFaults(const Service &service, quint64 seed)
{
    return { service.scenario().faults, service.profile().family,
        SeededRandom(seed).fork("faults", 0) };
}

} // namespace

class Simulator::Private {
public:
    Private(Clock *clock, SimulatorOptions options)
        : seed(options.seed)
        , service(clock, std::move(options.scenario), std::move(options.profile), options.seed,
              options.speed)
        , faults(scenarioFaults(service, seed))
        , streams(&service)
        , chats(&service)
        , gateway(&service, &router, &faults, [this] { keep(); })
        , server(clock, [this](ServerRequest request, std::shared_ptr<Responder> responder) {
            gateway.handle(std::move(request), std::move(responder));
        })
    {
        if (service.profile().family == Family::OpenAi)
            addChatRoutes(router, service, chats);
        else if (service.profile().family == Family::V4)
            addKortixRoutes(router, service);
        else
            addSunaRoutes();
        if (!options.stateFile.isEmpty()) {
            state.emplace(clock, &service, options.stateFile);
            service.player().onChange([this] { state->changed(); });
        }
        addAdminRoutes(router, service, faults, gateway.requests(), [this] { reset(); });
    }

    ~Private()
    {
        keep();
        streams.clear();
        chats.clear();
    }

    void keep()
    {
        if (state)
            state->write();
    }

    void addSunaRoutes()
    {
        addServiceRoutes(router, service);
        addAgentRoutes(router, service);
        if (service.profile().family == Family::V1) {
            addSupabaseRoutes(router, service);
        } else {
            addThreadRoutes(router, service);
            addMessageRoutes(router, service);
        }
        addStartRoutes(router, service);
        addRunRoutes(router, service, streams);
        addBillingRoutes(router, service);
    }

    void reset()
    {
        gateway.clear();
        streams.clear();
        chats.clear();
        service.reset();
        faults = scenarioFaults(service, seed);
    }

    quint64 seed;
    Service service;
    FaultPlan faults;
    Router router;
    StreamHub streams;
    ChatHub chats;
    Gateway gateway;
    std::optional<StateFile> state;
    HttpServer server;
};

Simulator::Simulator(Clock *clock, SimulatorOptions options)
    : d(std::make_unique<Private>(clock, std::move(options)))
{
}

Simulator::~Simulator() = default;

Result<void> Simulator::restore()
{
    return d->state ? d->state->load() : Result<void>();
}

Result<quint16> Simulator::listen(quint16 port)
{
    return d->server.listen(QHostAddress(QHostAddress::LocalHost), port);
}

} // namespace renum::sim
