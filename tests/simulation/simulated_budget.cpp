// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cost_store.h"
#include "tests/simulation/simulated_world.h"

/// The budget over all executions, and the person who lifts it some time after it was reached.
namespace renum::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

EngineSettings SimulatedWorld::settingsOf(int life)
{
    EngineSettings settings;
    settings.owner = u"11111111-0000-4000-8000-%1"_s.arg(life, 12, 10, QLatin1Char('0'));
    settings.jitterSeed = static_cast<quint64>(life);
    if (m_scenario.budget) {
        m_keeper = std::make_shared<BudgetKeeper>(m_store.get(), &m_clock, nullptr);
        settings.limits = m_keeper;
    }
    return settings;
}

QCoro::Task<> SimulatedWorld::keepBudget(int life)
{
    Budget budget = *m_scenario.budget;
    if (m_isLifted) {
        budget.calls = 1'000'000;
        budget.tokens.reset();
    }
    const CostStore costs(m_store.get());
    const Timestamp now = m_clock.now();
    const std::shared_ptr<BudgetKeeper> keeper = m_keeper;
    const Result<void> stored = co_await costs.putBudget(budget, now);
    if (isGone(life))
        co_return;
    const bool wasQuiet = m_orchestrator->runsAtWork() == 0;
    keeper->begin();
    // Of a first life, in which nothing is lost, what was booked can be counted.
    const bool refuses = budget.action != SpendingCap::Action::Warn;
    m_isLimited = stored && wasQuiet && refuses && life == 1 && !m_isLifted && budget.calls;
}

void SimulatedWorld::watchBudget(const ExecutionEvent &event)
{
    const RunId run(stringAt(event.data, "agent_run_id").value_or(QString()));
    if (event.eventType == "step_run_duplicate"_L1)
        m_doubles.insert(run);
    if (event.eventType == "step_usage"_L1 && m_isLimited && m_life == 1 && !m_isLifted
        && !m_doubles.contains(run) && ++m_bookedRuns > *m_scenario.budget->calls)
        flaw(u"%1 runs were booked under a budget of %2 calls"_s.arg(m_bookedRuns)
                 .arg(*m_scenario.budget->calls));
    const bool holds = event.eventType == "execution_budget_reached"_L1
        || (m_keeper && event.eventType == "execution_resumed"_L1);
    if (!holds)
        return;
    expectEndWithin(2h);
    m_agenda.later(m_person.spread(1ms, 60s), [this] { liftBudget(); });
}

// Somebody always comes back.
void SimulatedWorld::liftBudget()
{
    m_isLifted = true;
    if (!m_isAway && !m_isDead && m_orchestrator)
        m_tasks.start(keepBudget(m_life)); // else the next life begins with it
}

QCoro::Task<> SimulatedWorld::readBudget()
{
    const std::shared_ptr<BudgetKeeper> keeper = m_keeper;
    const Result<void> read = co_await keeper->reload();
    m_budgetIsRead = true;
    if (!read)
        flaw(u"the budget cannot be read: "_s + read.error().message);
}

void SimulatedWorld::judgeBudget(const std::vector<std::shared_ptr<ExecutionHistory>> &histories)
{
    if (!m_keeper || !m_scenario.jumps.empty())
        return; // whose clock was set may be in another month
    m_budgetIsRead = false;
    m_tasks.start(readBudget());
    while (!m_budgetIsRead && turn()) { }
    const QList<BudgetStatus> all = m_keeper->status();
    if (all.isEmpty())
        return; // it could not be stored
    BudgetAmount booked;
    for (const std::shared_ptr<ExecutionHistory> &history : histories) {
        for (const ExecutionEvent &event : std::as_const(history->events)) {
            const Json *usage = memberAt(event.data, "usage_metrics");
            if (event.eventType == "step_usage"_L1 && usage)
                booked.add(budgetAmountOf(usageFromJson(*usage)));
        }
    }
    const BudgetStatus &status = all.constFirst();
    if (status.spent.calls != booked.calls || status.spent.tokens != booked.tokens)
        flaw(u"the budget counts %1 calls and %2 tokens, but %3 and %4 were booked"_s
                 .arg(status.spent.calls)
                 .arg(status.spent.tokens)
                 .arg(booked.calls)
                 .arg(booked.tokens));
    if (status.reserved != BudgetAmount())
        flaw(u"%1 calls are still reserved"_s.arg(status.reserved.calls));
}

} // namespace renum::test
