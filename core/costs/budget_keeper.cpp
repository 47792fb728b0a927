// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/costs/budget_keeper.h"

#include "core/model/error_codes.h"

#include <QLoggingCategory>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcBudgets, "renum.costs.budgets", QtInfoMsg)

constexpr auto Retry = 5s;
constexpr auto OldAfter = 5s; // then other processes may have booked something
// A booking's row is written with the time of its event, which may be a little earlier.
constexpr auto Slack = 1min;
constexpr int Whole = 100;

SpendingLimits::Refusal unknownYet()
{
    SpendingLimits::Refusal refusal;
    refusal.error = { ErrorCategory::SystemError, QString::fromLatin1(code::Internal),
        u"What was spent so far is still being read."_s };
    return refusal;
}

SpendingLimits::Refusal refusalOf(const BudgetGuard::Obstacle &obstacle)
{
    return { obstacle.budget, obstacle.error, obstacle.action, obstacle.lasts };
}

void warn(const Error &error)
{
    qCWarning(lcBudgets).noquote() << "The budgets cannot be read:" << error.message;
}

BudgetGuard::Spent spentOf(const Spending &spending, qint64 seconds)
{
    return { { spending.cost.nanoUsd, spending.tokensInput + spending.tokensOutput,
                 spending.requests, seconds },
        spending.cost.unpricedCalls };
}

} // namespace

class BudgetKeeper::Held : public SpendingLimits::Reservation {
public:
    Held(BudgetKeeper *keeper, BudgetCall who, BudgetGuard::Ticket ticket)
        : m_keeper(keeper)
        , m_who(std::move(who))
        , m_ticket(ticket)
        , m_since(keeper->m_clock->monotonic())
    {
    }
    ~Held() override
    {
        if (m_keeper)
            m_keeper->release(m_ticket, m_who, m_since);
    }
    [[nodiscard]] std::optional<Refusal> extend(const Usage &soFar) override
    {
        if (!m_keeper)
            return std::nullopt;
        Usage usage = CallHabits::withOneMore(soFar);
        if (m_keeper->m_pricing)
            usage = m_keeper->m_pricing->price(usage, m_keeper->m_clock->now()).usage;
        const auto inTheWay = m_keeper->m_guard.extend(m_ticket, budgetAmountOf(usage));
        return inTheWay ? std::optional(refusalOf(*inTheWay)) : std::nullopt;
    }

private:
    QPointer<BudgetKeeper> m_keeper;
    BudgetCall m_who;
    BudgetGuard::Ticket m_ticket;
    std::chrono::nanoseconds m_since;
};

BudgetKeeper::BudgetKeeper(
    Store *store, Clock *clock, std::shared_ptr<const Pricing> pricing, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_pricing(std::move(pricing))
{
}

BudgetKeeper::~BudgetKeeper()
{
    close();
}

void BudgetKeeper::begin()
{
    m_tasks.start(keepUp());
}

void BudgetKeeper::close()
{
    m_closed = true;
    m_tasks.requestStop();
    m_timer.reset();
    m_watch.reset();
    wakeWaiters();
}

// --- reading ------------------------------------------------------------------------------------

QCoro::Task<> BudgetKeeper::keepUp()
{
    const QPointer<BudgetKeeper> self(this);
    m_reading = true;
    const Result<void> read = co_await reload();
    if (!self || m_closed)
        co_return;
    m_reading = false;
    if (read) {
        readAtMidnight();
        co_return;
    }
    warn(read.error());
    m_timer = m_clock->startTimer(Retry, [this] { begin(); });
}

QCoro::Task<Result<void>> BudgetKeeper::reload()
{
    const QPointer<BudgetKeeper> self(this);
    const QDate day = today();
    Timestamp since = m_clock->now();
    for (const Booking &booking : m_unseen)
        since = std::min(since, booking.time);
    const Result<BudgetFacts> facts = co_await readBudgetFacts(m_store, day, since - Slack);
    if (!self || m_closed)
        co_return cancelledError();
    if (!facts)
        co_return facts.error();
    take(*facts, day);
    co_return Result<void>();
}

void BudgetKeeper::readIfOld()
{
    if (m_closed || m_reading)
        return;
    if (m_day != today() || m_clock->monotonic() - m_readAt >= OldAfter)
        begin();
}

void BudgetKeeper::readAtMidnight()
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(
        startOf(today().addDays(1)) - m_clock->now());
    m_timer = m_clock->startTimer(left, [this] { begin(); });
}

void BudgetKeeper::take(const BudgetFacts &facts, QDate day)
{
    m_day = day;
    m_readAt = m_clock->monotonic();
    std::erase_if(m_unseen, [&facts](const Booking &booking) {
        return facts.latest.contains(std::pair(booking.run.execution, booking.run.run));
    });
    m_guard.setBudgets(facts.budgets);
    m_guard.clearSpent();
    for (const Budget &budget : facts.budgets) {
        if (budget.period == Budget::Period::Run) {
            addRuns(budget, facts.runs);
        } else {
            const BudgetFacts::Period period = facts.periods.value(budget.id);
            m_guard.setSpent(budget.id, spentOf(period.spending, period.seconds));
        }
    }
    for (const Booking &booking : m_unseen) {
        m_guard.addSpent(booking.who, booking.amount, booking.unpriced,
            [&](const Budget &budget) { return countsNow(booking, budget); });
    }
    m_passed.clear();
    (void)newlyPassed(); // who has passed them before was told then
    m_ready = true;
    wakeWaiters();
}

void BudgetKeeper::addRuns(const Budget &budget, const RunSpendings &runs)
{
    std::map<ExecutionId, Spending> byRun;
    for (const auto &[execution, row] : runs) {
        if (concerns(budget, { row.team, row.agent, execution }))
            byRun[execution].add(row.spending);
    }
    for (const auto &[execution, spending] : byRun)
        m_guard.setSpent(budget.id, spentOf(spending, 0), execution);
}

bool BudgetKeeper::countsNow(const Booking &booking, const Budget &budget) const
{
    const QDate day = dayOf(booking.time);
    switch (budget.period) {
    case Budget::Period::Run:
        return true;
    case Budget::Period::Day:
        return day == m_day;
    case Budget::Period::Month:
        return day.year() == m_day.year() && day.month() == m_day.month();
    }
    Q_UNREACHABLE();
}

// --- calls --------------------------------------------------------------------------------------

BudgetAmount BudgetKeeper::estimateOf(const PlannedCall &call) const
{
    Usage usage = m_habits.expected(call);
    if (m_pricing)
        usage = m_pricing->price(usage, m_clock->now()).usage;
    return budgetAmountOf(usage);
}

SpendingLimits::Leave BudgetKeeper::reserve(const PlannedCall &call)
{
    if (m_closed)
        return { nullptr, unknownYet() };
    readIfOld();
    if (!m_ready)
        return { nullptr, unknownYet() };
    const BudgetAmount estimate = estimateOf(call);
    if (const auto inTheWay = m_guard.obstacle(call.who, estimate))
        return { nullptr, refusalOf(*inTheWay) };
    return { std::make_unique<Held>(this, call.who, m_guard.occupy(call.who, estimate)), {} };
}

SpendingLimits::ReservationPtr BudgetKeeper::occupy(const PlannedCall &call)
{
    return std::make_unique<Held>(this, call.who, m_guard.occupy(call.who, estimateOf(call)));
}

QList<BudgetStatus> BudgetKeeper::book(
    const BudgetCall &who, const BookedRun &run, const Usage &usage)
{
    m_habits.learn(who.agent, usage);
    const Booking booking { run, who, budgetAmountOf(usage), !usage.cost.isKnown(),
        m_clock->now() };
    m_unseen.push_back(booking);
    m_guard.addSpent(who, booking.amount, booking.unpriced);
    return m_ready ? newlyPassed() : QList<BudgetStatus>();
}

void BudgetKeeper::release(
    BudgetGuard::Ticket ticket, const BudgetCall &who, std::chrono::nanoseconds since)
{
    m_guard.release(ticket);
    BudgetAmount worked;
    worked.seconds
        = std::chrono::duration_cast<std::chrono::seconds>(m_clock->monotonic() - since).count();
    m_guard.addSpent(who, worked); // until the ledger tells it better
    wakeWaiters();
}

void BudgetKeeper::whenChanged(const OneShot<bool> &chance)
{
    if (m_closed)
        return;
    m_waiters.push_back(chance);
    if (m_watch)
        return;
    m_watch = m_clock->startTimer(OldAfter, [this] {
        m_watch.reset();
        if (!m_waiters.empty() && !m_reading) // another process may have raised the budget
            begin();
    });
}

void BudgetKeeper::wakeWaiters()
{
    for (const OneShot<bool> &waiter : std::exchange(m_waiters, {}))
        waiter.set(true);
}

QList<BudgetStatus> BudgetKeeper::newlyPassed()
{
    QList<BudgetStatus> passed;
    for (const BudgetStatus &now : m_guard.status()) {
        const BudgetStatus spent = budgetStatus(now.budget, now.spent);
        QList<int> levels = now.budget.warnAt;
        levels.append(Whole);
        bool isNew = false;
        for (const int level : std::as_const(levels)) {
            if (now.budget.active && spent.percent >= level)
                isNew = m_passed[now.budget.id].insert(level).second || isNew;
        }
        if (isNew)
            passed.append(now);
    }
    return passed;
}

} // namespace renum
