// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/runs/ledger.h"
#include "app/simulator/runs/world.h"
#include "core/model/json.h"
#include "core/model/problem.h"

/// The parts of a simulator's state file. A reader reports what is wrong by JSON pointer below
/// `path`. Times are microseconds since the epoch. JSON of the service travels as text, so that its
/// members keep their order.
namespace renum::sim {

[[nodiscard]] WireJson savedThread(const ThreadRecord &thread);
[[nodiscard]] ThreadRecord readThread(const Json &json, const QString &path, Problems &problems);
[[nodiscard]] WireJson savedRun(const RunRecord &run);
[[nodiscard]] RunRecord readRun(const Json &json, const QString &path, Problems &problems);
[[nodiscard]] WireJson savedEntry(const Ledger::Entry &entry);
[[nodiscard]] Ledger::Entry readEntry(const Json &json, const QString &path, Problems &problems);

} // namespace renum::sim
