// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/store_fixture.h"

#include <QDebug>

using namespace Qt::StringLiterals;

namespace renum::test {

namespace {

// Odd on purpose: microseconds must survive.
constexpr qint64 FirstMoment = 1'770'000'000'123'457;

} // namespace

std::unique_ptr<Store> openStore(const QString &file)
{
    static SystemClock clock;
    Result<std::unique_ptr<Store>> store = Store::open({ file }, &clock);
    if (store)
        return *std::move(store);
    qWarning() << store.error().code << store.error().message;
    return nullptr;
}

QString uuidOf(int number)
{
    return u"00000000-0000-4000-8000-%1"_s.arg(number, 12, 16, QLatin1Char('0'));
}

LogBuilder::LogBuilder(int number, qint64 lastSeq)
    : m_id(uuidOf(number))
    , m_team(uuidOf(1'000'000 + number))
    , m_seq(lastSeq)
    , m_time(fromMicroseconds(FirstMoment + number * 1'000'003LL))
{
}

ExecutionEvent LogBuilder::next(const char *type, const char *eventType, Json data)
{
    m_time += std::chrono::microseconds(1'234'567);
    ExecutionEvent event;
    event.seq = ++m_seq;
    event.type = QString::fromLatin1(type);
    event.eventType = QString::fromLatin1(eventType);
    event.executionId = m_id;
    event.teamId = m_team;
    event.timestamp = m_time;
    event.data = std::move(data);
    return event;
}

ExecutionEvent LogBuilder::execution(const char *eventType, Json data)
{
    return next("execution_update", eventType, std::move(data));
}

ExecutionEvent LogBuilder::step(const char *eventType, const QString &step, Json data)
{
    data["step_id"] = toJson(step);
    ExecutionEvent event = next("step_update", eventType, std::move(data));
    event.agentId = AgentId(step);
    return event;
}

ExecutionEvent LogBuilder::context(const QString &key, const Json &value, const char *scope)
{
    return next("context_change", "",
        { { "key", toJson(key) }, { "value", value }, { "scope", scope },
            { "version", m_seq + 1 } });
}

ExecutionEvent LogBuilder::log(const QString &message)
{
    return next("execution_log", "", { { "log_entry", { { "message", toJson(message) } } } });
}

ExecutionEvents LogBuilder::beginning(const QStringList &steps)
{
    return { execution("execution_created",
                 { { "status", "pending" }, { "team_name", "Market analysis" },
                     { "workflow_type", "sequential" }, { "initial_prompt", "Electric bicycles" },
                     { "execution_config", { { "max_execution_seconds", 60 } } } }),
        execution("plan_created",
            { { "status", "pending" }, { "total_steps", steps.size() },
                { "plan", toJson(planOf(steps)) } }),
        execution("execution_started", { { "status", "running" }, { "owner", "process-1" } }) };
}

ExecutionEvents LogBuilder::wholeStep(const QString &name, const QString &result)
{
    StepOutput output;
    output.result = result;
    return { step(
                 "step_started", name, { { "attempt", 1 }, { "prompt", toJson(u"do "_s + name) } }),
        step("step_run_intent", name, { { "attempt", 1 }, { "payload_hash", "abc" } }),
        step("step_run_bound", name,
            { { "attempt", 1 }, { "agent_run_id", toJson(u"run-"_s + name) } }),
        step("step_output", name,
            { { "attempt", 1 }, { "kind", "assistant" }, { "segment", 1 },
                { "delta", toJson(result) } }),
        step("step_usage", name,
            { { "attempt", 1 }, { "agent_run_id", toJson(u"run-"_s + name) },
                { "usage_metrics",
                    { { "model_name", "m" }, { "tokens_input", 10 }, { "tokens_output", 5 },
                        { "request_count", 1 }, { "estimated", false } } } }),
        step("step_completed", name, { { "attempt", 1 }, { "result", toJson(output) } }) };
}

ExecutionPlan planOf(const QStringList &steps)
{
    ExecutionPlan plan;
    for (const QString &name : steps) {
        WorkflowAgent agent;
        agent.agentId = AgentId(name);
        plan.definition.agents.push_back(agent);
        PlanStep step;
        step.id = StepId(name);
        step.agentId = AgentId(name);
        step.name = name.toUpper();
        step.role = u"member"_s;
        step.order = int(plan.steps.size()) + 1;
        plan.waves.push_back({ step.id });
        plan.steps.push_back(step);
    }
    plan.finalResult = u"last"_s;
    return plan;
}

Team teamOf(int number, const QString &name)
{
    Team team;
    team.id = TeamId(uuidOf(number));
    team.name = name;
    team.description = u"Team number %1"_s.arg(number);
    for (const QString &id : { u"researcher"_s, u"writer"_s }) {
        WorkflowAgent agent;
        agent.agentId = AgentId(id);
        team.workflow.agents.push_back(agent);
        team.agentIds.emplace_back(id);
    }
    team.config.maxExecutionSeconds = 120;
    team.config.extra["colour"] = "green";
    team.createdAt = fromMicroseconds(FirstMoment + number);
    team.updatedAt = team.createdAt;
    return team;
}

Execution foldOf(const ExecutionEvents &events)
{
    ExecutionProjection projection;
    for (const ExecutionEvent &event : events)
        projection.apply(event);
    return projection.execution();
}

} // namespace renum::test
