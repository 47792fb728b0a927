// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/execution_log.h"

#include "core/model/event_fields.h"
#include "core/model/log_texts.h"

#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

void attribute(LogEntry &entry, const ExecutionEvent &event, const QHash<AgentId, QString> &names)
{
    if (event.type == "context_change"_L1) {
        const QString author = stringAt(event.data, "changed_by").value_or(QString());
        if (names.contains(AgentId(author)))
            entry.agentId = AgentId(author);
        else
            entry.category = author == "system"_L1 ? LogCategory::System : LogCategory::UserAction;
    }
    entry.stepName = names.value(entry.agentId);
}

void ExecutionLog::apply(const ExecutionEvent &event)
{
    if (event.eventType == "plan_created"_L1)
        learnNames(event);
    else if (event.eventType == "step_run_bound"_L1)
        noteRun(event);
    std::optional<LogEntry> entry = logEntry(event);
    if (!entry)
        return;
    if (event.eventType == "step_started"_L1)
        m_started[stepOf(event)] = m_entries.size();
    attribute(*entry, event, m_names);
    m_entries.push_back(*std::move(entry));
}

void ExecutionLog::learnNames(const ExecutionEvent &event)
{
    m_names = namesInPlan(event);
}

void ExecutionLog::noteRun(const ExecutionEvent &bound)
{
    const auto started = m_started.constFind(stepOf(bound));
    if (started == m_started.cend())
        return;
    const QString run = stringAt(bound.data, "agent_run_id").value_or(QString());
    LogEntry &entry = m_entries[*started];
    if (!entry.correlationId.isEmpty())
        return; // a later turn; the first run is the one that began it
    entry.details["suna_agent_run_id"] = toJson(run);
    entry.correlationId = run;
}

} // namespace renum
