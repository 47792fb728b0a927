// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/workflow_definition.h"

namespace renum {

/// The bytes of `canonicalJson(toJson(definition))`, for W-21, without making that text: it is
/// asked for with every key that a person types into a team. Pure.
[[nodiscard]] qsizetype definitionBytes(const WorkflowDefinition &definition);

} // namespace renum
