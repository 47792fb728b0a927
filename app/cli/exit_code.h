// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"

namespace renum::cli {

/// What scripts may rely on.
enum class ExitCode {
    Completed = 0,
    Failed = 1,
    BadUsage = 2, ///< also an invalid team, prompt or file
    Cancelled = 3,
    Budget = 4,
    Unreachable = 5, ///< Suna or the server
};

/// The code for a command that could not do its work.
[[nodiscard]] ExitCode exitCodeFor(const Error &error);
/// The code for an execution that has ended.
[[nodiscard]] ExitCode exitCodeFor(const Execution &execution);

} // namespace renum::cli
