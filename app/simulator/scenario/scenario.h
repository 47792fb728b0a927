// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/faults/fault.h"
#include "core/model/json.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <variant>

/// What a scenario file says (app/simulator/README.md). Values only.
namespace renum::sim {

/// A value found in the prompt: the first group of the first pattern that matches.
struct PromptVariable {
    QString name;
    QStringList patterns;
    QString fallback;
};

struct SayStep {
    QString text; ///< a template
    std::optional<double> charsPerSecond;
};
struct ReasonStep {
    QString text; ///< a template; streamed by V3 only
};
struct ToolStep {
    QString name;
    Json arguments = Json::object(); ///< strings in it are templates
    Json result; ///< text or any JSON; strings in it are templates
    std::chrono::milliseconds duration { 800 };
    bool ok = true;
};
struct PauseStep {
    std::chrono::milliseconds duration { 0 };
};
/// The model's provider reports an error; the run ends as the family ends it.
struct LlmErrorStep {
    QString message;
};
/// The run itself breaks and is recorded as failed.
struct FailStep {
    QString message;
};
/// Nothing happens any more; the run stays `running`.
struct HangStep { };
using Step
    = std::variant<SayStep, ReasonStep, ToolStep, PauseStep, LlmErrorStep, FailStep, HangStep>;

/// Tokens of a run.
struct ScriptedUsage {
    enum class Kind { FromText, Given, None };
    Kind kind = Kind::FromText;
    qint64 inputTokens = 0;
    qint64 outputTokens = 0;
    qint64 cachedTokens = 0;
};

/// One thing an agent can answer, and when it does.
struct Response {
    QString name; ///< shown by `/_sim/runs`
    QStringList whenPromptContains; ///< any of them, without case; empty: always
    int call = 0; ///< only the n-th call of the agent, from 1; 0: any
    int ofEvery = 0; ///< with `call`: counts in cycles of this length
    bool workerMissing = false; ///< the run is recorded but nobody works on it
    std::optional<std::chrono::milliseconds> firstToken;
    std::optional<ScriptedUsage> usage;
    QString model; ///< empty: the agent's
    QList<Step> steps;
};

struct ScriptedAgent {
    QString id;
    QString name;
    QString description;
    QString systemPrompt;
    QString model;
    QString avatar;
    QString color;
    QStringList tools;
    bool isDefault = false;
    QList<PromptVariable> variables;
    QList<Response> responses; ///< the first that applies is played; the last applies always
};

struct ScenarioDefaults {
    double charsPerSecond = 120;
    double jitter = 0.3; ///< share of a delay that is random
    std::chrono::milliseconds firstToken { 900 };
    QString model; ///< empty: as the family names its default
    ScriptedUsage usage;
    /// The stored status changes this long after the stream's last event.
    std::chrono::milliseconds settleMin { 50 };
    std::chrono::milliseconds settleMax { 500 };
    std::chrono::milliseconds stopLatency { 300 };
    bool announceStop = true; ///< a stop is told to those who listen
    qint64 contextTokens = 0; ///< a chat with more is refused; 0: no limit
};

/// Absent members accept anything, also no credentials at all.
struct ScenarioAuth {
    QString bearer;
    QString apiKey;
    [[nodiscard]] bool required() const { return !bearer.isEmpty() || !apiKey.isEmpty(); }
};

struct Scenario {
    QString name;
    std::optional<quint64> seed;
    ScenarioAuth auth;
    /// Templates and conditions see the prompt only up to the first of these …
    QStringList ignoreAfter;
    /// … and without what these expressions match.
    QStringList ignorePatterns;
    QList<PromptVariable> variables;
    ScenarioDefaults defaults;
    QList<ScriptedAgent> agents;
    QList<Fault> faults;

    /// None when unknown. An empty id is the default agent.
    [[nodiscard]] const ScriptedAgent *agent(const QString &id) const;
};

} // namespace renum::sim
