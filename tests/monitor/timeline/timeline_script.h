// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_plan.h"
#include "core/model/step_iteration.h"
#include "ui/monitor/timeline/timeline_lanes.h"

namespace renum::ui {

/// Feeds a timeline with events at the seconds that a test names.
class TimelineScript {
public:
    /// Each agent waits for those before it.
    explicit TimelineScript(const QStringList &agents)
    {
        ExecutionPlan plan;
        for (const QString &agent : agents) {
            PlanStep step;
            step.id = StepId(agent);
            step.agentId = AgentId(agent);
            step.name = agent.toUpper();
            step.order = static_cast<int>(plan.steps.size()) + 1;
            if (!plan.steps.empty())
                step.dependencies.push_back(plan.steps.back().id);
            plan.steps.push_back(step);
        }
        for (const PlanStep &step : plan.steps) {
            WorkflowAgent member;
            member.agentId = step.agentId;
            plan.definition.agents.push_back(member);
        }
        // The last may ask the first for another round.
        if (plan.steps.size() > 1)
            plan.definition.agents.back().feedback
                = FeedbackSpec { plan.steps.front().agentId, {}, {}, Json::object() };
        add(0, "execution_update", "execution_created");
        add(0, "execution_update", "plan_created", {}, { { "plan", toJson(plan) } });
    }

    [[nodiscard]] static Timestamp at(double second)
    {
        return Timestamp(std::chrono::microseconds(qint64(second * 1e6) + 1'767'261'600'000'000));
    }

    TimelineScript &add(double second, const char *type, const char *eventType,
        const QString &agent = {}, Json data = Json::object())
    {
        ExecutionEvent event;
        event.seq = ++m_seq;
        event.type = QString::fromLatin1(type);
        event.eventType = QString::fromLatin1(eventType);
        event.agentId = AgentId(agent);
        event.timestamp = at(second);
        event.data = std::move(data);
        lanes.apply(event);
        return *this;
    }
    /// Of a step; `step` may have the suffix of an iteration.
    TimelineScript &step(
        double second, const char *eventType, const QString &step, Json data = Json::object())
    {
        data["step_id"] = toJson(step);
        const QString agent = stepIteration(StepId(step)).step.toString();
        return add(second, "step_update", eventType, agent, std::move(data));
    }
    TimelineScript &work(const QString &name, double from, double to)
    {
        return step(from, "step_started", name, { { "attempt", 1 } })
            .step(to, "step_completed", name);
    }
    TimelineScript &spend(double second, const QString &name, qint64 tokens, qint64 nanoUsd)
    {
        Usage usage;
        usage.tokensInput = tokens;
        usage.cost = Cost::ofCall(CostBasis::Reported, nanoUsd);
        return step(second, "step_usage", name, { { "usage_metrics", toJson(usage) } });
    }
    [[nodiscard]] const TimelineBar &bar(int lane, int index) const
    {
        return lanes.lanes().at(lane).bars.at(index);
    }
    [[nodiscard]] const TimelineWait &wait(int lane, int index) const
    {
        return lanes.lanes().at(lane).waits.at(index);
    }

    TimelineLanes lanes;

private:
    qint64 m_seq = 0;
};

} // namespace renum::ui
