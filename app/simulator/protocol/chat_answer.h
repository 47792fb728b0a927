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

/// The answer that a plan has for this request; an empty one behind its end. See composeChat().
[[nodiscard]] ChatAnswer chatAnswer(const RunPlan &plan, const ChatRequest &request);

} // namespace renum::sim
