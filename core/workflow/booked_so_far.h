// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_event.h"
#include "core/model/usage.h"

#include <QHash>
#include <QSet>

namespace renum {

/// What an execution used, folded from its log; so that nothing is booked twice.
struct BookedSoFar {
    QSet<RunId> runs;
    QSet<ExecutionId> nested; ///< executions of member teams
    Usage usage; ///< of the whole execution
    QHash<AgentId, Usage> usageByAgent;
    QHash<StepId, Usage> usageByStep; ///< by the id of the iteration

    /// Any event of the execution, in order.
    void apply(const ExecutionEvent &event);
};

} // namespace renum
