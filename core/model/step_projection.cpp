// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/step_projection.h"

#include <QHash>

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

Usage usageIn(const Json &data, const char *key)
{
    const Json *usage = memberAt(data, key);
    return usage ? usageFromJson(*usage) : Usage();
}

std::optional<Error> errorIn(const Json &data)
{
    const Json *detail = memberAt(data, "error_detail");
    if (!detail || !detail->is_object())
        return std::nullopt;
    return errorFromDetail(*detail);
}

namespace {

// Segments are counted within an attempt; when it is over, none is being streamed.
void forgetSegment(StepRecord &step)
{
    step.liveSegment = 0;
    step.liveSegmentStart = 0;
}

void setAttempt(StepRecord &step, const Json &data)
{
    step.attempts = std::max(step.attempts, int(integerAt(data, "attempt").value_or(0)));
}

void onStarted(StepRecord &step, const ExecutionEvent &event)
{
    step.status = StepStatus::Running;
    // Feedback begins a new iteration, which counts its attempts from 1 and has no result yet.
    step.attempts = int(integerAt(event.data, "attempt").value_or(1));
    step.output.reset();
    step.skipReason.reset();
    step.runState = RunState::None;
    step.runId = {};
    step.threadId = {};
    step.nested = {};
    step.liveText.clear();
    forgetSegment(step);
    step.activity.clear();
    step.retryAt.reset();
    step.error.reset();
    step.completedAt.reset();
    step.prompt = stringAt(event.data, "prompt").value_or(step.prompt);
    if (!step.startedAt)
        step.startedAt = event.timestamp;
}

std::optional<Timestamp> timeAt(const Json &data, const char *key)
{
    return fromRfc3339(stringAt(data, key).value_or(QString()));
}

void onWaiting(StepRecord &step, const ExecutionEvent &event)
{
    const QString name = stringAt(event.data, "reason").value_or(QString());
    const std::optional<WaitReason> reason = waitReasonFromString(name);
    if (!reason || isTerminal(step.status))
        return;
    step.waiting = StepWait { *reason, int(integerAt(event.data, "position").value_or(0)),
        timeAt(event.data, "retry_at"), timeAt(event.data, "until") };
}

// Its result comes from an earlier execution (EX-11).
// It does not begin here: what it took is told by the execution that did the work, and estimates
// learn from there.
void onReused(StepRecord &step, const ExecutionEvent &)
{
    step.status = StepStatus::Running;
    step.startedAt.reset();
}

void onNestedStarted(StepRecord &step, const ExecutionEvent &event)
{
    step.nested = ExecutionId(stringAt(event.data, "execution_id").value_or(QString()));
}

void onNestedEnded(StepRecord &step, const ExecutionEvent &event)
{
    step.usage.add(usageIn(event.data, "usage_metrics"));
}

template<RunState state>
void setRun(StepRecord &step, const ExecutionEvent &)
{
    step.runState = state;
}

void onSent(StepRecord &step, const ExecutionEvent &event)
{
    step.runState = RunState::Sent;
    step.threadId = ThreadId(stringAt(event.data, "thread_id").value_or(QString()));
}

void onBound(StepRecord &step, const ExecutionEvent &event)
{
    step.runState = RunState::Bound;
    step.runId = RunId(stringAt(event.data, "agent_run_id").value_or(QString()));
    if (const std::optional<QString> thread = stringAt(event.data, "thread_id"))
        step.threadId = ThreadId(*thread);
}

void onOutput(StepRecord &step, const ExecutionEvent &event)
{
    const QString delta = stringAt(event.data, "delta").value_or(QString());
    const QString kind = stringAt(event.data, "kind").value_or(QString());
    if (kind != "assistant"_L1) {
        // A result ends the activity that its call began.
        step.activity = kind == "tool_result"_L1 ? QString() : delta;
        return;
    }
    step.activity.clear();
    const int segment = int(integerAt(event.data, "segment").value_or(0));
    const bool newSegment = segment != step.liveSegment;
    if (newSegment) {
        step.liveSegment = segment;
        step.liveSegmentStart = step.liveText.isEmpty() ? 0 : step.liveText.size() + 2;
        if (!step.liveText.isEmpty())
            step.liveText += "\n\n"_L1;
    }
    if (boolAt(event.data, "replace").value_or(false))
        step.liveText.truncate(step.liveSegmentStart);
    step.liveText += delta;
}

void onUsage(StepRecord &step, const ExecutionEvent &event)
{
    const Usage usage = usageIn(event.data, "usage_metrics");
    step.usage.add(usage);
    if (usage.modelName != "unknown"_L1)
        step.modelName = usage.modelName;
}

void onRetrying(StepRecord &step, const ExecutionEvent &event)
{
    const double delay = numberAt(event.data, "delay_seconds").value_or(0);
    step.retryAt = event.timestamp + std::chrono::microseconds(qint64(delay * 1e6));
    step.error = errorIn(event.data);
    step.activity.clear();
}

void onApprovalRequested(StepRecord &step, const ExecutionEvent &event)
{
    StepApproval approval;
    approval.requestedAt = event.timestamp;
    approval.expiresAt = fromRfc3339(stringAt(event.data, "expires_at").value_or(QString()));
    step.approval = approval;
}

void onApprovalDecided(StepRecord &step, const ExecutionEvent &event)
{
    const std::optional<ApprovalState> state
        = approvalStateFromString(stringAt(event.data, "state").value_or(QString()));
    if (!state)
        return;
    if (*state == ApprovalState::AutoApproved || !step.approval) {
        step.approval.emplace();
        step.approval->requestedAt = event.timestamp;
    }
    step.approval->state = *state;
    step.approval->expiresAt.reset();
    step.approval->decidedAt = event.timestamp;
    step.approval->decidedBy = stringAt(event.data, "decided_by").value_or(QString());
    step.approval->comment = stringAt(event.data, "comment").value_or(QString());
}

// What a person gave ends it in a moment.
void onResultGiven(StepRecord &step, const ExecutionEvent &)
{
    step.retryAt.reset();
    if (step.approval && step.approval->state == ApprovalState::Waiting)
        step.approval.reset();
    if (step.status == StepStatus::Pending)
        step.status = StepStatus::Running;
}

void onReopened(StepRecord &step, const ExecutionEvent &)
{
    step.status = StepStatus::Pending;
    step.attempts = 0;
    step.output.reset();
    step.skipReason.reset();
    step.error.reset();
    step.retryAt.reset();
    step.completedAt.reset();
    step.liveText.clear();
    forgetSegment(step);
}

void finish(StepRecord &step, const ExecutionEvent &event, StepStatus status)
{
    step.status = status;
    step.activity.clear();
    step.retryAt.reset();
    step.completedAt = event.timestamp;
    if (status == StepStatus::Completed || !step.output)
        return;
    step.output.reset(); // of an earlier iteration
    step.liveText.clear();
    forgetSegment(step);
}

void onCompleted(StepRecord &step, const ExecutionEvent &event)
{
    finish(step, event, StepStatus::Completed);
    setAttempt(step, event.data);
    step.error.reset();
    if (const Json *result = memberAt(event.data, "result")) {
        step.output = stepOutputFromJson(*result);
        step.liveText = step.output->result;
        forgetSegment(step);
    }
}

void onFailed(StepRecord &step, const ExecutionEvent &event)
{
    setAttempt(step, event.data);
    step.error = errorIn(event.data);
    if (!boolAt(event.data, "will_retry").value_or(false))
        finish(step, event, StepStatus::Failed);
}

void onSkipped(StepRecord &step, const ExecutionEvent &event)
{
    finish(step, event, StepStatus::Skipped);
    step.skipReason = skipReasonFromString(stringAt(event.data, "reason").value_or(QString()));
}

void onCancelled(StepRecord &step, const ExecutionEvent &event)
{
    finish(step, event, StepStatus::Cancelled);
}

} // namespace

StepHandler stepHandler(const QString &eventType)
{
    static const QHash<QString, StepHandler> handlers {
        { u"step_started"_s, onStarted },
        { u"step_waiting"_s, onWaiting },
        { u"step_reused"_s, onReused },
        { u"step_result_given"_s, onResultGiven },
        { u"step_reopened"_s, onReopened },
        { u"step_nested_started"_s, onNestedStarted },
        { u"step_nested_ended"_s, onNestedEnded },
        { u"step_run_intent"_s, setRun<RunState::Intent> },
        { u"step_run_sent"_s, onSent },
        { u"step_run_bound"_s, onBound },
        { u"step_run_rejected"_s, setRun<RunState::Rejected> },
        { u"step_run_unknown"_s, setRun<RunState::Unknown> },
        { u"step_output"_s, onOutput },
        { u"step_usage"_s, onUsage },
        { u"step_retrying"_s, onRetrying },
        { u"step_completed"_s, onCompleted },
        { u"step_failed"_s, onFailed },
        { u"step_skipped"_s, onSkipped },
        { u"step_cancelled"_s, onCancelled },
        { u"step_approval_requested"_s, onApprovalRequested },
        { u"step_approval_decided"_s, onApprovalDecided },
    };
    return handlers.value(eventType, nullptr);
}

} // namespace renum
