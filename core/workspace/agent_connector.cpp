// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/agent_connector.h"

#include "core/agents/composed_backend.h"
#include "core/model/error_codes.h"
#include "core/workspace/demo_simulator.h"

#include <QPointer>

#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

template<typename T>
struct DeleteLater {
    void operator()(T *object) const { object->deleteLater(); }
};

Error notConnectedError()
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::NotConnected),
        u"No agent service is connected. Choose the demo or a Suna server in the settings."_s };
}

bool isServiceFailure(const Error &error)
{
    return error.category == ErrorCategory::NetworkError
        || error.category == ErrorCategory::AuthenticationError;
}

} // namespace

/// One connection. Deleted later: the last owner may be a coroutine that one of them resumed.
struct AgentConnector::Link {
    std::unique_ptr<DemoSimulator, DeleteLater<DemoSimulator>> simulator;
    std::unique_ptr<SunaBackend, DeleteLater<SunaBackend>> backend; ///< null: models only
    std::unique_ptr<OpenAiBackend, DeleteLater<OpenAiBackend>> models; ///< null: none
    [[nodiscard]] bool isDemo() const { return simulator != nullptr; }

    /// Who answers; keeps the link alive.
    [[nodiscard]] static std::shared_ptr<AgentBackend> backendOf(const std::shared_ptr<Link> &link)
    {
        const std::shared_ptr<AgentBackend> service(link, link->backend.get());
        const std::shared_ptr<OpenAiBackend> models(link, link->models.get());
        if (service && models)
            return std::make_shared<ComposedBackend>(service, models);
        return service ? service : models;
    }
};

ConnectionStatus initialStatus(
    const AgentConnection &connection, const std::optional<ModelEndpoint> &models)
{
    ConnectionStatus status;
    status.place = u"This computer"_s;
    status.demo = std::holds_alternative<DemoConnection>(connection);
    status.state = std::holds_alternative<NoConnection>(connection) && !models
        ? ConnectionStatus::State::Unconfigured
        : ConnectionStatus::State::Connecting;
    return status;
}

AgentConnector::AgentConnector(Clock *clock, SunaTimings timings, QObject *keeper, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_timings(timings)
    , m_keeper(keeper)
    , m_status(initialStatus(NoConnection(), std::nullopt))
{
}

AgentConnector::~AgentConnector()
{
    answerWaiters(cancelledError());
}

void AgentConnector::offerModels(
    ModelEndpoint endpoint, LocalAgentList agents, ModelTimings timings)
{
    m_models = std::move(endpoint);
    m_localAgents = std::move(agents);
    m_modelTimings = timings;
}

void AgentConnector::connectTo(AgentConnection connection)
{
    m_link.reset();
    setStatus(initialStatus(connection, m_models));
    const bool hasService = !std::holds_alternative<NoConnection>(connection);
    if (!hasService && !m_models) {
        answerWaiters(notConnectedError());
        return;
    }
    m_link = std::make_shared<Link>();
    if (m_models) {
        m_link->models.reset(new OpenAiBackend(*m_models, m_clock, m_modelTimings));
        m_link->models->setAgents(m_localAgents);
    }
    if (const auto *demo = std::get_if<DemoConnection>(&connection)) {
        m_tasks.start(connectDemo(*demo, m_link));
        return;
    }
    if (hasService)
        useServer(m_link, std::get<SunaConnection>(connection));
    m_tasks.start(probe(m_link));
}

QCoro::Task<> AgentConnector::connectDemo(DemoConnection options, std::shared_ptr<Link> link)
{
    const QPointer<AgentConnector> self(this);
    link->simulator.reset(new DemoSimulator(options, m_clock, m_keeper));
    connect(link->simulator.get(), &DemoSimulator::died, this,
        [this, watched = std::weak_ptr(link)](const Error &error) {
            if (watched.lock() == m_link && m_link)
                fail(error);
        });
    const std::stop_token stop = m_tasks.token();
    const Result<QUrl> address = co_await link->simulator->start(stop);
    if (!self || link != m_link)
        co_return;
    if (!address) {
        fail(address.error());
        co_return;
    }
    useServer(link, { *address, "demo", {} });
    co_await probe(link);
}

void AgentConnector::useServer(const std::shared_ptr<Link> &link, const SunaConnection &server)
{
    link->backend.reset(new SunaBackend(server, m_clock, m_timings));
}

QCoro::Task<> AgentConnector::probe(std::shared_ptr<Link> link)
{
    const QPointer<AgentConnector> self(this);
    const std::stop_token stop = m_tasks.token();
    const std::shared_ptr<AgentBackend> backend = Link::backendOf(link);
    const Result<BackendInfo> info = co_await backend->probe(stop);
    if (!self || link != m_link)
        co_return;
    if (info)
        succeed(*info);
    else
        fail(info.error());
}

QCoro::Task<Result<std::shared_ptr<AgentBackend>>> AgentConnector::backend(std::stop_token stop)
{
    if (!m_link)
        co_return notConnectedError();
    if (m_status.state == ConnectionStatus::State::Connected)
        co_return connected();
    if (m_status.state == ConnectionStatus::State::Failed) {
        if (m_link->isDemo())
            co_return Error(*m_status.error); // a copy: a task moves from an lvalue
        ConnectionStatus again = m_status;
        again.state = ConnectionStatus::State::Connecting;
        again.error.reset();
        setStatus(again);
        m_tasks.start(probe(m_link));
    }
    const Waiter waiter;
    m_waiters.append(waiter);
    const std::stop_callback onStop(stop, [waiter] { waiter.set(cancelledError()); });
    co_return co_await waiter;
}

std::shared_ptr<AgentBackend> AgentConnector::connected() const
{
    if (!m_link || m_status.state != ConnectionStatus::State::Connected)
        return nullptr;
    return Link::backendOf(m_link);
}

void AgentConnector::noteFailure(const Error &error)
{
    if (m_status.state == ConnectionStatus::State::Connected && isServiceFailure(error))
        fail(error);
}

void AgentConnector::succeed(const BackendInfo &info)
{
    ConnectionStatus status = m_status;
    status.state = ConnectionStatus::State::Connected;
    status.service = u"%1 %2 at %3"_s.arg(info.name, info.version, info.address);
    if (m_link->backend && m_link->models)
        status.service += u", models at %1"_s.arg(m_link->models->address());
    status.error.reset();
    setStatus(status);
    answerWaiters(connected());
}

void AgentConnector::fail(const Error &error)
{
    ConnectionStatus status = m_status;
    status.state = ConnectionStatus::State::Failed;
    status.error = error;
    setStatus(status);
    answerWaiters(error);
}

void AgentConnector::setStatus(ConnectionStatus status)
{
    if (status == m_status)
        return;
    m_status = std::move(status);
    emit statusChanged(m_status);
}

void AgentConnector::answerWaiters(const Result<std::shared_ptr<AgentBackend>> &result)
{
    for (const Waiter &waiter : std::exchange(m_waiters, {}))
        waiter.set(result);
}

} // namespace renum
