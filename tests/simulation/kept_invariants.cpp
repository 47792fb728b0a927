// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/execution_history.h"

#include <QSet>

namespace renum::test {

using namespace Qt::StringLiterals;

QStringList flawsOfKept(const ExecutionHistory &history)
{
    if (history.events.isEmpty())
        return {};
    const Json *config = memberAt(history.events.constFirst().data, "execution_config");
    if (!config)
        return {};
    const QMap<AgentId, StepOutput> kept = executionConfigFromJson(*config).pinned;
    QStringList flaws;
    QSet<AgentId> given; // a person's result counts more than a kept one
    for (const ExecutionEvent &event : history.events) {
        if (!kept.contains(event.agentId))
            continue;
        if (event.eventType == "step_result_given"_L1)
            given.insert(event.agentId);
        const QString who = event.agentId.toString();
        const bool works = event.eventType.startsWith("step_run_"_L1)
            || event.eventType == "step_started"_L1
            || event.eventType == "auxiliary_run_started"_L1;
        if (works)
            flaws.append(
                u"at seq %1: %2 was called, but its result is kept"_s.arg(event.seq).arg(who));
        const Json *result = memberAt(event.data, "result");
        if (event.eventType == "step_completed"_L1 && result && !given.contains(event.agentId)
            && stepOutputFromJson(*result).result != kept.value(event.agentId).result)
            flaws.append(
                u"at seq %1: %2 ended with another result than is kept"_s.arg(event.seq).arg(who));
    }
    return flaws;
}

} // namespace renum::test
