// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/simulated_backend.h"

#include "core/model/error_codes.h"
#include "tests/simulation/random_talk.h"

#include <utility>

namespace renum::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds StopTimeOut = 10s;

Error networkError()
{
    return simulatedError(ErrorCategory::NetworkError, code::NetworkFailed);
}

Error goneError()
{
    return simulatedError(ErrorCategory::InvalidInput, code::SunaNotFound);
}

RunOutcome outcomeOf(const SimulatedRun &run)
{
    RunOutcome outcome;
    outcome.usage = run.entry.told.value_or(Usage());
    if (run.status == "stopped"_L1) {
        outcome.status = RunOutcome::Status::Stopped;
    } else if (run.error) {
        outcome.status = RunOutcome::Status::Failed;
        outcome.error = run.error;
    } else {
        outcome.finalText = run.text;
    }
    return outcome;
}

} // namespace

SimulatedBackend::SimulatedBackend(
    SimulatedService *service, BackendCapabilities capabilities, Watch watch)
    : m_service(service)
    , m_capabilities(capabilities)
    , m_watch(std::move(watch))
{
}

void SimulatedBackend::cut()
{
    m_isCut = true;
    for (const Gate &gate : std::exchange(m_gates, {}))
        gate.set(false);
}

bool SimulatedBackend::alive()
{
    if (!m_isCut)
        m_watch.instant();
    return !m_isCut;
}

milliseconds SimulatedBackend::latency()
{
    return m_service->dice().spread(1ms, 500ms);
}

QCoro::Task<bool> SimulatedBackend::through(Gate gate, std::stop_token stop)
{
    if (m_isCut)
        co_return false;
    const auto place = m_gates.insert(m_gates.end(), gate);
    const std::stop_callback onStop(stop, [gate] { gate.set(false); });
    const bool open = co_await gate;
    if (m_isCut)
        co_return false;
    m_gates.erase(place);
    if (open)
        m_watch.instant();
    co_return open && !m_isCut;
}

QCoro::Task<bool> SimulatedBackend::pass(milliseconds time, std::stop_token stop)
{
    const Gate gate;
    m_service->agenda().later(time, [gate] { gate.set(true); });
    co_return co_await through(gate, stop);
}

QCoro::Task<Result<BackendInfo>> SimulatedBackend::probe(std::stop_token stop)
{
    const milliseconds time = m_isKnown ? 0ms : latency();
    const bool answered = co_await pass(time, stop);
    if (!answered)
        co_return cancelledError();
    if (!m_isKnown && m_service->dice().permille(m_service->rates().probeFails))
        co_return networkError();
    m_isKnown = true;
    co_return BackendInfo { u"Simulated"_s, u"1"_s, u"simulation"_s, m_capabilities };
}

QCoro::Task<Result<QList<AgentInfo>>> SimulatedBackend::listAgents(std::stop_token)
{
    co_return QList<AgentInfo>();
}

QCoro::Task<Result<ThreadRef>> SimulatedBackend::prepareThread(QString, std::stop_token stop)
{
    const bool answered = co_await pass(latency(), stop);
    if (!answered)
        co_return cancelledError();
    if (m_service->dice().permille(m_service->rates().prepareFails))
        co_return networkError();
    co_return m_service->newThread();
}

QCoro::Task<StartAnswer> SimulatedBackend::startRun(RunRequest request, std::stop_token stop)
{
    StartAnswer answer;
    answer.error = cancelledError();
    if (!alive())
        co_return answer;
    m_watch.starting(request);
    const ThreadRef thread
        = request.thread.thread.isEmpty() ? m_service->newThread() : request.thread;
    const auto decided = m_service->takeStart(thread, request.prompt);
    const bool answered = co_await pass(decided.first.answeredAfter, stop);
    if (!answered)
        co_return answer;
    answer.kind = decided.first.kind;
    answer.error = decided.first.error;
    if (answer.kind == StartAnswer::Kind::Bound)
        answer.run = decided.second;
    co_return answer;
}

// For as long as someone watches.
void SimulatedBackend::showText(
    const SimulatedRun &run, const std::shared_ptr<RunEventSink> &watching)
{
    (*watching)(RunModelKnown { u"model-1"_s });
    (*watching)(RunActivity { u"working"_s });
    milliseconds at {};
    const auto showLater = [&](const RunEvent &event) {
        at += m_service->dice().spread(1ms, 2s);
        m_service->agenda().later(at, [sink = std::weak_ptr(watching), event] {
            if (const auto watched = sink.lock())
                (*watched)(event);
        });
    };
    for (const QString &part : randomPieces(m_service->dice(), run.text))
        showLater(RunTextDelta { 0, part });
    if (m_service->dice().oneIn(4))
        showLater(RunTextReplaced { 0, run.text });
}

QCoro::Task<Result<RunOutcome>> SimulatedBackend::observeRun(
    RunRef run, RunEventSink sink, std::stop_token stop)
{
    const bool connected = co_await pass(latency(), stop);
    if (!connected)
        co_return cancelledError();
    SimulatedRun *found = m_service->find(run.run);
    if (!found)
        co_return goneError();
    const bool fails = m_service->dice().permille(m_service->rates().observeFails);
    if (fails && m_service->dice().oneIn(3))
        co_return networkError();
    const auto watching = std::make_shared<RunEventSink>(std::move(sink));
    showText(*found, watching);
    const Gate ended;
    if (found->entry.working)
        found->watchers.push_back(ended);
    else
        ended.set(true);
    const auto isBroken = std::make_shared<bool>(false);
    if (fails) {
        m_service->agenda().later(m_service->dice().spread(10ms, 60s), [ended, isBroken] {
            *isBroken = !ended.isSet();
            ended.set(true);
        });
    }
    const bool over = co_await through(ended, stop);
    if (!over)
        co_return cancelledError();
    if (*isBroken)
        co_return networkError();
    const bool told = co_await pass(latency(), stop);
    if (!told)
        co_return cancelledError();
    co_return outcomeOf(*m_service->find(run.run));
}

QCoro::Task<Result<void>> SimulatedBackend::stopRun(RunRef run, std::stop_token stop)
{
    if (!alive())
        co_return cancelledError();
    Dice &dice = m_service->dice();
    const bool hangs = dice.permille(m_service->rates().stopHangs);
    const bool fails = hangs || dice.permille(m_service->rates().stopFails);
    const bool obeys = !fails || dice.oneIn(2);
    const bool arrived = co_await pass(latency(), stop);
    if (!arrived)
        co_return cancelledError();
    SimulatedRun *found = m_service->find(run.run);
    if (!found)
        co_return goneError();
    if (obeys)
        m_service->stop(*found);
    const bool answered = co_await pass(hangs ? StopTimeOut : latency(), stop);
    if (!answered)
        co_return cancelledError();
    if (fails)
        co_return networkError();
    co_return Result<void>();
}

QCoro::Task<Result<Usage>> SimulatedBackend::runUsage(RunRef run, std::stop_token stop)
{
    const bool answered = co_await pass(latency(), stop);
    if (!answered)
        co_return cancelledError();
    const SimulatedRun *found = m_service->find(run.run);
    if (!found)
        co_return goneError();
    if (m_service->dice().permille(m_service->rates().usageFails))
        co_return networkError();
    co_return found->entry.told.value_or(Usage());
}

QCoro::Task<Result<QList<RunSummary>>> SimulatedBackend::findRuns(
    ThreadRef thread, std::stop_token stop)
{
    const bool answered = co_await pass(latency(), stop);
    if (!answered)
        co_return cancelledError();
    if (m_service->dice().permille(m_service->rates().listFails))
        co_return networkError();
    co_return m_service->list(thread);
}

} // namespace renum::test
