// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error.h"

#include <algorithm>
#include <array>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<ErrorCategory, const char *>, 10> CategoryNames { {
    { ErrorCategory::AgentTimeout, "agent_timeout" },
    { ErrorCategory::NetworkError, "network_error" },
    { ErrorCategory::AuthenticationError, "authentication_error" },
    { ErrorCategory::ResourceExhausted, "resource_exhausted" },
    { ErrorCategory::QuotaExceeded, "quota_exceeded" },
    { ErrorCategory::InvalidInput, "invalid_input" },
    { ErrorCategory::DependencyError, "dependency_error" },
    { ErrorCategory::UserCancelled, "user_cancelled" },
    { ErrorCategory::AgentCrash, "agent_crash" },
    { ErrorCategory::SystemError, "system_error" },
} };

} // namespace

QString toString(ErrorCategory category)
{
    const auto it = std::ranges::find(
        CategoryNames, category, &std::pair<ErrorCategory, const char *>::first);
    return it == CategoryNames.end() ? u"system_error"_s : QString::fromLatin1(it->second);
}

ErrorCategory errorCategoryFromString(const QString &name)
{
    const auto it = std::ranges::find_if(
        CategoryNames, [&name](const auto &row) { return name == QLatin1StringView(row.second); });
    return it == CategoryNames.end() ? ErrorCategory::SystemError : it->first;
}

} // namespace renum
