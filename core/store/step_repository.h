// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/store/statement.h"

#include <QHash>

#include <vector>

namespace renum {

/// A step's row: everything but the text and the activity that are being streamed, which are only
/// in the events [attemptSeq, endSeq].
struct StepRow {
    StepRecord record;
    std::optional<qint64> attemptSeq; ///< of the event that began the current attempt
    std::optional<qint64> endSeq; ///< none while the step can go on
};

/// Parts of a row that change once an attempt at most, and are long. The prompt stands in the row
/// only when the event that began the attempt does not tell it: it is the longest of all, and every
/// change of a row writes all of it again.
enum class StepPart { Prompt = 1, Output = 2, Usage = 4 };
Q_DECLARE_FLAGS(StepParts, StepPart)

/// Table renum_team_agent_executions.
class StepRepository {
public:
    explicit StepRepository(Connection *connection);

    /// A row is found by its execution and the position of its step in the plan, from 1.
    [[nodiscard]] Result<void> insert(ExecutionKey key, const StepRecord &step, int position);
    /// What beginning, starting and ending a step changes, and the long parts that `parts` says;
    /// without an attemptSeq the stored one stays.
    [[nodiscard]] Result<void> update(
        ExecutionKey key, int position, const StepRow &row, StepParts parts);
    /// What Suna's run changes while it begins: its state and its ids.
    [[nodiscard]] Result<void> updateRun(ExecutionKey key, int position, const StepRecord &step);
    [[nodiscard]] Result<void> updateUsage(ExecutionKey key, int position, const StepRecord &step);
    [[nodiscard]] Result<void> clear(ExecutionKey key);
    [[nodiscard]] Result<std::vector<StepRow>> rows(ExecutionKey key);
    /// See Store::durationHistory.
    [[nodiscard]] Result<QHash<AgentId, double>> durations();
    /// What the step was last asked to do; empty before that.
    [[nodiscard]] Result<QString> prompt(ExecutionKey key, int position);

private:
    Statement m_insert;
    Statement m_update;
    Statement m_updateRun;
    Statement m_updateUsage;
    Statement m_clear;
    Statement m_rows;
    Statement m_durations;
    Statement m_prompt;
};

} // namespace renum
