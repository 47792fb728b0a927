// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/editing/wire_edits.h"
#include "ui/graph/graph_model.h"

/// What is said about wires while they are drawn and removed. Translated sentences.
namespace renum::ui {

/// Why two ends cannot be joined; empty where they can.
[[nodiscard]] QString refusalText(WireRefusal refusal, const QString &from, const QString &to);
/// What joining them means.
[[nodiscard]] QString meaningText(WireMeaning meaning, const QString &from, const QString &to);
/// Why a wire stays although the person wanted it gone.
[[nodiscard]] QString keptWireText(
    const GraphWire &wire, const GraphModel &graph, const WorkflowDefinition &workflow);

} // namespace renum::ui
