// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/agent_connector.h"

#include "core/agents/composed_backend.h"
#include "core/model/error_codes.h"
#include "core/workspace/demo_simulator.h"

#include <QPointer>

#include <algorithm>
#include <ranges>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;
using PartState = ConnectionPart::State;

namespace {

// The last owner may be a coroutine that the object itself resumed.
template<typename T>
std::shared_ptr<T> deletedLater(T *object)
{
    return std::shared_ptr<T>(object, [](T *owned) { owned->deleteLater(); });
}

Error notConnectedError()
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::NotConnected),
        u"No agent service is connected. Choose the demo, a Suna server or a model endpoint in the "
        "settings."_s };
}

bool isServiceFailure(const Error &error)
{
    return error.category == ErrorCategory::NetworkError
        || error.category == ErrorCategory::AuthenticationError;
}

} // namespace

/// One service of the connection.
struct AgentConnector::Part {
    ConnectionPart status;
    std::shared_ptr<AgentBackend> backend; ///< null while the demo is being started
    std::shared_ptr<OpenAiBackend> models; ///< the same, where it is an endpoint
    ModelEndpoint endpoint;
    BackendInfo info; ///< for Connected
    bool isOver = false; ///< asking again is no use
};

/// What has to live as long as who uses the demo.
struct AgentConnector::DemoService {
    std::shared_ptr<DemoSimulator> simulator;
    std::shared_ptr<SunaBackend> backend;
};

ConnectionStatus initialStatus(const AgentConnection &connection, bool mayHaveModels)
{
    ConnectionStatus status;
    status.place = u"This computer"_s;
    status.demo = std::holds_alternative<DemoConnection>(connection);
    status.state = std::holds_alternative<NoConnection>(connection) && !mayHaveModels
        ? ConnectionStatus::State::Unconfigured
        : ConnectionStatus::State::Connecting;
    return status;
}

AgentConnector::AgentConnector(
    Clock *clock, SunaTimings suna, ModelTimings models, QObject *keeper, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_sunaTimings(suna)
    , m_modelTimings(models)
    , m_keeper(keeper)
    , m_status(initialStatus(NoConnection(), true))
{
}

AgentConnector::~AgentConnector()
{
    answerWaiters(cancelledError());
}

// --- its parts ----------------------------------------------------------------------------------

AgentConnector::PartPtr AgentConnector::partOf(const ModelSetup &setup)
{
    const auto same = std::ranges::find_if(
        m_models, [&setup](const PartPtr &part) { return part->endpoint == setup.endpoint; });
    if (same != m_models.end()) {
        (*same)->models->setAgents(setup.agents);
        return *same;
    }
    auto part = std::make_shared<Part>();
    part->endpoint = setup.endpoint;
    part->models = deletedLater(new OpenAiBackend(setup.endpoint, m_clock, m_modelTimings));
    part->models->setAgents(setup.agents);
    part->backend = part->models;
    part->status.kind = ConnectionPart::Kind::Models;
    part->status.name = setup.endpoint.name;
    part->status.address = part->models->address();
    return part;
}

void AgentConnector::setModels(const std::vector<ModelSetup> &models)
{
    std::vector<PartPtr> next;
    std::vector<PartPtr> fresh;
    for (const ModelSetup &setup : models) {
        next.push_back(partOf(setup));
        if (!has(next.back()))
            fresh.push_back(next.back());
    }
    m_models = std::move(next);
    m_modelsKnown = true;
    update();
    for (const PartPtr &part : fresh)
        m_tasks.start(probe(part));
}

void AgentConnector::connectTo(AgentConnection connection)
{
    m_service.reset();
    if (!std::holds_alternative<NoConnection>(connection))
        m_service = std::make_shared<Part>();
    if (const auto *demo = std::get_if<DemoConnection>(&connection)) {
        m_service->status.kind = ConnectionPart::Kind::Demo;
        update();
        m_tasks.start(connectDemo(*demo, m_service));
    } else if (const auto *server = std::get_if<SunaConnection>(&connection)) {
        m_service->backend = deletedLater(new SunaBackend(*server, m_clock, m_sunaTimings));
        m_service->status.address = m_service->backend->address();
        update();
        m_tasks.start(probe(m_service));
    } else {
        update();
    }
}

QCoro::Task<> AgentConnector::connectDemo(DemoConnection options, PartPtr part)
{
    const QPointer<AgentConnector> self(this);
    const auto service = std::make_shared<DemoService>();
    service->simulator = deletedLater(new DemoSimulator(options, m_clock, m_keeper));
    connect(service->simulator.get(), &DemoSimulator::died, this,
        [this, watched = std::weak_ptr(part)](const Error &error) {
            if (const PartPtr died = watched.lock()) {
                died->isOver = true;
                settle(died, error);
            }
        });
    const std::stop_token stop = m_tasks.token();
    const Result<QUrl> address = co_await service->simulator->start(stop);
    if (!self || !has(part))
        co_return;
    if (!address) {
        part->isOver = true;
        settle(part, address.error());
        co_return;
    }
    const SunaConnection server { *address, "demo", {} };
    service->backend = deletedLater(new SunaBackend(server, m_clock, m_sunaTimings));
    part->backend = std::shared_ptr<AgentBackend>(service, service->backend.get());
    part->status.address = part->backend->address();
    co_await probe(part);
}

QCoro::Task<> AgentConnector::probe(PartPtr part)
{
    const QPointer<AgentConnector> self(this);
    const std::stop_token stop = m_tasks.token();
    const std::shared_ptr<AgentBackend> backend = part->backend;
    const Result<BackendInfo> info = co_await backend->probe(stop);
    if (!self || stop.stop_requested())
        co_return;
    if (info)
        part->info = *info;
    settle(part, info ? std::nullopt : std::optional(info.error()));
}

bool AgentConnector::has(const PartPtr &part) const
{
    return part == m_service || std::ranges::find(m_models, part) != m_models.cend();
}

void AgentConnector::settle(const PartPtr &part, const std::optional<Error> &problem)
{
    part->status.state = problem ? PartState::Failed : PartState::Connected;
    part->status.error = problem;
    if (has(part))
        update();
}

// --- who uses them ------------------------------------------------------------------------------

std::vector<AgentConnector::PartPtr> AgentConnector::parts() const
{
    std::vector<PartPtr> all = m_models;
    if (m_service)
        all.insert(all.begin(), m_service);
    return all;
}

std::shared_ptr<AgentBackend> AgentConnector::composed()
{
    const std::shared_ptr<AgentBackend> service = m_service ? m_service->backend : nullptr;
    ComposedBackend::ModelParts models;
    std::ranges::transform(m_models, std::back_inserter(models), &Part::models);
    if (models.empty())
        return service;
    if (!service && models.size() == 1)
        return models.front();
    const QPointer<AgentConnector> self(this);
    return std::make_shared<ComposedBackend>(
        service, models, [self](const AgentBackend *backend, const std::optional<Error> &problem) {
            if (self)
                self->note(backend, problem);
        });
}

bool AgentConnector::askAgain()
{
    std::vector<PartPtr> failed = parts();
    std::erase_if(failed, [](const PartPtr &part) {
        return part->isOver || part->status.state != PartState::Failed;
    });
    for (const PartPtr &part : failed) {
        part->status.state = PartState::Connecting;
        part->status.error.reset();
    }
    update();
    for (const PartPtr &part : failed)
        m_tasks.start(probe(part));
    return !failed.empty();
}

QCoro::Task<Result<std::shared_ptr<AgentBackend>>> AgentConnector::backend(std::stop_token stop)
{
    if (m_status.state == ConnectionStatus::State::Unconfigured)
        co_return notConnectedError();
    if (m_status.state == ConnectionStatus::State::Connected)
        co_return connected();
    if (m_status.state == ConnectionStatus::State::Failed && !askAgain())
        co_return Error(*m_status.error); // a copy: a task moves from an lvalue
    const Waiter waiter;
    m_waiters.append(waiter);
    const std::stop_callback onStop(stop, [waiter] { waiter.set(cancelledError()); });
    co_return co_await waiter;
}

std::shared_ptr<AgentBackend> AgentConnector::connected()
{
    return m_status.state == ConnectionStatus::State::Connected ? composed() : nullptr;
}

void AgentConnector::note(const AgentBackend *backend, const std::optional<Error> &problem)
{
    const std::vector<PartPtr> all = parts();
    const auto part = std::ranges::find_if(
        all, [backend](const PartPtr &each) { return each->backend.get() == backend; });
    if (part == all.cend())
        return;
    if (!problem && (*part)->status.state == PartState::Failed)
        m_tasks.start(probe(*part));
    else if (problem && ((*part)->models || isServiceFailure(*problem)))
        settle(*part, problem);
}

void AgentConnector::noteFailure(const Error &error)
{
    const std::vector<PartPtr> all = parts();
    if (m_status.state == ConnectionStatus::State::Connected && all.size() == 1
        && isServiceFailure(error))
        settle(all.front(), error);
}

// --- how it stands ------------------------------------------------------------------------------

// An endpoint that takes its time keeps nobody waiting while another part answers; the agent
// service does, because most agents are there.
ConnectionStatus::State AgentConnector::currentState() const
{
    using State = ConnectionStatus::State;
    const std::vector<PartPtr> all = parts();
    const auto anyIs = [&all](PartState wanted) {
        return std::ranges::any_of(
            all, [wanted](const PartPtr &part) { return part->status.state == wanted; });
    };
    if (!m_modelsKnown || (m_service && m_service->status.state == PartState::Connecting))
        return State::Connecting;
    if (all.empty())
        return State::Unconfigured;
    if (anyIs(PartState::Connected))
        return State::Connected;
    return anyIs(PartState::Connecting) ? State::Connecting : State::Failed;
}

ConnectionStatus AgentConnector::currentStatus() const
{
    ConnectionStatus status;
    status.place = m_status.place;
    status.state = currentState();
    status.demo = m_service && m_service->status.kind == ConnectionPart::Kind::Demo;
    for (const PartPtr &part : parts()) {
        status.parts.append(part->status);
        if (status.state == ConnectionStatus::State::Failed && !status.error)
            status.error = part->status.error;
        if (part->status.state != PartState::Connected)
            continue;
        status.service += status.service.isEmpty()
            ? u"%1 %2 at %3"_s.arg(part->info.name, part->info.version, part->info.address)
            : u", models at %1"_s.arg(part->status.address);
    }
    return status;
}

void AgentConnector::update()
{
    const ConnectionStatus status = currentStatus();
    if (status != m_status) {
        m_status = status;
        emit statusChanged(m_status);
    }
    switch (m_status.state) {
    case ConnectionStatus::State::Unconfigured:
        return answerWaiters(notConnectedError());
    case ConnectionStatus::State::Connecting:
        return;
    case ConnectionStatus::State::Connected:
        return answerWaiters(connected());
    case ConnectionStatus::State::Failed:
        return answerWaiters(*m_status.error);
    }
}

void AgentConnector::answerWaiters(const Result<std::shared_ptr<AgentBackend>> &result)
{
    for (const Waiter &waiter : std::exchange(m_waiters, {}))
        waiter.set(result);
}

} // namespace renum
