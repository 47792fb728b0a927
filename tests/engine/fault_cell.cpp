// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/fault_cell.h"

#include "tests/simulation/booked_rows.h"
#include "tests/support/await.h"

#include <algorithm>
#include <array>

namespace renum::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Steps = 3;
/// Of the whole execution, also with polling: what asks more is running wild.
constexpr int MostRequests = 150;
constexpr int MostEvents = 10'000;
const QStringList Agents { u"a"_s, u"b"_s, u"c"_s };

QString resultOf(const QString &agent)
{
    return u"Result of %1."_s.arg(agent);
}

/// What the agent of a step says; the one that is to be stopped never ends.
Json stepsOf(const QString &agent, bool endless)
{
    if (endless)
        return Json::array({ Json { { "text", "Working." } }, Json { { "hang", true } } });
    const Json arguments = Json::object({ { "q", "x" } });
    const Json tool = Json::object({ { "name", "find" }, { "arguments", arguments }, { "ms", 5 } });
    return Json::array({ Json { { "text", "I look at it first. Grüße 🚲" } },
        Json { { "tool", tool } }, Json { { "text", toJson(resultOf(agent)) } } });
}

Json scenarioOf(const FaultCell::Place &place)
{
    Json agents = Json::array();
    for (int step = 1; step <= Steps; ++step) {
        const QString name = Agents[step - 1];
        const bool endless = place.operation == Operation::Stop && place.step == step;
        const Json response = Json::object({ { "steps", stepsOf(name, endless) } });
        agents.push_back(Json::object({ { "agent_id", toJson(name) }, { "name", toJson(name) },
            { "responses", Json::array({ response }) } }));
    }
    const Json defaults = Json::object({ { "first_token_ms", 5 }, { "chars_per_second", 4000 },
        { "settle_min_ms", 2 }, { "settle_max_ms", 10 }, { "stop_latency_ms", 10 } });
    return Json::object({ { "version", 1 }, { "name", "Network faults" }, { "seed", place.seed },
        { "defaults", defaults }, { "agents", agents } });
}

SunaTimings timings()
{
    SunaTimings timings;
    timings.connect = 3s;
    timings.request = 3s;
    timings.start = 3s;
    timings.silenceBeforePoll = 1s;
    timings.poll = 60ms;
    timings.reconnectBase = 20ms;
    timings.settle = 2s;
    timings.stopWait = 5s;
    timings.giveUp = 20s;
    return timings;
}

EngineSettings settingsOf(const FaultCell::Place &place)
{
    EngineSettings settings = EngineBench::standardSettings();
    settings.startWindow = 500ms;
    settings.startPatience = 3500ms;
    settings.reconcileInterval = 60ms;
    settings.busyRetry = 60ms;
    settings.stopWait = 8s;
    settings.reapFor = 10s;
    settings.circuitBreaker.openFor = 200ms;
    settings.jitterSeed = quint64(place.seed);
    return settings;
}

Team chainWithRetries()
{
    Team team = EngineBench::chain(Agents);
    RetryConfig retry;
    retry.maxAttempts = 4;
    retry.delaySeconds = std::vector<double> { 0.05, 0.05, 0.05 };
    for (WorkflowAgent &agent : team.workflow.agents)
        agent.retry = retry;
    return team;
}

} // namespace

FaultCell::FaultCell(const Place &place)
    : m_place(place)
    , m_suna(canonicalJson(scenarioOf(place)), u"v3"_s, 1)
    , m_proxy(m_suna.port(), { place.fault, place.operation, stops() ? 1 : place.step })
    , m_store(std::move(*Store::open({ m_dir.filePath(u"renum.db"_s) }, &m_clock)))
{
    const SunaConnection connection { m_proxy.url(), "jwt", {} };
    m_backend = std::make_shared<SunaBackend>(connection, &m_clock, timings(), m_proxy.lookup());
    m_orchestrator = std::make_unique<Orchestrator>(m_store.get(), &m_clock, &m_ids,
        settingsOf(place), [this](const ExecutionEvents &events) { m_events += events; });
    m_tasks.start(begin());
}

FaultCell::~FaultCell() = default;

QCoro::Task<> FaultCell::begin()
{
    const ExecutionRequest request { chainWithRetries(), u"Do it"_s, {} };
    const Result<ExecutionId> id = co_await m_orchestrator->execute(request, m_backend);
    if (id)
        m_id = *id;
    else
        m_trouble = id.error().message;
}

QCoro::Task<> FaultCell::stop()
{
    m_proxy.armNow();
    const Result<void> stopped = co_await m_orchestrator->stop(*m_id, u"tester"_s);
    if (!stopped)
        m_trouble = stopped.error().message;
}

bool FaultCell::isOver()
{
    if (!m_trouble.isEmpty())
        return true;
    if (!m_id)
        return false;
    const auto bound = std::ranges::count_if(m_events,
        [](const ExecutionEvent &event) { return event.eventType == "step_run_bound"_L1; });
    const bool works = bound >= m_place.step;
    if (stops() && works && !std::exchange(m_stopAsked, true))
        m_tasks.start(stop());
    const bool ended = !m_events.isEmpty() && isTerminalEvent(m_events.constLast());
    return ended && !m_orchestrator->isBusy() && m_orchestrator->activeCount() == 0;
}

/// Money that is wanting is the one thing that waiting does not help.
bool FaultCell::refuses() const
{
    return m_place.fault == NetworkFault::Quota
        && (m_place.operation == Operation::Create || m_place.operation == Operation::Start);
}

QString FaultCell::flaws()
{
    QStringList flaws;
    if (!m_trouble.isEmpty())
        flaws += m_trouble;
    if (m_proxy.hits() != 1)
        flaws += u"the fault was met %1 times"_s.arg(m_proxy.hits());
    if (m_proxy.requests() > MostRequests)
        flaws += u"%1 requests"_s.arg(m_proxy.requests());
    checkEnd(flaws);
    checkService(flaws);
    if (m_id)
        checkHistory(flaws);
    if (!flaws.isEmpty())
        flaws += story();
    return flaws.join(u"; "_s);
}

void FaultCell::checkHistory(QStringList &flaws)
{
    const auto events = await(m_store->events(*m_id, 0, MostEvents));
    const auto stored = await(m_store->execution(*m_id));
    const auto starts = await(m_store->remoteStarts(*m_id));
    if (!events || !*events || !stored || !*stored || !starts || !*starts) {
        flaws += u"the history cannot be read"_s;
        return;
    }
    ExecutionHistory history;
    history.events = **events;
    history.acknowledged = m_events;
    history.stored = **stored;
    history.starts = **starts;
    history.usageRows = bookedRowsOf(m_store->file(), *m_id);
    flaws += flawsOfLog(history.events) + flawsOfRows(history) + flawsOfSums(m_store->file());
}

QString FaultCell::story() const
{
    static constexpr std::array Detours { "step_retrying"_L1, "step_run_rejected"_L1,
        "step_run_unknown"_L1, "step_run_duplicate"_L1, "step_waiting"_L1, "step_failed"_L1 };
    QStringList detours;
    for (const ExecutionEvent &event : m_events) {
        if (std::ranges::find(Detours, event.eventType) != Detours.end())
            detours += u"%1 %2 (%3)"_s.arg(toRfc3339(event.timestamp), event.eventType,
                stringAt(event.data, "error").value_or(event.agentId.toString()));
    }
    return u"after "_s + detours.join(u", "_s);
}

void FaultCell::checkEnd(QStringList &flaws) const
{
    ExecutionProjection projection;
    for (const ExecutionEvent &event : m_events)
        projection.apply(event);
    const Execution &execution = projection.execution();
    const ExecutionStatus expected = stops() ? ExecutionStatus::Cancelled
        : refuses()                          ? ExecutionStatus::Failed
                                             : ExecutionStatus::Completed;
    if (execution.status != expected)
        flaws += u"the execution is %1 (%2)"_s.arg(
            toString(execution.status), execution.error ? execution.error->message : QString());
    if (expected != ExecutionStatus::Completed)
        return;
    for (const auto &step : execution.steps) {
        const QString text = step.output ? step.output->result : QString();
        if (text != resultOf(step.agentId.toString()))
            flaws += u"step %1 has the text \"%2\""_s.arg(step.agentId.toString(), text);
    }
    for (const ServiceState &service : m_orchestrator->services()) {
        if (service.circuit != CircuitBreaker::State::Closed)
            flaws += u"the breaker has opened for one fault"_s;
    }
}

/// What was begun at the service is what the log knows, once a step, and over.
void FaultCell::checkService(QStringList &flaws)
{
    const Json runs = m_suna.get(u"/_sim/runs"_s).json;
    QString log;
    for (const ExecutionEvent &event : std::as_const(m_events))
        log += compactJsonText(event.data);
    QHash<QString, int> booked;
    for (const ExecutionEvent &event : std::as_const(m_events)) {
        if (event.eventType == "step_usage"_L1)
            ++booked[stringAt(event.data, "agent_run_id").value_or(QString())];
    }
    QStringList threads;
    int completed = 0;
    for (const Json &run : runs.at("runs")) {
        const QString id = stringAt(run, "agent_run_id").value_or(QString());
        const QString status = stringAt(run, "status").value_or(QString());
        threads += stringAt(run, "thread_id").value_or(QString());
        completed += status == "completed"_L1 ? 1 : 0;
        if (status == "running"_L1)
            flaws += u"a run still works"_s;
        if (!log.contains(id))
            flaws += u"a run is lost"_s;
        if (booked.value(id) > 1 || (status == "completed"_L1 && booked.value(id) == 0))
            flaws += u"a run was booked %1 times"_s.arg(booked.value(id));
    }
    if (threads.removeDuplicates() > 0)
        flaws += u"a thread has two runs"_s;
    const int expected = stops() || refuses() ? m_place.step - 1 : Steps;
    if (completed != expected)
        flaws += u"%1 runs were done, not %2"_s.arg(completed).arg(expected);
}

} // namespace renum::test
