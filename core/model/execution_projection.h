// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/execution_event.h"

namespace renum {

/// Folds events into the Execution they describe: the same for the monitor, the command line, the
/// store's rows and scrubbing through time. Pure; an event it does not know changes only lastSeq.
class ExecutionProjection {
public:
    /// Prompts, and what agents write while they work, are most of an execution. Who has the events
    /// at hand anyway may leave them out.
    enum class Texts { Keep, LeaveOut };

    ExecutionProjection() = default;
    explicit ExecutionProjection(Execution start, Texts texts = Texts::Keep);

    /// Events must come in seq order; one that was already applied is ignored.
    void apply(const ExecutionEvent &event);
    [[nodiscard]] const Execution &execution() const noexcept { return m_execution; }

private:
    void applyExecutionUpdate(const ExecutionEvent &event);
    void applyConfig(const Json &data);
    void applyIntervention(const ExecutionEvent &event);
    void applyPlan(const ExecutionEvent &event);
    void applyEnd(const ExecutionEvent &event);
    void applyStepUpdate(const ExecutionEvent &event);
    void applyContextChange(const ExecutionEvent &event);

    Execution m_execution;
    Texts m_texts = Texts::Keep;
};

} // namespace renum
