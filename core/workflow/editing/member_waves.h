// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/workflow_definition.h"

#include <vector>

namespace renum {

/// The members by what they wait for, as positions: those that wait for nobody, those that wait for
/// the first ones only, and so on; each group in the order of contract §3.4. In ordered strategies
/// everyone waits for the one before. Members that wait for each other in a circle come last, with
/// whoever waits for them: unlike a plan this is there for teams that cannot run. Pure.
[[nodiscard]] std::vector<std::vector<std::size_t>> memberWaves(const WorkflowDefinition &workflow);

} // namespace renum
