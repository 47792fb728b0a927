// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/faults/fault_plan.h"
#include "app/simulator/routes/deferred.h"
#include "app/simulator/routes/router.h"
#include "app/simulator/runs/service.h"
#include "core/net/http_server.h"

#include <memory>
#include <vector>

namespace renum::sim {

/// The way of every request: route, faults before, credentials, handler, faults after.
class Gateway {
public:
    /// All must outlive the gateway.
    Gateway(Service *service, const Router *router, FaultPlan *faults);

    void handle(ServerRequest request, std::shared_ptr<Responder> responder);
    /// Drops what is delayed and what hangs.
    void clear();

private:
    using Answer = std::shared_ptr<Responder>;

    void refuse(const Router::Refusal &refusal, const RouteCall &call, const Answer &answer) const;
    void serve(const Route &route, RouteCall call, const Answer &answer);
    /// True when a fault has taken the request.
    bool playBefore(const QList<Fault> &faults, const Answer &answer);
    void run(const Route &route, RouteCall call, const Answer &answer);
    static void playAfter(
        const QList<Fault> &faults, ServerResponse response, const Answer &answer);

    Service *m_service;
    const Router *m_router;
    FaultPlan *m_faults;
    Deferred m_deferred;
    std::vector<Answer> m_hanging; ///< kept so that the connections stay open
};

} // namespace renum::sim
