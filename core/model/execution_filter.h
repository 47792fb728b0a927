// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/page.h"

#include <QList>
#include <QString>

#include <optional>

namespace renum {

/// The lists in which people look for executions.
enum class ExecutionGroup {
    All,
    Active, ///< pending or running
    WaitingForMe, ///< active, and goes on only when a person does something
    Completed,
    Failed,
};

/// Which executions to list, newest first. What is empty does not narrow.
struct ExecutionFilter {
    ExecutionGroup group = ExecutionGroup::All;
    QList<ExecutionStatus> statuses = {};
    TeamId team = {};
    QString text = {}; ///< part of the prompt, the team's name or the id, in any case of letters
    std::optional<Timestamp> since = {}; ///< created
    std::optional<Timestamp> until = {};
    std::optional<qint64> costFrom = {}; ///< in nano-USD; an execution of unknown cost has none
    std::optional<qint64> costTo = {};
    ExecutionId parent = {}; ///< those that work for it; empty: those that work for nobody
    PageRequest page = {};
};

/// An execution in a list.
struct FoundExecution {
    Execution execution;
    /// Somebody has to agree to a step, let it go on, or resume it; also for one that it runs.
    bool waitsForMe = false;
    int nested = 0; ///< executions that work for it

    friend bool operator==(const FoundExecution &, const FoundExecution &) = default;
};

/// How many there are in each group; the group of the filter does not count.
struct ExecutionCounts {
    int all = 0;
    int active = 0;
    int waitingForMe = 0;
    int completed = 0;
    int failed = 0;

    friend bool operator==(const ExecutionCounts &, const ExecutionCounts &) = default;
};

} // namespace renum

Q_DECLARE_METATYPE(renum::ExecutionFilter)
