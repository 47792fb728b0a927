// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"
#include "core/model/workflow_definition.h"

#include <QString>

namespace renum::ui {

/// A problem of a team as a sentence that calls the members by their names. For places that show
/// whom it is about.
[[nodiscard]] QString problemWords(const Problem &problem, const WorkflowDefinition &workflow);

} // namespace renum::ui
