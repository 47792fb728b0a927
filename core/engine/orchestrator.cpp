// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/orchestrator.h"

#include "core/engine/guarded_backend.h"
#include "core/engine/member_teams.h"
#include "core/engine/orchestrator_private.h"
#include "core/model/error_codes.h"
#include "core/workflow/intervention.h"
#include "core/workflow/kept_results.h"
#include "core/workflow/planner.h"

#include <QPointer>

#include <algorithm>
#include <random>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

Error limitError(int limit)
{
    return { ErrorCategory::ResourceExhausted, QString::fromLatin1(code::ConcurrentExecutionLimit),
        u"%1 executions are running already. Wait until one has ended, or stop one."_s.arg(limit),
        { { u"limit"_s, limit } } };
}

Error notActiveError()
{
    return { ErrorCategory::SystemError, QString::fromLatin1(code::ExecutionNotActive),
        u"The execution is not running here."_s };
}

std::mt19937 randomSource(const EngineSettings &settings)
{
    if (settings.jitterSeed)
        return std::mt19937(static_cast<std::mt19937::result_type>(*settings.jitterSeed));
    return std::mt19937(std::random_device {}());
}

} // namespace

Orchestrator::Private::Private(
    Orchestrator *owner, Store *s, Clock *c, IdSource *i, EngineSettings e, EventListener l)
    : q(owner)
    , store(s)
    , clock(c)
    , ids(i)
    , settings(std::move(e))
    , listener(std::move(l))
    , random(randomSource(settings))
    , gates(clock, settings.circuitBreaker)
    , runSlots(settings.maxConcurrentRuns)
    , janitor(clock, settings)
    , aftercare(store, clock, settings)
    , toolDesk(clock, ids, settings.toolServer)
{
}

/// Those that are over would be deleted by the event loop, too late: their attempts use the
/// janitor.
Orchestrator::Private::~Private()
{
    const QSet<ExecutionDriver *> leaving = std::exchange(leavingDrivers, {});
    qDeleteAll(leaving);
}

Orchestrator::Orchestrator(Store *store, Clock *clock, IdSource *ids, EngineSettings settings,
    EventListener listener, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(
          this, store, clock, ids, std::move(settings), std::move(listener)))
{
}

Orchestrator::~Orchestrator() = default;

void Orchestrator::setToolServer(ToolServerSettings settings)
{
    d->toolDesk.configure(std::move(settings));
}

DriverServices Orchestrator::Private::servicesOn(BackendPtr backend)
{
    return servicesFor(guarded(std::move(backend)));
}

DriverServices Orchestrator::Private::servicesFor(BackendPtr guardedBackend)
{
    const std::shared_ptr<ServiceGate> gate = gates.at(guardedBackend->address());
    return { store, clock, ids, &janitor, std::move(guardedBackend), settings, listener, &random,
        { gate, &runSlots }, this, &toolDesk,
        [this](BackendPtr part) { return linkTo(std::move(part)); } };
}

ExecutionDriver *Orchestrator::Private::addDriver(
    ExecutionId id, ExecutionRequest request, ExecutionPlan plan, const DriverServices &services)
{
    return add(std::make_unique<ExecutionDriver>(
        services, std::move(id), std::move(request), std::move(plan)));
}

ExecutionDriver *Orchestrator::Private::addDriver(Replay replay, const DriverServices &services)
{
    return add(std::make_unique<ExecutionDriver>(services, std::move(replay)));
}

ExecutionDriver *Orchestrator::Private::add(std::unique_ptr<ExecutionDriver> driver)
{
    ExecutionDriver *added = driver.get();
    const ExecutionId id = added->id();
    QObject::connect(added, &ExecutionDriver::over, q, [this, id] { removeDriver(id); });
    QObject::connect(added, &ExecutionDriver::broken, q,
        [this, id](const Error &error) { emit q->broken(id, error); });
    drivers.emplace(id, std::move(driver));
    return added;
}

Result<ExecutionDriver *> Orchestrator::Private::driverOf(const ExecutionId &id) const
{
    const auto found = drivers.find(id);
    if (found == drivers.end())
        return notActiveError();
    return found->second.get();
}

BackendPtr Orchestrator::Private::guarded(BackendPtr backend)
{
    const std::shared_ptr<ServiceGate> gate = gates.at(backend->address());
    return std::make_shared<GuardedBackend>(std::move(backend), gate);
}

BackendLink Orchestrator::Private::linkTo(BackendPtr part)
{
    const std::shared_ptr<ServiceGate> gate = gates.at(part->address());
    return { std::make_shared<GuardedBackend>(std::move(part), gate), { gate, &runSlots } };
}

// Later: it may be in the middle of telling that it is over.
void Orchestrator::Private::removeDriver(const ExecutionId &id)
{
    const auto found = drivers.find(id);
    if (found == drivers.end())
        return;
    toolDesk.leave(id); // before it may go away itself
    ExecutionDriver *leaving = found->second.release();
    drivers.erase(found);
    leavingDrivers.insert(leaving); // with it go attempts that hand their runs to the janitor
    QObject::connect(
        leaving, &QObject::destroyed, q, [this, leaving] { leavingDrivers.remove(leaving); });
    leaving->deleteLater();
}

QCoro::Task<Result<ExecutionId>> Orchestrator::execute(
    ExecutionRequest request, std::shared_ptr<AgentBackend> backend)
{
    if (const std::optional<Error> refusal = refusalOf(request))
        co_return *refusal;
    Result<TeamDraft> draft = checkedDraft(request);
    if (!draft)
        co_return draft.error();
    if (d->counted() + d->starting >= d->settings.maxConcurrentExecutions)
        co_return limitError(d->settings.maxConcurrentExecutions);

    const QPointer<Orchestrator> self(this);
    const ExecutionId id(d->ids->next());
    ++d->starting;
    const Result<void> begun
        = co_await d->begin(id, std::move(request), *std::move(draft), d->servicesOn(backend));
    if (!self)
        co_return cancelledError();
    --d->starting;
    if (!begun)
        co_return begun.error();
    co_return id;
}

QCoro::Task<Result<void>> Orchestrator::Private::begin(
    ExecutionId id, ExecutionRequest request, TeamDraft draft, DriverServices services)
{
    const QPointer<Orchestrator> self(q);
    if (!request.plan && !request.memberTeams) {
        const Result<MemberTeams> members
            = co_await memberTeams(store, draft.workflow, request.team.id);
        if (!self)
            co_return cancelledError();
        if (!members)
            co_return members.error();
        if (hasErrors(members->problems))
            co_return workflowError(members->problems);
        request.memberTeams = members->teams;
    }
    const Result<DurationHistory> history = co_await store->durationHistory();
    if (!self)
        co_return cancelledError();
    // An estimate without history is worth less, but no reason not to run.
    ExecutionPlan plan = request.plan
        ? *request.plan
        : planExecution(draft, request.config, history ? *history : DurationHistory());
    if (!request.plan)
        plan.teams = *request.memberTeams;
    plan = withKeptResults(std::move(plan), request.config.pinned);
    if (const std::optional<Error> refusal = breakpointsRefusal(plan, request.config.breakpoints))
        co_return *refusal;
    const QPointer<ExecutionDriver> driver
        = addDriver(id, std::move(request), std::move(plan), services);
    const Result<void> created = co_await driver->create();
    if (!self)
        co_return cancelledError();
    if (!created) {
        removeDriver(id);
        co_return created.error();
    }
    driver->begin();
    co_return Result<void>();
}

QCoro::Task<Result<void>> Orchestrator::stop(ExecutionId id, QString requestedBy)
{
    const auto found = d->drivers.find(id);
    if (found != d->drivers.end()) {
        const Result<void> stopped = co_await found->second->requestStop(requestedBy);
        co_return stopped;
    }
    const Result<Execution> stored = co_await d->store->execution(id);
    if (!stored)
        co_return stored.error();
    if (stored->status == ExecutionStatus::Cancelled)
        co_return Result<void>();
    co_return notActiveError();
}

// Those that work for others are part of them.
int Orchestrator::Private::counted() const
{
    return static_cast<int>(std::ranges::count_if(
        drivers, [](const auto &entry) { return !entry.second->isNested(); }));
}

int Orchestrator::activeCount() const
{
    return static_cast<int>(d->drivers.size());
}

bool Orchestrator::drives(const ExecutionId &id) const
{
    return d->drivers.contains(id);
}

QSet<ExecutionId> Orchestrator::active() const
{
    QSet<ExecutionId> ids;
    for (const auto &[id, driver] : d->drivers)
        ids.insert(id);
    return ids;
}

std::vector<ServiceState> Orchestrator::services() const
{
    return d->gates.states();
}

std::vector<RunSlotRequest> Orchestrator::runQueue() const
{
    return d->runSlots.queue();
}

int Orchestrator::runsAtWork() const
{
    return d->runSlots.inUse();
}

const QString &Orchestrator::owner() const noexcept
{
    return d->settings.owner;
}

bool Orchestrator::isBusy() const
{
    return !d->drivers.empty() || !d->leavingDrivers.isEmpty() || d->janitor.busy() > 0
        || d->aftercare.busy() > 0;
}

} // namespace renum
