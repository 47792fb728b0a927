// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/event_repository.h"
#include "core/store/execution_repository.h"
#include "core/store/step_repository.h"

namespace renum {

/// Builds an Execution from its rows: equal to folding its whole log, at the cost of reading the
/// streamed output of unfinished attempts only.
class ExecutionReader {
public:
    /// The repositories are borrowed.
    ExecutionReader(
        ExecutionRepository *executions, StepRepository *steps, EventRepository *events);

    /// The row with its execution complete. Errors: not_found, store codes.
    [[nodiscard]] Result<ExecutionRow> read(const ExecutionId &id);

private:
    [[nodiscard]] Result<void> readPlan(ExecutionRow &row);
    [[nodiscard]] Result<void> readLiveOutput(const std::vector<StepRow> &steps, ExecutionRow &row);

    ExecutionRepository *m_executions;
    StepRepository *m_steps;
    EventRepository *m_events;
};

} // namespace renum
