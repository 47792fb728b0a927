// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "core/workflow/log_replay.h"

namespace renum {

/// Reads an execution's log and works out where it stood. Errors: not_found, store codes, those of
/// replay(). `store` must outlive the call.
[[nodiscard]] QCoro::Task<Result<Replay>> loadReplay(Store *store, ExecutionId id);

} // namespace renum
