// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/orchestrator.h"

#include "core/engine/guarded_backend.h"
#include "core/engine/orchestrator_private.h"
#include "core/model/error_codes.h"
#include "core/workflow/planner.h"
#include "core/workflow/validation.h"

#include <QPointer>

#include <random>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxPromptLength = 200'000; // contract §1.5.1
constexpr int MaxSteps = 1000; // design §4: the engine's own limit

Error promptError()
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::PromptInvalid),
        u"Write what the team should do, in at most %1 characters."_s.arg(MaxPromptLength),
        { { u"max"_s, MaxPromptLength } } };
}

Error inactiveError(const Team &team)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::TeamInactive),
        u"The team \"%1\" is switched off. Switch it on to run it."_s.arg(team.name),
        { { u"team"_s, team.name } } };
}

Error invalidError(const Validation &validation)
{
    QStringList sentences;
    for (const Problem &problem : validation.problems) {
        if (problem.severity == Problem::Severity::Error)
            sentences.append(problem.message);
    }
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::WorkflowInvalid),
        u"The team cannot run: %1"_s.arg(sentences.join(u' ')), { { u"problems"_s, sentences } } };
}

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

std::optional<Error> requestError(const ExecutionRequest &request)
{
    const QString prompt = request.initialPrompt.trimmed();
    if (prompt.isEmpty() || request.initialPrompt.size() > MaxPromptLength)
        return promptError();
    if (!request.team.isActive)
        return inactiveError(request.team);
    return std::nullopt;
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
{
}

Orchestrator::Orchestrator(Store *store, Clock *clock, IdSource *ids, EngineSettings settings,
    EventListener listener, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(
          this, store, clock, ids, std::move(settings), std::move(listener)))
{
}

Orchestrator::~Orchestrator() = default;

DriverServices Orchestrator::Private::servicesOn(std::shared_ptr<AgentBackend> backend)
{
    const std::shared_ptr<ServiceGate> gate = gates.at(backend->address());
    return { store, clock, ids, &janitor, guarded(std::move(backend)), settings, listener, &random,
        { gate, &runSlots } };
}

ExecutionDriver *Orchestrator::Private::addDriver(
    ExecutionRequest request, ExecutionPlan plan, std::shared_ptr<AgentBackend> backend)
{
    return add(std::make_unique<ExecutionDriver>(servicesOn(std::move(backend)),
        ExecutionId(ids->next()), std::move(request), std::move(plan)));
}

ExecutionDriver *Orchestrator::Private::addDriver(
    Replay replay, std::shared_ptr<AgentBackend> backend)
{
    return add(
        std::make_unique<ExecutionDriver>(servicesOn(std::move(backend)), std::move(replay)));
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

// Later: it may be in the middle of telling that it is over.
void Orchestrator::Private::removeDriver(const ExecutionId &id)
{
    const auto found = drivers.find(id);
    if (found == drivers.end())
        return;
    found->second.release()->deleteLater();
    drivers.erase(found);
}

QCoro::Task<Result<ExecutionId>> Orchestrator::execute(
    ExecutionRequest request, std::shared_ptr<AgentBackend> backend)
{
    if (const std::optional<Error> error = requestError(request))
        co_return *error;
    TeamDraft draft = request.team.draft();
    if (!request.plan) {
        const Validation validation = validateTeam(draft, { .maxAgents = MaxSteps });
        if (!validation.valid())
            co_return invalidError(validation);
        draft = validation.normalized;
    }
    if (activeCount() + d->starting >= d->settings.maxConcurrentExecutions)
        co_return limitError(d->settings.maxConcurrentExecutions);

    const QPointer<Orchestrator> self(this);
    ++d->starting;
    const Result<DurationHistory> history = co_await d->store->durationHistory();
    if (!self)
        co_return cancelledError();
    --d->starting;
    // An estimate without history is worth less, but no reason not to run.
    ExecutionPlan plan = request.plan
        ? *request.plan
        : planExecution(draft, request.config, history ? *history : DurationHistory());
    const QPointer<ExecutionDriver> driver
        = d->addDriver(std::move(request), std::move(plan), std::move(backend));
    const ExecutionId id = driver->id();
    const Result<void> created = co_await driver->create();
    if (!self)
        co_return cancelledError();
    if (!created) {
        d->removeDriver(id);
        co_return created.error();
    }
    driver->begin();
    co_return id;
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
    return !d->drivers.empty() || d->janitor.busy() > 0;
}

} // namespace renum
