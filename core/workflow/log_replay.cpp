// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/workflow/execution_over.h"
#include "core/workflow/log_replay_p.h"

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace detail {

namespace {

Error impossible(const QString &why)
{
    return { ErrorCategory::SystemError, QString::fromLatin1(code::ResumeImpossible),
        u"The execution cannot be continued: %1 Run the team again; what was finished is kept."_s
            .arg(why),
        { { u"reason"_s, why } } };
}

} // namespace

Result<Replay> LogReplay::run(const ExecutionEvents &log)
{
    m_ahead = log;
    for (const ExecutionEvent &event : log) {
        m_ahead = m_ahead.subspan(1);
        countTime(event);
        apply(event);
        if (m_problem)
            return *m_problem;
    }
    m_ahead = {};
    if (!m_planned)
        return impossible(u"its plan was never stored."_s);
    m_replay.missing = m_expected.takeRest();
    for (const PlanStep &step : m_replay.state.plan.steps) { // always in the same order
        const auto open = m_open.constFind(step.id);
        if (open == m_open.cend())
            continue;
        m_replay.open.push_back(*open);
        m_replay.open.back().actions
            = m_replay.teamwork.actions(iterationStepId(step.id, open->start.iteration));
    }
    return std::move(m_replay);
}

void LogReplay::apply(const ExecutionEvent &event)
{
    m_replay.lastSeq = std::max(m_replay.lastSeq, event.seq);
    m_replay.teamwork.apply(event);
    m_replay.booked.apply(event);
    if (isTerminalEvent(event)) {
        m_problem = executionOverError();
    } else if (event.type == "context_change"_L1) {
        onContextChange(event);
    } else if (const Handler handler = handlers().value(event.eventType, nullptr)) {
        if (!m_planned && event.type == "step_update"_L1)
            m_problem = impossible(u"its plan was never stored."_s);
        else
            (this->*handler)(event);
    }
}

const QHash<QString, LogReplay::Handler> &LogReplay::handlers()
{
    static const QHash<QString, Handler> table {
        { u"execution_created"_s, &LogReplay::onCreated },
        { u"plan_created"_s, &LogReplay::onPlan },
        { u"execution_started"_s, &LogReplay::onStarted },
        { u"execution_stop_requested"_s, &LogReplay::onStopRequested },
        { u"execution_deadline_reached"_s, &LogReplay::onDeadline },
        { u"execution_paused"_s, &LogReplay::onPaused },
        { u"execution_continued"_s, &LogReplay::onContinued },
        { u"execution_held"_s, &LogReplay::onHeld },
        { u"execution_breakpoints_set"_s, &LogReplay::onBreakpoints },
        { u"execution_cap_set"_s, &LogReplay::onCapSet },
        { u"execution_cap_reached"_s, &LogReplay::onCapReached },
        { u"execution_budget_reached"_s, &LogReplay::onBudgetReached },
        { u"step_result_given"_s, &LogReplay::onResultGiven },
        { u"step_repeat_requested"_s, &LogReplay::onRepeatRequested },
        { u"step_reopened"_s, &LogReplay::onReopened },
        { u"step_waiting"_s, &LogReplay::onWaiting },
        { u"step_started"_s, &LogReplay::onStepStarted },
        { u"step_reused"_s, &LogReplay::onReused },
        { u"step_nested_started"_s, &LogReplay::onNestedStarted },
        { u"step_nested_waiting"_s, &LogReplay::onNestedWaits },
        { u"step_nested_continued"_s, &LogReplay::onNestedWaits },
        { u"step_run_intent"_s, &LogReplay::onRemoteStart },
        { u"step_run_sent"_s, &LogReplay::onRemoteStart },
        { u"step_run_bound"_s, &LogReplay::onRemoteStart },
        { u"step_run_rejected"_s, &LogReplay::onRemoteStart },
        { u"step_run_unknown"_s, &LogReplay::onRemoteStart },
        { u"step_run_duplicate"_s, &LogReplay::onRemoteStart },
        { u"step_retrying"_s, &LogReplay::onRetrying },
        { u"step_completed"_s, &LogReplay::onCompleted },
        { u"step_failed"_s, &LogReplay::onFailed },
        { u"step_skipped"_s, &LogReplay::onSkipped },
        { u"step_cancelled"_s, &LogReplay::onCancelled },
        { u"step_approval_requested"_s, &LogReplay::onApprovalRequested },
        { u"step_approval_decided"_s, &LogReplay::onApprovalDecided },
    };
    return table;
}

// --- the execution ------------------------------------------------------------------------------

void LogReplay::onCreated(const ExecutionEvent &event)
{
    m_replay.execution = event.executionId;
    m_replay.team = event.teamId;
    m_replay.teamName = stringAt(event.data, "team_name").value_or(QString());
    m_replay.initialPrompt = stringAt(event.data, "initial_prompt").value_or(QString());
    if (const Json *config = memberAt(event.data, "execution_config"))
        m_replay.config = executionConfigFromJson(*config);
    m_replay.cap = m_replay.config.cap;
}

void LogReplay::onPlan(const ExecutionEvent &event)
{
    const Json *json = memberAt(event.data, "plan");
    Result<ExecutionPlan> plan = json ? planFromJson(*json) : ExecutionPlan();
    if (!json || !plan) {
        m_problem = impossible(u"its plan cannot be read."_s);
        return;
    }
    const WorkflowType type = plan->strategy;
    m_replay.state = initialState(*std::move(plan), m_replay.initialPrompt,
        contextSeeds(m_replay.execution, m_replay.team, m_replay.initialPrompt, type),
        m_replay.config);
    m_replay.teamwork.begin(m_replay.execution, m_replay.state.plan);
    m_planned = true;
}

void LogReplay::onStarted(const ExecutionEvent &)
{
    if (!std::exchange(m_replay.began, true))
        feed(ExecutionBegan {});
}

void LogReplay::onStopRequested(const ExecutionEvent &event)
{
    m_replay.stoppedBy = stringAt(event.data, "requested_by").value_or(u"unknown"_s);
    feed(StopRequested {});
}

void LogReplay::onDeadline(const ExecutionEvent &)
{
    m_replay.deadlinePassed = true;
    feed(DeadlineReached {});
}

void LogReplay::onContextChange(const ExecutionEvent &event)
{
    const Result<ContextChange> change = contextChangeFromJson(event.data);
    if (!change) {
        m_problem = impossible(u"a change of its context cannot be read."_s);
        return;
    }
    // What the scheduler did not command, agents and people wrote meanwhile. The values that a
    // context begins with, version 1, are in it already.
    if (!m_expected.takeContextChange(*change) && m_planned && change->version > 1)
        feed(ContextWritten { { *change } });
}

void LogReplay::feed(const SchedulerEvent &event)
{
    m_expected.add(advance(m_replay.state, event));
}

void LogReplay::unexpected(const ExecutionEvent &event)
{
    m_problem = impossible(u"event %1 (%2) does not follow from what came before."_s.arg(
        QString::number(event.seq), event.eventType));
}

// The time between two events counts unless nobody drove it or it waited for a person.
void LogReplay::countTime(const ExecutionEvent &event)
{
    const bool counts = m_replay.began && event.eventType != "execution_resumed"_L1
        && !m_replay.state.waitsForPerson();
    if (counts && event.timestamp > m_replay.lastTime)
        m_replay.driven += event.timestamp - m_replay.lastTime;
    m_replay.lastTime = event.timestamp;
}

} // namespace detail

Result<Replay> replay(const ExecutionEvents &log)
{
    return detail::LogReplay().run(log);
}

} // namespace renum
