// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"
#include "core/model/workflow_definition.h"

#include <chrono>
#include <optional>

namespace renum {

struct RetryDecision {
    int maxAttempts = 1;
    std::chrono::milliseconds delay {}; ///< before the next attempt, without jitter
};

/// Whether attempt number `failedAttempt` (from 1) may be followed by another, after contract §4.5:
/// the step's own RetryConfig over the defaults of the category. None means: give up.
[[nodiscard]] std::optional<RetryDecision> decideRetry(
    const RetryConfig &config, ErrorCategory category, int failedAttempt);

} // namespace renum
