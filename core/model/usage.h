// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/cost.h"
#include "core/model/json.h"

#include <QString>

#include <map>
#include <optional>

namespace renum {

/// Tokens of one or several model calls. Unknown is absent, not zero (design §3.5).
struct Usage {
    QString modelProvider = QStringLiteral("unknown");
    QString modelName = QStringLiteral("unknown");
    std::optional<qint64> tokensInput;
    std::optional<qint64> tokensOutput;
    std::optional<qint64> tokensCached; ///< of the input: read from a cache
    std::optional<qint64> tokensCacheWrite; ///< of the input: written to a cache
    std::optional<qint64> tokensReasoning; ///< of the output
    /// Other types of tokens, under the names that the service gave them: kept, and flagged where
    /// an amount is computed.
    std::map<QString, qint64> otherTokens;
    Cost cost; ///< as known when it was booked
    int requestCount = 0;
    bool estimated = false; ///< counted from text, not reported by the service

    /// Adds another sample. Known plus unknown stays known; a mix is estimated when either is.
    void add(const Usage &other);
    friend bool operator==(const Usage &, const Usage &) = default;
};

[[nodiscard]] Json toJson(const Usage &usage);
[[nodiscard]] Usage usageFromJson(const Json &json);

} // namespace renum
