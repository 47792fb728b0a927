// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/team.h"

#include <QString>

namespace renum {

/// What the engine is asked to run.
struct ExecutionRequest {
    Team team;
    QString initialPrompt;
    ExecutionConfig config;
};

} // namespace renum
