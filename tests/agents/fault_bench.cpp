// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/agents/fault_bench.h"

#include "core/model/execution_event.h"
#include "tests/agents/run_event_text.h"
#include "tests/support/await.h"

namespace renum::test {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds Turn { 1 };
constexpr std::chrono::milliseconds TimeOfATurn { 100 };
constexpr int LongestMilliseconds = 120'000;

QByteArray scenarioWith(const QByteArray &faults)
{
    return dataFile(u"two_turns.json"_s)
        .replace("\"agents\": [", QByteArray("\"faults\": [" + faults + "], \"agents\": ["));
}

SunaConnection connectionTo(const QUrl &url, Credentials credentials)
{
    SunaConnection connection { url, "test-token", {} };
    if (credentials == Credentials::ApiKey) {
        connection.bearerToken.clear();
        connection.apiKey = "pk_1:sk_1";
    }
    if (credentials != Credentials::TokenWithoutSupabase)
        connection.supabase = { url, "anon" };
    return connection;
}

Team oneStep()
{
    return EngineBench::team(R"({"type":"sequential","agents":[{"agent_id":"agt-writer",)"
                             R"("execution_order":1,"input":{"source":"initial_prompt"}}]})");
}

} // namespace

FaultBench::FaultBench(const QString &profile, const QByteArray &faults, Credentials credentials)
    : sim(scenarioWith(faults), profile, 1, &clock)
    , m_profile(profile)
{
    m_pace.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_pace, &QTimer::timeout, &m_pace, [this] { clock.advance(TimeOfATurn); });
    m_pace.start(Turn);
    backend = std::make_shared<SunaBackend>(connectionTo(sim.url({}), credentials), &clock);
    m_store = std::move(*Store::open({ m_dir.filePath(u"renum.db"_s) }, &clock));
    m_orchestrator = std::make_unique<Orchestrator>(m_store.get(), &clock, &m_ids,
        EngineBench::standardSettings(),
        [this](const ExecutionEvents &events) { m_events += events; });
}

FaultBench::~FaultBench() = default;

bool FaultBench::execute(int stepSeconds)
{
    ExecutionConfig config;
    config.stepTimeoutSeconds = stepSeconds;
    const auto begun
        = await(m_orchestrator->execute({ oneStep(), u"Write the file"_s, config }, backend));
    if (!begun || !*begun)
        return false;
    return QTest::qWaitFor(
        [this] { return !m_events.isEmpty() && isTerminalEvent(m_events.constLast()); },
        LongestMilliseconds);
}

Execution FaultBench::execution() const
{
    ExecutionProjection projection;
    for (const ExecutionEvent &event : m_events)
        projection.apply(event);
    return projection.execution();
}

QString FaultBench::streamedText() const
{
    ExecutionProjection projection;
    QString text;
    for (const ExecutionEvent &event : m_events) {
        projection.apply(event);
        if (event.type != "step_output"_L1 && event.eventType != "step_output"_L1)
            continue;
        for (const StepRecord &step : projection.execution().steps)
            text = step.liveText;
    }
    return text;
}

int FaultBench::counted(const char *kind)
{
    const Json counts = sim.get(u"/_sim/ledger"_s).json["counts"];
    return counts.contains(kind) ? counts[kind].get<int>() : 0;
}

size_t FaultBench::duplicates()
{
    return sim.get(u"/_sim/ledger"_s).json["duplicates"].size();
}

int FaultBench::asked(const char *route)
{
    const Json routes = sim.get(u"/_sim/requests"_s).json["routes"];
    return routes.contains(route) ? routes[route]["asked"].get<int>() : 0;
}

Json FaultBench::lastAnswerRow(const Json &rows) const
{
    Json last;
    for (const Json &row : rows) {
        if (stringAt(row, "type") == u"assistant"_s)
            last = row;
    }
    return last;
}

QString FaultBench::storedAnswer(const ThreadId &thread)
{
    static_cast<void>(sim.postJson(u"/_sim/faults"_s, { { "faults", Json::array() } }));
    const SimFixture::Headers headers { { "Authorization", "Bearer test-token" },
        { "apikey", "anon" } };
    const QString prefix = m_profile == "v3"_L1 ? u"/v1"_s : u"/api"_s;
    const bool first = m_profile == "v1"_L1;
    const QString id = thread.toString();
    QString path = prefix + u"/threads/"_s + id + u"/messages?order=asc&optimized=false"_s;
    if (first)
        path = u"/rest/v1/messages?order=created_at.asc&thread_id=eq."_s + id;
    const Json answer = sim.get(path, headers).json;
    const Json row = lastAnswerRow(first ? answer : answer.value("messages", Json::array()));
    return row.is_object() ? stringAt(row["content"], "content").value_or(QString()) : QString();
}

QStringList FaultBench::runStatuses()
{
    QStringList statuses;
    const Json runs = sim.get(u"/_sim/runs"_s).json["runs"];
    for (const Json &run : runs)
        statuses += stringAt(run, "status").value_or(QString());
    return statuses;
}

} // namespace renum::test
