// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/random_log.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace renum::test {

namespace {

Json failure(int number)
{
    return errorDetail(
        { ErrorCategory::NetworkError, u"connection_lost"_s, u"It broke (%1)."_s.arg(number),
            { { u"host"_s, u"h\u00e9"_s }, { u"port"_s, number }, { u"ratio"_s, 0.1 * number },
                { u"fatal"_s, number % 2 == 0 } } });
}

} // namespace

RandomLog::RandomLog(quint32 seed, int number, int steps)
    : m_random(seed)
    , m_log(number)
    , m_left(40 + upTo(120))
{
    for (int i = 0; i < steps; ++i)
        m_names.append(u"agent-%1"_s.arg(i));
}

ExecutionEvents RandomLog::next()
{
    if (!m_begun) {
        m_begun = true;
        return m_log.beginning(m_names);
    }
    ExecutionEvents events;
    for (int count = 1 + upTo(6); count > 0 && m_left >= 0; --count)
        events.append(m_left-- == 0 ? terminal() : anyEvent());
    return events;
}

ExecutionEvent RandomLog::anyEvent()
{
    const QString name = m_names[upTo(int(m_names.size()))];
    StepState &state = m_steps[name];
    const int dice = upTo(100);
    if (dice < 8)
        return contextChange();
    if (dice < 18 || state.ended)
        return otherEvent();
    if (!state.running)
        return dice < 24 ? endOf(name, state) : startOf(name, state);
    if (dice < 60)
        return outputOf(name, state);
    if (dice < 75)
        return runOf(name, state);
    return dice < 85 ? usageOf(name, state) : endOf(name, state);
}

ExecutionEvent RandomLog::startOf(const QString &name, StepState &state)
{
    ++state.attempt;
    state.running = true;
    return m_log.step("step_started", name,
        { { "attempt", state.attempt },
            { "prompt", toJson(u"prompt %1 \u2713"_s.arg(upTo(1000))) } });
}

ExecutionEvent RandomLog::runOf(const QString &name, const StepState &state)
{
    static constexpr const char *Kinds[] = { "step_run_intent", "step_run_sent", "step_run_bound",
        "step_run_rejected", "step_run_unknown", "step_run_duplicate", "step_waiting" };
    static constexpr const char *Reasons[] = { "circuit_open", "run_slot", "service_busy" };
    return m_log.step(Kinds[upTo(7)], name,
        { { "attempt", state.attempt }, { "thread_id", toJson(u"t%1"_s.arg(upTo(9))) },
            { "project_id", "p" }, { "agent_run_id", toJson(u"r%1"_s.arg(upTo(9))) },
            { "watch_until", "2026-01-01T00:01:02.123Z" }, { "payload_hash", "h" },
            { "backend", "b" }, { "adopted", upTo(2) == 1 }, { "reason", Reasons[upTo(3)] },
            { "position", upTo(4) } });
}

ExecutionEvent RandomLog::outputOf(const QString &name, StepState &state)
{
    static constexpr const char *Kinds[]
        = { "assistant", "assistant", "assistant", "tool_call", "tool_result", "status" };
    state.segment += upTo(5) == 0 ? 1 : 0;
    Json data = { { "attempt", state.attempt }, { "kind", Kinds[upTo(6)] },
        { "segment", state.segment }, { "delta", toJson(u"word%1 "_s.arg(upTo(1000))) } };
    if (upTo(6) == 0)
        data["replace"] = true;
    return m_log.step("step_output", name, data);
}

ExecutionEvent RandomLog::usageOf(const QString &name, const StepState &state)
{
    Json usage = { { "model_provider", "p" }, { "model_name", toJson(u"model-%1"_s.arg(upTo(2))) },
        { "request_count", 1 }, { "estimated", upTo(4) == 0 } };
    if (upTo(3) != 0)
        usage["tokens_input"] = upTo(5000);
    if (upTo(3) != 0)
        usage["tokens_output"] = upTo(5000);
    if (upTo(3) == 0)
        usage["tokens_cached"] = upTo(5000);
    if (upTo(20) == 0)
        usage["tokens_reasoning"] = upTo(2) == 0 ? -7 : 70'000;
    if (upTo(4) != 0)
        usage["cost"] = toJson(Cost::ofCall(CostBasis(upTo(4)), upTo(1'000'000'000)));
    Json data = { { "attempt", state.attempt }, { "usage_metrics", usage } };
    if (upTo(8) == 0)
        data["cost_flags"] = { "tokens_unknown" };
    return m_log.step("step_usage", name, data);
}

ExecutionEvent RandomLog::endOf(const QString &name, StepState &state)
{
    const int dice = upTo(6);
    state.running = false;
    if (dice == 0) {
        return m_log.step("step_failed", name,
            { { "attempt", state.attempt }, { "error_detail", failure(upTo(9)) },
                { "will_retry", true } });
    }
    if (dice == 1) {
        return m_log.step("step_retrying", name,
            { { "attempt", state.attempt }, { "delay_seconds", 1.5 },
                { "error_detail", failure(3) } });
    }
    state.ended = true;
    if (dice == 2) {
        return m_log.step("step_failed", name,
            { { "attempt", state.attempt }, { "error_detail", failure(upTo(9)) } });
    }
    if (dice == 3)
        return m_log.step("step_skipped", name, { { "reason", "condition_not_met" } });
    if (dice == 4)
        return m_log.step("step_cancelled", name, { { "reason", "user" } });
    StepOutput output;
    output.result = u"result %1"_s.arg(upTo(1000));
    output.data = Json { { "n", upTo(100) }, { "x", 0.25 } };
    output.outputContext = { { "found", { 1, 2, 3 } } };
    output.executionSeconds = 1.25;
    output.attempts = state.attempt;
    return m_log.step(
        "step_completed", name, { { "attempt", state.attempt }, { "result", toJson(output) } });
}

ExecutionEvent RandomLog::contextChange()
{
    const char *scope = upTo(2) == 0 ? "context_object" : "shared_memory";
    ExecutionEvent event = m_log.context(u"key%1"_s.arg(upTo(4)), { { "v", upTo(1000) } }, scope);
    if (upTo(4) == 0)
        event.data["deleted"] = true;
    return event;
}

ExecutionEvent RandomLog::otherEvent()
{
    switch (upTo(4)) {
    case 0:
        return m_log.execution("execution_progress", { { "progress", upTo(100) } });
    case 1:
        return m_log.execution("execution_stop_requested", { { "requested_by", "user" } });
    case 2:
        return m_log.step("step_of_the_future", m_names.first(), { { "x", 1 } });
    default:
        return m_log.log(u"line %1"_s.arg(upTo(100)));
    }
}

ExecutionEvent RandomLog::terminal()
{
    switch (upTo(3)) {
    case 0:
        return m_log.execution("execution_completed",
            { { "has_errors", upTo(2) == 0 }, { "result", { { "text", "all" } } } });
    case 1:
        return m_log.execution("execution_failed",
            { { "error", "It failed." }, { "error_detail", failure(upTo(9)) } });
    default:
        return m_log.execution("execution_cancelled", { { "message", "Stopped." } });
    }
}

} // namespace renum::test
