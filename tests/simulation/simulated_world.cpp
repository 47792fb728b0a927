// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/simulated_world.h"

#include "tests/engine/engine_bench.h"
#include "tests/simulation/booked_rows.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QEvent>

#include <algorithm>
#include <utility>

namespace renum::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

/// What the engine may need beyond an execution's own time to end it.
constexpr milliseconds EndSlack = 90s;

} // namespace

SimulatedWorld::SimulatedWorld(Scenario scenario, SimulatedDisk *disk, bool trace)
    : m_scenario(std::move(scenario))
    , m_disk(disk)
    , m_tracing(trace)
    , m_dice(m_scenario.worldSeed)
    , m_person(m_scenario.worldSeed ^ 0x5DEECE66DU)
    , m_service(&m_clock, m_dice.part(), m_scenario.rates, m_scenario.talkative)
    , m_agenda(&m_clock)
    , m_ids(std::make_unique<CountingIds>())
{
    m_disk->format(&m_clock);
    m_isDiskFull = m_scenario.storeFailsFrom.has_value();
    if (m_isDiskFull)
        m_disk->refuseFrom(*m_scenario.storeFailsFrom);
    QCoreApplication::instance()->installEventFilter(this);
}

SimulatedWorld::~SimulatedWorld()
{
    QCoreApplication::instance()->removeEventFilter(this);
}

Verdict SimulatedWorld::run()
{
    plan();
    boot();
    const bool ended = turnUntilEnded();
    m_verdict.instants = m_instants;
    if (ended && turnUntilQuiet())
        judge();
    m_verdict.virtualTime = m_clock.monotonic();
    tearDown();
    return m_verdict;
}

// --- the world ----------------------------------------------------------------------------------

void SimulatedWorld::plan()
{
    for (const Scenario::ClockJump &jump : m_scenario.jumps) {
        m_agenda.later(jump.after, [this, jump] {
            trace(u"the clock jumps by %1 ms"_s.arg(jump.by.count()));
            if (jump.asleep)
                m_clock.sleep(jump.by);
            else
                m_clock.jump(jump.by);
            m_mustEndBy += std::chrono::abs(jump.by);
        });
    }
    if (m_scenario.stopAfter) {
        m_agenda.later(*m_scenario.stopAfter, [this] {
            if (m_orchestrator)
                m_tasks.start(stopAll(m_life));
        });
    }
    for (const milliseconds after : m_scenario.interventions)
        m_agenda.later(after, [this] { meddle(); });
    for (const Scenario::Start &start : m_scenario.starts) {
        m_agenda.later(start.after, [this, request = start.request] {
            ++m_nextStart;
            if (!m_orchestrator)
                return;
            ++m_pendingWork;
            m_tasks.start(accept(request, m_life));
        });
    }
}

/// One step in time, and what follows from it at once. False when nothing is left to happen.
void SimulatedWorld::settle()
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCoreApplication::sendPostedEvents();
}

bool SimulatedWorld::turn()
{
    const bool moved = m_clock.advanceToNext();
    settle();
    const bool gaveUp = m_isBroken && m_orchestrator && m_orchestrator->activeCount() == 0;
    if (!m_isAway && (m_isDead || gaveUp))
        shutDown();
    return moved;
}

bool SimulatedWorld::turnUntilEnded()
{
    expectEndWithin(1h);
    const auto ended = [this] {
        return m_nextStart == m_scenario.starts.size() && m_pendingWork == 0 && m_open.isEmpty()
            && !m_isAway && !m_isDead && !m_isBroken;
    };
    while (!ended()) {
        // What the last turn brought about may itself bring something about.
        if (!turn() && !ended() && !turn() && !ended()) {
            flaw(u"nothing will ever happen again, but %1 executions and %2 calls are open"_s
                     .arg(m_open.size())
                     .arg(m_pendingWork));
            return false;
        }
        if (m_clock.monotonic() > m_mustEndBy) {
            flaw(u"it takes longer than it may"_s);
            return false;
        }
    }
    return true;
}

// Once nothing goes wrong any more, the engine clears away what it left at the service.
bool SimulatedWorld::turnUntilQuiet()
{
    m_dieAt = 0;
    m_service.calmDown();
    const EngineSettings settings;
    expectEndWithin(settings.startPatience + settings.startWindow + settings.reapFor);
    for (const Scenario::ClockJump &jump : m_scenario.jumps)
        m_mustEndBy += std::chrono::abs(jump.by);
    // What is only left to be deleted must not make time pass: the next timer may be tomorrow's.
    settle();
    while (m_orchestrator->isBusy()) {
        const bool moved = turn();
        if ((!moved && m_orchestrator->isBusy()) || m_clock.monotonic() > m_mustEndBy) {
            flaw(u"the engine does not come to rest"_s);
            return false;
        }
    }
    return true;
}

QCoro::Task<> SimulatedWorld::collect(ExecutionId id, std::shared_ptr<ExecutionHistory> history)
{
    const Result<ExecutionEvents> events = co_await m_store->events(id, 0, 1'000'000);
    const Result<Execution> stored = co_await m_store->execution(id);
    const Result<QList<RemoteStart>> starts = co_await m_store->remoteStarts(id);
    if (!events || !stored || !starts)
        qFatal("a history cannot be read");
    history->events = *events;
    history->stored = *stored;
    history->starts = *starts;
    history->usageRows = bookedRowsOf(m_disk->file(), id);
    history->ledger = m_service.ledger();
    history->canListRuns = m_scenario.capabilities.listsRuns;
    history->lives = m_lives;
    history->clockWasSet = !m_scenario.jumps.empty();
    history->acknowledged = m_acknowledged[id];
}

void SimulatedWorld::judge()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    std::vector<std::shared_ptr<ExecutionHistory>> histories;
    for (const auto &[id, acknowledged] : m_acknowledged) {
        if (acknowledged.isEmpty())
            continue;
        const auto history = std::make_shared<ExecutionHistory>();
        m_tasks.start(collect(id, history));
        while (history->ledger.empty() && history->events.isEmpty() && turn()) { }
        for (const QString &found : flawsOf(*history))
            flaw(id.toString().right(2) + u": "_s + found);
        for (const ExecutionEvent &event : std::as_const(history->events))
            hash.addData(canonicalJson(toFrame(event)));
        m_verdict.events += static_cast<int>(history->events.size());
        ++m_verdict.ends[toString(history->stored.status)];
        histories.push_back(history);
    }
    judgeBudget(histories);
    for (const LedgerRun &run : m_service.ledger()) {
        ++m_verdict.runs;
        hash.addData(QString(run.run.toString() % toRfc3339(run.startedAt)).toUtf8());
    }
    for (const QString &found : flawsOfSums(m_disk->file()))
        flaw(found);
    m_verdict.logHash = hash.result().toHex();
}

void SimulatedWorld::tearDown()
{
    m_isOver = true;
    m_backends.back()->cut();
    m_orchestrator.reset();
    m_keeper.reset();
    m_store.reset();
    // What still sleeps wakes up once more, and finds its owner gone.
    while (m_clock.advanceToNext()) { }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void SimulatedWorld::expectEndWithin(milliseconds time)
{
    m_mustEndBy = std::max(m_mustEndBy, m_clock.monotonic() + time + EndSlack);
}

void SimulatedWorld::flaw(const QString &what)
{
    trace(u"FLAW: "_s + what);
    m_verdict.flaws.append(what);
}

void SimulatedWorld::trace(const QString &what) const
{
    if (!m_tracing)
        return;
    const auto elapsed = std::chrono::duration_cast<milliseconds>(m_clock.monotonic());
    qInfo("%9lld ms  %s", static_cast<long long>(elapsed.count()), qUtf8Printable(what));
}

} // namespace renum::test
