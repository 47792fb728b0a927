// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_event.h"
#include "core/model/execution_plan.h"

namespace renum::test {

/// The events of one execution, written by hand: seq and time count up, one event a second.
class EventScript {
public:
    static constexpr auto Id = "0b2f3f50-0000-4000-8000-000000000001";
    static constexpr qint64 Begin = 1'770'000'000'000'000;

    ExecutionEvent next(const char *type, const char *eventType, Json data = Json::object())
    {
        ExecutionEvent event;
        event.seq = ++m_seq;
        event.type = QString::fromLatin1(type);
        event.eventType = QString::fromLatin1(eventType);
        event.executionId = ExecutionId(QString::fromLatin1(Id));
        event.teamId = TeamId(QStringLiteral("team"));
        event.timestamp = fromMicroseconds(Begin + m_seq * 1'000'000);
        event.data = std::move(data);
        return event;
    }
    ExecutionEvent execution(const char *eventType, Json data = Json::object())
    {
        return next("execution_update", eventType, std::move(data));
    }
    /// Of the step of this agent, the first of a plan being number 1.
    ExecutionEvent step(const char *eventType, const char *agent, Json data = Json::object())
    {
        data["step_id"] = agent;
        data["step_order"] = 1;
        ExecutionEvent event = next("step_update", eventType, std::move(data));
        event.agentId = AgentId(QString::fromLatin1(agent));
        return event;
    }
    ExecutionEvent created()
    {
        return execution("execution_created",
            { { "team_name", "Writers" }, { "workflow_type", "parallel" }, { "team_version", 3 },
                { "initial_prompt", "Do it" } });
    }
    /// A plan of these agents, each named like its id in upper case.
    ExecutionEvent planned(const QStringList &agents)
    {
        ExecutionPlan plan;
        plan.strategy = plan.definition.type = WorkflowType::Parallel;
        for (const QString &agent : agents) {
            PlanStep step;
            step.id = StepId(agent);
            step.agentId = AgentId(agent);
            step.name = agent.toUpper();
            step.order = int(plan.steps.size()) + 1;
            plan.steps.push_back(step);
        }
        return execution("plan_created",
            { { "plan", toJson(plan) }, { "total_steps", int(plan.steps.size()) } });
    }
    /// One key of the shared memory; null deletes it.
    ExecutionEvent context(const char *key, Json value, int version, const char *by,
        Json previous = nullptr, const char *scope = "shared_memory")
    {
        const bool deleted = value.is_null();
        return next("context_change", "",
            { { "scope", scope }, { "key", key }, { "value", std::move(value) },
                { "previous_value", std::move(previous) }, { "changed_by", by },
                { "version", version }, { "deleted", deleted } });
    }
    [[nodiscard]] static Json error(const char *type, const char *code, const char *message)
    {
        return { { "error_type", type }, { "code", code }, { "message", message },
            { "args", Json::object() } };
    }

private:
    qint64 m_seq = 0;
};

/// Applies each event to a fold.
template<typename Fold>
Fold folded(const ExecutionEvents &events, Fold fold = {})
{
    for (const ExecutionEvent &event : events)
        fold.apply(event);
    return fold;
}

} // namespace renum::test
