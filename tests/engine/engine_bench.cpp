// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/engine_bench.h"

#include "core/model/workflow_codec.h"
#include "core/store/cost_store.h"
#include "tests/support/await.h"

#include <QCoreApplication>

#include <algorithm>

namespace renum::test {

using namespace Qt::StringLiterals;

namespace {

const ExecutionId Sentinel(u"00000000-0000-4000-8000-ffffffffffff"_s);

} // namespace

QString CountingIds::next()
{
    return u"00000000-0000-4000-8000-%1"_s.arg(++m_last, 12, 16, QLatin1Char('0'));
}

EngineSettings EngineBench::standardSettings()
{
    EngineSettings settings;
    settings.owner = u"11111111-0000-4000-8000-000000000000"_s;
    settings.jitterSeed = 1;
    return settings;
}

EngineBench::EngineBench(EngineSettings settings)
    : m_settings(std::move(settings))
{
    store = std::move(*Store::open({ dir.filePath(u"renum.db"_s) }, &clock));
    backend = std::make_shared<FakeBackend>(&clock);
    startEngine();
}

void EngineBench::startEngine()
{
    if (keeper) { // as a new process has it
        keeper->close();
        keeper = std::make_shared<BudgetKeeper>(store.get(), &clock, m_settings.pricing);
        keeper->begin();
        m_settings.limits = keeper;
    }
    orchestrator = std::make_unique<Orchestrator>(
        store.get(), &clock, &ids, m_settings, [this](const ExecutionEvents &events) {
            m_published[events.constFirst().executionId] += events;
        });
    QObject::connect(orchestrator.get(), &Orchestrator::broken, orchestrator.get(),
        [this](const ExecutionId &id, const Error &error) {
            broken.append({ id, error });
        });
}

EngineBench::~EngineBench()
{
    orchestrator.reset();
    settle();
}

Team EngineBench::team(const char *workflow)
{
    const WorkflowReading reading = readWorkflow(Json::parse(workflow));
    Q_ASSERT(reading.problems.isEmpty());
    Team team;
    team.id = TeamId(u"22222222-0000-4000-8000-000000000000"_s);
    team.name = u"Test team"_s;
    team.workflow = reading.definition;
    return team;
}

Team EngineBench::chain(const QStringList &agents, const char *type)
{
    Json list = Json::array();
    for (qsizetype i = 0; i < agents.size(); ++i) {
        Json agent = { { "agent_id", toJson(agents[i]) }, { "execution_order", i + 1 } };
        agent["input"] = i == 0
            ? Json { { "source", "initial_prompt" } }
            : Json { { "source", "agent_result" }, { "agent_id", toJson(agents[i - 1]) } };
        list.push_back(agent);
    }
    const Json workflow = { { "type", type }, { "agents", list } };
    return team(workflow.dump().c_str());
}

Result<ExecutionId> EngineBench::tryExecute(
    const Team &team, const QString &prompt, const ExecutionConfig &config)
{
    const auto id = await(orchestrator->execute({ team, prompt, config }, backend));
    Q_ASSERT(id);
    return *id;
}

ExecutionId EngineBench::execute(
    const Team &team, const QString &prompt, const ExecutionConfig &config)
{
    const Result<ExecutionId> id = tryExecute(team, prompt, config);
    if (!id)
        qFatal("execute: %s", qUtf8Printable(id.error().message));
    settle();
    return *id;
}

Result<void> EngineBench::stop(const ExecutionId &id)
{
    const auto stopped = await(orchestrator->stop(id, u"tester"_s));
    Q_ASSERT(stopped);
    settle();
    return *stopped;
}

void EngineBench::restart()
{
    orchestrator.reset();
    settle();
    startEngine();
}

Result<void> EngineBench::resume(const ExecutionId &id)
{
    const auto resumed = await(orchestrator->resume(id, backend));
    Q_ASSERT(resumed);
    settle();
    return *resumed;
}

void EngineBench::setBudgets(const Budgets &budgets)
{
    const CostStore costs(store.get());
    for (const Budget &old : std::as_const(m_budgets)) {
        const bool stays = std::ranges::find(budgets, old.id, &Budget::id) != budgets.cend();
        if (!stays && !*await(costs.removeBudget(old.id)))
            qFatal("a budget was not removed");
    }
    for (const Budget &budget : budgets) {
        if (!*await(costs.putBudget(budget, clock.now())))
            qFatal("a budget was not stored");
    }
    m_budgets = budgets;
    if (!keeper) {
        orchestrator.reset();
        settle();
        keeper = std::make_shared<BudgetKeeper>(store.get(), &clock, m_settings.pricing);
        startEngine();
    }
    if (!*await(keeper->reload()))
        qFatal("the budgets were not read");
    rest();
}

BudgetStatus EngineBench::budget(const char *id)
{
    const QList<BudgetStatus> all = keeper->status();
    const auto found = std::ranges::find(all, BudgetId(QString::fromLatin1(id)),
        [](const BudgetStatus &status) { return status.budget.id; });
    return found == all.cend() ? BudgetStatus() : *found;
}

Result<void> EngineBench::close(const ExecutionId &id)
{
    const auto closed = await(orchestrator->closeInterrupted(id, u"tester"_s, backend));
    Q_ASSERT(closed);
    settle();
    return *closed;
}

// The writer takes what is queued in order: once this event is acknowledged, all before it are.
void EngineBench::writeSentinel()
{
    ExecutionEvent event;
    event.seq = ++m_sentinelSeq;
    event.executionId = Sentinel;
    event.teamId = TeamId(u"22222222-0000-4000-8000-000000000000"_s);
    event.timestamp = clock.now();
    event.type = event.seq == 1 ? u"execution_update"_s : u"execution_log"_s;
    event.eventType = event.seq == 1 ? u"execution_created"_s : QString();
    ExecutionEvents events;
    events.append(event);
    const auto written = await(store->append(events));
    if (!written || !*written)
        qFatal("the sentinel was not written");
}

qsizetype EngineBench::activity() const
{
    qsizetype sum = broken.size();
    if (backend) {
        sum += backend->starts.size() + backend->stops.size() + backend->finds + backend->prepares;
    }
    for (const ExecutionEvents &events : m_published)
        sum += events.size();
    return sum;
}

void EngineBench::settle()
{
    // Several turns, because what a write led to may need some before it can be seen.
    constexpr int QuietTurns = 4;
    for (int quiet = 0; quiet < QuietTurns;) {
        const qsizetype before = activity();
        writeSentinel();
        QCoreApplication::processEvents();
        quiet = activity() == before ? quiet + 1 : 0;
    }
}

// The store answers questions in their order: when ours is answered, so are those before it, and
// what they led to can ask the next one. More rounds than anything here asks in a row.
void EngineBench::rest()
{
    for (int i = 0; i < 12; ++i) {
        const auto asked = await(store->activeExecutionCount());
        if (!asked || !*asked)
            qFatal("the store does not answer");
        settle();
    }
}

void EngineBench::advance(std::chrono::milliseconds total, std::chrono::milliseconds step)
{
    settle();
    while (total > total.zero()) {
        const auto leg = std::min(step, total);
        clock.advance(leg);
        settle();
        total -= leg;
    }
}

const ExecutionEvents &EngineBench::published(const ExecutionId &id)
{
    return m_published[id];
}

QStringList EngineBench::story(const ExecutionId &id)
{
    QStringList names;
    for (const ExecutionEvent &event : std::as_const(m_published[id])) {
        const QString name = event.eventType.isEmpty() ? event.type : event.eventType;
        if (name != "step_output"_L1 && name != "execution_progress"_L1
            && name != "execution_log"_L1)
            names.append(name);
    }
    return names;
}

int EngineBench::count(const ExecutionId &id, QLatin1StringView eventType)
{
    return static_cast<int>(std::ranges::count_if(m_published[id],
        [eventType](const ExecutionEvent &event) { return event.eventType == eventType; }));
}

ExecutionEvent EngineBench::event(const ExecutionId &id, QLatin1StringView eventType, int number)
{
    for (const ExecutionEvent &event : std::as_const(m_published[id])) {
        if (event.eventType == eventType && number-- == 0)
            return event;
    }
    return {};
}

Execution EngineBench::execution(const ExecutionId &id)
{
    ExecutionProjection projection;
    for (const ExecutionEvent &event : std::as_const(m_published[id]))
        projection.apply(event);
    return projection.execution();
}

Execution EngineBench::stored(const ExecutionId &id)
{
    const auto found = await(store->execution(id));
    return found && *found ? **found : Execution();
}

ExecutionEvents EngineBench::storedEvents(const ExecutionId &id)
{
    const auto found = await(store->events(id, 0, 100'000));
    return found && *found ? **found : ExecutionEvents();
}

QString EngineBench::flaw(const ExecutionId &id)
{
    const ExecutionEvents &events = m_published[id];
    for (qsizetype i = 0; i < events.size(); ++i) {
        if (events[i].seq != i + 1)
            return u"seq %1 at place %2"_s.arg(events[i].seq).arg(i + 1);
        if (isTerminalEvent(events[i]) != (i + 1 == events.size()))
            return u"%1 at place %2 of %3"_s.arg(events[i].eventType).arg(i + 1).arg(events.size());
    }
    return storedEvents(id) == events ? QString() : u"the store holds something else"_s;
}

} // namespace renum::test
