// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/error_bodies.h"
#include "app/simulator/routes/paging.h"
#include "app/simulator/routes/route_groups.h"

#include <cmath>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

/// What a local installation answers: nobody runs out of credits.
constexpr double MockCredits = 999999;
/// USD for a million tokens; any price will do, it only has to be steady.
constexpr double InputPrice = 3.0;
constexpr double OutputPrice = 15.0;

double costOf(const StoredMessage &message)
{
    const auto usage = message.content.find("usage");
    if (usage == message.content.end())
        return 0;
    const double input = usage->value("prompt_tokens", 0.0) * InputPrice;
    const double output = usage->value("completion_tokens", 0.0) * OutputPrice;
    return std::round(input + output) / 1e6;
}

WireJson modelsJson(const Scenario &scenario)
{
    QStringList names { scenario.defaults.model };
    for (const ScriptedAgent &agent : scenario.agents) {
        if (!agent.model.isEmpty() && !names.contains(agent.model))
            names.append(agent.model);
    }
    WireJson models = WireJson::array();
    for (const QString &name : std::as_const(names))
        models.push_back({ { "id", utf8(name) }, { "name", utf8(name) }, { "allowed", true },
            { "context_window", 200000 }, { "capabilities", { "chat", "function_calling" } },
            { "priority", 100 }, { "recommended", name == scenario.defaults.model } });
    return models;
}

ServerResponse accountState(const Service &service)
{
    const WireJson credits { { "total", MockCredits }, { "daily", 0 }, { "monthly", MockCredits },
        { "extra", 0 }, { "can_run", true }, { "daily_refresh", nullptr } };
    const WireJson limits { { "projects", nullptr }, { "threads", nullptr },
        { "concurrent_runs", { { "limit", 100 }, { "can_start", true } } },
        { "ai_worker_count", nullptr }, { "custom_mcp_count", nullptr },
        { "trigger_count", nullptr } };
    return jsonAnswer({ { "credits", credits },
        { "subscription", { { "tier_key", "local" }, { "status", "active" } } },
        { "models", modelsJson(service.scenario()) }, { "limits", limits },
        { "tier", { { "name", "local" }, { "display_name", "Local Development" } } },
        { "_cache", { { "cached", false }, { "local_mode", true } } } });
}

/// The rows that cost something, newest first.
std::vector<WireJson> transactions(const Service &service, double &balance)
{
    std::vector<WireJson> rows;
    balance = MockCredits;
    for (const auto &thread : service.world().threads()) {
        for (const StoredMessage &message : thread->messages) {
            const double cost = costOf(message);
            if (cost <= 0)
                continue;
            balance -= cost;
            rows.push_back(
                { { "id", utf8(message.id) }, { "created_at", isoTime(message.createdAt) },
                    { "amount", -cost }, { "balance_after", balance }, { "type", "usage" },
                    { "description", "Token usage" }, { "is_expiring", true },
                    { "expires_at", nullptr }, { "metadata", WireJson::object() } });
        }
    }
    std::ranges::reverse(rows);
    return rows;
}

ServerResponse balance(const Service &service)
{
    double left = 0;
    static_cast<void>(transactions(service, left));
    return jsonAnswer({ { "balance", left }, { "expiring_credits", left },
        { "non_expiring_credits", 0 }, { "tier", "local" },
        { "tier_display_name", "Local Development" }, { "is_trial", false },
        { "breakdown", { { "expiring", left }, { "non_expiring", 0 } } } });
}

ServerResponse listTransactions(const Service &service, const RouteCall &call)
{
    ServerResponse refusal;
    const auto limit = queryNumber(call, u"limit"_s, 50, 1, 100, refusal);
    const auto offset = queryNumber(call, u"offset"_s, 0, 0, 1'000'000'000, refusal);
    if (!limit || !offset)
        return refusal;
    double left = 0;
    const std::vector<WireJson> rows = transactions(service, left);
    const auto begin = std::min(rows.size(), static_cast<size_t>(*offset));
    const auto end = std::min(rows.size(), begin + static_cast<size_t>(*limit));
    WireJson page = WireJson::array();
    for (size_t index = begin; index < end; ++index)
        page.push_back(rows[index]);
    return jsonAnswer({ { "transactions", page },
        { "pagination",
            { { "total", rows.size() }, { "limit", *limit }, { "offset", *offset },
                { "has_more", end < rows.size() } } },
        { "current_balance", left } });
}

} // namespace

void addBillingRoutes(Router &router, Service &service)
{
    const QString billing = service.profile().prefix + u"/billing"_s;
    const auto add = [&](const QString &path, AnswerHandler handler,
                         const QStringList &queries = {}) {
        router.add(
            { "GET", billing + path, u"billing"_s, Access::Required, std::move(handler), queries });
    };
    if (service.profile().family == Family::V1) {
        addFirstBillingRoutes(router, service);
        return;
    }
    if (service.profile().family == Family::V3) {
        const auto state = [&service](const RouteCall & /*call*/) { return accountState(service); };
        add(u"/account-state"_s, state);
        add(u"/account-state/minimal"_s, state);
        return;
    }
    add(u"/balance"_s, [&service](const RouteCall & /*call*/) { return balance(service); });
    add(u"/transactions"_s,
        [&service](const RouteCall &call) { return listTransactions(service, call); },
        { u"limit"_s, u"offset"_s, u"type_filter"_s });
}

} // namespace renum::sim
