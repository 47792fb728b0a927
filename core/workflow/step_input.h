// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_plan.h"
#include "core/team/team_context.h"

#include <QHash>

#include <optional>
#include <variant>
#include <vector>

namespace renum {

/// What inputs may draw on.
struct InputMaterial {
    QString initialPrompt;
    const TeamContext *context = nullptr;
    QHash<AgentId, QString> results; ///< of completed agents only
};

struct ResolvedInput {
    QString text;
    QString source;
    std::vector<AgentId> resolvedFrom;
};
struct InputMissing {
    bool skip = true; ///< false: the step fails with invalid_step_input
    QString what;
};

/// Contract §3.5, table and template.
[[nodiscard]] std::variant<ResolvedInput, InputMissing> resolveInput(
    const InputSpec &input, const InputMaterial &material);

/// The prompt envelope of contract §3.5.
[[nodiscard]] QString composePrompt(const PlanStep &step, int totalSteps, const QString &input,
    const TeamContext &context, const QString &executionId);

} // namespace renum
