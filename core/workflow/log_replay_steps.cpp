// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/log_replay_p.h"

#include <algorithm>
#include <array>
#include <utility>

/// Attempts, and how steps went on.
namespace renum::detail {

using namespace Qt::StringLiterals;

namespace {

Error errorOf(const Json &data)
{
    const Json *detail = memberAt(data, "error_detail");
    return detail ? errorFromDetail(*detail) : Error {};
}

std::chrono::microseconds secondsAt(const Json &data, const char *key)
{
    return std::chrono::microseconds(qint64(numberAt(data, key).value_or(0) * 1e6));
}

} // namespace

void LogReplay::onStepStarted(const ExecutionEvent &event)
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
void LogReplay::onReused(const ExecutionEvent &event)
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

void LogReplay::retryBegins(const StepName &name)
{
    const auto due = std::ranges::find_if(
        m_replay.retries, [&](const OpenRetry &retry) { return name.names(retry); });
    if (due == m_replay.retries.end())
        return; // held by a pause: it began when the execution went on
    m_replay.retries.erase(due);
    feed(RetryDue { name.step });
}

void LogReplay::retriesWereHeld()
{
    static constexpr std::array Holds { "execution_continued"_L1, "execution_held"_L1,
        "execution_paused"_L1 };
    for (const ExecutionEvent &event : m_ahead) {
        if (std::ranges::count(Holds, event.eventType) > 0)
            return;
        const bool begins = event.eventType == "step_started"_L1
            && integerAt(event.data, "attempt").value_or(1) > 1;
        if (begins || event.eventType == "step_failed"_L1)
            retryBegins(StepName(event.data));
    }
}

void LogReplay::onRemoteStart(const ExecutionEvent &event)
{
    const StepName name(event.data);
    const auto open = m_open.find(name.step);
    const bool ofThisAttempt = open != m_open.end() && name.names(open->start)
        && integerAt(event.data, "attempt").value_or(1) == open->start.attempt;
    if (ofThisAttempt)
        open->remote.apply(event);
}

void LogReplay::onNestedStarted(const ExecutionEvent &event)
{
    const auto open = m_open.find(StepName(event.data).step);
    if (open != m_open.end())
        open->nested = ExecutionId(stringAt(event.data, "execution_id").value_or(QString()));
}

void LogReplay::onNestedWaits(const ExecutionEvent &event)
{
    const bool waits = event.eventType == "step_nested_waiting"_L1;
    feed(MemberTeamWaits { StepName(event.data).step, waits });
}

void LogReplay::onRetrying(const ExecutionEvent &event)
{
    const StepName name(event.data);
    if (!closeAttempt(name, event, false)) {
        unexpected(event);
        return;
    }
    feed(AttemptFailed { name.step, errorOf(event.data), {} });
    if (!m_expected.take<ScheduleRetry>([&](const ScheduleRetry &c) { return name.names(c); })) {
        unexpected(event);
        return;
    }
    m_replay.retries.push_back(
        { name.step, name.iteration, event.timestamp + secondsAt(event.data, "delay_seconds") });
}

void LogReplay::onCompleted(const ExecutionEvent &event)
{
    const StepName name(event.data);
    const Json *result = memberAt(event.data, "result");
    endInterrupted(name, event);
    // Without an attempt when the step is a person's, who agreed.
    if (result && closeAttempt(name, event, true))
        feed(AttemptSucceeded { name.step, stepOutputFromJson(*result) });
    expect<CompleteStep>(name, event);
}

void LogReplay::onFailed(const ExecutionEvent &event)
{
    const StepName name(event.data);
    if (closeAttempt(name, event, false))
        feed(AttemptFailed { name.step, errorOf(event.data), {} });
    else
        retryBegins(name); // what it would have got is no longer there
    expect<FailStep>(name, event);
}

void LogReplay::onSkipped(const ExecutionEvent &event)
{
    const StepName name(event.data);
    endInterrupted(name, event);
    expect<SkipStep>(name, event);
}

void LogReplay::onCancelled(const ExecutionEvent &event)
{
    const StepName name(event.data);
    std::erase_if(m_replay.retries, [&](const OpenRetry &retry) { return name.names(retry); });
    const auto mine = [&](const CancelStep &cancel) { return name.names(cancel); };
    (void)m_expected.take<InterruptStep>( // the stop came after it
        [&](const InterruptStep &command) { return name.names(command); });
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
        (void)m_expected.take<StartStep>([&](const StartStep &start) { return name.names(start); });
        feed(StepStopped { name.step });
    }
}

/// False when no attempt of it was under way.
bool LogReplay::closeAttempt(const StepName &name, const ExecutionEvent &event, bool succeeded)
{
    const auto open = m_open.find(name.step);
    if (open == m_open.end())
        return false;
    m_replay.ended.push_back({ name.step, name.iteration, open->start.attempt, succeeded,
        event.timestamp, open->remote });
    m_open.erase(open);
    return true;
}

} // namespace renum::detail
