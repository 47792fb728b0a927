// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/costs/billing.h"

#include "core/costs/costing.h"
#include "core/costs/pricing.h"
#include "core/model/csv.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

qint64 countOf(const std::optional<qint64> &tokens)
{
    return tokens && isCountable(*tokens) ? *tokens : 0;
}

QString text(qint64 number)
{
    return QString::number(number);
}

QString text(const std::optional<qint64> &number)
{
    return number ? QString::number(*number) : QString();
}

/// What is not known is empty, not zero.
QString amountText(const Cost &cost)
{
    return cost.isKnown() ? QString::number(cost.nanoUsd) : QString();
}

QString dayText(const std::optional<QDate> &day)
{
    return day ? day->toString(Qt::ISODate) : QString();
}

Json amountJson(const Cost &cost)
{
    return cost.isKnown() ? Json(usdForApi(cost.nanoUsd)) : Json();
}

Json sumsJson(const Spending &spending)
{
    return { { "tokens_input", spending.tokensInput }, { "tokens_output", spending.tokensOutput },
        { "tokens_cached", spending.tokensCached },
        { "tokens_cache_write", spending.tokensCacheWrite }, { "bookings", spending.bookings },
        { "unpriced_calls", spending.cost.unpricedCalls },
        { "cost_usd", amountJson(spending.cost) },
        { "cost_nano_usd", spending.cost.isKnown() ? Json(spending.cost.nanoUsd) : Json() } };
}

Json lineJson(const BillingLine &line)
{
    Json json = sumsJson(line.spending);
    json["date"] = toJson(line.day.toString(Qt::ISODate));
    json["team_id"] = toJson(line.team.toString());
    json["agent_id"] = toJson(line.agent.toString());
    json["model_provider"] = toJson(line.provider);
    json["model_name"] = toJson(line.model);
    json["api_key_type"] = toJson(line.apiKeyType);
    json["api_key_hash"] = toJson(line.apiKeyHash);
    return json;
}

QByteArray billingJson(const Billing &billing)
{
    Json lines = Json::array();
    for (const BillingLine &line : billing.lines)
        lines.push_back(lineJson(line));
    return prettyJson({ { "user_id", toJson(billing.user) },
               { "period",
                   { { "from", toJson(dayText(billing.days.first)) },
                       { "to", toJson(dayText(billing.days.last)) } } },
               { "currency", "USD" }, { "lines", std::move(lines) },
               { "totals", sumsJson(billing.total) } })
        + '\n';
}

QByteArray billingCsv(const Billing &billing)
{
    QByteArray bytes = csvLine({ u"date"_s, u"user_id"_s, u"team_id"_s, u"agent_id"_s,
        u"model_provider"_s, u"model_name"_s, u"api_key_type"_s, u"api_key_hash"_s,
        u"tokens_input"_s, u"tokens_output"_s, u"tokens_cached"_s, u"tokens_cache_write"_s,
        u"bookings"_s, u"unpriced_calls"_s, u"cost_nano_usd"_s });
    for (const BillingLine &line : billing.lines) {
        const Spending &sum = line.spending;
        bytes += csvLine({ line.day.toString(Qt::ISODate), billing.user, line.team.toString(),
            line.agent.toString(), line.provider, line.model, line.apiKeyType, line.apiKeyHash,
            text(sum.tokensInput), text(sum.tokensOutput), text(sum.tokensCached),
            text(sum.tokensCacheWrite), text(sum.bookings), text(sum.cost.unpricedCalls),
            amountText(sum.cost) });
    }
    return bytes;
}

} // namespace

void BillingBuilder::add(const LedgerRow &row)
{
    m_sums[{ dayOf(row.time), row.team.toString(), row.agent.toString(), row.usage.modelProvider,
               row.usage.modelName, row.apiKeyType, row.apiKeyHash }]
        .add(spendingOf(row));
}

Billing BillingBuilder::billing(const DayRange &days, const QString &user) const
{
    Billing billing { days, user, {}, {} };
    for (const auto &[key, spending] : m_sums) {
        const auto &[day, team, agent, provider, model, keyType, keyHash] = key;
        billing.lines.append(
            { day, TeamId(team), AgentId(agent), provider, model, keyType, keyHash, spending });
        billing.total.add(spending);
    }
    return billing;
}

QByteArray exported(const Billing &billing, BillingFormat format)
{
    return format == BillingFormat::AsJson ? billingJson(billing) : billingCsv(billing);
}

QByteArray ledgerCsvHeader()
{
    return csvLine({ u"created_at"_s, u"team_id"_s, u"execution_id"_s, u"agent_id"_s, u"step_id"_s,
        u"attempt"_s, u"run_id"_s, u"model_provider"_s, u"model_name"_s, u"tokens_input"_s,
        u"tokens_output"_s, u"tokens_cached"_s, u"tokens_cache_write"_s, u"tokens_reasoning"_s,
        u"requests"_s, u"cost_nano_usd"_s, u"cost_basis"_s, u"pricing_version"_s, u"flags"_s });
}

QByteArray ledgerCsvLine(const LedgerRow &row)
{
    const Usage &usage = row.usage;
    return csvLine({ toRfc3339(row.time), row.team.toString(), row.execution.toString(),
        row.agent.toString(), row.step.toString(), row.attempt ? text(*row.attempt) : QString(),
        row.run.toString(), usage.modelProvider, usage.modelName, text(usage.tokensInput),
        text(usage.tokensOutput), text(usage.tokensCached), text(usage.tokensCacheWrite),
        text(usage.tokensReasoning), text(usage.requestCount), amountText(usage.cost),
        toString(basisOf(usage.cost)), row.priceVersion, row.flags.join(u' ') });
}

Spending spendingOf(const LedgerRow &row)
{
    Spending sum;
    sum.bookings = 1;
    sum.requests = countOf(row.usage.requestCount);
    sum.tokensInput = countOf(row.usage.tokensInput);
    sum.tokensOutput = countOf(row.usage.tokensOutput);
    sum.tokensCached = countOf(row.usage.tokensCached);
    sum.tokensCacheWrite = countOf(row.usage.tokensCacheWrite);
    sum.tokensReasoning = countOf(row.usage.tokensReasoning);
    sum.flagged = row.flags.isEmpty() ? 0 : 1;
    sum.cost = row.usage.cost;
    return sum;
}

} // namespace renum
