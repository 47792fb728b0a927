// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_account.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

QStringList routeOf(SunaFamily family)
{
    switch (family) {
    case SunaFamily::V1:
        return { u"billing"_s, u"check-status"_s };
    case SunaFamily::V3:
        return { u"billing"_s, u"account-state"_s, u"minimal"_s };
    default:
        return { u"billing"_s, u"balance"_s };
    }
}

/// A number, or a text that is one; an exact amount is not cut.
QString amountAt(const Json &object, const char *key)
{
    const Json *value = memberAt(object, key);
    if (!value)
        return {};
    if (value->is_string())
        return toQString(*value).left(32);
    return value->is_number() ? compactJsonText(*value) : QString();
}

QString firstShortText(const Json &object, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        if (const auto text = stringAt(object, key); text && !text->isEmpty())
            return text->left(64);
    }
    return {};
}

std::optional<QStringList> readModels(const Json &answer)
{
    const Json *models = memberAt(answer, "models");
    if (!models || !models->is_array())
        return std::nullopt;
    QStringList names;
    for (const Json &model : *models) {
        const QString name = firstShortText(model, { "id", "name" });
        if (!name.isEmpty() && boolAt(model, "allowed").value_or(true))
            names.append(name);
    }
    return names;
}

} // namespace

SunaAccount readSunaAccount(const Json &answer)
{
    SunaAccount read;
    ServiceAccount &account = read.account;
    account.canRun = boolAt(answer, "can_run");
    account.credits = amountAt(answer, "balance");
    account.plan = firstShortText(answer, { "tier_display_name", "tier" });
    if (const Json *credits = memberAt(answer, "credits")) {
        account.credits = amountAt(*credits, "total");
        account.canRun = boolAt(*credits, "can_run");
    }
    if (const Json *tier = memberAt(answer, "tier"); tier && tier->is_object())
        account.plan = firstShortText(*tier, { "display_name", "name" });
    if (const Json *subscription = memberAt(answer, "subscription");
        subscription && account.plan.isEmpty())
        account.plan = firstShortText(*subscription, { "plan_name", "tier_key" });
    read.models = readModels(answer);
    return read;
}

QCoro::Task<Result<SunaAccount>> fetchSunaAccount(
    QPointer<SunaClient> client, SunaServer server, std::stop_token stop)
{
    const SunaCall call = sunaGet(routeOf(server.family));
    const Result<Json> answer = co_await client->call(server, call, stop);
    if (!answer)
        co_return answer.error();
    co_return readSunaAccount(*answer);
}

} // namespace renum
