// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/costs/budget_guard.h"

#include "core/model/error_codes.h"

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

bool concerns(const Budget &budget, const BudgetCall &call)
{
    switch (budget.scope) {
    case Budget::Scope::All:
        return true;
    case Budget::Scope::Team:
        return budget.subject == call.team.toString();
    case Budget::Scope::Agent:
        return budget.subject == call.agent.toString();
    }
    Q_UNREACHABLE();
}

void subtract(BudgetAmount &from, const BudgetAmount &amount)
{
    from.nanoUsd = std::max<qint64>(from.nanoUsd - amount.nanoUsd, 0);
    from.tokens = std::max<qint64>(from.tokens - amount.tokens, 0);
    from.calls = std::max<qint64>(from.calls - amount.calls, 0);
    from.seconds = std::max<qint64>(from.seconds - amount.seconds, 0);
}

/// One limit, and what counts towards it.
struct Measure {
    const char *name;
    std::optional<qint64> limit;
    qint64 spent;
    qint64 reserved;
    qint64 estimate;

    [[nodiscard]] bool isInTheWay() const
    {
        // Also without an estimate nothing begins once the limit is reached.
        return limit && (spent + reserved >= *limit || spent + reserved > *limit - estimate);
    }
};

std::optional<Measure> limitInTheWay(const Budget &budget, const BudgetAmount &spent,
    const BudgetAmount &reserved, const BudgetAmount &estimate)
{
    for (const Measure &measure :
        { Measure { "nano_usd", budget.nanoUsd, spent.nanoUsd, reserved.nanoUsd, estimate.nanoUsd },
            Measure { "tokens", budget.tokens, spent.tokens, reserved.tokens, estimate.tokens },
            Measure { "calls", budget.calls, spent.calls, reserved.calls, estimate.calls },
            Measure {
                "seconds", budget.seconds, spent.seconds, reserved.seconds, estimate.seconds } }) {
        if (measure.isInTheWay())
            return measure;
    }
    return std::nullopt;
}

Error exceeded(const Budget &budget, const Measure &measure)
{
    return { ErrorCategory::QuotaExceeded, QString::fromLatin1(code::BudgetExceeded),
        u"The budget \"%1\" does not allow another call: of %2 (%3), %4 are spent and %5 reserved, "
        "and the call needs about %6. Raise the budget, choose a cheaper model, or stop."_s.arg(
            budget.name, QString::number(*measure.limit), QString::fromLatin1(measure.name),
            QString::number(measure.spent), QString::number(measure.reserved),
            QString::number(measure.estimate)),
        { { u"budget"_s, budget.name }, { u"measure"_s, QString::fromLatin1(measure.name) },
            { u"limit"_s, *measure.limit }, { u"spent"_s, measure.spent },
            { u"reserved"_s, measure.reserved }, { u"estimate"_s, measure.estimate },
            { u"action"_s, toString(budget.action) } } };
}

qint64 beyond(qint64 spent, const std::optional<qint64> &limit)
{
    return limit ? std::max<qint64>(spent - *limit, 0) : 0;
}

} // namespace

void BudgetGuard::setBudgets(const Budgets &budgets)
{
    m_budgets = budgets;
    std::erase_if(m_accounts, [this](const auto &account) { return !budget(account.first.first); });
}

void BudgetGuard::setSpent(const BudgetId &id, const Spent &spent, const ExecutionId &run)
{
    if (budget(id))
        m_accounts[{ id, run }].spent = spent;
}

const Budget *BudgetGuard::budget(const BudgetId &id) const
{
    const auto found = std::ranges::find(m_budgets, id, &Budget::id);
    return found == m_budgets.cend() ? nullptr : &*found;
}

QList<BudgetGuard::Key> BudgetGuard::accountsFor(const BudgetCall &call) const
{
    QList<Key> keys;
    for (const Budget &budget : m_budgets) {
        if (budget.active && concerns(budget, call))
            keys.append({ budget.id,
                budget.period == Budget::Period::Run ? call.execution : ExecutionId() });
    }
    return keys;
}

Result<BudgetGuard::Ticket> BudgetGuard::reserve(
    const BudgetCall &call, const BudgetAmount &estimate)
{
    const QList<Key> keys = accountsFor(call);
    for (const Key &key : keys) {
        const Budget *budget = this->budget(key.first);
        const Account &account = m_accounts[key];
        const auto inTheWay
            = limitInTheWay(*budget, account.spent.amount, account.reserved, estimate);
        if (inTheWay && budget->action != SpendingCap::Action::Warn)
            return exceeded(*budget, *inTheWay);
    }
    for (const Key &key : keys)
        m_accounts[key].reserved.add(estimate);
    const Ticket ticket = m_next++;
    m_reservations.insert(ticket, { keys, estimate });
    return ticket;
}

void BudgetGuard::settle(Ticket ticket, const BudgetAmount &actual, bool unpriced)
{
    const Reservation reservation = m_reservations.take(ticket);
    for (const Key &key : reservation.accounts) {
        const auto account = m_accounts.find(key);
        if (account == m_accounts.end())
            continue; // the budget is gone
        subtract(account->second.reserved, reservation.estimate);
        account->second.spent.amount.add(actual);
        account->second.spent.unpricedCalls += unpriced ? 1 : 0;
    }
}

void BudgetGuard::release(Ticket ticket)
{
    const Reservation reservation = m_reservations.take(ticket);
    for (const Key &key : reservation.accounts) {
        if (const auto account = m_accounts.find(key); account != m_accounts.end())
            subtract(account->second.reserved, reservation.estimate);
    }
}

QList<BudgetStatus> BudgetGuard::status() const
{
    QList<BudgetStatus> list;
    for (const Budget &budget : m_budgets) {
        BudgetStatus worst = budgetStatus(budget, {});
        for (const auto &[key, account] : m_accounts) {
            if (key.first != budget.id)
                continue;
            BudgetStatus one = budgetStatus(budget, account.spent.amount, account.reserved);
            one.unpricedCalls = account.spent.unpricedCalls;
            if (one.percent >= worst.percent)
                worst = one;
        }
        list.append(worst);
    }
    return list;
}

BudgetAmount BudgetGuard::overshoot(const BudgetId &id) const
{
    BudgetAmount most;
    const Budget *of = budget(id);
    if (!of)
        return most;
    for (const auto &[key, account] : m_accounts) {
        if (key.first != id)
            continue;
        const BudgetAmount &spent = account.spent.amount;
        most.nanoUsd = std::max(most.nanoUsd, beyond(spent.nanoUsd, of->nanoUsd));
        most.tokens = std::max(most.tokens, beyond(spent.tokens, of->tokens));
        most.calls = std::max(most.calls, beyond(spent.calls, of->calls));
        most.seconds = std::max(most.seconds, beyond(spent.seconds, of->seconds));
    }
    return most;
}

} // namespace renum
