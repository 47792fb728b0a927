// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/costs/budget_guard.h"

#include "core/model/error_codes.h"

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

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

    [[nodiscard]] bool isInTheWay() const { return isInTheWay(spent + reserved); }
    [[nodiscard]] bool lasts() const { return isInTheWay(spent); }

private:
    [[nodiscard]] bool isInTheWay(qint64 used) const
    {
        // Also without an estimate nothing begins once the limit is reached.
        return limit && (used >= *limit || used > *limit - estimate);
    }
};

/// Of the limits that are in the way one that lasts, if there is one.

std::optional<Measure> limitInTheWay(const Budget &budget, const BudgetAmount &spent,
    const BudgetAmount &reserved, const BudgetAmount &estimate)
{
    std::optional<Measure> found;
    for (const Measure &measure :
        { Measure { "nano_usd", budget.nanoUsd, spent.nanoUsd, reserved.nanoUsd, estimate.nanoUsd },
            Measure { "tokens", budget.tokens, spent.tokens, reserved.tokens, estimate.tokens },
            Measure { "calls", budget.calls, spent.calls, reserved.calls, estimate.calls },
            Measure {
                "seconds", budget.seconds, spent.seconds, reserved.seconds, estimate.seconds } }) {
        if (measure.isInTheWay() && (!found || (measure.lasts() && !found->lasts())))
            found = measure;
    }
    return found;
}

/// For people: of an amount of money the dollars.
QString measureText(const Measure &measure, qint64 amount)
{
    constexpr double NanoPerUsd = 1e9;
    const QLatin1StringView name(measure.name);
    if (name == "nano_usd"_L1)
        return u"%1 USD"_s.arg(double(amount) / NanoPerUsd, 0, 'f', 4);
    return u"%1 %2"_s.arg(QString::number(amount), name);
}

Error exceeded(const Budget &budget, const Measure &measure)
{
    return { ErrorCategory::QuotaExceeded, QString::fromLatin1(code::BudgetExceeded),
        u"The budget \"%1\" does not allow another call: of %2, %3 are spent and %4 reserved, and "
        "the call needs about %5. Raise the budget, choose a cheaper model, or stop."_s.arg(
            budget.name, measureText(measure, *measure.limit), measureText(measure, measure.spent),
            measureText(measure, measure.reserved), measureText(measure, measure.estimate)),
        { { u"budget"_s, budget.name }, { u"measure"_s, QString::fromLatin1(measure.name) },
            { u"limit"_s, *measure.limit }, { u"spent"_s, measure.spent },
            { u"reserved"_s, measure.reserved }, { u"estimate"_s, measure.estimate },
            { u"action"_s, toString(budget.action) } } };
}

bool isWorse(const BudgetGuard::Obstacle &one, const BudgetGuard::Obstacle &other)
{
    if (one.lasts != other.lasts)
        return one.lasts;
    return one.action == SpendingCap::Action::Stop && other.action != SpendingCap::Action::Stop;
}

BudgetAmount atLeast(const BudgetAmount &one, const BudgetAmount &other)
{
    return { std::max(one.nanoUsd, other.nanoUsd), std::max(one.tokens, other.tokens),
        std::max(one.calls, other.calls), std::max(one.seconds, other.seconds) };
}

qint64 beyond(qint64 spent, const std::optional<qint64> &limit)
{
    return limit ? std::max<qint64>(spent - *limit, 0) : 0;
}

} // namespace

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

void BudgetGuard::setBudgets(const Budgets &budgets)
{
    m_budgets = budgets;
    std::erase_if(m_accounts, [this](const auto &account) { return !budget(account.first.first); });
    for (auto &[key, account] : m_accounts)
        account.reserved = {};
    for (Reservation &reservation : m_reservations) { // also under budgets that are new
        reservation.accounts = accountsFor(reservation.call);
        for (const Key &key : std::as_const(reservation.accounts))
            m_accounts[key].reserved.add(reservation.estimate);
    }
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

std::optional<BudgetGuard::Obstacle> BudgetGuard::obstacle(
    const BudgetCall &call, const BudgetAmount &estimate) const
{
    return obstacleBeside(call, estimate, {});
}

std::optional<BudgetGuard::Obstacle> BudgetGuard::obstacleBeside(
    const BudgetCall &call, const BudgetAmount &estimate, const BudgetAmount &alreadyReserved) const
{
    std::optional<Obstacle> worst;
    for (const Key &key : accountsFor(call)) {
        const Budget *budget = this->budget(key.first);
        if (budget->action == SpendingCap::Action::Warn)
            continue;
        const auto found = m_accounts.find(key);
        Account account = found == m_accounts.end() ? Account() : found->second;
        subtract(account.reserved, alreadyReserved);
        const auto limit = limitInTheWay(*budget, account.spent.amount, account.reserved, estimate);
        if (!limit)
            continue;
        const Obstacle one { budget->id, exceeded(*budget, *limit), budget->action,
            limit->lasts() };
        if (!worst || isWorse(one, *worst))
            worst = one;
    }
    return worst;
}

Result<BudgetGuard::Ticket> BudgetGuard::reserve(
    const BudgetCall &call, const BudgetAmount &estimate)
{
    if (const std::optional<Obstacle> inTheWay = obstacle(call, estimate))
        return inTheWay->error;
    return occupy(call, estimate);
}

BudgetGuard::Ticket BudgetGuard::occupy(const BudgetCall &call, const BudgetAmount &estimate)
{
    const QList<Key> keys = accountsFor(call);
    for (const Key &key : keys)
        m_accounts[key].reserved.add(estimate);
    const Ticket ticket = m_next++;
    m_reservations.insert(ticket, { call, keys, estimate });
    return ticket;
}

std::optional<BudgetGuard::Obstacle> BudgetGuard::extend(
    Ticket ticket, const BudgetAmount &estimate)
{
    const auto reservation = m_reservations.find(ticket);
    if (reservation == m_reservations.end())
        return std::nullopt;
    const BudgetAmount more = atLeast(reservation->estimate, estimate);
    if (const auto inTheWay = obstacleBeside(reservation->call, more, reservation->estimate))
        return inTheWay;
    const Reservation before = *reservation;
    for (const Key &key : before.accounts) {
        if (const auto account = m_accounts.find(key); account != m_accounts.end()) {
            subtract(account->second.reserved, before.estimate);
            account->second.reserved.add(more);
        }
    }
    reservation->estimate = more;
    return std::nullopt;
}

void BudgetGuard::settle(Ticket ticket, const BudgetAmount &actual, bool unpriced)
{
    const auto reservation = m_reservations.constFind(ticket);
    if (reservation == m_reservations.cend())
        return;
    const BudgetCall call = reservation->call;
    release(ticket);
    addSpent(call, actual, unpriced);
}

void BudgetGuard::addSpent(const BudgetCall &call, const BudgetAmount &actual, bool unpriced,
    const std::function<bool(const Budget &)> &counts)
{
    for (const Key &key : accountsFor(call)) {
        if (counts && !counts(*budget(key.first)))
            continue;
        Spent &spent = m_accounts[key].spent;
        spent.amount.add(actual);
        spent.unpricedCalls += unpriced ? 1 : 0;
    }
}

void BudgetGuard::clearSpent()
{
    for (auto &[key, account] : m_accounts)
        account.spent = {};
    std::erase_if(
        m_accounts, [](const auto &account) { return account.second.reserved == BudgetAmount(); });
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
