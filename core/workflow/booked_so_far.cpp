// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/booked_so_far.h"

namespace renum {

using namespace Qt::StringLiterals;

void BookedSoFar::apply(const ExecutionEvent &event)
{
    const bool ofRun = event.eventType == "step_usage"_L1;
    const Json *metrics = memberAt(event.data, "usage_metrics");
    if (!metrics || (!ofRun && event.eventType != "step_nested_ended"_L1))
        return;
    const auto text
        = [&event](const char *key) { return stringAt(event.data, key).value_or(QString()); };
    const Usage used = usageFromJson(*metrics);
    usage.add(used);
    usageByAgent[event.agentId].add(used);
    usageByStep[StepId(text("step_id"))].add(used);
    if (ofRun)
        runs.insert(RunId(text("agent_run_id")));
    else
        nested.insert(ExecutionId(text("execution_id")));
}

} // namespace renum
