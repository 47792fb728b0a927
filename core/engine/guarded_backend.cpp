// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/guarded_backend.h"

#include "core/model/error_codes.h"

#include <utility>

// A call may outlive this object: what it needs after its await is in its frame.
namespace renum {

using namespace Qt::StringLiterals;
using Outcome = CircuitBreaker::Outcome;

namespace {

template<typename T>
Outcome outcomeOf(const Result<T> &result)
{
    return result ? Outcome::Answered : circuitOutcome(result.error());
}

Outcome outcomeOf(const StartAnswer &answer)
{
    return answer.kind == StartAnswer::Kind::Bound ? Outcome::Answered
                                                   : circuitOutcome(answer.error);
}

// The run of another thread is not what was asked for; whether ours began must be found out.
StartAnswer believed(StartAnswer answer, const ThreadRef &asked)
{
    const bool elsewhere = answer.kind == StartAnswer::Kind::Bound && !asked.thread.isEmpty()
        && !answer.run.thread.thread.isEmpty() && answer.run.thread.thread != asked.thread;
    if (!elsewhere)
        return answer;
    return { StartAnswer::Kind::Unknown, {},
        Error { ErrorCategory::SystemError, QString::fromLatin1(code::SunaInvalidAnswer),
            u"The agent service answered with the run of another thread."_s } };
}

} // namespace

GuardedBackend::GuardedBackend(
    std::shared_ptr<AgentBackend> inner, const std::shared_ptr<ServiceGate> &gate)
    : m_inner(std::move(inner))
    , m_gate(gate)
{
}

ServicePass GuardedBackend::enter() const
{
    const std::shared_ptr<ServiceGate> gate = m_gate.lock();
    return gate ? gate->enter() : ServicePass({}, CircuitBreaker::Permit::Call);
}

Error GuardedBackend::refusal() const
{
    const std::shared_ptr<ServiceGate> gate = m_gate.lock();
    return gate ? gate->refusal() : cancelledError();
}

QString GuardedBackend::address() const
{
    return m_inner->address();
}

bool GuardedBackend::callsTools(const AgentId &agent) const
{
    return m_inner->callsTools(agent);
}

std::shared_ptr<AgentBackend> GuardedBackend::partFor(const AgentId &agent) const
{
    return m_inner->partFor(agent);
}

QCoro::Task<Result<BackendInfo>> GuardedBackend::probe(std::stop_token stop)
{
    const std::shared_ptr<AgentBackend> inner = m_inner;
    ServicePass pass = enter();
    if (pass.isRefused())
        co_return refusal();
    const Result<BackendInfo> info = co_await inner->probe(stop);
    pass.settle(info ? Outcome::Nothing : outcomeOf(info));
    co_return info;
}

QCoro::Task<Result<QList<AgentInfo>>> GuardedBackend::listAgents(std::stop_token stop)
{
    return m_inner->listAgents(std::move(stop));
}

QCoro::Task<Result<ThreadRef>> GuardedBackend::prepareThread(QString title, std::stop_token stop)
{
    const std::shared_ptr<AgentBackend> inner = m_inner;
    ServicePass pass = enter();
    if (pass.isRefused())
        co_return refusal();
    const Result<ThreadRef> thread = co_await inner->prepareThread(title, stop);
    pass.settle(outcomeOf(thread));
    co_return thread;
}

QCoro::Task<StartAnswer> GuardedBackend::startRun(RunRequest request, std::stop_token stop)
{
    const std::shared_ptr<AgentBackend> inner = m_inner;
    ServicePass pass = enter();
    if (pass.isRefused()) {
        const Error error = refusal();
        co_return StartAnswer { StartAnswer::Kind::Rejected, {}, error };
    }
    const StartAnswer answer = co_await inner->startRun(request, stop);
    pass.settle(outcomeOf(answer));
    co_return believed(answer, request.thread);
}

QCoro::Task<Result<RunOutcome>> GuardedBackend::observeRun(
    RunRef run, RunEventSink sink, std::stop_token stop)
{
    return m_inner->observeRun(std::move(run), std::move(sink), std::move(stop));
}

QCoro::Task<Result<void>> GuardedBackend::stopRun(RunRef run, std::stop_token stop)
{
    const std::shared_ptr<AgentBackend> inner = m_inner;
    const std::shared_ptr<ServiceGate> gate = m_gate.lock();
    ServicePass pass = gate ? gate->enterUrgently() : ServicePass({}, CircuitBreaker::Permit::Call);
    const Result<void> stopped = co_await inner->stopRun(run, stop);
    pass.settle(outcomeOf(stopped));
    co_return stopped;
}

QCoro::Task<Result<Usage>> GuardedBackend::runUsage(RunRef run, std::stop_token stop)
{
    return m_inner->runUsage(std::move(run), std::move(stop));
}

QCoro::Task<Result<QList<RunSummary>>> GuardedBackend::findRuns(
    ThreadRef thread, std::stop_token stop)
{
    const std::shared_ptr<AgentBackend> inner = m_inner;
    ServicePass pass = enter();
    if (pass.isRefused())
        co_return refusal();
    Result<QList<RunSummary>> runs = co_await inner->findRuns(thread, stop);
    pass.settle(outcomeOf(runs));
    if (runs) { // those of other threads are somebody else's, and would be stopped
        runs->removeIf(
            [&](const RunSummary &run) { return run.run.thread.thread != thread.thread; });
    }
    co_return runs;
}

QCoro::Task<Result<ToolRegistration>> GuardedBackend::registerTools(
    AgentId agent, ToolServer server, std::stop_token stop)
{
    const std::shared_ptr<AgentBackend> inner = m_inner;
    const Result<ToolRegistration> given = co_await inner->registerTools(agent, server, stop);
    co_return given;
}

QCoro::Task<Result<void>> GuardedBackend::unregisterTools(
    ToolRegistration registration, std::stop_token stop)
{
    const std::shared_ptr<AgentBackend> inner = m_inner;
    const Result<void> taken = co_await inner->unregisterTools(registration, stop);
    co_return taken;
}

bool isCircuitOpen(const Error &error)
{
    return error.code == QLatin1StringView(code::CircuitOpen);
}

} // namespace renum
