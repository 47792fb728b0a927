// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/protocol/profile.h"
#include "app/simulator/protocol/timeline_builder.h"
#include "app/simulator/runs/script_plan.h"

namespace renum::sim {

/// Everything a family needs to put a plan on the wire.
struct Composition {
    RunPlan plan;
    RunFacts facts;
    IdSource ids;
    /// Between the last event and the change of the stored status (suna-api §11, fidelity notes).
    std::chrono::milliseconds settle { 0 };
};

/// Pure: the events, rows and status changes of a run, in the family's shapes and order.
[[nodiscard]] Timeline composeRun(const Profile &profile, const Composition &composition);
/// V2b and V3.
[[nodiscard]] Timeline composeV3(const Profile &profile, const Composition &composition);
/// V1 and V2a.
[[nodiscard]] Timeline composeV2a(const Composition &composition);

/// What the service does with a run that a client has stopped.
[[nodiscard]] TimelineAction stopAnnouncement(Family family);

/// The model that the family takes when nobody names one.
[[nodiscard]] QString defaultModel(Family family);

} // namespace renum::sim
