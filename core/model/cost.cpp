// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/cost.h"

#include <array>
#include <limits>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<const char *, 4> BasisNames { "unpriced", "estimated", "computed",
    "reported" };

// Stays at the end of 64 bits instead of leaving them.
qint64 sumOf(qint64 a, qint64 b)
{
    constexpr qint64 Max = std::numeric_limits<qint64>::max();
    if (b > 0 && a > Max - b)
        return Max;
    return b < 0 && a < -Max - b ? -Max : a + b;
}

int countAt(const Json &json, const char *key)
{
    return int(integerAt(json, key).value_or(0));
}

} // namespace

QString toString(CostBasis basis)
{
    return QString::fromLatin1(BasisNames.at(size_t(basis)));
}

std::optional<CostBasis> costBasisFromString(const QString &name)
{
    for (size_t i = 0; i < BasisNames.size(); ++i) {
        if (name == QLatin1StringView(BasisNames.at(i)))
            return CostBasis(i);
    }
    return std::nullopt;
}

Cost Cost::ofCall(CostBasis basis, qint64 nanoUsd)
{
    Cost cost;
    switch (basis) {
    case CostBasis::Unpriced:
        cost.unpricedCalls = 1;
        return cost;
    case CostBasis::Estimated:
        cost.estimatedCalls = 1;
        break;
    case CostBasis::Computed:
        cost.computedCalls = 1;
        break;
    case CostBasis::Reported:
        cost.reportedCalls = 1;
        break;
    }
    cost.nanoUsd = nanoUsd;
    return cost;
}

void Cost::add(const Cost &other)
{
    nanoUsd = sumOf(nanoUsd, other.nanoUsd);
    reportedCalls += other.reportedCalls;
    computedCalls += other.computedCalls;
    estimatedCalls += other.estimatedCalls;
    unpricedCalls += other.unpricedCalls;
}

Json toJson(const Cost &cost)
{
    return { { "nano_usd", cost.isKnown() ? Json(cost.nanoUsd) : Json(nullptr) },
        { "reported_calls", cost.reportedCalls }, { "computed_calls", cost.computedCalls },
        { "estimated_calls", cost.estimatedCalls }, { "unpriced_calls", cost.unpricedCalls } };
}

Cost costFromJson(const Json &json)
{
    Cost cost;
    cost.nanoUsd = integerAt(json, "nano_usd").value_or(0);
    cost.reportedCalls = countAt(json, "reported_calls");
    cost.computedCalls = countAt(json, "computed_calls");
    cost.estimatedCalls = countAt(json, "estimated_calls");
    cost.unpricedCalls = countAt(json, "unpriced_calls");
    return cost;
}

} // namespace renum
