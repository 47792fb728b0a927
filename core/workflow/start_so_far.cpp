// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/start_so_far.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

QString textAt(const ExecutionEvent &event, const char *key)
{
    return stringAt(event.data, key).value_or(QString());
}

} // namespace

void StartSoFar::apply(const ExecutionEvent &event)
{
    const QString &type = event.eventType;
    if (type == "step_run_intent"_L1) {
        beginTurn(event);
        state = RunState::Intent;
    } else if (type == "step_run_sent"_L1) {
        state = RunState::Sent;
        thread = ThreadId(textAt(event, "thread_id"));
        project = ProjectId(textAt(event, "project_id"));
        watchUntil = fromRfc3339(textAt(event, "watch_until"));
        firstSent = firstSent.value_or(event.timestamp);
    } else if (type == "step_run_bound"_L1) {
        state = RunState::Bound;
        run = RunId(textAt(event, "agent_run_id"));
        thread = ThreadId(textAt(event, "thread_id"));
    } else if (type == "step_run_rejected"_L1) {
        state = RunState::Rejected;
        const Json *detail = memberAt(event.data, "error_detail");
        rejection = detail ? errorFromDetail(*detail) : Error {};
    } else if (type == "step_run_duplicate"_L1) {
        strays.insert(RunId(textAt(event, "agent_run_id")));
    } else if (type == "step_run_unknown"_L1) {
        state = RunState::Unknown;
        watchUntil = fromRfc3339(textAt(event, "watch_until"));
    }
}

bool StartSoFar::mayBeAtWork() const
{
    return state == RunState::Sent || state == RunState::Unknown || state == RunState::Bound;
}

void StartSoFar::beginTurn(const ExecutionEvent &intent)
{
    const int number = int(integerAt(intent.data, "turn").value_or(1));
    if (number <= turn)
        return;
    turn = number;
    prompt = textAt(intent, "prompt");
    if (!run.isEmpty())
        earlierRuns.insert(run);
    run = {};
    firstSent.reset();
}

} // namespace renum
