// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace renum {

/// What one agent produced (contract §1.3.5).
struct StepOutput {
    QString result; ///< text of the last assistant message, tool noise removed
    std::optional<Json> data; ///< the object in `result`, when there is exactly one
    Json outputContext = Json::object(); ///< contribution to the context object (§5.2)
    QString threadId;
    QString agentRunId;
    double executionSeconds = 0;
    int attempts = 1;

    friend bool operator==(const StepOutput &, const StepOutput &) = default;
};

[[nodiscard]] Json toJson(const StepOutput &output);
[[nodiscard]] StepOutput stepOutputFromJson(const Json &json);

/// Fills `data` and `outputContext` from the final text: an object as the whole text or the only
/// fenced `json` block; `output_context` from a fenced `team-context` block, else from `data`.
[[nodiscard]] StepOutput readStepOutput(const QString &finalText);

} // namespace renum
