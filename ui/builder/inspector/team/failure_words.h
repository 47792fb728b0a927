// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/workflow_definition.h"
#include "ui/builder/inspector/fields/choice_field.h"

#include <optional>
#include <vector>

/// What the failure of a step means for the team (contract §3.8), in words.
namespace renum::ui {

/// The first is what the strategy does by itself; its value is empty.
[[nodiscard]] std::vector<Choice> failureChoices(WorkflowType type);
[[nodiscard]] QString failureValue(std::optional<StepFailurePolicy> policy);
[[nodiscard]] std::optional<StepFailurePolicy> failurePolicy(const QString &value);

} // namespace renum::ui
