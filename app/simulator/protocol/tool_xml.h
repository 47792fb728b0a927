// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/protocol/wire_json.h"
#include "app/simulator/runs/script_plan.h"

/// Tool calls as XML in a model's text (suna-api §3.5): all of V1 and V2a, and V2b when it is told
/// to.
namespace renum::sim {

/// The name as the older tag form has it.
[[nodiscard]] QString xmlTag(const PlannedTool &tool);
/// The call as a model writes it behind its text.
[[nodiscard]] QString xmlCall(const PlannedCall &call);
/// In the pieces in which it is streamed.
[[nodiscard]] QStringList xmlPieces(const QString &xml);
/// The content of the row with the result.
[[nodiscard]] WireJson xmlResult(const PlannedTool &tool);
/// success, output and error.
[[nodiscard]] WireJson toolOutcome(const PlannedTool &tool);

} // namespace renum::sim
