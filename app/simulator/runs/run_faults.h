// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/faults/fault.h"
#include "app/simulator/runs/script_plan.h"
#include "app/simulator/runs/timeline.h"

namespace renum::sim {

/// What the faults of a start make of the run: of what the model says …
void spoilPlan(RunPlan &plan, const QList<Fault> &faults);
/// … and of the order in which events go out.
void spoilTimeline(Timeline &timeline, const QList<Fault> &faults);

} // namespace renum::sim
