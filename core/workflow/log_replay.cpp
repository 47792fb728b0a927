// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/log_replay.h"

#include "core/model/error_codes.h"
#include "core/workflow/execution_over.h"
#include "core/workflow/expected_commands.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

Error impossible(const QString &why)
{
    return { ErrorCategory::SystemError, QString::fromLatin1(code::ResumeImpossible),
        u"The execution cannot be continued: %1 Run the team again; what was finished is kept."_s
            .arg(why),
        { { u"reason"_s, why } } };
}

/// The step that an event is about.
struct StepName : StepIteration {
    explicit StepName(const Json &data)
        : StepIteration(stepIteration(StepId(stringAt(data, "step_id").value_or(QString()))))
    {
    }
    template<typename Command>
    [[nodiscard]] bool names(const Command &command) const
    {
        return command.step == step && command.iteration == iteration;
    }
};

Error errorOf(const Json &data)
{
    const Json *detail = memberAt(data, "error_detail");
    return detail ? errorFromDetail(*detail) : Error {};
}

std::chrono::microseconds secondsAt(const Json &data, const char *key)
{
    return std::chrono::microseconds(qint64(numberAt(data, key).value_or(0) * 1e6));
}

class LogReplay {
public:
    [[nodiscard]] Result<Replay> run(const ExecutionEvents &log)
    {
        for (const ExecutionEvent &event : log) {
            countTime(event);
            apply(event);
            if (m_problem)
                return *m_problem;
        }
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

private:
    using Handler = void (LogReplay::*)(const ExecutionEvent &);

    void apply(const ExecutionEvent &event)
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

    static const QHash<QString, Handler> &handlers()
    {
        static const QHash<QString, Handler> table {
            { u"execution_created"_s, &LogReplay::onCreated },
            { u"plan_created"_s, &LogReplay::onPlan },
            { u"execution_started"_s, &LogReplay::onStarted },
            { u"execution_stop_requested"_s, &LogReplay::onStopRequested },
            { u"execution_deadline_reached"_s, &LogReplay::onDeadline },
            { u"execution_paused"_s, &LogReplay::onPaused },
            { u"execution_continued"_s, &LogReplay::onContinued },
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

    // --- the execution -------------------------------------------------------------------------

    void onCreated(const ExecutionEvent &event)
    {
        m_replay.execution = event.executionId;
        m_replay.team = event.teamId;
        m_replay.teamName = stringAt(event.data, "team_name").value_or(QString());
        m_replay.initialPrompt = stringAt(event.data, "initial_prompt").value_or(QString());
        if (const Json *config = memberAt(event.data, "execution_config"))
            m_replay.config = executionConfigFromJson(*config);
    }

    void onPlan(const ExecutionEvent &event)
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

    void onStarted(const ExecutionEvent &)
    {
        if (!std::exchange(m_replay.began, true))
            feed(ExecutionBegan {});
    }

    void onStopRequested(const ExecutionEvent &event)
    {
        m_replay.stoppedBy = stringAt(event.data, "requested_by").value_or(u"unknown"_s);
        feed(StopRequested {});
    }

    void onDeadline(const ExecutionEvent &)
    {
        m_replay.deadlinePassed = true;
        feed(DeadlineReached {});
    }

    void onPaused(const ExecutionEvent &) { feed(PauseRequested {}); }
    void onContinued(const ExecutionEvent &) { feed(ContinueRequested {}); }

    void onContextChange(const ExecutionEvent &event)
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

    // --- attempts ------------------------------------------------------------------------------

    void onStepStarted(const ExecutionEvent &event)
    {
        const StepName name(event.data);
        const int attempt = int(integerAt(event.data, "attempt").value_or(1));
        if (attempt > 1)
            retryBegins(name);
        const auto begins
            = [&](const StartStep &start) { return name.names(start) && start.attempt == attempt; };
        std::optional<StartStep> start = m_expected.take<StartStep>(begins);
        if (!start) {
            unexpected(event);
            return;
        }
        // What was really sent counts, whatever would be composed today.
        start->prompt = stringAt(event.data, "prompt").value_or(start->prompt);
        m_open.insert(name.step, { *std::move(start), event.timestamp, {} });
    }

    // Its result came from an earlier execution; no attempt worked at it.
    void onReused(const ExecutionEvent &event)
    {
        const StepName name(event.data);
        if (m_open.contains(name.step))
            return;
        const auto begins = [&](const StartStep &start) { return name.names(start); };
        std::optional<StartStep> start = m_expected.take<StartStep>(begins);
        if (start)
            m_open.insert(name.step, { *std::move(start), event.timestamp, {} });
        else
            unexpected(event);
    }

    void retryBegins(const StepName &name)
    {
        const auto due = std::ranges::find_if(
            m_replay.retries, [&](const OpenRetry &retry) { return name.names(retry); });
        if (due == m_replay.retries.end())
            return; // held by a pause: it began when the execution went on
        m_replay.retries.erase(due);
        feed(RetryDue { name.step });
    }

    void onRemoteStart(const ExecutionEvent &event)
    {
        const StepName name(event.data);
        const auto open = m_open.find(name.step);
        const bool ofThisAttempt = open != m_open.end() && name.names(open->start)
            && integerAt(event.data, "attempt").value_or(1) == open->start.attempt;
        if (ofThisAttempt)
            open->remote.apply(event);
    }

    void onNestedStarted(const ExecutionEvent &event)
    {
        const auto open = m_open.find(StepName(event.data).step);
        if (open != m_open.end())
            open->nested = ExecutionId(stringAt(event.data, "execution_id").value_or(QString()));
    }

    void onNestedWaits(const ExecutionEvent &event)
    {
        const bool waits = event.eventType == "step_nested_waiting"_L1;
        feed(MemberTeamWaits { StepName(event.data).step, waits });
    }

    // --- how steps went on ---------------------------------------------------------------------

    void onRetrying(const ExecutionEvent &event)
    {
        const StepName name(event.data);
        if (!closeAttempt(name, event, false)) {
            unexpected(event);
            return;
        }
        feed(AttemptFailed { name.step, errorOf(event.data), {} });
        if (!m_expected.take<ScheduleRetry>(
                [&](const ScheduleRetry &c) { return name.names(c); })) {
            unexpected(event);
            return;
        }
        m_replay.retries.push_back({ name.step, name.iteration,
            event.timestamp + secondsAt(event.data, "delay_seconds") });
    }

    void onCompleted(const ExecutionEvent &event)
    {
        const StepName name(event.data);
        const Json *result = memberAt(event.data, "result");
        // Without an attempt when the step is a person's, who agreed.
        if (result && closeAttempt(name, event, true))
            feed(AttemptSucceeded { name.step, stepOutputFromJson(*result) });
        expect<CompleteStep>(name, event);
    }

    void onFailed(const ExecutionEvent &event)
    {
        const StepName name(event.data);
        if (closeAttempt(name, event, false))
            feed(AttemptFailed { name.step, errorOf(event.data), {} });
        expect<FailStep>(name, event);
    }

    void onSkipped(const ExecutionEvent &event) { expect<SkipStep>(StepName(event.data), event); }

    void onCancelled(const ExecutionEvent &event)
    {
        const StepName name(event.data);
        std::erase_if(m_replay.retries, [&](const OpenRetry &retry) { return name.names(retry); });
        const auto mine = [&](const CancelStep &cancel) { return name.names(cancel); };
        if (closeAttempt(name, event, false)) {
            (void)m_expected.take<CancelStep>(mine);
            feed(StepStopped { name.step });
            // The attempt may have told of its stop itself, before it was asked to.
            if (const ScheduledStep *step = m_replay.state.step(name.step);
                step && !isTerminal(step->status))
                unexpected(event);
            return;
        }
        const std::optional<CancelStep> cancel = m_expected.take<CancelStep>(mine);
        if (!cancel) {
            unexpected(event);
        } else if (cancel->running) { // its start was commanded, and then called off
            (void)m_expected.take<StartStep>(
                [&](const StartStep &start) { return name.names(start); });
            feed(StepStopped { name.step });
        }
    }

    void onApprovalRequested(const ExecutionEvent &event)
    {
        const StepName name(event.data);
        expect<AskApproval>(name, event);
        m_replay.approvals.push_back({ name.step, name.iteration,
            fromRfc3339(stringAt(event.data, "expires_at").value_or(QString())) });
    }

    void onApprovalDecided(const ExecutionEvent &event)
    {
        const StepName name(event.data);
        const QString state = stringAt(event.data, "state").value_or(QString());
        std::erase_if(
            m_replay.approvals, [&](const OpenApproval &open) { return name.names(open); });
        if (state == "auto_approved"_L1) {
            expect<AskApproval>(name, event);
            return;
        }
        using Verdict = ApprovalDecided::Verdict;
        feed(ApprovalDecided { name.step,
            state == "approved"_L1      ? Verdict::Approved
                : state == "expired"_L1 ? Verdict::Expired
                                        : Verdict::Rejected });
    }

    /// False when no attempt of it was under way.
    bool closeAttempt(const StepName &name, const ExecutionEvent &event, bool succeeded)
    {
        const auto open = m_open.find(name.step);
        if (open == m_open.end())
            return false;
        m_replay.ended.push_back({ name.step, name.iteration, open->start.attempt, succeeded,
            event.timestamp, open->remote });
        m_open.erase(open);
        return true;
    }

    // --- help ----------------------------------------------------------------------------------

    void feed(const SchedulerEvent &event) { m_expected.add(advance(m_replay.state, event)); }

    template<typename Command>
    void expect(const StepName &name, const ExecutionEvent &event)
    {
        if (!m_expected.take<Command>([&](const Command &command) { return name.names(command); }))
            unexpected(event);
    }

    void unexpected(const ExecutionEvent &event)
    {
        m_problem = impossible(u"event %1 (%2) does not follow from what came before."_s.arg(
            QString::number(event.seq), event.eventType));
    }

    // The time between two events counts unless nobody drove it or it waited for a person.
    void countTime(const ExecutionEvent &event)
    {
        const bool counts = m_replay.began && event.eventType != "execution_resumed"_L1
            && !m_replay.state.waitsForPerson();
        if (counts && event.timestamp > m_replay.lastTime)
            m_replay.driven += event.timestamp - m_replay.lastTime;
        m_replay.lastTime = event.timestamp;
    }

    Replay m_replay;
    ExpectedCommands m_expected;
    QHash<StepId, OpenAttempt> m_open;
    std::optional<Error> m_problem;
    bool m_planned = false;
};

} // namespace

Result<Replay> replay(const ExecutionEvents &log)
{
    return LogReplay().run(log);
}

} // namespace renum
