// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "core/workflow/log_replay.h"

#include <functional>

namespace renum {

/// Hands an execution's milestones to `take`, in order and page by page, so that a long log neither
/// fills the memory nor holds the thread. Errors: not_found, store codes. `store` must outlive the
/// call.
[[nodiscard]] QCoro::Task<Result<void>> readMilestones(Store *store, ExecutionId id,
    std::function<void(const ExecutionEvent &)> take, LogEntries entries = LogEntries::LeaveOut);

/// Reads an execution's log and works out where it stood. Errors: as readMilestones(), those of
/// replay(). `store` must outlive the call.
[[nodiscard]] QCoro::Task<Result<Replay>> loadReplay(Store *store, ExecutionId id);

} // namespace renum
