// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/retry_policy.h"

#include <algorithm>
#include <cmath>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr int DefaultAttempts = 3;
constexpr double DefaultInitialDelaySeconds = 1;
constexpr double DefaultBackoffFactor = 2;
constexpr int DefaultMaxDelaySeconds = 60;

/// What a category gets when the step says nothing.
struct CategoryDefault {
    int attempts = 1;
    /// A pause of this length instead of the growing one.
    std::optional<double> delaySeconds;
};

CategoryDefault categoryDefault(ErrorCategory category)
{
    switch (category) {
    case ErrorCategory::AgentTimeout:
    case ErrorCategory::NetworkError:
        return { DefaultAttempts, std::nullopt };
    case ErrorCategory::ResourceExhausted:
        return { 2, 30 };
    case ErrorCategory::AgentCrash:
        return { 2, 5 };
    case ErrorCategory::AuthenticationError:
    case ErrorCategory::QuotaExceeded:
    case ErrorCategory::InvalidInput:
    case ErrorCategory::DependencyError:
    case ErrorCategory::UserCancelled:
    case ErrorCategory::SystemError:
        return {};
    }
    Q_UNREACHABLE();
}

bool isRetried(const RetryConfig &config, ErrorCategory category)
{
    if (category == ErrorCategory::UserCancelled)
        return false;
    if (!config.retryOn)
        return categoryDefault(category).attempts > 1;
    return std::ranges::any_of(*config.retryOn,
        [category](const QString &name) { return retryCategory(name) == category; });
}

int maxAttempts(const RetryConfig &config, ErrorCategory category)
{
    const int byDefault = categoryDefault(category).attempts;
    const int attempts = config.maxAttempts.value_or(byDefault > 1 ? byDefault : DefaultAttempts);
    return std::clamp(attempts, 1, RetryLimits::MaxAttempts);
}

double delaySeconds(const RetryConfig &config, ErrorCategory category, int failedAttempt)
{
    if (config.delaySeconds && !config.delaySeconds->empty()) {
        const size_t last = config.delaySeconds->size() - 1;
        return config.delaySeconds->at(std::min(size_t(failedAttempt - 1), last));
    }
    const CategoryDefault byDefault = categoryDefault(category);
    const bool formula
        = config.initialDelaySeconds || config.backoffFactor || config.maxDelaySeconds;
    if (byDefault.delaySeconds && !formula)
        return *byDefault.delaySeconds;
    const double first = config.initialDelaySeconds.value_or(DefaultInitialDelaySeconds);
    const double factor = std::clamp(
        config.backoffFactor.value_or(DefaultBackoffFactor), 1.0, RetryLimits::MaxBackoffFactor);
    const double limit = config.maxDelaySeconds.value_or(DefaultMaxDelaySeconds);
    return std::min(first * std::pow(factor, failedAttempt - 1), limit);
}

} // namespace

std::optional<RetryDecision> decideRetry(
    const RetryConfig &config, ErrorCategory category, int failedAttempt)
{
    const int attempts = maxAttempts(config, category);
    if (failedAttempt < 1 || failedAttempt >= attempts || !isRetried(config, category))
        return std::nullopt;
    const double seconds = std::clamp(
        delaySeconds(config, category, failedAttempt), 0.0, double(RetryLimits::MaxDelaySeconds));
    return RetryDecision { attempts, std::chrono::milliseconds(std::llround(seconds * 1000)) };
}

std::optional<ErrorCategory> retryCategory(const QString &name)
{
    if (name == "ConnectionError"_L1)
        return ErrorCategory::NetworkError;
    if (name == "TimeoutError"_L1)
        return ErrorCategory::AgentTimeout;
    const ErrorCategory category = errorCategoryFromString(name);
    if (toString(category) != name)
        return std::nullopt;
    return category;
}

} // namespace renum
