// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/runs/service.h"
#include "app/simulator/runs/state_codec.h"
#include "app/simulator/scenario/object_reader.h"
#include "core/model/error_codes.h"

#include <utility>

/// What of the service outlives a restart of the simulator.
namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr int StateVersion = 1;
/// V3 gives every run up after so long (suna-api §8.2).
constexpr std::chrono::milliseconds RunTimeLimit = std::chrono::seconds(3000);

/// Everything that a state file holds, before it takes the place of what is there.
struct State {
    std::vector<ThreadRecord> threads;
    std::vector<RunRecord> runs;
    std::vector<Ledger::Entry> entries;
    QHash<QString, int> calls;
    quint64 ids = 0;
    quint64 runCount = 0;
};

template<typename T>
std::vector<T> readList(ObjectReader &reader, const char *key, Problems &problems,
    T (*read)(const Json &, const QString &, Problems &))
{
    std::vector<T> list;
    size_t index = 0;
    for (const Json &element : reader.array(key))
        list.push_back(read(element, pointer(reader.path(key), index++), problems));
    return list;
}

QHash<QString, int> readCalls(ObjectReader &outer, Problems &problems)
{
    QHash<QString, int> calls;
    const Json *json = outer.member("calls");
    if (!json)
        return calls;
    ObjectReader reader(*json, outer.path("calls"), problems);
    if (json->is_object()) {
        for (const auto &[agent, count] : json->items())
            calls.insert(QString::fromStdString(agent),
                static_cast<int>(reader.integer(agent.c_str(), 0, 0, INT32_MAX)));
    }
    return calls;
}

/// The whole range is possible, so that it is no `integer` with bounds.
quint64 readPosition(ObjectReader &reader, const char *key)
{
    const Json *value = reader.member(key);
    if (value && value->is_number_unsigned())
        return value->get<quint64>();
    reader.fail(reader.path(key), u"must be a whole number, 0 or more."_s);
    return 0;
}

void checkThreads(ObjectReader &reader, const State &state)
{
    std::set<QString> known;
    for (const ThreadRecord &thread : state.threads)
        known.insert(thread.id);
    for (const RunRecord &run : state.runs) {
        if (!known.contains(run.threadId))
            reader.fail(
                reader.path("runs"), u"holds a run of an unknown thread: %1."_s.arg(run.id));
    }
}

State readState(ObjectReader &reader, Problems &problems)
{
    State state;
    state.threads = readList(reader, "threads", problems, &readThread);
    state.runs = readList(reader, "runs", problems, &readRun);
    state.entries = readList(reader, "ledger", problems, &readEntry);
    state.calls = readCalls(reader, problems);
    state.ids = readPosition(reader, "id_position");
    state.runCount = readPosition(reader, "run_count");
    checkThreads(reader, state);
    return state;
}

Error notUsable(const Problems &problems)
{
    const Problem &first = problems.constFirst();
    const QString place = first.path.isEmpty() ? u"The document"_s : first.path;
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::ValidationError),
        place % u' ' % first.message };
}

} // namespace

WireJson Service::saved() const
{
    WireJson threads = WireJson::array();
    for (const auto &thread : m_world.threads())
        threads.push_back(savedThread(*thread));
    WireJson runs = WireJson::array();
    for (const auto &run : m_world.runs())
        runs.push_back(savedRun(*run));
    WireJson entries = WireJson::array();
    for (const Ledger::Entry &entry : m_ledger.entries())
        entries.push_back(savedEntry(entry));
    WireJson calls = WireJson::object();
    for (auto call = m_callsOfAgent.cbegin(); call != m_callsOfAgent.cend(); ++call)
        calls[utf8(call.key())] = call.value();
    return { { "version", StateVersion }, { "family", utf8(familyName(m_profile.family)) },
        { "id_position", m_ids.position() }, { "run_count", m_runCount }, { "calls", calls },
        { "agents", m_agents.saved() }, { "threads", threads }, { "runs", runs },
        { "ledger", entries } };
}

Result<void> Service::restore(const Json &json)
{
    Problems problems;
    ObjectReader reader(json, {}, problems);
    if (reader.integer("version", 0, 0, INT32_MAX) != StateVersion)
        reader.fail(reader.path("version"), u"must be %1."_s.arg(StateVersion));
    if (const QString family = reader.requiredText("family");
        !family.isEmpty() && family != familyName(m_profile.family))
        reader.fail(reader.path("family"), u"belongs to another profile: %1."_s.arg(family));
    State state = readState(reader, problems);
    AgentBook agents(&m_scenario, m_profile.family, IdSource(m_random.fork("agents", 0)));
    if (const Json *stored = reader.member("agents"))
        agents.restore(*stored, *m_scenario.agent({}), problems);
    reader.finish();
    if (!problems.isEmpty())
        return notUsable(problems);

    reset();
    m_agents = std::move(agents);
    m_ids.moveTo(state.ids);
    m_runCount = state.runCount;
    m_callsOfAgent = std::move(state.calls);
    m_ledger.replace(std::move(state.entries));
    for (ThreadRecord &thread : state.threads)
        m_world.addThread(std::move(thread));
    for (RunRecord &run : state.runs) {
        RunRecord &added = m_world.addRun(std::move(run));
        if (added.running())
            endWithoutWorker(added);
    }
    return {};
}

/// Up to V2b nobody notices: the run stays `running` until it is stopped (suna-api §4.5). V3 gives
/// it up in the end. A chat lived on its connection.
void Service::endWithoutWorker(RunRecord &run)
{
    run.orphaned = true;
    if (m_profile.family == Family::OpenAi) {
        run.status = u"stopped"_s;
        run.completedAt = m_clock->now();
    } else if (m_profile.family == Family::V3) {
        const auto left = std::max(
            std::chrono::microseconds(0), scaled(RunTimeLimit) - (m_clock->now() - run.startedAt));
        const QString reason = u"run_timeout (3000s)"_s;
        const WireJson event { { "type", "status" }, { "status", "failed" },
            { "message", utf8(reason) } };
        m_player.play(run.id,
            { { left, EmitEvent { event, Closing::Yes } },
                { left, EndRun { u"failed"_s, reason } } });
    }
}

} // namespace renum::sim
