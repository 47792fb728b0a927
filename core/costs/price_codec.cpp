// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/costs/price_codec.h"

#include "core/model/error_codes.h"
#include "core/model/object_reader.h"
#include "core/net/json_limits.h"

#include <cmath>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr double NanoPerUsd = 1e9;
constexpr double MaxUsd = 1e9; // far beyond what is allowed, and safe to convert

Json usd(qint64 nano)
{
    return double(nano) / NanoPerUsd;
}

void writeRates(Json &json, const TokenRates &rates)
{
    json["input"] = usd(rates.input);
    json["output"] = usd(rates.output);
    if (rates.cacheRead)
        json["cache_read"] = usd(*rates.cacheRead);
    if (rates.cacheWrite)
        json["cache_write"] = usd(*rates.cacheWrite);
    if (rates.reasoning)
        json["reasoning"] = usd(*rates.reasoning);
    for (const auto &[type, amount] : rates.others)
        json["other"][type.toStdString()] = usd(amount);
}

QString priceCode()
{
    return QString::fromLatin1(code::PriceInvalid);
}

std::optional<qint64> amount(ObjectReader &reader, const char *key)
{
    const Json *value = reader.take(key);
    if (!value)
        return std::nullopt;
    const std::optional<qint64> nano = nanoUsdFromJson(*value);
    if (!nano)
        reader.wrongType(key, u"an amount in US dollars"_s, priceCode());
    return nano;
}

qint64 neededAmount(ObjectReader &reader, const char *key)
{
    const auto before = reader.problems().size();
    const std::optional<qint64> nano = amount(reader, key);
    if (!nano && reader.problems().size() == before)
        reader.problem(priceCode(), reader.pathOf(key), u"This price is missing."_s);
    return nano.value_or(0);
}

TokenRates readRates(ObjectReader &reader)
{
    TokenRates rates;
    rates.input = neededAmount(reader, "input");
    rates.output = neededAmount(reader, "output");
    rates.cacheRead = amount(reader, "cache_read");
    rates.cacheWrite = amount(reader, "cache_write");
    rates.reasoning = amount(reader, "reasoning");
    const Json *others = reader.take("other");
    if (!others)
        return rates;
    if (!others->is_object()) {
        reader.wrongType("other", u"an object"_s, priceCode());
        return rates;
    }
    ObjectReader inner(*others, reader.pathOf("other"), reader.problems());
    for (const auto &[type, value] : others->items()) {
        if (const auto nano = amount(inner, type.c_str()))
            rates.others[QString::fromStdString(type)] = *nano;
    }
    return rates;
}

std::optional<QDate> readDay(ObjectReader &reader, const char *key)
{
    const std::optional<QString> text = reader.text(key);
    if (!text)
        return std::nullopt;
    const QDate day = QDate::fromString(*text, Qt::ISODate);
    if (!day.isValid()) {
        reader.wrongType(key, u"a day as YYYY-MM-DD"_s, priceCode());
        return std::nullopt;
    }
    return day;
}

std::vector<PriceTier> readTiers(ObjectReader &reader)
{
    std::vector<PriceTier> tiers;
    const Json *list = reader.take("tiers");
    if (!list)
        return tiers;
    if (!list->is_array()) {
        reader.wrongType("tiers", u"a list"_s, priceCode());
        return tiers;
    }
    for (std::size_t i = 0; i < list->size(); ++i) {
        const QString path = reader.pathOf("tiers") + u'/' + QString::number(i);
        ObjectReader inner((*list)[i], path, reader.problems());
        const auto above = integerAt((*list)[i], "above_prompt_tokens");
        if (!above)
            inner.problem(priceCode(), path, u"A tier needs above_prompt_tokens."_s);
        tiers.push_back({ above.value_or(0), readRates(inner) });
    }
    return tiers;
}

bool isUsd(const Json &json)
{
    const Json *currency = memberAt(json, "currency");
    return !currency || toQString(*currency).toUpper() == "USD"_L1;
}

} // namespace

std::optional<qint64> nanoUsdFromJson(const Json &json)
{
    double value = 0;
    bool ok = json.is_number();
    if (ok)
        value = json.get<double>();
    else if (json.is_string())
        value = toQString(json).toDouble(&ok);
    if (!ok || !std::isfinite(value) || std::abs(value) > MaxUsd)
        return std::nullopt;
    return std::llround(value * NanoPerUsd);
}

Json toJson(const PriceEntry &entry)
{
    Json json = { { "model", toJson(entry.model) }, { "match", toJson(toString(entry.match)) } };
    writeRates(json, entry.rates);
    if (!entry.provider.isEmpty())
        json["provider"] = toJson(entry.provider);
    if (entry.validFrom)
        json["valid_from"] = toJson(entry.validFrom->toString(Qt::ISODate));
    if (entry.validUntil)
        json["valid_until"] = toJson(entry.validUntil->toString(Qt::ISODate));
    for (const PriceTier &tier : entry.tiers) {
        Json part = { { "above_prompt_tokens", tier.abovePromptTokens } };
        writeRates(part, tier.rates);
        json["tiers"].push_back(std::move(part));
    }
    if (!entry.source.isEmpty())
        json["source"] = toJson(entry.source);
    if (entry.sourceDate)
        json["source_date"] = toJson(entry.sourceDate->toString(Qt::ISODate));
    return json;
}

Json toJson(const PriceEntries &entries)
{
    Json list = Json::array();
    for (const PriceEntry &entry : entries)
        list.push_back(toJson(entry));
    return list;
}

PriceEntry priceEntryFromJson(const Json &json, const QString &path, Problems &problems)
{
    ObjectReader reader(json, path, problems);
    PriceEntry entry;
    entry.model = modelKey(reader.text("model").value_or(QString()));
    const QString match = reader.text("match").value_or(u"exact"_s);
    if (match == "prefix"_L1)
        entry.match = PriceEntry::Match::Prefix;
    else if (match != "exact"_L1)
        reader.wrongType("match", u"exact or prefix"_s, priceCode());
    entry.provider = reader.text("provider").value_or(QString()).trimmed().toLower();
    entry.validFrom = readDay(reader, "valid_from");
    entry.validUntil = readDay(reader, "valid_until");
    entry.rates = readRates(reader);
    entry.tiers = readTiers(reader);
    entry.source = reader.text("source").value_or(QString());
    entry.sourceDate = readDay(reader, "source_date");
    if (!isUsd(json))
        reader.problem(priceCode(), reader.pathOf("currency"),
            u"Prices are in US dollars; convert them first."_s);
    return entry;
}

QByteArray exportedPrices(const PriceTable &table)
{
    return prettyJson({ { "format", "renum-prices" }, { "version", toJson(table.version()) },
               { "currency", "USD" }, { "unit", "per_million_tokens" },
               { "entries", toJson(table.entries()) } })
        + '\n';
}

Result<PriceTable> readPrices(const QByteArray &bytes)
{
    const Result<Json> json = parseJson(bytes);
    if (!json)
        return json.error();
    const Json *list = memberAt(*json, "entries");
    if (stringAt(*json, "format") != u"renum-prices"_s || !list || !list->is_array())
        return priceFileInvalidError(u"It is no table that Renum exported."_s);
    if (!isUsd(*json))
        return priceFileInvalidError(u"Its prices are not in US dollars."_s);
    if (stringAt(*json, "unit").value_or(u"per_million_tokens"_s) != "per_million_tokens"_L1)
        return priceFileInvalidError(u"Its prices are not for a million tokens."_s);
    Problems problems;
    PriceEntries entries;
    for (std::size_t i = 0; i < list->size(); ++i) {
        const QString path = u"/entries/"_s + QString::number(i);
        entries.push_back(priceEntryFromJson((*list)[i], path, problems));
    }
    problems += problemsOf(entries);
    if (hasErrors(problems))
        return pricesInvalidError(problems);
    return PriceTable(stringAt(*json, "version").value_or(QString()), std::move(entries));
}

Error pricesInvalidError(const Problems &problems)
{
    QStringList sentences;
    for (const Problem &problem : problems)
        sentences.append(problem.path + u": "_s + problem.message);
    return { ErrorCategory::InvalidInput, priceCode(),
        u"Prices are not usable: %1"_s.arg(sentences.join(u' ')),
        { { u"problems"_s, sentences } } };
}

Error priceFileInvalidError(const QString &why)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::PriceFileInvalid),
        u"The file is no price table: %1 Choose one that was exported here, or a price map in "
        "LiteLLM's format."_s.arg(why) };
}

} // namespace renum
