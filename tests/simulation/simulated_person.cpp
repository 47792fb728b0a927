// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/random_wish.h"
#include "tests/simulation/simulated_world.h"

#include <algorithm>

/// The person who does things to running executions, and who lets one that holds go on.
namespace renum::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

void SimulatedWorld::meddle()
{
    QList<ExecutionId> open(m_open.cbegin(), m_open.cend());
    if (!m_orchestrator || open.isEmpty())
        return;
    std::sort(open.begin(), open.end());
    const ExecutionId id = open.at(qsizetype(m_person.below(quint64(open.size()))));
    const ExecutionEvents &log = m_acknowledged[id];
    const auto planned = std::ranges::find(log, u"plan_created"_s, &ExecutionEvent::eventType);
    const Json *json = planned == log.end() ? nullptr : memberAt(planned->data, "plan");
    if (!json)
        return;
    const Result<ExecutionPlan> plan = planFromJson(*json);
    m_tasks.start(carryOut(id, randomWish(m_person, id, plan->definition), m_life));
}

QCoro::Task<> SimulatedWorld::carryOut(ExecutionId id, Wish wish, int life)
{
    trace(u"a person: %1 %2"_s.arg(wish.name, id.toString()));
    const Result<void> done = co_await wish.carryOut(*m_orchestrator);
    if (isGone(life))
        co_return;
    // It may not fit, or the execution may have ended; but it is never a fault of the engine.
    if (!done && !m_isDead && done.error().code == "internal_error"_L1)
        flaw(u"%1: %2"_s.arg(wish.name, done.error().message));
}

// Somebody always comes back.
void SimulatedWorld::watchHolds(const ExecutionEvent &event)
{
    const bool holds = event.eventType == "execution_held"_L1
        || event.eventType == "execution_paused"_L1 || event.eventType == "execution_resumed"_L1;
    if (!holds || m_scenario.interventions.empty())
        return;
    expectEndWithin(1h);
    const bool atCap
        = stringAt(event.data, "reason") == u"cap"_s || event.eventType == "execution_resumed"_L1;
    m_agenda.later(m_person.spread(1ms, 60s), [this, id = event.executionId, atCap] {
        if (!m_orchestrator || !m_open.contains(id))
            return;
        if (atCap) // whatever it held at
            m_tasks.start(carryOut(id, goOnWish(m_person, id, true), m_life));
        m_tasks.start(carryOut(id, goOnWish(m_person, id, false), m_life));
    });
}

} // namespace renum::test
