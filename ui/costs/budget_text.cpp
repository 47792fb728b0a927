// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/budget_text.h"

#include "ui/text/format.h"
#include "ui/text/money_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <chrono>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

struct BudgetWords {
    Q_DECLARE_TR_FUNCTIONS(BudgetText)
};

enum class Unit { Money, Tokens, Calls, Time };

/// One of a budget's limits with what counts towards it.
struct Measure {
    Unit unit = Unit::Money;
    qint64 limit = 0;
    qint64 spent = 0;
    qint64 reserved = 0;

    [[nodiscard]] double share() const { return double(spent + reserved) / double(limit); }
};

std::optional<Measure> nearestOf(const BudgetStatus &status)
{
    const Budget &budget = status.budget;
    const BudgetAmount &spent = status.spent;
    const BudgetAmount &reserved = status.reserved;
    const std::array<std::pair<std::optional<qint64>, Measure>, 4> all { {
        { budget.nanoUsd, { Unit::Money, 0, spent.nanoUsd, reserved.nanoUsd } },
        { budget.tokens, { Unit::Tokens, 0, spent.tokens, reserved.tokens } },
        { budget.calls, { Unit::Calls, 0, spent.calls, reserved.calls } },
        { budget.seconds, { Unit::Time, 0, spent.seconds, reserved.seconds } },
    } };
    std::optional<Measure> nearest;
    for (const auto &[limit, measure] : all) {
        if (!limit || *limit <= 0)
            continue;
        Measure one = measure;
        one.limit = *limit;
        if (!nearest || one.share() > nearest->share())
            nearest = one;
    }
    return nearest;
}

QString measureText(Unit unit, qint64 amount)
{
    switch (unit) {
    case Unit::Money:
        return format::money(Cost::ofCall(CostBasis::Reported, amount));
    case Unit::Time:
        return format::duration(std::chrono::seconds(amount));
    case Unit::Tokens:
    case Unit::Calls:
        return QLocale().toString(amount);
    }
    Q_UNREACHABLE();
}

} // namespace

QString actionWord(SpendingCap::Action action)
{
    switch (action) {
    case SpendingCap::Action::Pause:
        return BudgetWords::tr("Pause and ask me");
    case SpendingCap::Action::Stop:
        return BudgetWords::tr("Stop");
    case SpendingCap::Action::Warn:
        return BudgetWords::tr("Only tell me");
    }
    Q_UNREACHABLE();
}

QString scopeWord(Budget::Scope scope)
{
    switch (scope) {
    case Budget::Scope::All:
        return BudgetWords::tr("Everything");
    case Budget::Scope::Team:
        return BudgetWords::tr("One team");
    case Budget::Scope::Agent:
        return BudgetWords::tr("One agent");
    }
    Q_UNREACHABLE();
}

QString periodWord(Budget::Period period)
{
    switch (period) {
    case Budget::Period::Run:
        return BudgetWords::tr("Each run");
    case Budget::Period::Day:
        return BudgetWords::tr("A day");
    case Budget::Period::Month:
        return BudgetWords::tr("A month");
    }
    Q_UNREACHABLE();
}

QString budgetTitle(const Budget &budget, const CostNames &names)
{
    if (!budget.name.isEmpty())
        return budget.name;
    const QString period = periodWord(budget.period);
    switch (budget.scope) {
    case Budget::Scope::All:
        return period;
    case Budget::Scope::Team: //: name of a team; "a day", "a month" or "each run"
        return BudgetWords::tr("Team %1: %2")
            .arg(names.team(TeamId(budget.subject)), period.toLower());
    case Budget::Scope::Agent: //: name of an agent; "a day", "a month" or "each run"
        return BudgetWords::tr("Agent %1: %2")
            .arg(names.agent(AgentId(budget.subject)), period.toLower());
    }
    Q_UNREACHABLE();
}

QString budgetAmountText(const BudgetStatus &status)
{
    const std::optional<Measure> nearest = nearestOf(status);
    if (!nearest)
        return {};
    const QString spent = measureText(nearest->unit, nearest->spent);
    const QString limit = measureText(nearest->unit, nearest->limit);
    const bool run = status.budget.period == Budget::Period::Run;
    switch (nearest->unit) {
    case Unit::Tokens:
        return BudgetWords::tr("%1 of %2 tokens").arg(spent, limit);
    case Unit::Calls:
        return BudgetWords::tr("%1 of %2 calls").arg(spent, limit);
    case Unit::Money:
    case Unit::Time:
        //: of the run of today that is nearest to its limit
        return run ? BudgetWords::tr("at most %1 of %2").arg(spent, limit)
                   : BudgetWords::tr("%1 of %2", "amounts").arg(spent, limit);
    }
    Q_UNREACHABLE();
}

BudgetShares budgetShares(const BudgetStatus &status)
{
    const std::optional<Measure> nearest = nearestOf(status);
    if (!nearest)
        return {};
    return { double(nearest->spent) / double(nearest->limit),
        double(nearest->reserved) / double(nearest->limit) };
}

QString budgetNote(const BudgetStatus &status)
{
    QStringList parts;
    if (!status.budget.active)
        parts << BudgetWords::tr("Switched off");
    if (status.level == BudgetStatus::Level::Reached)
        parts << BudgetWords::tr("The limit is reached");
    const std::optional<Measure> nearest = nearestOf(status);
    if (nearest && nearest->reserved > 0)
        parts << BudgetWords::tr("%1 reserved for calls under way")
                     .arg(measureText(nearest->unit, nearest->reserved));
    if (nearest && nearest->spent > nearest->limit)
        parts << BudgetWords::tr("%1 over the limit")
                     .arg(measureText(nearest->unit, nearest->spent - nearest->limit));
    if (status.unpricedCalls > 0 && status.budget.nanoUsd)
        parts << BudgetWords::tr(
            "%n call(s) without a price do not count", nullptr, int(status.unpricedCalls));
    parts << BudgetWords::tr("At the limit: %1").arg(actionWord(status.budget.action).toLower());
    return parts.join(u" · "_s);
}

} // namespace renum::ui
