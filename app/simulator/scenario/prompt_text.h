// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/scenario/scenario.h"

#include <QHash>
#include <QString>

namespace renum::sim {

/// What the templates of one call can refer to: `input`, `prompt_excerpt`, `agent_name`, `call` and
/// the variables of scenario and agent.
using TemplateValues = QHash<QString, QString>;

/// The prompt without what the scenario ignores, trimmed.
[[nodiscard]] QString relevantPrompt(const Scenario &scenario, const QString &prompt);
[[nodiscard]] TemplateValues templateValues(
    const Scenario &scenario, const ScriptedAgent &agent, const QString &prompt, int call);
/// Replaces every `{{name}}`; an unknown name stays as written.
[[nodiscard]] QString expand(const QString &text, const TemplateValues &values);
/// Expands every string in a JSON value.
[[nodiscard]] Json expand(const Json &json, const TemplateValues &values);

/// The response that the agent gives to this prompt at its `call`-th call (from 1). Borrowed.
[[nodiscard]] const Response &chooseResponse(
    const ScriptedAgent &agent, const QString &relevantPrompt, int call);

} // namespace renum::sim
