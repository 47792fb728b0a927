// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/orchestrator_private.h"

/// Interventions: each is its driver's.
namespace renum {

QCoro::Task<Result<void>> Orchestrator::giveResult(
    ExecutionId id, StepId step, std::optional<StepOutput> output, QString givenBy)
{
    const Result<ExecutionDriver *> driver = d->driverOf(id);
    if (!driver)
        co_return driver.error();
    const Result<void> done = co_await (*driver)->giveResult(step, output, givenBy);
    co_return done;
}

QCoro::Task<Result<void>> Orchestrator::repeatStep(ExecutionId id, StepId step, QString requestedBy)
{
    const Result<ExecutionDriver *> driver = d->driverOf(id);
    if (!driver)
        co_return driver.error();
    const Result<void> done = co_await (*driver)->repeatStep(step, requestedBy);
    co_return done;
}

QCoro::Task<Result<void>> Orchestrator::setBreakpoints(
    ExecutionId id, Breakpoints breakpoints, QString setBy)
{
    const Result<ExecutionDriver *> driver = d->driverOf(id);
    if (!driver)
        co_return driver.error();
    const Result<void> done = co_await (*driver)->setBreakpoints(breakpoints, setBy);
    co_return done;
}

QCoro::Task<Result<void>> Orchestrator::goOnToNext(ExecutionId id, QString requestedBy)
{
    const Result<ExecutionDriver *> driver = d->driverOf(id);
    if (!driver)
        co_return driver.error();
    const Result<void> done = co_await (*driver)->requestNext(requestedBy);
    co_return done;
}

QCoro::Task<Result<void>> Orchestrator::setCap(ExecutionId id, SpendingCap cap, QString setBy)
{
    const Result<ExecutionDriver *> driver = d->driverOf(id);
    if (!driver)
        co_return driver.error();
    const Result<void> done = co_await (*driver)->setCap(cap, setBy);
    co_return done;
}

QCoro::Task<Result<void>> Orchestrator::tellAgent(
    ExecutionId id, AgentId agent, QString text, QString toldBy)
{
    const Result<ExecutionDriver *> driver = d->driverOf(id);
    if (!driver)
        co_return driver.error();
    const Result<void> done = co_await (*driver)->tellAgent(agent, text, toldBy);
    co_return done;
}

} // namespace renum
