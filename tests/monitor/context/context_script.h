// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_plan.h"
#include "ui/monitor/context/context_fold.h"

namespace renum::ui {

/// Writes changes of a context into a fold, a second between two.
class ContextScript {
public:
    using Scope = ContextChange::Scope;

    explicit ContextScript(const QStringList &agents)
    {
        ExecutionPlan plan;
        for (const QString &agent : agents) {
            PlanStep step;
            step.id = StepId(agent);
            step.agentId = AgentId(agent);
            step.name = agent.toUpper();
            plan.steps.push_back(step);
        }
        add("execution_update", "execution_created",
            { { "initial_prompt", "Do it" },
                { "execution_config", { { "initial_memory", { { "known", 1 } } } } } });
        add("execution_update", "plan_created", { { "plan", toJson(plan) } });
    }
    ContextScript &add(const char *type, const char *eventType, Json data)
    {
        ExecutionEvent event;
        event.seq = ++m_seq;
        event.type = QString::fromLatin1(type);
        event.eventType = QString::fromLatin1(eventType);
        event.executionId = ExecutionId(QStringLiteral("e-1"));
        event.timestamp = Timestamp(std::chrono::seconds(1'767'261'600 + m_seq));
        event.data = std::move(data);
        context.apply(event);
        return *this;
    }
    ContextScript &change(const ContextChange &change)
    {
        return add("context_change", "", toJson(change));
    }
    /// Of the shared memory, as a new version; null deletes.
    ContextScript &set(const QString &key, const Json &value, const QString &by)
    {
        ContextChange made;
        made.scope = Scope::SharedMemory;
        made.key = key;
        made.value = value;
        made.deleted = value.is_null();
        made.changedBy = by;
        made.version = context.version() + 1;
        return change(made);
    }

    ContextFold context;

private:
    qint64 m_seq = 0;
};

} // namespace renum::ui
