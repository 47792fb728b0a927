// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"
#include "core/model/workflow_definition.h"

/// JSON form of the workflow language (contract §3). Reading is tolerant where the contract is
/// (aliases, shorthands, unknown keys kept) and reports every malformed part with its JSON pointer.
namespace renum {

/// What could be read. Parts that are malformed are left at their defaults and named in `problems`
/// under the code of the rule they break (W-07, W-13, W-14, W-17, W-18; `validation_error` for a
/// wrong JSON type).
struct WorkflowReading {
    WorkflowDefinition definition;
    Problems problems;
};
/// `path` is the JSON pointer of `json` in its document and prefixes every reported path.
[[nodiscard]] WorkflowReading readWorkflow(
    const Json &json, const QString &path = QStringLiteral("/workflow_definition"));
/// Writes what was set, canonical names, unknown keys echoed; reading it back gives an equal value.
[[nodiscard]] Json toJson(const WorkflowDefinition &definition);
[[nodiscard]] Json toJson(const WorkflowAgent &agent);
[[nodiscard]] Json toJson(const InputSpec &input);
[[nodiscard]] Json toJson(const Condition &condition);
[[nodiscard]] Json toJson(const std::vector<Condition> &conditions);
[[nodiscard]] Json toJson(const RetryConfig &retry);
[[nodiscard]] Json toJson(const FeedbackSpec &feedback);

/// Parts of it, for editors. Problems are appended.
[[nodiscard]] std::optional<InputSpec> readInput(
    const Json &json, const QString &path, Problems &problems);
/// A list of conditions, or one condition or group, as written in JSON.
[[nodiscard]] std::vector<Condition> readConditions(
    const Json &json, const QString &path, Problems &problems);

} // namespace renum
