// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/event_factory.h"
#include "core/model/team.h"

#include <chrono>

namespace renum::ui {

/// A template that ships with the product, as a workflow; its agents are `slot:<name>`.
[[nodiscard]] WorkflowDefinition shippedWorkflow(const QString &templateId);
/// The same without the author's positions.
[[nodiscard]] WorkflowDefinition withoutPositions(WorkflowDefinition workflow);

/// Writes the event log of one execution, as the engine would: each call appends what it names at
/// the script's own time.
class EventScript {
public:
    /// The clock starts at `start`; every event moves it by a tenth of a second.
    EventScript(const QString &executionId, const QString &teamName, WorkflowDefinition workflow,
        Timestamp start);

    [[nodiscard]] ExecutionId id() const { return m_factory.execution(); }
    [[nodiscard]] const ExecutionPlan &plan() const { return m_plan; }
    [[nodiscard]] Timestamp now() const { return m_now; }
    /// What was appended since the last take().
    [[nodiscard]] ExecutionEvents take();
    /// The execution as its events say, for lists.
    [[nodiscard]] Execution execution() const;

    EventScript &wait(std::chrono::milliseconds time);
    /// Created, planned and started.
    EventScript &begin(const QString &prompt);
    EventScript &start(const QString &slot, int attempt = 1);
    EventScript &bind(const QString &slot, const QString &run, int attempt = 1);
    EventScript &write(const QString &slot, const QString &words, int attempt = 1);
    EventScript &callTool(const QString &slot, const QString &callId, const QString &tool);
    EventScript &toolAnswers(
        const QString &slot, const QString &callId, const QString &output, bool ok = true);
    EventScript &complete(const QString &slot, const QString &result, qint64 tokens = 9120);
    EventScript &retry(const QString &slot, const Error &error, int nextAttempt);
    EventScript &fail(const QString &slot, const Error &error);
    EventScript &skip(const QString &slot, SkipReason reason);
    EventScript &cancel(const QString &slot);
    EventScript &askToStop();
    EventScript &askForApproval(const QString &slot);
    EventScript &pause();
    EventScript &goOn();
    EventScript &resume();
    EventScript &hold(const ExecutionHold &hold);
    /// A budget over several executions is used up.
    EventScript &holdAtBudget(const QString &name);
    EventScript &setCap(const SpendingCap &cap);
    EventScript &setBreakpoints(const Breakpoints &breakpoints);
    EventScript &finish(const QString &result, bool hasErrors = false);
    EventScript &finishFailed(const Error &error);
    EventScript &finishCancelled();

private:
    [[nodiscard]] const PlanStep &step(const QString &slot) const;
    EventScript &append(ExecutionEvent event);

    Team m_team;
    ExecutionPlan m_plan;
    EventFactory m_factory;
    Timestamp m_now;
    qint64 m_seq = 0;
    ExecutionEvents m_fresh;
    ExecutionEvents m_all;
};

/// A time-out as the engine reports it.
[[nodiscard]] Error timeoutError();

} // namespace renum::ui
