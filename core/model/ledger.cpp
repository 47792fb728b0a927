// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/ledger.h"

namespace renum {

namespace {

void writeText(Json &json, const char *key, const QString &text)
{
    if (!text.isEmpty())
        json[key] = toJson(text);
}

} // namespace

std::optional<DayRange> DayRange::before() const
{
    if (!first || !last || *last < *first)
        return std::nullopt;
    const qint64 days = first->daysTo(*last) + 1;
    return DayRange { first->addDays(-days), first->addDays(-1) };
}

void Spending::add(const Spending &other)
{
    bookings += other.bookings;
    requests += other.requests;
    tokensInput += other.tokensInput;
    tokensOutput += other.tokensOutput;
    tokensCached += other.tokensCached;
    tokensCacheWrite += other.tokensCacheWrite;
    tokensReasoning += other.tokensReasoning;
    flagged += other.flagged;
    cost.add(other.cost);
}

Json toJson(const Spending &spending)
{
    return { { "bookings", spending.bookings }, { "requests", spending.requests },
        { "tokens_input", spending.tokensInput }, { "tokens_output", spending.tokensOutput },
        { "tokens_cached", spending.tokensCached },
        { "tokens_cache_write", spending.tokensCacheWrite },
        { "tokens_reasoning", spending.tokensReasoning }, { "flagged", spending.flagged },
        { "cost", toJson(spending.cost) } };
}

Json toJson(const SpendingRow &row)
{
    Json json = toJson(row.spending);
    if (row.day)
        json["day"] = toJson(row.day->toString(Qt::ISODate));
    writeText(json, "team_id", row.team.toString());
    writeText(json, "agent_id", row.agent.toString());
    writeText(json, "model_provider", row.provider);
    writeText(json, "model_name", row.model);
    return json;
}

Json toJson(const SpendingReport &report)
{
    Json rows = Json::array();
    for (const SpendingRow &row : report.rows)
        rows.push_back(toJson(row));
    return { { "total", toJson(report.total) },
        { "before", report.before ? toJson(*report.before) : Json() },
        { "rows", std::move(rows) } };
}

Json toJson(const LedgerRow &row)
{
    Json flags = Json::array();
    for (const QString &flag : row.flags)
        flags.push_back(toJson(flag));
    Json json = { { "log_id", toJson(row.id) }, { "created_at", toJson(toRfc3339(row.time)) },
        { "team_id", toJson(row.team.toString()) },
        { "execution_id", toJson(row.execution.toString()) },
        { "agent_id", toJson(row.agent.toString()) }, { "step_id", toJson(row.step.toString()) },
        { "attempt", row.attempt ? Json(*row.attempt) : Json() },
        { "suna_agent_run_id", toJson(row.run.toString()) }, { "usage_metrics", toJson(row.usage) },
        { "cost_basis", toJson(toString(basisOf(row.usage.cost))) },
        { "cost_flags", std::move(flags) } };
    writeText(json, "pricing_version", row.priceVersion);
    writeText(json, "api_key_type", row.apiKeyType);
    writeText(json, "api_key_hash", row.apiKeyHash);
    return json;
}

} // namespace renum
