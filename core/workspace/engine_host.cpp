// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/engine_host.h"

#include "core/agents/openai/model_check.h"
#include "core/agents/suna/suna_check.h"
#include "core/workspace/owner_lock.h"

#include <QLoggingCategory>
#include <QPointer>
#include <QProcess>
#include <QThread>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

// While shutting down: how often to look whether calls have ended, and how often at most.
constexpr std::chrono::milliseconds QuietInterval(10);
constexpr int QuietLooks = 300;

Q_LOGGING_CATEGORY(lcEngineHost, "renum.workspace.engine", QtInfoMsg)

bool changesStatus(const ExecutionEvent &event)
{
    static constexpr std::array Names { "execution_created"_L1, "execution_started"_L1,
        "execution_resumed"_L1, "execution_paused"_L1, "execution_continued"_L1,
        "execution_held"_L1, "execution_stop_requested"_L1, "execution_cap_reached"_L1,
        "execution_budget_reached"_L1, "execution_cap_set"_L1, "step_approval_requested"_L1,
        "step_approval_decided"_L1 };
    return isTerminalEvent(event) || std::ranges::find(Names, event.eventType) != Names.end();
}

bool isBooking(const ExecutionEvent &event)
{
    return event.eventType == "step_usage"_L1;
}

std::vector<ModelSetup> sessionModels(const LocalWorkspaceOptions &options)
{
    if (!options.models)
        return {};
    return { ModelSetup { *options.models, options.localAgents } };
}

} // namespace

EngineHost::EngineHost(
    LocalWorkspaceOptions options, std::unique_ptr<Store> store, std::shared_ptr<SystemClock> clock)
    : m_options(std::move(options))
    , m_clock(std::move(clock))
    , m_store(std::move(store))
{
}

EngineHost::~EngineHost() = default;

void EngineHost::begin()
{
    Clock *clock = m_clock.get();
    m_connector
        = std::make_unique<AgentConnector>(clock, m_options.suna, m_options.modelTimings, this);
    beginCosts();
    m_orchestrator = std::make_unique<Orchestrator>(m_store.get(), clock, &m_ids, m_options.engine,
        [this](const ExecutionEvents &events) { publish(events); });
    m_teams = std::make_unique<TeamService>(
        m_store.get(), clock, &m_ids, m_options.limits, m_options.maxTeams);
    m_ownAgents = std::make_unique<OwnAgentsService>(
        m_store.get(), clock, &m_ids, m_connector.get(), sessionModels(m_options));
    m_executions = std::make_unique<ExecutionService>(
        m_store.get(), clock, &m_ids, m_orchestrator.get(), m_connector.get(), m_options.dataDir);
    m_control = std::make_unique<ControlDesk>(
        m_store.get(), clock, m_executions.get(), m_options.engine.owner);
    m_records = std::make_unique<ExecutionRecords>(m_store.get(), clock);
    m_lists = std::make_unique<ExecutionLists>(m_store.get(), clock, m_executions.get());
    connect(m_lists.get(), &ExecutionLists::changed, this, &EngineHost::executionChanged);
    connect(m_connector.get(), &AgentConnector::statusChanged, this,
        &EngineHost::connectionStatusChanged);
    connect(m_teams.get(), &TeamService::changed, this, &EngineHost::teamsChanged);
    connect(m_ownAgents.get(), &OwnAgentsService::changed, this, &EngineHost::ownAgentsChanged);
    connect(m_orchestrator.get(), &Orchestrator::broken, this, &EngineHost::breakFeeds);
    connect(m_connector.get(), &AgentConnector::statusChanged, this, &EngineHost::lookAfterEnded);
    if (!m_options.useStoredEndpoints)
        m_ownAgents->beginWithoutStored();
    m_connector->connectTo(m_options.connection);
}

// Before the engine, which books with these prices.
void EngineHost::beginCosts()
{
    const auto pricing = std::make_shared<TablePricing>(PriceTable());
    m_options.engine.pricing = pricing;
    m_budgets = std::make_shared<BudgetKeeper>(m_store.get(), m_clock.get(), pricing);
    m_options.engine.limits = m_budgets;
    m_costs = std::make_unique<CostService>(
        m_store.get(), m_clock.get(), &m_ids, pricing, m_budgets.get());
    connect(m_costs.get(), &CostService::pricesChanged, this, &EngineHost::pricesChanged);
    connect(m_costs.get(), &CostService::budgetsChanged, this, &EngineHost::budgetsChanged);
    m_budgets->begin();
    m_tasks.start(useOwnPrices());
}

QCoro::Task<> EngineHost::useOwnPrices()
{
    const Result<void> begun = co_await m_costs->begin();
    if (!begun && begun.error().category != ErrorCategory::UserCancelled)
        qCWarning(lcEngineHost).noquote() << "prices:" << begun.error().message;
}

void EngineHost::beginModels(OwnAgentsService::Keys keys)
{
    m_tasks.start(useStored(std::move(keys)));
}

QCoro::Task<> EngineHost::useStored(OwnAgentsService::Keys keys)
{
    const Result<void> begun = co_await m_ownAgents->begin(std::move(keys));
    if (!begun && begun.error().category != ErrorCategory::UserCancelled)
        qCWarning(lcEngineHost).noquote() << "model endpoints:" << begun.error().message;
}

QCoro::Task<Result<ConnectionReport>> EngineHost::checkModels(
    ModelEndpoint endpoint, std::stop_token stop)
{
    const ConnectionReport report
        = co_await renum::checkModels(endpoint, m_clock.get(), m_options.modelTimings, stop);
    if (stop.stop_requested())
        co_return cancelledError();
    co_return report;
}

QCoro::Task<Result<ConnectionReport>> EngineHost::checkSuna(
    SunaConnection server, std::stop_token stop)
{
    const ConnectionReport report
        = co_await renum::checkSuna(server, m_clock.get(), m_options.suna, stop);
    if (stop.stop_requested())
        co_return cancelledError();
    co_return report;
}

void EngineHost::setToolServer(ToolServerSettings settings)
{
    m_orchestrator->setToolServer(std::move(settings));
}

// As soon as there is a service to ask.
void EngineHost::lookAfterEnded(const ConnectionStatus &status)
{
    if (status.state != ConnectionStatus::State::Connected)
        return;
    m_orchestrator->lookAfterEnded(m_connector->connected(),
        [dir = m_options.dataDir](const QString &owner) { return OwnerLock::isHeld(dir, owner); });
}

void EngineHost::start(QCoro::Task<> task)
{
    m_tasks.start(std::move(task));
}

void EngineHost::publish(const ExecutionEvents &events)
{
    const ExecutionId id = events.constFirst().executionId;
    for (const auto &[number, feed] : m_feeds) {
        if (feed->execution() == id)
            feed->wake();
    }
    if (std::ranges::any_of(events, changesStatus))
        emit executionChanged(id);
    if (std::ranges::any_of(events, isBooking))
        emit spendingChanged();
}

void EngineHost::breakFeeds(const ExecutionId &id, const Error &error)
{
    for (const auto &[number, feed] : m_feeds) {
        if (feed->execution() == id)
            feed->fail(error);
    }
    emit executionBroken(id, error);
}

QCoro::Task<Result<QList<AgentInfo>>> EngineHost::agents(std::stop_token stop)
{
    const QPointer<EngineHost> self(this);
    const Result<std::shared_ptr<AgentBackend>> backend = co_await m_connector->backend(stop);
    if (!self || !m_connector)
        co_return cancelledError();
    if (!backend)
        co_return backend.error();
    const Result<QList<AgentInfo>> agents = co_await (*backend)->listAgents(stop);
    if (self && m_connector && !agents)
        m_connector->noteFailure(agents.error());
    co_return agents;
}

void EngineHost::openFeed(quint64 number, const ExecutionId &execution, qint64 after,
    std::shared_ptr<SubscriptionChannel> channel)
{
    if (!m_orchestrator)
        return; // shutting down
    auto feed = std::make_unique<EventFeed>(m_store.get(), m_clock.get(), std::move(channel),
        execution, after, [this, execution] { return m_orchestrator->drives(execution); });
    feed->wake();
    m_feeds.emplace(number, std::move(feed));
}

void EngineHost::closeFeed(quint64 number)
{
    m_feeds.erase(number);
}

void EngineHost::feedTaken(quint64 number)
{
    const auto feed = m_feeds.find(number);
    if (feed != m_feeds.end())
        feed->second->taken();
}

void EngineHost::shutDown()
{
    m_tasks.requestStop();
    m_feeds.clear();
    m_lists.reset();
    m_control.reset();
    m_executions.reset();
    m_teams.reset();
    m_ownAgents.reset();
    m_orchestrator.reset();
    m_costs.reset();
    m_budgets->close();
    m_budgets.reset();
    m_options.engine.limits.reset();
    m_connector.reset();
    m_quiet = m_clock->startTimer(QuietInterval, [this] { quitWhenQuiet(); });
}

// Coroutines that wait for the store or the network resume here once more and end, and the demo's
// process is seen to end; the thread must not go before them. What does not end in time is left.
void EngineHost::quitWhenQuiet()
{
    const bool quiet = m_tasks.running() == 0 && findChildren<QProcess *>().isEmpty();
    if (!quiet && ++m_patience < QuietLooks) {
        m_quiet = m_clock->startTimer(QuietInterval, [this] { quitWhenQuiet(); });
        return;
    }
    m_quiet.reset();
    m_store.reset(); // writes what is queued; its last answers are delivered before the thread ends
    QMetaObject::invokeMethod(
        this, [] { QThread::currentThread()->quit(); }, Qt::QueuedConnection);
}

} // namespace renum
