// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/routes/router.h"

#include <optional>

namespace renum::sim {

/// The whole number in the query, or the fallback; none when it is no number or out of range, and
/// `refusal` is then the 422.
[[nodiscard]] std::optional<int> queryNumber(const RouteCall &call, const QString &name,
    int fallback, int low, int high, ServerResponse &refusal);

struct Page {
    int number = 1;
    int limit = 0;
    [[nodiscard]] qsizetype begin() const { return qsizetype(number - 1) * limit; }
};
/// `page` and `limit` of a list route.
[[nodiscard]] std::optional<Page> queryPage(
    const RouteCall &call, int defaultLimit, int maxLimit, ServerResponse &refusal);

} // namespace renum::sim
