// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cost_arguments.h"

#include "app/cli/record_arguments.h"
#include "core/costs/price_codec.h"

#include <QCommandLineParser>

#include <algorithm>

namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

using Command = Arguments::Command;

Result<std::optional<QDate>> readDay(const QCommandLineParser &parser, const QString &option)
{
    if (!parser.isSet(option))
        return std::optional<QDate>();
    const QDate day = QDate::fromString(parser.value(option), Qt::ISODate);
    if (!day.isValid())
        return usageError(u"--%1 takes a day as YYYY-MM-DD."_s.arg(option));
    return std::optional(day);
}

Result<std::optional<qint64>> readUsd(const QCommandLineParser &parser, const QString &option)
{
    if (!parser.isSet(option))
        return std::optional<qint64>();
    const std::optional<qint64> nano = nanoUsdFromJson(toJson(parser.value(option)));
    if (!nano || *nano < 0)
        return usageError(u"--%1 takes an amount in US dollars, for example 2.50."_s.arg(option));
    return nano;
}

Result<std::optional<qint64>> readCount(const QCommandLineParser &parser, const QString &option)
{
    if (!parser.isSet(option))
        return std::optional<qint64>();
    bool ok = false;
    const qint64 count = parser.value(option).toLongLong(&ok);
    if (!ok || count < 1)
        return usageError(u"--%1 takes a whole number from 1."_s.arg(option));
    return std::optional(count);
}

Result<void> readFilter(const QCommandLineParser &parser, Arguments &arguments)
{
    LedgerQuery &query = arguments.costs.ledger;
    const auto first = readDay(parser, u"from"_s);
    if (!first)
        return first.error();
    const auto last = readDay(parser, u"to"_s);
    if (!last)
        return last.error();
    if (*first && *last && **last < **first)
        return usageError(u"--to is before --from."_s);
    query.filter.days = { *first, *last };
    query.filter.team = TeamId(parser.value(u"team"_s));
    query.filter.agent = AgentId(parser.value(u"agent"_s));
    query.filter.model = parser.value(u"model"_s);
    query.execution = ExecutionId(parser.value(u"execution"_s));
    query.unpricedOnly = parser.isSet(u"unpriced"_s);
    query.flaggedOnly = parser.isSet(u"flagged"_s);
    query.page.limit = arguments.limit;
    return {};
}

Result<void> readGroups(const QCommandLineParser &parser, SpendingGroups &groups)
{
    const QStringList names = parser.value(u"by"_s).split(u',', Qt::SkipEmptyParts);
    for (const QString &name : names) {
        if (name == "day"_L1)
            groups.day = true;
        else if (name == "team"_L1)
            groups.team = true;
        else if (name == "agent"_L1)
            groups.agent = true;
        else if (name == "model"_L1)
            groups.model = true;
        else
            return usageError(u"--by takes day, team, agent and model, with commas between."_s);
    }
    return {};
}

Result<void> readCostExport(const QCommandLineParser &parser, Arguments &arguments)
{
    CostArguments &costs = arguments.costs;
    costs.exportFile = parser.value(u"export"_s);
    const bool isJson = costs.exportFile.endsWith(".json"_L1);
    if (arguments.command == Command::CostsBilling && !costs.exportFile.isEmpty() && !isJson
        && !costs.exportFile.endsWith(".csv"_L1))
        return usageError(u"--export takes a file whose name ends in .csv or .json."_s);
    if (arguments.command == Command::CostsBilling
        && !(costs.ledger.filter.days.first && costs.ledger.filter.days.last))
        return usageError(u"Say for which days: --from DAY --to DAY."_s);
    return {};
}

Result<void> readPrice(const QCommandLineParser &parser, Arguments &arguments)
{
    PriceEntry &price = arguments.costs.price;
    price.model = modelKey(arguments.target);
    price.provider = parser.value(u"provider"_s).trimmed().toLower();
    price.source = parser.value(u"source"_s);
    if (parser.isSet(u"prefix"_s))
        price.match = PriceEntry::Match::Prefix;
    const auto from = readDay(parser, u"from"_s);
    if (!from)
        return from.error();
    price.validFrom = *from;
    const auto until = readDay(parser, u"to"_s);
    if (!until)
        return until.error();
    price.validUntil = *until;
    const auto amount
        = [&parser](const char *name) { return readUsd(parser, QString::fromLatin1(name)); };
    const auto input = amount("input-price");
    const auto output = amount("output-price");
    const auto read = amount("cache-read-price");
    const auto write = amount("cache-write-price");
    const auto reasoning = amount("reasoning-price");
    for (const auto &one : { input, output, read, write, reasoning }) {
        if (!one)
            return one.error();
    }
    if (!*input || !*output)
        return usageError(u"A price needs --input-price and --output-price, in US dollars for a "
                          "million tokens."_s);
    price.rates = { **input, **output, *read, *write, *reasoning, {} };
    return {};
}

Result<void> readLimits(const QCommandLineParser &parser, Budget &budget)
{
    const auto usd = readUsd(parser, u"usd"_s);
    const auto tokens = readCount(parser, u"tokens"_s);
    const auto calls = readCount(parser, u"calls"_s);
    const auto seconds = readCount(parser, u"seconds"_s);
    for (const auto &one : { usd, tokens, calls, seconds }) {
        if (!one)
            return one.error();
    }
    budget.nanoUsd = *usd;
    budget.tokens = *tokens;
    budget.calls = *calls;
    budget.seconds = *seconds;
    return {};
}

Result<void> readBudget(const QCommandLineParser &parser, Arguments &arguments)
{
    Budget &budget = arguments.costs.budget;
    budget.name = parser.value(u"name"_s);
    const QString team = parser.value(u"team"_s);
    const QString agent = parser.value(u"agent"_s);
    if (!team.isEmpty() && !agent.isEmpty())
        return usageError(u"Choose either --team or --agent."_s);
    if (!team.isEmpty() || !agent.isEmpty()) {
        budget.scope = team.isEmpty() ? Budget::Scope::Agent : Budget::Scope::Team;
        budget.subject = team + agent;
    }
    if (parser.isSet(u"every"_s)) {
        const auto period = budgetPeriodFromString(parser.value(u"every"_s));
        if (!period)
            return usageError(u"--every takes run, day or month."_s);
        budget.period = *period;
    }
    const QString action = parser.value(u"at-limit"_s);
    if (action == "stop"_L1)
        budget.action = SpendingCap::Action::Stop;
    else if (action == "warn"_L1)
        budget.action = SpendingCap::Action::Warn;
    else if (!action.isEmpty() && action != "pause"_L1)
        return usageError(u"--at-limit takes pause, stop or warn."_s);
    return readLimits(parser, budget);
}

} // namespace

bool isAboutCosts(Command command)
{
    return command >= Command::CostsShow && command <= Command::BudgetRemove;
}

void addCostOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        { u"from"_s, u"costs: the first day, UTC. prices set: from when it holds."_s, u"DAY"_s },
        { u"by"_s, u"costs show: what to tell apart: day, team, agent, model."_s, u"LIST"_s },
        { u"execution"_s, u"costs calls: only this execution."_s, u"EXECUTION_ID"_s },
        { u"unpriced"_s, u"costs calls: only those without a price."_s },
        { u"flagged"_s, u"costs calls: only those that deserve a look."_s },
        { u"period"_s, u"costs metrics, analytics: for example 24h, 7d, 2w, 3m or all."_s,
            u"PERIOD"_s },
        { u"input-price"_s, u"prices set: US dollars for a million tokens."_s, u"USD"_s },
        { u"output-price"_s, u"prices set: the same for answers."_s, u"USD"_s },
        { u"cache-read-price"_s, u"prices set: the same for what a cache had."_s, u"USD"_s },
        { u"cache-write-price"_s, u"prices set: the same for what a cache gets."_s, u"USD"_s },
        { u"reasoning-price"_s, u"prices set: the same for reasoning."_s, u"USD"_s },
        { u"provider"_s, u"prices set: only when this provider offers it."_s, u"NAME"_s },
        { u"prefix"_s, u"prices set: also models whose names go on after it."_s },
        { u"source"_s, u"prices: where the figures are from."_s, u"TEXT"_s },
        { u"preview"_s, u"prices import: only say what would change."_s },
        { u"litellm"_s, u"prices export: in the format of LiteLLM's price map."_s },
        { u"usd"_s, u"budget add: at most so many US dollars."_s, u"USD"_s },
        { u"tokens"_s, u"budget add: at most so many tokens."_s, u"N"_s },
        { u"calls"_s, u"budget add: at most so many calls."_s, u"N"_s },
        { u"seconds"_s, u"budget add: at most so many seconds of work."_s, u"N"_s },
        { u"every"_s, u"budget add: in each run, day or month."_s, u"PERIOD"_s },
        { u"check"_s, u"budget: leave with exit code 4 when one is used up."_s },
    });
}

Result<void> readCostOptions(const QCommandLineParser &parser, Arguments &arguments)
{
    if (!isAboutCosts(arguments.command))
        return {};
    CostArguments &costs = arguments.costs;
    costs.check = parser.isSet(u"check"_s);
    costs.liteLlm = parser.isSet(u"litellm"_s);
    arguments.planOnly = arguments.planOnly || parser.isSet(u"preview"_s);
    costs.price.source = parser.value(u"source"_s);
    if (parser.isSet(u"period"_s))
        costs.period = parser.value(u"period"_s);
    if (arguments.command == Command::PricesSet)
        return readPrice(parser, arguments);
    if (arguments.command == Command::BudgetAdd)
        return readBudget(parser, arguments);
    if (const Result<void> filter = readFilter(parser, arguments); !filter)
        return filter;
    if (const Result<void> groups = readGroups(parser, costs.groups); !groups)
        return groups;
    return readCostExport(parser, arguments);
}

} // namespace renum::cli
