// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/usage_repository.h"

#include "core/model/priced_usage.h"

#include <QUuid>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace renum {

namespace {

// Follows from the event, so that the same log always gives the same rows.
QString logIdOf(const ExecutionEvent &event)
{
    const QUuid space = QUuid::fromString(event.executionId.toString());
    const QString name = event.executionId.toString() + u'/' + QString::number(event.seq);
    return QUuid::createUuidV5(space, name).toString(QUuid::WithoutBraces);
}

QStringList flagsOf(const ExecutionEvent &event)
{
    QStringList flags;
    const Json *list = memberAt(event.data, "cost_flags");
    if (!list || !list->is_array())
        return flags;
    for (const Json &flag : *list)
        flags.append(toQString(flag).simplified());
    return flags;
}

std::optional<Json> othersOf(const Usage &usage)
{
    if (usage.otherTokens.empty())
        return std::nullopt;
    Json others = Json::object();
    for (const auto &[type, count] : usage.otherTokens)
        others[type.toStdString()] = count;
    return others;
}

qint64 countOf(const std::optional<qint64> &tokens)
{
    return tokens && isCountable(*tokens) ? *tokens : 0;
}

qint64 dayOf(Timestamp time)
{
    return std::chrono::floor<std::chrono::days>(time).time_since_epoch().count();
}

void note(QStringList &flags, const char *name)
{
    const QString flag = QString::fromLatin1(name);
    if (!flags.contains(flag))
        flags.append(flag);
}

} // namespace

struct UsageRepository::Booking {
    Usage usage;
    CostBasis basis = CostBasis::Unpriced;
    std::optional<qint64> nanoUsd = {}; ///< absent when unpriced
    QStringList flags = {};
};

// Where the sums stop growing there is no use in going on; nothing may fail because of them.
UsageRepository::UsageRepository(Connection *connection)
    : m_insert(connection,
        "INSERT INTO renum_ai_usage_logs (log_id, execution_id, team_id, agent_id, step_id, "
        "attempt, suna_agent_run_id, model_provider, model_name, tokens_input, tokens_output, "
        "tokens_cached, tokens_cache_write, tokens_reasoning, tokens_other, request_count, "
        "estimated, cost_nano_usd, cost_basis, cost_flags, pricing_version, api_key_type, "
        "api_key_hash, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "CAST(? AS TEXT), ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    , m_addToDay(connection,
          "INSERT INTO renum_usage_days (day, team_id, agent_id, model_provider, model_name, "
          "bookings, requests, tokens_input, tokens_output, tokens_cached, tokens_cache_write, "
          "tokens_reasoning, flagged, cost_nano_usd, reported, computed, estimated, unpriced) "
          "VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
          "ON CONFLICT DO UPDATE SET bookings = bookings + 1, "
          "requests = requests + excluded.requests, "
          "tokens_input = tokens_input + excluded.tokens_input, "
          "tokens_output = tokens_output + excluded.tokens_output, "
          "tokens_cached = tokens_cached + excluded.tokens_cached, "
          "tokens_cache_write = tokens_cache_write + excluded.tokens_cache_write, "
          "tokens_reasoning = tokens_reasoning + excluded.tokens_reasoning, "
          "flagged = flagged + excluded.flagged, "
          "cost_nano_usd = min(cost_nano_usd + excluded.cost_nano_usd, 1000000000000000000), "
          "reported = reported + excluded.reported, computed = computed + excluded.computed, "
          "estimated = estimated + excluded.estimated, unpriced = unpriced + excluded.unpriced")
{
}

Result<void> UsageRepository::apply(const ExecutionEvent &event)
{
    if (event.eventType != "step_usage"_L1)
        return {};
    const Booking booking = bookingOf(event);
    if (const Result<void> inserted = insert(event, booking); !inserted)
        return inserted;
    return addToDay(event, booking);
}

UsageRepository::Booking UsageRepository::bookingOf(const ExecutionEvent &event)
{
    const Json *metrics = memberAt(event.data, "usage_metrics");
    Booking booking { metrics ? usageFromJson(*metrics) : Usage() };
    booking.basis = basisOf(booking.usage.cost);
    booking.flags = flagsOf(event);
    if (hasAbsurdCount(booking.usage))
        note(booking.flags, cost_flag::AbsurdCount);
    if (booking.basis == CostBasis::Unpriced)
        return booking;
    if (isAmount(booking.usage.cost.nanoUsd)) {
        booking.nanoUsd = booking.usage.cost.nanoUsd;
    } else {
        booking.basis = CostBasis::Unpriced;
        note(booking.flags, cost_flag::AbsurdAmount);
    }
    return booking;
}

Result<void> UsageRepository::insert(const ExecutionEvent &event, const Booking &booking)
{
    const Usage &usage = booking.usage;
    const auto text
        = [&event](const char *key) { return stringAt(event.data, key).value_or(QString()); };
    return m_insert.run(logIdOf(event), event.executionId, event.teamId, event.agentId,
        text("step_id"), integerAt(event.data, "attempt"), stringAt(event.data, "agent_run_id"),
        usage.modelProvider, usage.modelName, usage.tokensInput, usage.tokensOutput,
        usage.tokensCached, usage.tokensCacheWrite, usage.tokensReasoning, othersOf(usage),
        usage.requestCount, usage.estimated, booking.nanoUsd, toString(booking.basis),
        booking.flags.join(u'\n'), text("pricing_version"), text("api_key_type"),
        text("api_key_hash"), event.timestamp);
}

Result<void> UsageRepository::addToDay(const ExecutionEvent &event, const Booking &booking)
{
    const Usage &usage = booking.usage;
    const auto isBasis = [&booking](CostBasis basis) { return booking.basis == basis ? 1 : 0; };
    return m_addToDay.run(dayOf(event.timestamp), event.teamId, event.agentId, usage.modelProvider,
        usage.modelName, countOf(usage.requestCount), countOf(usage.tokensInput),
        countOf(usage.tokensOutput), countOf(usage.tokensCached), countOf(usage.tokensCacheWrite),
        countOf(usage.tokensReasoning), booking.flags.isEmpty() ? 0 : 1,
        booking.nanoUsd.value_or(0), isBasis(CostBasis::Reported), isBasis(CostBasis::Computed),
        isBasis(CostBasis::Estimated), isBasis(CostBasis::Unpriced));
}

} // namespace renum
