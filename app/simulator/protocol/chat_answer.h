// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/protocol/chat_request.h"
#include "app/simulator/runs/script_plan.h"

namespace renum::sim {

/// What a model says in one answer.
struct ChatAnswer {
    std::chrono::milliseconds firstToken { 0 };
    QList<PlannedPart> parts;
    QList<PlannedTool> tools;
    std::optional<PlannedEnding> ending;
    std::optional<CallUsage> usage;
    bool cut = false; ///< at the request's limit of tokens

    [[nodiscard]] QString text() const; ///< without reasoning
    [[nodiscard]] const char *finishReason() const;
};

/// Where a conversation stands in its plan.
struct ChatPosition {
    int answers = 0; ///< of the model so far
    qsizetype next = 0; ///< call of the plan
};
/// The answer that a plan has for this request, which moves `position` behind it; an empty one
/// behind the plan's end. See composeChat().
[[nodiscard]] ChatAnswer chatAnswer(
    const RunPlan &plan, const ChatRequest &request, ChatPosition &position);

} // namespace renum::sim
