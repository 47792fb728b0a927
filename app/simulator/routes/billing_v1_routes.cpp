// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/error_bodies.h"
#include "app/simulator/routes/route_groups.h"

#include <cmath>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

/// USD for a million tokens; any price will do, it only has to be steady.
constexpr double InputPriceV1 = 3.0;
constexpr double OutputPriceV1 = 15.0;
/// What the service adds to the provider's price (suna-api §6.1).
constexpr double Factor = 1.5;

WireJson subscription()
{
    return { { "price_id", "price_free" }, { "plan_name", "free" }, { "status", "active" } };
}

ServerResponse checkStatus()
{
    return jsonAnswer(
        { { "can_run", true }, { "message", "OK" }, { "subscription", subscription() } });
}

/// One call of a model, as the log tells it.
WireJson logEntry(const StoredMessage &message)
{
    const WireJson &usage = message.content["usage"];
    const double input = usage.value("prompt_tokens", 0.0);
    const double output = usage.value("completion_tokens", 0.0);
    const double cost = (input * InputPriceV1 + output * OutputPriceV1) * Factor / 1e6;
    const WireJson counts { { "prompt_tokens", usage["prompt_tokens"] },
        { "completion_tokens", usage["completion_tokens"] } };
    return { { "message_id", utf8(message.id) }, { "thread_id", utf8(message.threadId) },
        { "created_at", isoTime(message.createdAt) },
        { "content", { { "usage", counts }, { "model", message.content["model"] } } },
        { "total_tokens", usage["total_tokens"] },
        { "estimated_cost", std::round(cost * 1e6) / 1e6 }, { "project_id", "unknown" } };
}

/// Newest first.
std::vector<WireJson> logEntries(const Service &service)
{
    std::vector<WireJson> entries;
    for (const auto &thread : service.world().threads()) {
        for (const StoredMessage &message : thread->messages) {
            if (message.type == "assistant_response_end"_L1)
                entries.push_back(logEntry(message));
        }
    }
    std::ranges::stable_sort(entries, std::greater(),
        [](const WireJson &entry) { return entry["created_at"].get<std::string>(); });
    return entries;
}

/// A number of the query in its range; anything else is a 400 here, not the usual 422.
std::optional<size_t> numberIn(
    const RouteCall &call, const QString &name, int fallback, int low, int high)
{
    bool ok = true;
    const int number = call.query(name, QString::number(fallback)).toInt(&ok);
    return ok && number >= low && number <= high ? std::optional(size_t(number)) : std::nullopt;
}

ServerResponse usageLogs(const Service &service, const RouteCall &call)
{
    const auto page = numberIn(call, u"page"_s, 0, 0, 1'000'000);
    const auto perPage = numberIn(call, u"items_per_page"_s, 1000, 1, 1000);
    if (!page || !perPage)
        return detail(400, u"Invalid pagination parameters"_s);
    if (findFault(call.faults, FaultKind::LocalMode))
        return jsonAnswer({ { "logs", WireJson::array() }, { "has_more", false },
            { "message", "Usage logs are not available in local development mode" } });
    const std::vector<WireJson> entries = logEntries(service);
    const size_t begin = std::min(entries.size(), *page * *perPage);
    const size_t end = std::min(entries.size(), begin + *perPage);
    WireJson logs = WireJson::array();
    for (size_t index = begin; index < end; ++index)
        logs.push_back(entries[index]);
    return jsonAnswer({ { "logs", logs }, { "has_more", end < entries.size() } });
}

ServerResponse availableModels(const Service &service, const RouteCall &call)
{
    const QString name = service.scenario().defaults.model;
    if (findFault(call.faults, FaultKind::LocalMode)) {
        const WireJson bare { { "id", utf8(name) }, { "display_name", utf8(name) },
            { "short_name", utf8(name.section(u'/', -1)) }, { "requires_subscription", false } };
        return jsonAnswer({ { "models", WireJson::array({ bare }) },
            { "subscription_tier", "Local Development" }, { "total_models", 1 } });
    }
    const WireJson model { { "id", utf8(name) }, { "display_name", utf8(name) },
        { "short_name", utf8(name.section(u'/', -1)) }, { "requires_subscription", false },
        { "is_available", true }, { "input_cost_per_million_tokens", InputPriceV1 },
        { "output_cost_per_million_tokens", OutputPriceV1 }, { "max_tokens", nullptr } };
    return jsonAnswer({ { "models", WireJson::array({ model }) }, { "subscription_tier", "free" },
        { "total_models", 1 } });
}

} // namespace

void addFirstBillingRoutes(Router &router, Service &service)
{
    const QString billing = service.profile().prefix + u"/billing"_s;
    const auto add = [&](const QString &path, AnswerHandler handler,
                         const QStringList &queries = {}) {
        router.add(
            { "GET", billing + path, u"billing"_s, Access::Required, std::move(handler), queries });
    };
    add(u"/check-status"_s, [](const RouteCall & /*call*/) { return checkStatus(); });
    add(u"/subscription"_s, [](const RouteCall & /*call*/) { return jsonAnswer(subscription()); });
    add(u"/available-models"_s,
        [&service](const RouteCall &call) { return availableModels(service, call); });
    add(u"/usage-logs"_s, [&service](const RouteCall &call) { return usageLogs(service, call); },
        { u"page"_s, u"items_per_page"_s });
}

} // namespace renum::sim
