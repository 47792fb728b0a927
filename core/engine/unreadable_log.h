// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/execution_event.h"
#include "core/store/store.h"

namespace renum {

/// The last events of an execution whose log cannot be replayed (contract §4.9): runs whose usage
/// nobody will tell any more are booked as unknown, open steps are cancelled, and it has failed.
[[nodiscard]] ExecutionEvents endOfUnreadable(
    const Execution &execution, const QList<RemoteStart> &starts, Timestamp now);

} // namespace renum
