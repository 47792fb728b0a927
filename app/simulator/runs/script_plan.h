// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/runs/text_chunks.h"
#include "app/simulator/scenario/scenario.h"

#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace renum::sim {

/// Everything that decides what a run plays.
struct RunScript {
    const Scenario *scenario = nullptr;
    const ScriptedAgent *agent = nullptr;
    const Response *response = nullptr;
    QString prompt; ///< as the thread holds it
    int call = 1; ///< how often the agent was called, this time included
    QString requestedModel; ///< empty: the agent's
};

/// Tokens of one model call; none when the provider reports nothing.
struct CallUsage {
    qint64 inputTokens = 0;
    qint64 outputTokens = 0;
    qint64 cachedTokens = 0;
};

/// A tool call with its templates filled in.
struct PlannedTool {
    QString name;
    Json arguments;
    Json result;
    std::chrono::milliseconds duration { 0 };
    bool ok = true;
    /// `ask` and `complete` end the run.
    [[nodiscard]] bool terminates() const;
    /// The result as the model reads it.
    [[nodiscard]] QString resultText() const;
};

struct PlannedText {
    QList<TextChunk> chunks;
    bool reasoning = false;
};
struct PlannedPause {
    std::chrono::milliseconds duration { 0 };
};
using PlannedPart = std::variant<PlannedText, PlannedPause>;

/// How a run that does not complete ends.
struct PlannedEnding {
    enum class Kind { LlmError, Failure, BillingStop, Hang };
    Kind kind = Kind::Hang;
    QString message;
    QString trace = {}; ///< stands before the message where a family records it
};

/// One call of the model: text, then perhaps one tool or a bad ending.
struct PlannedCall {
    std::chrono::milliseconds firstToken { 0 };
    QList<PlannedPart> parts;
    std::optional<PlannedTool> tool;
    std::optional<PlannedEnding> ending;
    std::optional<CallUsage> usage;
    QString savedBefore = {}; ///< stands before the text where it is saved, and was not streamed
    bool brokenOff = false; ///< nothing of it is saved; another call begins anew

    [[nodiscard]] QString text() const; ///< without reasoning
    [[nodiscard]] QString savedText() const;
    [[nodiscard]] QString reasoning() const;
};

/// A run as calls of the model, still without any wire format.
struct RunPlan {
    QString model;
    QList<PlannedCall> calls;
};

/// Pure: the same script and generator give the same plan.
[[nodiscard]] RunPlan planRun(const RunScript &script, SeededRandom random);

} // namespace renum::sim
