// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor_log.h"

#include "bench_figures.h"
#include "tests/ui/event_script.h"

namespace renum::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 StartMicroseconds = 1'750'000'000'000'000;
/// Created, planned, started.
constexpr qint64 Beginning = 3;
/// A member begins anew after so many of its own events.
constexpr qint64 Round = 400;

WorkflowDefinition workflowOf(int members)
{
    WorkflowDefinition workflow;
    workflow.type = WorkflowType::Parallel;
    for (int i = 0; i < members; ++i) {
        WorkflowAgent agent;
        agent.agentId = AgentId(u"slot:m%1"_s.arg(i));
        agent.name = u"Member %1"_s.arg(i);
        agent.config.instructions = u"Say what matters."_s;
        workflow.agents.push_back(agent);
    }
    return workflow;
}

ExecutionEvent read(const QByteArray &bytes)
{
    Result<ExecutionEvent> event
        = eventFromFrame(Json::parse(bytes.begin(), bytes.end(), nullptr, false));
    if (!event)
        fail(u"An event cannot be read."_s);
    return *std::move(event);
}

} // namespace

MonitorLog::MonitorLog(int stored, int members)
    : m_stored(stored)
    , m_members(members)
{
    ui::EventScript script(
        id().toString(), u"Bench"_s, workflowOf(members), fromMicroseconds(StartMicroseconds));
    script.begin(u"Go on and on"_s);
    const ExecutionEvents begin = script.take();
    m_created = canonicalJson(toFrame(begin.at(0)));
    m_planned = canonicalJson(toFrame(begin.at(1)));
}

ExecutionId MonitorLog::id()
{
    return ExecutionId(u"bench"_s);
}

QByteArray MonitorLog::frame(qint64 seq) const
{
    if (seq == 1)
        return m_created;
    if (seq == 2)
        return m_planned;
    const qint64 turn = (seq - Beginning - 1) / m_members;
    const QByteArray member = "slot:m" + QByteArray::number((seq - Beginning - 1) % m_members);
    const QByteArray time = toRfc3339(fromMicroseconds(StartMicroseconds + 50 * seq)).toUtf8();
    QByteArray kind = "step_update";
    QByteArray type = "step_output";
    QByteArray data = R"("status":"running","step_id":")" + member + R"(","step_order":1,)";
    if (seq == Beginning) {
        kind = "execution_update";
        type = "execution_started";
        data = R"("status":"running","owner":"bench")";
    } else if (turn % Round == 0) {
        type = "step_started";
        data
            += R"("attempt":1,"prompt":"Say what matters.","resolved_from":[],"source":"initial_prompt")";
    } else if (turn % Round == Round - 1) {
        type = "step_completed";
        data += R"("attempt":1,"result":{"result":"That is what matters."})";
    } else {
        data += R"("attempt":1,"kind":"assistant","segment":1,"delta":"some more words )"
            + QByteArray::number(seq) + R"( ")";
    }
    return R"({"type":")" + kind + R"(","event_type":")" + type + R"(","seq":)"
        + QByteArray::number(seq) + R"(,"execution_id":"bench","team_id":"team-1","agent_id":")"
        + (seq == Beginning ? QByteArray() : member) + R"(","timestamp":")" + time + R"(","data":{)"
        + data + "}}";
}

ExecutionEvents MonitorLog::made(qint64 first, int count) const
{
    ExecutionEvents events;
    events.reserve(count);
    for (qint64 seq = first; seq < first + count; ++seq)
        events << read(frame(seq));
    return events;
}

void MonitorLog::announce(const ExecutionEvents &events)
{
    if (m_subscription)
        emit m_subscription->received(events);
}

/// The row, as the store would have it: without what was streamed.
QCoro::Task<Result<Execution>> MonitorLog::execution(ExecutionId, std::stop_token)
{
    ExecutionProjection projection;
    const ExecutionEvents events = made(1, std::min(m_stored, 2000));
    for (const ExecutionEvent &event : events)
        projection.apply(event);
    renum::Execution row = projection.execution();
    row.lastSeq = m_stored;
    co_return Result<renum::Execution>(row);
}

QCoro::Task<Result<ExecutionEvents>> MonitorLog::events(
    ExecutionId, qint64 after, int limit, std::stop_token)
{
    const int count = int(std::clamp<qint64>(m_stored - after, 0, limit));
    ExecutionEvents page = made(after + 1, count);
    co_return Result<ExecutionEvents>(std::move(page));
}

std::unique_ptr<EventSubscription> MonitorLog::subscribe(ExecutionId, qint64)
{
    auto subscription = std::make_unique<EventSubscription>();
    m_subscription = subscription.get();
    return subscription;
}

} // namespace renum::bench
