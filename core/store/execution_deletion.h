// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/result.h"
#include "core/net/one_shot.h"

namespace renum {

class Store;

/// Deletes an ended execution with its events and with those that worked for it; what was used
/// stays booked. Written even when nobody waits for the answer. Errors: not_found,
/// execution_not_over when one of them has not ended: then all of them stay.
[[nodiscard]] OneShot<Result<void>> deleteExecution(const Store &store, const ExecutionId &id);

/// A person's execution that has not ended is not deleted.
[[nodiscard]] Error executionNotOverError(const ExecutionId &id);

} // namespace renum
