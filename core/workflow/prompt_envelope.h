// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_plan.h"
#include "core/team/team_context.h"

#include <QString>

namespace renum {

/// The context's JSON in a prompt has at most this many UTF-16 units.
inline constexpr qsizetype MaxContextCharacters = 24'000;

/// The prompt envelope of contract §3.5: instructions, input, team context, team memory. What other
/// agents wrote stays data: inside JSON it cannot begin a line, and a line of the input that looks
/// like one of the envelope's headings is quoted.
[[nodiscard]] QString composePrompt(const PlanStep &step, int totalSteps, const QString &input,
    const TeamContext &context, const QString &executionId);

} // namespace renum
