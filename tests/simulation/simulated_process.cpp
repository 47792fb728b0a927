// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/simulated_world.h"

#include <QEvent>

#include <algorithm>
#include <utility>

namespace renum::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

milliseconds timeOf(const ExecutionRequest &request)
{
    return std::chrono::seconds(request.team.config.maxExecutionSeconds.value_or(3600));
}

} // namespace

void SimulatedWorld::boot()
{
    if (m_isOver)
        return;
    m_isAway = false;
    m_isDead = false;
    m_instants = 0;
    const auto death = static_cast<size_t>(m_life);
    m_dieAt = death < m_scenario.crashes.size() ? m_scenario.crashes[death].instant : 0;
    ++m_life;
    trace(u"--- life %1 begins"_s.arg(m_life));
    auto opened = Store::open({ m_disk->file(), false, storeExecutor() }, &m_clock);
    if (!opened)
        qFatal("the store cannot be opened: %s", qUtf8Printable(opened.error().message));
    m_store = std::move(*opened);
    SimulatedBackend::Watch watch { [this] { instant(); },
        [this](const RunRequest &request) { checkIntent(request); } };
    m_backends.push_back(
        std::make_shared<SimulatedBackend>(&m_service, m_scenario.capabilities, std::move(watch)));
    m_orchestrator = std::make_unique<Orchestrator>(m_store.get(), &m_clock, m_ids.get(),
        settingsOf(m_life), [this](const ExecutionEvents &events) { publish(events); });
    connect(m_orchestrator.get(), &Orchestrator::broken, this, &SimulatedWorld::breakDown);
    if (m_keeper)
        m_tasks.start(keepBudget(m_life));
    m_sent.clear();
    m_lives.push_back({ m_clock.now(), Timestamp::max() });
    expectEndWithin(0ms); // it may find that there is more to do
    m_tasks.start(recover(m_life));
}

bool SimulatedWorld::isGone(int life) const
{
    return life != m_life || m_isAway || m_isOver;
}

void SimulatedWorld::instant()
{
    ++m_instants;
    if (m_instants == m_dieAt && !m_isDead)
        die();
}

bool SimulatedWorld::eventFilter(QObject *watched, QEvent *event)
{
    if (m_orchestrator)
        instant();
    return QObject::eventFilter(watched, event);
}

// Nothing of what the engine does from here on reaches the disk, the service or a person.
void SimulatedWorld::die()
{
    trace(u"--- the process dies at instant %1"_s.arg(m_instants));
    ++m_verdict.crashes;
    m_isDead = true;
    m_lives.back().until = std::min(m_lives.back().until, m_clock.now());
    m_disk->keep();
    m_backends.back()->cut();
}

// Nothing more reaches the log.
void SimulatedWorld::breakDown()
{
    m_isBroken = true;
    m_lives.back().until = std::min(m_lives.back().until, m_clock.now());
}

void SimulatedWorld::shutDown()
{
    m_backends.back()->cut();
    m_orchestrator.reset();
    m_keeper.reset();
    m_store.reset();
    if (m_isDead)
        m_disk->putBack();
    if (std::exchange(m_isBroken, false)) {
        m_disk->acceptAgain();
        m_isDiskFull = false;
        ++m_verdict.brokenStores;
    }
    milliseconds away = 5s;
    if (m_isDead)
        away = m_scenario.crashes[static_cast<size_t>(m_life - 1)].away;
    m_isDead = false;
    m_isAway = true;
    m_pendingWork = 0;
    m_agenda.later(away, [this] { boot(); });
}

// The store works when the world lets it.
Executor SimulatedWorld::storeExecutor()
{
    return [this, life = m_life](std::function<void()> work) {
        const milliseconds delay
            = m_scenario.slowStore && m_dice.oneIn(3) ? m_dice.spread(1ms, 30ms) : 0ms;
        m_agenda.later(delay, [this, life, call = std::move(work)] {
            if (m_orchestrator && life == m_life)
                instant();
            call();
            if (m_orchestrator && life == m_life)
                instant();
        });
    };
}

void SimulatedWorld::publish(const ExecutionEvents &events)
{
    if (m_isDead)
        return;
    if (!m_orchestrator)
        flaw(u"events were told by an engine that is gone"_s);
    for (const ExecutionEvent &event : events) {
        trace(QString::fromUtf8(canonicalJson(toFrame(event))));
        m_acknowledged[event.executionId].append(event);
        if (event.eventType == "step_run_sent"_L1)
            ++m_sent[ThreadId(stringAt(event.data, "thread_id").value_or(QString()))];
        watchHolds(event);
        watchBudget(event);
        if (isTerminalEvent(event))
            m_open.remove(event.executionId);
    }
    instant();
}

// Reliability §1.4 step 2: no byte leaves before its intent is on the disk.
void SimulatedWorld::checkIntent(const RunRequest &request)
{
    trace(u"the service is asked to start %1 in %2"_s.arg(
        request.agent.toString(), request.thread.thread.toString()));
    if (--m_sent[request.thread.thread] < 0)
        flaw(u"a start in %1 left before it was stored"_s.arg(request.thread.thread.toString()));
}

QCoro::Task<> SimulatedWorld::accept(ExecutionRequest request, int life)
{
    const milliseconds time = timeOf(request);
    const std::shared_ptr<AgentBackend> backend = m_backends.back();
    const Result<ExecutionId> accepted = co_await m_orchestrator->execute(request, backend);
    if (isGone(life))
        co_return;
    --m_pendingWork;
    if (m_isDead)
        co_return;
    if (accepted) {
        if (m_acknowledged[*accepted].isEmpty()
            || !isTerminalEvent(m_acknowledged[*accepted].constLast()))
            m_open.insert(*accepted);
        expectEndWithin(time);
    } else {
        refused(u"a valid team was refused"_s, accepted.error());
    }
}

// On a full disk that is as it must be.
void SimulatedWorld::refused(const QString &what, const Error &error)
{
    if (m_isDiskFull)
        breakDown();
    else
        flaw(what + u": "_s + error.message);
}

// What the product does when it starts: it looks after the runs of executions that have ended, and
// people decide about those that have not.
QCoro::Task<> SimulatedWorld::recover(int life)
{
    ++m_pendingWork;
    m_orchestrator->lookAfterEnded(m_backends.back(), [](const QString &) { return false; });
    ExecutionQuery query;
    query.statuses = { ExecutionStatus::Pending, ExecutionStatus::Running };
    const Result<Page<Execution>> found = co_await m_store->executions(query);
    if (isGone(life))
        co_return;
    if (!found)
        qFatal("the store cannot be read: %s", qUtf8Printable(found.error().message));
    m_open.clear();
    for (const Execution &execution : found->items)
        m_open.insert(execution.id);
    for (const Execution &execution : found->items) {
        expectEndWithin(1h);
        const Result<void> recovered = co_await recoverOne(execution.id);
        if (isGone(life))
            co_return;
        if (!recovered && !m_isDead)
            refused(u"an execution was not recovered"_s, recovered.error());
    }
    --m_pendingWork;
}

QCoro::Task<Result<void>> SimulatedWorld::recoverOne(ExecutionId id)
{
    const std::shared_ptr<AgentBackend> backend = m_backends.back();
    if (m_life % 2 == 0
        || m_scenario.alwaysResumes) { // a person goes on the first time, and gives up the second
        trace(u"going on with %1"_s.arg(id.toString()));
        expectEndWithin(3h);
        co_return co_await m_orchestrator->resume(id, backend);
    }
    trace(u"closing %1"_s.arg(id.toString()));
    const QString by = u"the simulation"_s;
    co_return co_await m_orchestrator->closeInterrupted(id, by, backend);
}

QCoro::Task<> SimulatedWorld::stopAll(int life)
{
    const QSet<ExecutionId> open = m_open;
    QList<ExecutionId> ids(open.cbegin(), open.cend());
    std::sort(ids.begin(), ids.end());
    for (const ExecutionId &id : std::as_const(ids)) {
        trace(u"a person stops %1"_s.arg(id.toString()));
        const QString by = u"a person"_s;
        const Result<void> stopped = co_await m_orchestrator->stop(id, by);
        if (isGone(life))
            co_return;
        Q_UNUSED(stopped) // it may have ended in the meantime
    }
}

} // namespace renum::test
