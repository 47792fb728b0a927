// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_event.h"
#include "tests/ui/fake_workspace.h"

namespace renum::ui {

/// A run with everything in it: retries, tools, approvals, a skipped step, shared values, messages,
/// an event of a newer version, and a clock that jumps back.
[[nodiscard]] ExecutionEvents recordedRun();
/// Another of that many events: an agent that writes on and on, with retries in between. Each event
/// carries that many bytes more, for stores that keep only what fits.
[[nodiscard]] ExecutionEvents longRun(int events, int padding = 0);
/// Puts it into the workspace's store, with its row.
void storeRun(FakeWorkspace &workspace, const ExecutionEvents &events);
/// The same id for both.
[[nodiscard]] ExecutionId recordedId();

} // namespace renum::ui
