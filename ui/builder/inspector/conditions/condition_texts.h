// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/condition_operator.h"
#include "core/workflow/editing/condition_tree.h"
#include "core/workflow/editing/condition_value.h"
#include "core/workflow/editing/member_choices.h"
#include "ui/builder/inspector/fields/choice_field.h"

#include <vector>

/// The words of conditions. Whole translated sentences; nothing here is stored.
namespace renum::ui {

/// Every operator of contract §3.6 in plain words; the values are their canonical names.
[[nodiscard]] std::vector<Choice> operatorChoices();
/// The canonical name of an operator or its alias; what is none stays as it is.
[[nodiscard]] QString operatorName(const QString &written);
/// How many parts of a group must hold; the values are for groupKind().
[[nodiscard]] std::vector<Choice> groupChoices();
[[nodiscard]] QString groupValue(ConditionNode::Kind kind);
[[nodiscard]] ConditionNode::Kind groupKind(const QString &value);
[[nodiscard]] std::vector<Choice> formChoices();

/// Whether letters can be compared without their case.
[[nodiscard]] bool comparesText(const ConditionOperator &op);

/// Fields by path, "Triage › category" in the words.
[[nodiscard]] std::vector<Choice> fieldChoices(
    const std::vector<ConditionField> &fields, const WorkflowDefinition &workflow);
/// The words for a path: those of the choices, else the path.
[[nodiscard]] QString fieldText(const QString &path, const std::vector<Choice> &fields);

/// What a test found: "It was “technical”." or "It was not there.".
[[nodiscard]] QString foundText(const ConditionVerdict &verdict);
/// The verdict on everything, with the reason where there is one test that decides.
[[nodiscard]] QString verdictText(
    const ConditionNode &root, const ConditionVerdict &verdict, const std::vector<Choice> &fields);

} // namespace renum::ui
