// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/fake_backend.h"

#include "core/model/error_codes.h"

#include <utility>

namespace renum::test {

using namespace Qt::StringLiterals;

namespace {

RunOutcome outcomeOf(const FakeBackend::Run &run)
{
    RunOutcome outcome;
    outcome.finalText
        = run.script.text.isEmpty() ? run.agent.toString().toUpper() : run.script.text;
    outcome.usage = run.script.usage.value_or(Usage());
    outcome.error = run.script.error;
    if (run.script.error)
        outcome.status = RunOutcome::Status::Failed;
    return outcome;
}

} // namespace

QCoro::Task<Result<ToolRegistration>> FakeBackend::registerTools(
    AgentId agent, ToolServer server, std::stop_token)
{
    if (refusesTools)
        co_return testError(ErrorCategory::InvalidInput, code::TeamToolsUnsupported);
    tools.insert(agent, server);
    co_return registrationOf(agent, server);
}

QCoro::Task<Result<void>> FakeBackend::unregisterTools(
    ToolRegistration registration, std::stop_token)
{
    const auto found = tools.constFind(registration.agent);
    if (found != tools.cend() && registrationOf(registration.agent, *found) == registration)
        tools.remove(registration.agent);
    co_return Result<void>();
}

Error testError(ErrorCategory category, const char *errorCode)
{
    return { category, QString::fromLatin1(errorCode), u"The test made this happen."_s };
}

FakeBackend::FakeBackend(Clock *clock)
    : m_clock(clock)
{
}

void FakeBackend::say(const QString &agent, const RunScript &script)
{
    runScripts[AgentId(agent)].enqueue(script);
}

void FakeBackend::finish(const RunId &run, const QString &text)
{
    Run &found = runs.at(run);
    found.script.text = text;
    found.status = u"completed"_s;
    found.ended.set(outcomeOf(found));
}

void FakeBackend::interrupt(const RunId &run)
{
    Run &found = runs.at(run);
    found.status = u"stopped"_s;
    RunOutcome outcome = outcomeOf(found);
    outcome.status = RunOutcome::Status::Stopped;
    found.ended.set(outcome);
}

void FakeBackend::show(const RunId &run, const RunEvent &event)
{
    runs.at(run).sink(event);
}

void FakeBackend::releaseStart()
{
    m_held.set(true);
}

void FakeBackend::releasePrepare()
{
    holdPrepare = false;
    m_heldPrepare.set(true);
}

RunId FakeBackend::appear(const ThreadRef &thread)
{
    RunScript script;
    script.works = true;
    return addRun(AgentId(u"stranger"_s), thread, script).run;
}

RunRef FakeBackend::addRun(const AgentId &agent, const ThreadRef &thread, const RunScript &script)
{
    Run run;
    run.ref = { RunId(u"run-%1"_s.arg(++m_lastNumber, 3, 10, QLatin1Char('0'))), thread };
    run.agent = agent;
    run.script = script;
    run.startedAt = m_clock->now() + std::chrono::microseconds(m_lastNumber);
    runs.emplace(run.ref.run, run);
    return run.ref;
}

RunId FakeBackend::runOf(const QString &agent, int number) const
{
    for (const auto &[id, run] : runs) {
        if (run.agent.toString() == agent && number-- == 0)
            return id;
    }
    return {};
}

QList<RunId> FakeBackend::activeRuns() const
{
    QList<RunId> active;
    for (const auto &[id, run] : runs) {
        if (run.active())
            active.append(id);
    }
    return active;
}

QCoro::Task<Result<BackendInfo>> FakeBackend::probe(std::stop_token)
{
    if (probeError)
        co_return Error(*probeError);
    co_return BackendInfo { u"Fake"_s, u"1"_s, u"memory"_s, capabilities };
}

QCoro::Task<Result<QList<AgentInfo>>> FakeBackend::listAgents(std::stop_token)
{
    co_return QList<AgentInfo>();
}

QCoro::Task<Result<ThreadRef>> FakeBackend::prepareThread(QString title, std::stop_token)
{
    ++prepares;
    if (holdPrepare) {
        m_heldPrepare = OneShot<bool>();
        const OneShot<bool> held = m_heldPrepare;
        co_await held;
    }
    if (prepareError)
        co_return Error(*prepareError);
    threads.append(title);
    const auto number = static_cast<int>(threads.size());
    co_return ThreadRef { ThreadId(u"thread-%1"_s.arg(number)),
        ProjectId(u"project-%1"_s.arg(number)) };
}

QCoro::Task<StartAnswer> FakeBackend::startRun(RunRequest request, std::stop_token)
{
    if (onStart)
        onStart(request);
    starts.append(request);
    const StartScript script = startScripts.isEmpty() ? StartScript() : startScripts.dequeue();
    StartAnswer answer;
    answer.kind = script.kind;
    answer.error = script.error;
    if (script.held) {
        m_held = OneShot<bool>();
        const OneShot<bool> held = m_held;
        co_await held;
    }
    const bool starting = answer.kind == StartAnswer::Kind::Bound
        || (answer.kind == StartAnswer::Kind::Unknown && script.makesRun);
    if (starting) {
        QQueue<RunScript> &queue = runScripts[request.agent];
        answer.run = addRun(
            request.agent, request.thread, queue.isEmpty() ? RunScript() : queue.dequeue());
        for (int i = 0; i < script.extraRuns; ++i)
            appear(request.thread);
    }
    co_return answer;
}

QCoro::Task<Result<RunOutcome>> FakeBackend::observeRun(
    RunRef run, RunEventSink sink, std::stop_token stop)
{
    Run &found = runs.at(run.run);
    found.sink = sink;
    found.ended = {}; // another engine may have stopped following it
    if (found.script.lost)
        co_return Error(*found.script.lost);
    if (!found.script.works && found.active())
        found.status = found.script.error ? u"failed"_s : u"completed"_s;
    if (!found.active())
        found.ended.set(outcomeOf(found));
    const OneShot<Result<RunOutcome>> ended = found.ended;
    const std::stop_callback onStop(stop, [ended] { ended.set(cancelledError()); });
    co_return co_await ended;
}

QCoro::Task<Result<void>> FakeBackend::stopRun(RunRef run, std::stop_token stop)
{
    stops.append(run.run.toString());
    if (stopHangs) {
        const OneShot<Result<void>> never;
        const std::stop_callback onStop(stop, [never] { never.set(cancelledError()); });
        co_return co_await never;
    }
    if (stopError)
        co_return Error(*stopError);
    runs.at(run.run).status = u"stopped"_s;
    co_return Result<void>();
}

QCoro::Task<Result<Usage>> FakeBackend::runUsage(RunRef run, std::stop_token)
{
    co_return runs.at(run.run).script.usage.value_or(Usage());
}

QCoro::Task<Result<QList<RunSummary>>> FakeBackend::findRuns(ThreadRef thread, std::stop_token)
{
    ++finds;
    if (findError)
        co_return Error(*findError);
    QList<RunSummary> found;
    for (const auto &[id, run] : runs) {
        if (run.ref.thread == thread)
            found.prepend({ run.ref, run.status, run.active(), run.startedAt });
    }
    co_return found;
}

} // namespace renum::test
