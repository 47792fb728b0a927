// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/workflow_definition.h"
#include "ui/graph/graph_model.h"

namespace renum::ui {

class AgentCatalog;
class KeptMembers;

/// What a definition does not say of its agents and the services do: the model that an agent works
/// with when the team chooses none, and that an agent is gone.
void addAgentFacts(
    GraphModel &graph, const WorkflowDefinition &workflow, const AgentCatalog &catalog);

/// Marks the members whose result is kept.
void addKeptResults(GraphModel &graph, const KeptMembers &kept);

} // namespace renum::ui
