// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_error.h"
#include "core/model/log_query.h"
#include "core/net/clock.h"
#include "core/store/store.h"
#include "core/team/message_board.h"
#include "core/workflow/context_at.h"
#include "core/workflow/context_history.h"

#include <QCoroTask>

#include <optional>
#include <vector>

namespace renum {

/// What can be read of any stored execution besides its state: the context, the messages, the log
/// and the failures. Each is folded from the event log whenever it is asked for, page by page.
class ExecutionRecords {
public:
    /// Both outlive it and every answer.
    ExecutionRecords(Store *store, Clock *clock);

    /// The latest version when none is given. Errors: not_found, context_version_unknown, store
    /// codes.
    [[nodiscard]] QCoro::Task<Result<ContextState>> context(
        ExecutionId id, std::optional<int> version) const;
    [[nodiscard]] QCoro::Task<Result<ContextVersions>> contextHistory(ExecutionId id) const;
    [[nodiscard]] QCoro::Task<Result<std::vector<TeamMessage>>> messages(
        ExecutionId id, MessageQuery query) const;
    /// Without what looks like a secret (contract §8.5), as are failures.
    [[nodiscard]] QCoro::Task<Result<LogEntryList>> logs(ExecutionId id, LogQuery query) const;
    [[nodiscard]] QCoro::Task<Result<ExecutionErrorList>> errors(ExecutionId id) const;

private:
    Store *m_store;
    Clock *m_clock;
};

} // namespace renum
