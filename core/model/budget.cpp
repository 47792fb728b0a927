// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/budget.h"

#include "core/model/error_codes.h"
#include "core/model/object_reader.h"

#include <algorithm>
#include <array>
#include <limits>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<const char *, 3> ScopeNames { "all", "team", "agent" };
constexpr std::array<const char *, 3> PeriodNames { "run", "day", "month" };
constexpr std::array<const char *, 3> ActionNames { "pause", "stop", "warn" };
constexpr int MaxPercent = 1'000'000;

template<typename T>
std::optional<T> fromName(const std::array<const char *, 3> &names, const QString &name)
{
    for (size_t i = 0; i < names.size(); ++i) {
        if (name == QLatin1StringView(names.at(i)))
            return T(i);
    }
    return std::nullopt;
}

std::optional<qint64> limitAt(ObjectReader &reader, const char *key)
{
    const Json *value = reader.take(key);
    if (!value)
        return std::nullopt;
    if (!value->is_number_integer()) {
        reader.wrongType(key, u"a whole number"_s);
        return std::nullopt;
    }
    return value->get<qint64>();
}

template<typename T>
T nameAt(ObjectReader &reader, const char *key, const std::array<const char *, 3> &names, T usual)
{
    const std::optional<QString> text = reader.text(key);
    if (!text)
        return usual;
    const std::optional<T> value = fromName<T>(names, *text);
    if (!value)
        reader.wrongType(key, u"one of the names it may have"_s);
    return value.value_or(usual);
}

QList<int> levelsAt(ObjectReader &reader, const QList<int> &usual)
{
    const Json *list = reader.take("warn_at");
    if (!list)
        return usual;
    QList<int> levels;
    for (const Json &level : *list) {
        if (level.is_number_integer())
            levels.append(int(std::clamp<qint64>(level.get<qint64>(), -1, MaxPercent)));
        else
            reader.wrongType("warn_at", u"a list of percentages"_s);
    }
    std::ranges::sort(levels);
    return levels;
}

/// Rounded down, so that 100 means that it is used up.
int percentOf(qint64 used, const std::optional<qint64> &limit)
{
    if (!limit)
        return 0;
    if (*limit <= 0)
        return used > 0 ? MaxPercent : 100;
    const double percent = double(used) / double(*limit) * 100;
    const int whole = int(std::min(percent, double(MaxPercent)));
    return used < *limit ? std::min(whole, 99) : std::max(whole, 100);
}

void writeLimit(Json &json, const char *key, const std::optional<qint64> &limit)
{
    if (limit)
        json[key] = *limit;
}

Json amountJson(const BudgetAmount &amount)
{
    return { { "nano_usd", amount.nanoUsd }, { "tokens", amount.tokens }, { "calls", amount.calls },
        { "seconds", amount.seconds } };
}

void complain(Problems &problems, const char *path, const QString &message)
{
    problems.append({ Problem::Severity::Error, QString::fromLatin1(code::ValidationError),
        QString::fromLatin1(path), message });
}

} // namespace

QString toString(Budget::Scope scope)
{
    return QString::fromLatin1(ScopeNames.at(size_t(scope)));
}

QString toString(Budget::Period period)
{
    return QString::fromLatin1(PeriodNames.at(size_t(period)));
}

QString toString(BudgetStatus::Level level)
{
    static const std::array names { u"fine"_s, u"warning"_s, u"reached"_s };
    return names.at(size_t(level));
}

std::optional<Budget::Scope> budgetScopeFromString(const QString &name)
{
    return fromName<Budget::Scope>(ScopeNames, name);
}

std::optional<Budget::Period> budgetPeriodFromString(const QString &name)
{
    return fromName<Budget::Period>(PeriodNames, name);
}

Json toJson(const Budget &budget)
{
    Json json = { { "budget_id", toJson(budget.id.toString()) }, { "name", toJson(budget.name) },
        { "scope", toJson(toString(budget.scope)) }, { "period", toJson(toString(budget.period)) },
        { "action", toJson(toString(budget.action)) }, { "active", budget.active } };
    if (!budget.subject.isEmpty())
        json["subject"] = toJson(budget.subject);
    writeLimit(json, "nano_usd", budget.nanoUsd);
    writeLimit(json, "tokens", budget.tokens);
    writeLimit(json, "calls", budget.calls);
    writeLimit(json, "seconds", budget.seconds);
    json["warn_at"] = Json::array();
    for (const int level : budget.warnAt)
        json["warn_at"].push_back(level);
    return json;
}

Budget budgetFromJson(const Json &json, Problems &problems)
{
    ObjectReader reader(json, QString(), problems);
    Budget budget;
    budget.id = BudgetId(reader.text("budget_id").value_or(QString()));
    budget.name = reader.text("name").value_or(QString());
    budget.scope = nameAt(reader, "scope", ScopeNames, budget.scope);
    budget.subject = reader.text("subject").value_or(QString());
    budget.period = nameAt(reader, "period", PeriodNames, budget.period);
    budget.nanoUsd = limitAt(reader, "nano_usd");
    budget.tokens = limitAt(reader, "tokens");
    budget.calls = limitAt(reader, "calls");
    budget.seconds = limitAt(reader, "seconds");
    budget.action = nameAt(reader, "action", ActionNames, budget.action);
    budget.warnAt = levelsAt(reader, budget.warnAt);
    budget.active = reader.flag("active").value_or(true);
    return budget;
}

Problems problemsOf(const Budget &budget)
{
    Problems problems;
    if (!budget.hasLimit())
        complain(problems, "", u"A budget needs a limit: of money, tokens, calls or time."_s);
    for (const auto &limit : { budget.nanoUsd, budget.tokens, budget.calls, budget.seconds }) {
        if (limit && *limit < 1)
            complain(problems, "", u"A limit is more than nothing."_s);
    }
    if (budget.scope != Budget::Scope::All && budget.subject.isEmpty())
        complain(problems, "/subject", u"Choose whose budget it is."_s);
    for (const int level : budget.warnAt) {
        if (level < 1 || level > 100)
            complain(problems, "/warn_at", u"Warnings come at 1 to 100 percent."_s);
    }
    return problems;
}

void BudgetAmount::add(const BudgetAmount &other)
{
    // Amounts of money are bounded by Cost; the others by what a person can wait for.
    const auto sum = [](qint64 a, qint64 b) {
        return b > 0 && a > std::numeric_limits<qint64>::max() - b
            ? std::numeric_limits<qint64>::max()
            : a + b;
    };
    nanoUsd = sum(nanoUsd, other.nanoUsd);
    tokens = sum(tokens, other.tokens);
    calls = sum(calls, other.calls);
    seconds = sum(seconds, other.seconds);
}

BudgetStatus budgetStatus(
    const Budget &budget, const BudgetAmount &spent, const BudgetAmount &reserved)
{
    BudgetStatus status { budget, spent, reserved };
    BudgetAmount used = spent;
    used.add(reserved);
    status.percent
        = std::max({ percentOf(used.nanoUsd, budget.nanoUsd), percentOf(used.tokens, budget.tokens),
            percentOf(used.calls, budget.calls), percentOf(used.seconds, budget.seconds) });
    const bool warns = std::ranges::any_of(
        budget.warnAt, [&status](int level) { return status.percent >= level; });
    if (status.percent >= 100)
        status.level = BudgetStatus::Level::Reached;
    else if (warns)
        status.level = BudgetStatus::Level::Warning;
    return status;
}

Json toJson(const BudgetStatus &status)
{
    Json json = toJson(status.budget);
    json["spent"] = amountJson(status.spent);
    json["reserved"] = amountJson(status.reserved);
    json["unpriced_calls"] = status.unpricedCalls;
    json["percent"] = status.percent;
    json["level"] = toJson(toString(status.level));
    return json;
}

} // namespace renum
