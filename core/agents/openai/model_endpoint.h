// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/endpoint_definition.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <chrono>

namespace renum {

/// An OpenAI-compatible endpoint: llama.cpp, Ollama, vLLM, LM Studio, LiteLLM, OpenAI, OpenRouter
/// and others. The key lives in memory only; the keychain holds it at rest.
struct ModelEndpoint {
    QUrl url; ///< as typed: with or without /v1, even with /chat/completions
    QByteArray apiKey; ///< empty: none is sent
    QString model; ///< for agents without one of their own; empty: the only one there is
    EndpointId id = {}; ///< empty: named for this session only
    QString name = {}; ///< as the person calls it

    friend bool operator==(const ModelEndpoint &, const ModelEndpoint &) = default;
};

/// Time limits; tests shorten them.
struct ModelTimings {
    std::chrono::milliseconds connect = std::chrono::seconds(10);
    std::chrono::milliseconds request = std::chrono::seconds(30); ///< for lists of models
    /// A start waits this long for the head of the answer, to tell what went wrong at once. Models
    /// that are being loaded take longer: then the run tells.
    std::chrono::milliseconds head = std::chrono::seconds(3);
    /// No byte for so long: the endpoint is gone. Long prompts take minutes on small machines.
    std::chrono::milliseconds silence = std::chrono::minutes(5);
    std::chrono::milliseconds stopWait = std::chrono::seconds(10);
};

/// Bounds of one run.
struct ModelLimits {
    int maxAnswers = 24; ///< rounds of tool calls, the last answer included
    int maxCallsPerAnswer = 64;
    qsizetype maxAnswerBytes = qsizetype(8) * 1024 * 1024; ///< what one answer may send
    size_t keptRuns = 500; ///< ended ones, for further turns and late questions
};

} // namespace renum
