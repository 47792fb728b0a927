// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/spending_cap.h"

#include <array>
#include <limits>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<const char *, 3> CapActionNames { "pause", "stop", "warn" };

std::optional<qint64> amountAt(const Json &json, const char *key)
{
    const std::optional<qint64> amount = integerAt(json, key);
    return amount && *amount >= 0 ? amount : std::nullopt;
}

} // namespace

QString toString(SpendingCap::Action action)
{
    return QString::fromLatin1(CapActionNames.at(size_t(action)));
}

Json toJson(const SpendingCap &cap)
{
    Json json = Json::object();
    if (cap.nanoUsd)
        json["max_nano_usd"] = *cap.nanoUsd;
    if (cap.tokens)
        json["max_tokens"] = *cap.tokens;
    if (cap.calls)
        json["max_calls"] = *cap.calls;
    json["at_limit"] = toJson(toString(cap.action));
    return json;
}

SpendingCap spendingCapFromJson(const Json &json)
{
    SpendingCap cap;
    cap.nanoUsd = amountAt(json, "max_nano_usd");
    cap.tokens = amountAt(json, "max_tokens");
    if (const auto calls = amountAt(json, "max_calls");
        calls && *calls <= std::numeric_limits<int>::max())
        cap.calls = int(*calls);
    const QString action = stringAt(json, "at_limit").value_or(QString());
    for (size_t i = 0; i < CapActionNames.size(); ++i) {
        if (action == QLatin1StringView(CapActionNames.at(i)))
            cap.action = SpendingCap::Action(i);
    }
    return cap;
}

} // namespace renum
