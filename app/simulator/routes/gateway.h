// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/faults/fault_plan.h"
#include "app/simulator/routes/deferred.h"
#include "app/simulator/routes/request_log.h"
#include "app/simulator/routes/router.h"
#include "app/simulator/runs/service.h"
#include "core/net/http_server.h"

#include <functional>
#include <memory>
#include <vector>

namespace renum::sim {

/// The way of every request: log, route, faults before, credentials, handler, faults after.
class Gateway {
public:
    /// All must outlive the gateway. `keep` makes what a request has changed outlive a crash; it is
    /// called before the answer leaves.
    Gateway(Service *service, const Router *router, FaultPlan *faults, std::function<void()> keep);

    void handle(ServerRequest request, std::shared_ptr<Responder> responder);
    [[nodiscard]] const RequestLog &requests() const { return m_log; }
    /// Drops what is delayed and what hangs, and forgets what was asked.
    void clear();

private:
    using Answer = std::shared_ptr<Responder>;

    void refuse(const Router::Refusal &refusal, const RouteCall &call, const Answer &answer) const;
    [[nodiscard]] FaultTarget targetOf(const Route &route, const RouteCall &call) const;
    void serve(const Route &route, RouteCall call, const Answer &answer);
    /// True when a fault has taken the request.
    bool playBefore(const QList<Fault> &faults, const Answer &answer);
    void run(const Route &route, RouteCall call, const Answer &answer);
    static void playAfter(
        const QList<Fault> &faults, ServerResponse response, const Answer &answer);

    Service *m_service;
    const Router *m_router;
    FaultPlan *m_faults;
    std::function<void()> m_keep;
    RequestLog m_log;
    Deferred m_deferred;
    std::vector<Answer> m_hanging; ///< kept so that the connections stay open
};

} // namespace renum::sim
