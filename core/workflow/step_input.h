// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_plan.h"
#include "core/team/team_context.h"

#include <QHash>

#include <variant>
#include <vector>

namespace renum {

/// What inputs may draw on.
struct InputMaterial {
    QString initialPrompt;
    const TeamContext *context = nullptr; ///< borrowed, never null
    QHash<AgentId, QString> results; ///< of completed agents only
};

struct ResolvedInput {
    QString text;
    QString source; ///< `initial_prompt`, `agent_result`, `combined`, `context_variable`
    std::vector<AgentId> resolvedFrom; ///< agents whose results are in it
};
struct InputMissing {
    bool skip = true; ///< false: the step fails with invalid_step_input
    QString what; ///< an English sentence
};

/// Contract §3.5, table and template. What is put into a template is not looked at again, so that
/// an agent cannot write placeholders.
[[nodiscard]] std::variant<ResolvedInput, InputMissing> resolveInput(
    const InputSpec &input, const InputMaterial &material);

/// A text for a person or an agent: a string as it is, anything else as compact JSON.
[[nodiscard]] QString plainText(const Json &value);

} // namespace renum
