// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/costs/litellm_prices.h"

#include "core/costs/price_codec.h"
#include "core/net/json_limits.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

// The whole map has some 2 MB; it grows.
constexpr JsonLimits Limits { qsizetype(32) * 1024 * 1024, 16 };
constexpr double NanoPerMillion = 1e15; // of a price for one token
constexpr double MaxPerToken = 1; // a US dollar for one token is no price

/// Price of one token, in our unit; none when the member is absent or no usable price.
std::optional<NanoUsdPerMillion> rate(const Json &model, const std::string &key)
{
    const std::optional<double> price = numberAt(model, key.c_str());
    if (!price || !std::isfinite(*price) || *price < 0 || *price > MaxPerToken)
        return std::nullopt;
    const auto nano = NanoUsdPerMillion(std::llround(*price * NanoPerMillion));
    return nano <= MaxPrice ? std::optional(nano) : std::nullopt;
}

TokenRates ratesOf(const Json &model, const TokenRates &otherwise, const std::string &ending)
{
    TokenRates rates = otherwise;
    const auto take = [&](const char *name, auto &target) {
        if (const auto price = rate(model, name + ending))
            target = *price;
    };
    take("input_cost_per_token", rates.input);
    take("output_cost_per_token", rates.output);
    take("cache_read_input_token_cost", rates.cacheRead);
    take("cache_creation_input_token_cost", rates.cacheWrite);
    take("output_cost_per_reasoning_token", rates.reasoning);
    return rates;
}

/// Tiers stand as members whose names end in `_above_200k_tokens`.
std::vector<PriceTier> tiersOf(const Json &model, const TokenRates &base)
{
    static const QRegularExpression pattern(u"_above_(\\d{1,6})k_tokens$"_s);
    std::set<qint64> bounds;
    for (const auto &[key, value] : model.items()) {
        const auto found = pattern.match(QString::fromStdString(key));
        if (found.hasMatch())
            bounds.insert(found.captured(1).toLongLong());
    }
    std::vector<PriceTier> tiers;
    for (const qint64 thousands : bounds) {
        const std::string ending = "_above_" + std::to_string(thousands) + "k_tokens";
        const TokenRates rates = ratesOf(model, tiers.empty() ? base : tiers.back().rates, ending);
        if (thousands > 0 && rates != base)
            tiers.push_back({ thousands * 1000, rates });
    }
    return tiers;
}

std::optional<PriceEntry> readModel(const QString &name, const Json &model)
{
    const auto input = rate(model, "input_cost_per_token");
    const auto output = rate(model, "output_cost_per_token");
    if (!input || !output || modelKey(name).isEmpty())
        return std::nullopt;
    PriceEntry entry;
    entry.model = modelKey(name);
    entry.provider = stringAt(model, "litellm_provider").value_or(QString()).trimmed().toLower();
    entry.rates = ratesOf(model, {}, {});
    for (const char *type : { "audio_input", "audio_output" }) {
        const std::string text(type);
        const std::string direction = text.substr(text.find('_') + 1);
        if (const auto price = rate(model, direction + "_cost_per_audio_token"))
            entry.rates.others[QString::fromLatin1(type)] = *price;
    }
    entry.tiers = tiersOf(model, entry.rates);
    return entry;
}

/// Names of one model that differ in the date only: the shortest stands for all.
void keepOneOfEach(PriceEntries &entries)
{
    std::set<QString> seen;
    std::erase_if(
        entries, [&seen](const PriceEntry &entry) { return !seen.insert(entry.key()).second; });
}

void writeModelRates(Json &model, const TokenRates &rates, const std::string &ending)
{
    const auto perToken = [](NanoUsdPerMillion price) { return double(price) / NanoPerMillion; };
    model["input_cost_per_token" + ending] = perToken(rates.input);
    model["output_cost_per_token" + ending] = perToken(rates.output);
    if (rates.cacheRead)
        model["cache_read_input_token_cost" + ending] = perToken(*rates.cacheRead);
    if (rates.cacheWrite)
        model["cache_creation_input_token_cost" + ending] = perToken(*rates.cacheWrite);
    if (rates.reasoning)
        model["output_cost_per_reasoning_token" + ending] = perToken(*rates.reasoning);
}

} // namespace

Result<LiteLlmPrices> readLiteLlm(const QByteArray &bytes, QDate day, const QString &source)
{
    const Result<Json> json = parseJson(bytes, Limits);
    if (!json)
        return json.error();
    if (!json->is_object())
        return priceFileInvalidError(u"It is no object of models."_s);
    LiteLlmPrices prices;
    std::vector<std::pair<QString, const Json *>> models;
    for (const auto &[name, model] : json->items()) {
        if (name != "sample_spec")
            models.emplace_back(QString::fromStdString(name), &model);
    }
    std::ranges::stable_sort(models, {}, [](const auto &one) { return one.first.size(); });
    for (const auto &[name, model] : models) {
        std::optional<PriceEntry> entry = readModel(name, *model);
        if (!entry) {
            prices.skipped.append(name);
            continue;
        }
        entry->validFrom = day;
        entry->source = source;
        entry->sourceDate = day;
        prices.entries.push_back(*std::move(entry));
    }
    if (prices.entries.empty())
        return priceFileInvalidError(u"No model in it has a price for tokens."_s);
    keepOneOfEach(prices.entries);
    return prices;
}

QByteArray exportedLiteLlm(const PriceEntries &entries, QDate day)
{
    std::map<std::string, const PriceEntry *> newest;
    for (const PriceEntry &entry : entries) {
        if (!entry.holdsOn(day))
            continue;
        const QString name
            = entry.provider.isEmpty() ? entry.model : entry.provider + u'/' + entry.model;
        const PriceEntry *&kept = newest[name.toStdString()];
        if (!kept || kept->validFrom.value_or(QDate()) <= entry.validFrom.value_or(QDate()))
            kept = &entry;
    }
    Json map = Json::object();
    for (const auto &[name, entry] : newest) {
        Json model = { { "mode", "chat" } };
        if (!entry->provider.isEmpty())
            model["litellm_provider"] = toJson(entry->provider);
        writeModelRates(model, entry->rates, {});
        for (const PriceTier &tier : entry->tiers)
            writeModelRates(model, tier.rates,
                "_above_" + std::to_string(tier.abovePromptTokens / 1000) + "k_tokens");
        map[name] = std::move(model);
    }
    return prettyJson(map) + '\n';
}

} // namespace renum
