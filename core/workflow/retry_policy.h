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
///
/// With `retry_on`, exactly those categories are tried again; without it, those that have retries
/// by default. What a person cancelled is never tried again.
[[nodiscard]] std::optional<RetryDecision> decideRetry(
    const RetryConfig &config, ErrorCategory category, int failedAttempt);

/// The category that a name in `retry_on` means: a wire name or an exception's name. None for an
/// unknown one.
[[nodiscard]] std::optional<ErrorCategory> retryCategory(const QString &name);

/// Bounds of W-18, also kept when deciding.
struct RetryLimits {
    static constexpr int MaxAttempts = 10;
    static constexpr double MaxBackoffFactor = 10;
    static constexpr int MaxDelaySeconds = 86'400;
};

} // namespace renum
