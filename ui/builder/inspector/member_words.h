// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/workflow_definition.h"
#include "ui/builder/inspector/fields/choice_field.h"

#include <vector>

namespace renum::ui {

class AgentCatalog;

/// These members with their names, for lists to choose from. Members that the team does not have
/// are named by their ids.
[[nodiscard]] std::vector<Choice> memberChoices(
    const WorkflowDefinition &workflow, const std::vector<AgentId> &members);

/// Models that the known agents and the team's members run on, sorted.
[[nodiscard]] std::vector<Choice> modelChoices(
    const AgentCatalog &catalog, const WorkflowDefinition &workflow);

/// How team tools reach agents (contract §5.7); the first choice is the empty one, with `unset` for
/// its words.
[[nodiscard]] std::vector<Choice> toolsModeChoices(const QString &unset);

/// A number of seconds as in the field for it, for placeholders.
[[nodiscard]] QString secondsText(int seconds);
/// The same in words that are easier to read; empty for what is easy already.
[[nodiscard]] QString durationNote(int seconds);

/// Empty texts are absent ones.
[[nodiscard]] std::optional<QString> optionalText(const QString &text);

} // namespace renum::ui
