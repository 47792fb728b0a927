// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/usage.h"

#include "core/model/priced_usage.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

// What cannot be a count is in no sum; the booking itself keeps it.
void addCount(std::optional<qint64> &sum, const std::optional<qint64> &part)
{
    if (part && isCountable(*part))
        sum = sum.value_or(0) + *part;
}

void writeCount(Json &json, const char *key, const std::optional<qint64> &count)
{
    json[key] = count ? Json(*count) : Json(nullptr);
}

} // namespace

void Usage::add(const Usage &other)
{
    // A model that is not known yet takes the other's name; two different ones are "mixed".
    if (requestCount == 0 && modelName == "unknown"_L1) {
        modelProvider = other.modelProvider;
        modelName = other.modelName;
    } else if (other.modelName != "unknown"_L1 && other.modelName != modelName) {
        modelProvider = modelProvider == other.modelProvider ? modelProvider : u"mixed"_s;
        modelName = u"mixed"_s;
    }
    addCount(tokensInput, other.tokensInput);
    addCount(tokensOutput, other.tokensOutput);
    addCount(tokensCached, other.tokensCached);
    addCount(tokensCacheWrite, other.tokensCacheWrite);
    addCount(tokensReasoning, other.tokensReasoning);
    for (const auto &[type, count] : other.otherTokens) {
        if (isCountable(count))
            otherTokens[type] += count;
    }
    cost.add(other.cost);
    requestCount += other.requestCount;
    estimated = estimated || other.estimated;
}

Json toJson(const Usage &usage)
{
    Json json = Json::object();
    json["model_provider"] = toJson(usage.modelProvider);
    json["model_name"] = toJson(usage.modelName);
    writeCount(json, "tokens_input", usage.tokensInput);
    writeCount(json, "tokens_output", usage.tokensOutput);
    if (usage.tokensCached)
        json["tokens_cached"] = *usage.tokensCached;
    if (usage.tokensCacheWrite)
        json["tokens_cache_write"] = *usage.tokensCacheWrite;
    if (usage.tokensReasoning)
        json["tokens_reasoning"] = *usage.tokensReasoning;
    if (!usage.otherTokens.empty()) {
        Json others = Json::object();
        for (const auto &[type, count] : usage.otherTokens)
            others[type.toStdString()] = count;
        json["tokens_other"] = std::move(others);
    }
    if (usage.cost.calls() > 0)
        json["cost"] = toJson(usage.cost);
    json["request_count"] = usage.requestCount;
    json["estimated"] = usage.estimated;
    return json;
}

Usage usageFromJson(const Json &json)
{
    Usage usage;
    usage.modelProvider = stringAt(json, "model_provider").value_or(u"unknown"_s);
    usage.modelName = stringAt(json, "model_name").value_or(u"unknown"_s);
    usage.tokensInput = integerAt(json, "tokens_input");
    usage.tokensOutput = integerAt(json, "tokens_output");
    usage.tokensCached = integerAt(json, "tokens_cached");
    usage.tokensCacheWrite = integerAt(json, "tokens_cache_write");
    usage.tokensReasoning = integerAt(json, "tokens_reasoning");
    if (const Json *others = memberAt(json, "tokens_other"); others && others->is_object()) {
        for (const auto &[type, count] : others->items()) {
            if (count.is_number_integer())
                usage.otherTokens[QString::fromStdString(type)] = count.get<qint64>();
        }
    }
    if (const Json *cost = memberAt(json, "cost"))
        usage.cost = costFromJson(*cost);
    usage.requestCount = int(integerAt(json, "request_count").value_or(0));
    usage.estimated = boolAt(json, "estimated").value_or(false);
    return usage;
}

} // namespace renum
