// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/costs/run_estimate.h"
#include "ui/builder/views/keyed_tree_model.h"

#include <functional>

namespace renum::ui {

/// Columns of a plan.
struct PlanColumn {
    enum { Step, Sees, WaitsFor, RunsWhen, AtMost, Time, Cost, Notes, Count };
};

/// A plan as rows: its steps in their order where one comes after the other, else in waves.
/// `notesOf` tells what is doubtful about a member. Members that are switched off come last. Time
/// and cost are empty without an estimate.
[[nodiscard]] std::vector<TreeRow> planRows(const ExecutionPlan &plan,
    const std::function<QString(const AgentId &)> &notesOf, const RunEstimate *estimate = nullptr);

/// "4 members · 3 waves · about 1 min 30 s"
[[nodiscard]] QString planSummary(const ExecutionPlan &plan);

} // namespace renum::ui
