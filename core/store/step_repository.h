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

/// Table renum_team_agent_executions.
class StepRepository {
public:
    explicit StepRepository(Connection *connection);

    /// Inserts or replaces the row of a step; `position` orders the rows. Without an attemptSeq the
    /// stored one stays.
    [[nodiscard]] Result<void> write(
        const ExecutionId &execution, const StepRow &row, int position);
    [[nodiscard]] Result<void> clear(const ExecutionId &execution);
    [[nodiscard]] Result<std::vector<StepRow>> rows(const ExecutionId &execution);
    /// See Store::durationHistory.
    [[nodiscard]] Result<QHash<AgentId, double>> durations();

private:
    Statement m_write;
    Statement m_clear;
    Statement m_rows;
    Statement m_durations;
};

} // namespace renum
