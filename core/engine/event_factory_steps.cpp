// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/event_factory.h"

#include <array>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

Json agentIds(const std::vector<AgentId> &ids)
{
    Json list = Json::array();
    for (const AgentId &id : ids)
        list.push_back(toJson(id.toString()));
    return list;
}

} // namespace

QString toString(OutputChunk::Kind kind)
{
    static const std::array names { u"assistant"_s, u"tool_call"_s, u"tool_result"_s, u"status"_s };
    return names.at(static_cast<size_t>(kind));
}

ExecutionEvent EventFactory::stepUpdate(
    QLatin1StringView eventType, const PlanStep &step, StepStatus status, Json data) const
{
    data["step_id"] = toJson(step.id.toString());
    data["step_order"] = step.order;
    data["status"] = toJson(toString(status));
    ExecutionEvent event = executionUpdate(eventType, std::move(data));
    event.type = u"step_update"_s;
    event.agentId = step.agentId;
    return event;
}

ExecutionEvent EventFactory::stepStarted(
    const PlanStep &step, const StartStep &command, const QString &modelName) const
{
    Json data = Json::object();
    data["attempt"] = command.attempt;
    data["message"] = toJson(u"Agent execution started"_s);
    data["prompt"] = toJson(command.prompt);
    data["source"] = toJson(command.source);
    data["resolved_from"] = agentIds(command.resolvedFrom);
    data["context_version"] = command.contextVersion;
    data["model_name"] = toJson(modelName);
    return stepUpdate("step_started"_L1, step, StepStatus::Running, std::move(data));
}

ExecutionEvent EventFactory::waiting(const PlanStep &step, int attempt, const StepWait &wait) const
{
    Json data = Json::object();
    data["attempt"] = attempt;
    data["reason"] = toJson(toString(wait.reason));
    if (wait.position > 0)
        data["position"] = wait.position;
    if (wait.nextTry)
        data["retry_at"] = toJson(toRfc3339(*wait.nextTry));
    if (wait.until)
        data["until"] = toJson(toRfc3339(*wait.until));
    return stepUpdate("step_waiting"_L1, step, StepStatus::Running, std::move(data));
}

ExecutionEvent EventFactory::stepReused(const PlanStep &step, const ExecutionId &from) const
{
    Json data = Json::object();
    data["from_execution"] = toJson(from.toString());
    data["message"] = toJson(u"The result is taken over from an earlier execution"_s);
    return stepUpdate("step_reused"_L1, step, StepStatus::Running, std::move(data));
}

ExecutionEvent EventFactory::stepKept(const PlanStep &step) const
{
    Json data = Json::object();
    data["kept"] = true;
    data["message"] = toJson(u"The kept result is used, nobody is called"_s);
    return stepUpdate("step_reused"_L1, step, StepStatus::Running, std::move(data));
}

ExecutionEvent EventFactory::runIntent(const PlanStep &step, const AttemptTurn &turn,
    const QString &payloadHash, const QString &backend, const QString &prompt) const
{
    Json data = Json::object();
    data["attempt"] = turn.attempt;
    if (turn.turn > 1) {
        data["turn"] = turn.turn;
        data["prompt"] = toJson(prompt);
    }
    data["payload_hash"] = toJson(payloadHash);
    data["backend"] = toJson(backend);
    return stepUpdate("step_run_intent"_L1, step, StepStatus::Running, std::move(data));
}

ExecutionEvent EventFactory::runSent(
    const PlanStep &step, int attempt, const ThreadRef &thread, Timestamp watchUntil) const
{
    Json data = Json::object();
    data["attempt"] = attempt;
    data["thread_id"] = toJson(thread.thread.toString());
    data["project_id"] = toJson(thread.project.toString());
    data["watch_until"] = toJson(toRfc3339(watchUntil));
    return stepUpdate("step_run_sent"_L1, step, StepStatus::Running, std::move(data));
}

ExecutionEvent EventFactory::runBound(
    const PlanStep &step, int attempt, const RunRef &run, bool adopted) const
{
    Json data = Json::object();
    data["attempt"] = attempt;
    data["agent_run_id"] = toJson(run.run.toString());
    data["thread_id"] = toJson(run.thread.thread.toString());
    data["adopted"] = adopted;
    return stepUpdate("step_run_bound"_L1, step, StepStatus::Running, std::move(data));
}

ExecutionEvent EventFactory::runRejected(
    const PlanStep &step, int attempt, const Error &error) const
{
    Json data = Json::object();
    data["attempt"] = attempt;
    writeError(data, error);
    return stepUpdate("step_run_rejected"_L1, step, StepStatus::Running, std::move(data));
}

ExecutionEvent EventFactory::runUnknown(
    const PlanStep &step, int attempt, const Error &error, Timestamp watchUntil) const
{
    Json data = Json::object();
    data["attempt"] = attempt;
    data["watch_until"] = toJson(toRfc3339(watchUntil));
    writeError(data, error);
    return stepUpdate("step_run_unknown"_L1, step, StepStatus::Running, std::move(data));
}

ExecutionEvent EventFactory::runDuplicate(
    const PlanStep &step, int attempt, const RunId &run, const QString &action) const
{
    Json data = Json::object();
    data["attempt"] = attempt;
    data["agent_run_id"] = toJson(run.toString());
    data["action"] = toJson(action);
    return stepUpdate("step_run_duplicate"_L1, step, StepStatus::Running, std::move(data));
}

ExecutionEvent EventFactory::output(
    const PlanStep &step, int attempt, const OutputChunk &chunk) const
{
    Json data = Json::object();
    data["attempt"] = attempt;
    data["kind"] = toJson(toString(chunk.kind));
    data["delta"] = toJson(chunk.delta);
    data["segment"] = chunk.segment;
    if (chunk.replace)
        data["replace"] = true;
    if (!chunk.tool.empty())
        data["tool"] = chunk.tool;
    return stepUpdate("step_output"_L1, step, StepStatus::Running, std::move(data));
}

ExecutionEvent EventFactory::used(
    const PlanStep &step, int attempt, const RunId &run, const PricedUsage &usage) const
{
    Json data = Json::object();
    data["attempt"] = attempt;
    data["agent_run_id"] = toJson(run.toString());
    data["usage_metrics"] = toJson(usage.usage);
    if (!usage.priceVersion.isEmpty())
        data["pricing_version"] = toJson(usage.priceVersion);
    for (const QString &flag : usage.flags)
        data["cost_flags"].push_back(toJson(flag));
    return stepUpdate("step_usage"_L1, step, StepStatus::Running, std::move(data));
}

ExecutionEvent EventFactory::retrying(
    const PlanStep &step, const ScheduleRetry &command, std::chrono::milliseconds delay) const
{
    Json data = Json::object();
    data["reason"] = toJson(toString(command.error.category));
    data["attempt"] = command.nextAttempt;
    data["max_attempts"] = command.maxAttempts;
    data["delay_seconds"] = std::chrono::duration<double>(delay).count();
    writeError(data, command.error);
    return stepUpdate("step_retrying"_L1, step, StepStatus::Running, std::move(data));
}

ExecutionEvent EventFactory::stepCompleted(
    const PlanStep &step, const StepOutput &output, const Usage &usage) const
{
    Json data = Json::object();
    data["result"] = toJson(output);
    data["message"] = toJson(u"Agent execution completed successfully"_s);
    data["attempt"] = output.attempts;
    data["usage_metrics"] = toJson(usage);
    return stepUpdate("step_completed"_L1, step, StepStatus::Completed, std::move(data));
}

ExecutionEvent EventFactory::stepFailed(const PlanStep &step, const FailStep &command) const
{
    Json data = Json::object();
    data["attempt"] = command.attempts;
    data["message"] = toJson(QString(u"Agent execution failed: "_s + command.error.message));
    data["will_retry"] = false;
    writeError(data, command.error);
    return stepUpdate("step_failed"_L1, step, StepStatus::Failed, std::move(data));
}

ExecutionEvent EventFactory::stepSkipped(
    const PlanStep &step, std::optional<SkipReason> reason) const
{
    Json data = Json::object();
    data["reason"] = toJson(reason ? toString(*reason) : u"by_person"_s);
    data["message"] = toJson(u"Agent execution skipped"_s);
    return stepUpdate("step_skipped"_L1, step, StepStatus::Skipped, std::move(data));
}

ExecutionEvent EventFactory::stepCancelled(const PlanStep &step, const QString &reason) const
{
    Json data = Json::object();
    data["reason"] = toJson(reason);
    data["message"] = toJson(u"Agent execution cancelled"_s);
    return stepUpdate("step_cancelled"_L1, step, StepStatus::Cancelled, std::move(data));
}

} // namespace renum
