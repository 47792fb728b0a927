// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/execution_event.h"

#include <QHash>

#include <chrono>
#include <optional>
#include <vector>

namespace renum {

/// What one execution of a step did: all attempts of one iteration.
struct ComparedStep {
    StepId id; ///< with the suffix of its iteration
    AgentId agent;
    QString name;
    int iteration = 1;
    int position = 0; ///< of the step in the plan, from 0
    StepStatus status = StepStatus::Pending;
    int attempts = 0;
    bool reused = false; ///< its result comes from an earlier execution
    QString prompt; ///< of the last attempt
    QString output;
    std::optional<Timestamp> start;
    std::optional<Timestamp> end;
    Usage usage;

    /// From the first attempt to the end; absent before that, and for what was not run.
    [[nodiscard]] std::optional<std::chrono::microseconds> duration() const;
};

/// What an execution was and did, folded from its events, as far as two of them can be compared.
class RunFacts {
public:
    /// The next event, in order.
    void apply(const ExecutionEvent &event);

    [[nodiscard]] const ExecutionId &id() const noexcept { return m_id; }
    [[nodiscard]] const TeamId &team() const noexcept { return m_team; }
    [[nodiscard]] const QString &teamName() const noexcept { return m_teamName; }
    [[nodiscard]] const QString &prompt() const noexcept { return m_prompt; }
    [[nodiscard]] ExecutionStatus status() const noexcept { return m_status; }
    [[nodiscard]] std::optional<ExecutionOrigin> origin() const { return m_origin; }
    [[nodiscard]] std::optional<Timestamp> createdAt() const noexcept { return m_createdAt; }
    /// From the start to the end, or to the last event of one that goes on.
    [[nodiscard]] std::optional<std::chrono::microseconds> duration() const;
    [[nodiscard]] const Usage &usage() const noexcept { return m_usage; }
    /// As text; empty until it completed.
    [[nodiscard]] const QString &result() const noexcept { return m_result; }
    /// {execution_config, workflow}: what a person could have set differently.
    [[nodiscard]] const Json &settings() const noexcept { return m_settings; }
    /// In the order of the plan, later iterations after all of those before.
    [[nodiscard]] std::vector<ComparedStep> steps() const;

private:
    void onCreated(const ExecutionEvent &event);
    void onPlan(const ExecutionEvent &event);
    void onStep(const ExecutionEvent &event);
    void onEnd(const ExecutionEvent &event);
    [[nodiscard]] ComparedStep *facts(const StepId &id);
    static void note(ComparedStep &step, const ExecutionEvent &event);

    ExecutionId m_id;
    TeamId m_team;
    QString m_teamName;
    QString m_prompt;
    ExecutionStatus m_status = ExecutionStatus::Pending;
    std::optional<ExecutionOrigin> m_origin;
    std::optional<Timestamp> m_createdAt;
    std::optional<Timestamp> m_start;
    Timestamp m_last;
    Usage m_usage;
    QString m_result;
    Json m_settings = Json::object();
    std::vector<ComparedStep> m_steps;
    QHash<StepId, std::size_t> m_indexOf;
};

} // namespace renum
