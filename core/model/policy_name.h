// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/workflow_definition.h"

namespace renum {

/// As it stands in a team file and in a plan (contract §3.7).
[[nodiscard]] QString policyName(StepFailurePolicy policy);

} // namespace renum
