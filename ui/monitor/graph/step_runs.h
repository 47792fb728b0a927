// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/execution_event.h"

#include <QHash>
#include <QList>

namespace renum::ui {

/// One iteration of a step: what the execution's row of the step was when it ended.
struct StepRun {
    int iteration = 1;
    StepStatus status = StepStatus::Running;
    qint64 firstSeq = 0; ///< it began with this event
    qint64 lastSeq = 0; ///< and ended with this one; 0 before
    Timestamp begin;
    std::optional<Timestamp> end;
    QString result; ///< its beginning
    Usage usage;

    friend bool operator==(const StepRun &, const StepRun &) = default;
};

/// How often each step of a plan ran, and what came of it: the execution itself keeps only the last
/// time. A fold; bounded.
class StepRuns {
public:
    static constexpr qsizetype MostRuns = 200; ///< of a step; older ones go
    static constexpr qsizetype MostResult = 400; ///< characters

    void clear() { *this = {}; }
    void apply(const ExecutionEvent &event);
    /// Oldest first; empty before it began.
    [[nodiscard]] QList<StepRun> of(const AgentId &agent) const { return m_runs.value(agent); }
    /// Some step ran more than once.
    [[nodiscard]] bool hasLoops() const noexcept { return m_loops; }
    friend bool operator==(const StepRuns &, const StepRuns &) = default;

private:
    void applyPlan(const ExecutionEvent &event);
    void begin(const AgentId &agent, const ExecutionEvent &event, int iteration);
    static void end(StepRun &run, const ExecutionEvent &event);

    QHash<StepId, AgentId> m_steps; ///< of the plan
    QHash<AgentId, QList<StepRun>> m_runs;
    bool m_loops = false;
};

} // namespace renum::ui
