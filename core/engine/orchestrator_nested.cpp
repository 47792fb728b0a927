// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/orchestrator_private.h"
#include "core/model/error_codes.h"

#include <QPointer>

/// Teams that work for the steps of others.
namespace renum {

using namespace Qt::StringLiterals;

QCoro::Task<Result<Execution>> Orchestrator::Private::runNested(ExecutionId id,
    ExecutionRequest request, BackendPtr backend, std::shared_ptr<SpendingGate> spending,
    std::function<void(bool waits)> waits)
{
    const QPointer<Orchestrator> self(q);
    const Result<Execution> known = co_await store->execution(id);
    if (!self)
        co_return cancelledError();
    const bool isNew = !known && known.error().code == QLatin1StringView(code::NotFound);
    if (!known && !isNew)
        co_return known.error();
    Result<void> driven;
    if (isNew) {
        if (const std::optional<Error> refusal = refusalOf(request))
            co_return *refusal;
        Result<TeamDraft> draft = checkedDraft(request);
        if (!draft)
            co_return draft.error();
        DriverServices services = servicesFor(std::move(backend));
        services.spending = std::move(spending);
        driven = co_await begin(id, std::move(request), *std::move(draft), services);
    } else if (!isTerminal(known->status) && !drivers.contains(id)) {
        DriverServices services = servicesFor(std::move(backend));
        services.spending = std::move(spending);
        driven = co_await takeOver(id, services);
    } else if (spending && isTerminal(known->status)) {
        spending->book(known->usage);
    }
    if (!self)
        co_return cancelledError();
    if (!driven)
        co_return driven.error();
    if (stopsAhead.remove(id))
        stopNested(id);
    tellWaiting(id, waits);
    const Result<void> ended = co_await over(id);
    if (!self || !ended)
        co_return cancelledError();
    const Result<Execution> execution = co_await store->execution(id);
    co_return execution;
}

void Orchestrator::Private::tellWaiting(
    const ExecutionId &id, const std::function<void(bool waits)> &waits)
{
    const auto found = drivers.find(id);
    if (found == drivers.end())
        return;
    const ExecutionDriver *driver = found->second.get();
    QObject::connect(driver, &ExecutionDriver::waitsForPersonChanged, q, waits);
    waits(driver->waitsForPerson());
}

QCoro::Task<Result<void>> Orchestrator::Private::over(ExecutionId id)
{
    const auto found = drivers.find(id);
    if (found == drivers.end())
        co_return Result<void>();
    const OneShot<Result<void>> ended;
    QObject::connect(
        found->second.get(), &ExecutionDriver::over, q, [ended] { ended.set(Result<void>()); });
    // The engine goes away: nobody waits any more.
    QObject::connect(q, &QObject::destroyed, q, [ended] { ended.set(cancelledError()); });
    const Result<void> result = co_await ended;
    co_return result;
}

void Orchestrator::Private::stopNested(ExecutionId id)
{
    const auto found = drivers.find(id);
    if (found == drivers.end())
        stopsAhead.insert(id); // it is only being begun
    else
        tasks.start(ask(found->second->requestStop(u"the team it works for"_s)));
}

void Orchestrator::Private::pauseNested(ExecutionId id, bool paused)
{
    const auto found = drivers.find(id);
    if (found == drivers.end())
        return;
    const QString by = u"the team it works for"_s;
    tasks.start(ask(paused ? found->second->requestPause(by) : found->second->requestContinue(by)));
}

// The answer does not matter: when it is over already, there is nothing to ask for.
QCoro::Task<> Orchestrator::Private::ask(QCoro::Task<Result<void>> request)
{
    const Result<void> answered = co_await request;
    Q_UNUSED(answered)
}

} // namespace renum
