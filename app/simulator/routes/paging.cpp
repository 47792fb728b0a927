// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/routes/paging.h"

#include "app/simulator/protocol/error_bodies.h"

namespace renum::sim {

using namespace Qt::StringLiterals;

std::optional<int> queryNumber(const RouteCall &call, const QString &name, int fallback, int low,
    int high, ServerResponse &refusal)
{
    if (!call.request.query.hasQueryItem(name))
        return fallback;
    const QString text = call.query(name);
    bool ok = false;
    const int number = text.toInt(&ok);
    if (ok && number >= low && number <= high)
        return number;
    refusal = invalidField(
        "query", name, text, u"Input should be a valid integer from %1 to %2"_s.arg(low).arg(high));
    return std::nullopt;
}

std::optional<Page> queryPage(
    const RouteCall &call, int defaultLimit, int maxLimit, ServerResponse &refusal)
{
    const auto number = queryNumber(call, u"page"_s, 1, 1, 1'000'000, refusal);
    if (!number)
        return std::nullopt;
    const auto limit = queryNumber(call, u"limit"_s, defaultLimit, 1, maxLimit, refusal);
    if (!limit)
        return std::nullopt;
    return Page { *number, *limit };
}

} // namespace renum::sim
