// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/faults/fault_plan.h"
#include "app/simulator/routes/router.h"
#include "app/simulator/runs/service.h"

#include <functional>

/// The routes by concern. Each function adds its group; what it is given must outlive the router.
namespace renum::sim {

class ChatHub;
class RequestLog;
class StreamHub;

/// Health and `/openapi.json`, which lists what the router knows when it is asked.
void addServiceRoutes(Router &router, Service &service);
void addAgentRoutes(Router &router, Service &service);
void addThreadRoutes(Router &router, Service &service);
void addMessageRoutes(Router &router, Service &service);
void addStartRoutes(Router &router, Service &service);
void addRunRoutes(Router &router, Service &service, StreamHub &streams);
void addBillingRoutes(Router &router, Service &service);
/// Billing in dollars, as V1 has it. Added by addBillingRoutes().
void addFirstBillingRoutes(Router &router, Service &service);
/// V1 only: Supabase's tables of threads and messages, and the feature flags of the service.
void addSupabaseRoutes(Router &router, Service &service);
/// What shows that a server is V4: its health, and routes that it has retired.
void addKortixRoutes(Router &router, Service &service);
/// The routes of a model endpoint, and `/_sim/chats`.
void addChatRoutes(Router &router, Service &service, ChatHub &chats);
/// `/_sim/…`, for tests. `reset` puts everything back to the start.
void addAdminRoutes(Router &router, Service &service, FaultPlan &faults, const RequestLog &log,
    std::function<void()> reset);

} // namespace renum::sim
