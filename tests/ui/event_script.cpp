// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/event_script.h"

#include "core/engine/execution_request.h"
#include "core/engine/output_chunk.h"
#include "core/model/error_codes.h"
#include "core/model/execution_projection.h"
#include "core/workflow/planner.h"
#include "core/workflow/scheduler.h"

#include <QFile>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds EventDistance(100);

AgentId agentOf(const QString &slot)
{
    return AgentId("slot:"_L1 + slot);
}

} // namespace

WorkflowDefinition shippedWorkflow(const QString &templateId)
{
    QFile file(
        u"%1/resources/templates/%2.json"_s.arg(QString::fromUtf8(RENUM_SOURCE_DIR), templateId));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.readAll();
    const Result<TeamTemplate> read
        = readTemplate(Json::parse(bytes.begin(), bytes.end(), nullptr, false));
    return read ? read->workflow : WorkflowDefinition();
}

WorkflowDefinition withoutPositions(WorkflowDefinition workflow)
{
    for (WorkflowAgent &agent : workflow.agents)
        agent.position.reset();
    return workflow;
}

EventScript::EventScript(const QString &executionId, const QString &teamName,
    WorkflowDefinition workflow, Timestamp start)
    : m_factory(ExecutionId(executionId), TeamId(u"team-1"_s))
    , m_now(start)
{
    m_team.id = TeamId(u"team-1"_s);
    m_team.name = teamName;
    m_team.workflow = std::move(workflow);
    for (const WorkflowAgent &agent : m_team.workflow.agents)
        m_team.agentIds.push_back(agent.agentId);
    m_plan = planExecution(m_team.draft());
}

ExecutionEvents EventScript::take()
{
    return std::exchange(m_fresh, {});
}

Execution EventScript::execution() const
{
    ExecutionProjection projection;
    for (const ExecutionEvent &event : m_all)
        projection.apply(event);
    return projection.execution();
}

const PlanStep &EventScript::step(const QString &slot) const
{
    const PlanStep *found = m_plan.findAgent(agentOf(slot));
    Q_ASSERT(found);
    return *found;
}

EventScript &EventScript::append(ExecutionEvent event)
{
    event.seq = ++m_seq;
    event.timestamp = m_now;
    m_now += EventDistance;
    m_fresh << event;
    m_all << event;
    return *this;
}

EventScript &EventScript::wait(std::chrono::milliseconds time)
{
    m_now += time;
    return *this;
}

EventScript &EventScript::begin(const QString &prompt)
{
    append(m_factory.created({ m_team, prompt, {} }));
    append(m_factory.planned(m_plan));
    return append(m_factory.started(m_plan.strategy, u"engine-1"_s));
}

EventScript &EventScript::start(const QString &slot, int attempt)
{
    StartStep command;
    command.step = step(slot).id;
    command.attempt = attempt;
    command.prompt = u"Do your part.\n\n# Not a heading"_s;
    return append(m_factory.stepStarted(step(slot), command, u"claude-sonnet"_s));
}

EventScript &EventScript::bind(const QString &slot, const QString &run, int attempt)
{
    RunRef ref;
    ref.run = RunId(run);
    ref.thread.thread = ThreadId(u"thread-1"_s);
    return append(m_factory.runBound(step(slot), attempt, ref, false));
}

EventScript &EventScript::write(const QString &slot, const QString &words, int attempt)
{
    OutputChunk chunk;
    chunk.delta = words;
    return append(m_factory.output(step(slot), attempt, chunk));
}

EventScript &EventScript::callTool(const QString &slot, const QString &callId, const QString &tool)
{
    OutputChunk chunk;
    chunk.kind = OutputChunk::Kind::ToolCall;
    chunk.delta = tool;
    chunk.tool["call_id"] = toJson(callId);
    chunk.tool["name"] = toJson(tool);
    chunk.tool["arguments"] = toJson(u"{\"query\":\"bicycles\"}"_s);
    return append(m_factory.output(step(slot), 1, chunk));
}

EventScript &EventScript::toolAnswers(
    const QString &slot, const QString &callId, const QString &output, bool ok)
{
    OutputChunk chunk;
    chunk.kind = OutputChunk::Kind::ToolResult;
    chunk.delta = output;
    chunk.tool["call_id"] = toJson(callId);
    chunk.tool["name"] = toJson(u"web_search"_s);
    chunk.tool["ok"] = ok;
    return append(m_factory.output(step(slot), 1, chunk));
}

EventScript &EventScript::complete(const QString &slot, const QString &result, qint64 tokens)
{
    StepOutput output = readStepOutput(result);
    Usage usage;
    usage.tokensInput = tokens / 2;
    usage.tokensOutput = tokens - tokens / 2;
    append(m_factory.used(step(slot), 1, RunId(u"run"_s), PricedUsage { usage }));
    return append(m_factory.stepCompleted(step(slot), output, usage));
}

EventScript &EventScript::retry(const QString &slot, const Error &error, int nextAttempt)
{
    ScheduleRetry command;
    command.step = step(slot).id;
    command.nextAttempt = nextAttempt;
    command.error = error;
    return append(m_factory.retrying(step(slot), command, std::chrono::seconds(5)));
}

EventScript &EventScript::fail(const QString &slot, const Error &error)
{
    FailStep command;
    command.step = step(slot).id;
    command.error = error;
    return append(m_factory.stepFailed(step(slot), command));
}

EventScript &EventScript::skip(const QString &slot, SkipReason reason)
{
    return append(m_factory.stepSkipped(step(slot), reason));
}

EventScript &EventScript::cancel(const QString &slot)
{
    return append(m_factory.stepCancelled(step(slot), u"user_cancelled"_s));
}

EventScript &EventScript::askToStop()
{
    return append(m_factory.stopRequested(u"user"_s, {}));
}

EventScript &EventScript::askForApproval(const QString &slot)
{
    return append(m_factory.approvalRequested(step(slot), std::nullopt));
}

EventScript &EventScript::pause()
{
    return append(m_factory.paused(u"user"_s));
}

EventScript &EventScript::goOn()
{
    return append(m_factory.continued(u"user"_s));
}

EventScript &EventScript::hold(const ExecutionHold &hold)
{
    return append(m_factory.held(hold));
}

EventScript &EventScript::holdAtBudget(const QString &name)
{
    SpendingLimits::Refusal refusal;
    refusal.error = { ErrorCategory::QuotaExceeded, QString::fromLatin1(code::BudgetExceeded),
        u"The budget is used up."_s, { { u"budget"_s, name } } };
    return append(m_factory.budgetReached(refusal)).hold({ ExecutionHold::Reason::Cap, StepId() });
}

EventScript &EventScript::setCap(const SpendingCap &cap)
{
    return append(m_factory.capSet(cap, u"user"_s));
}

EventScript &EventScript::setBreakpoints(const Breakpoints &breakpoints)
{
    return append(m_factory.breakpointsSet(breakpoints, u"user"_s));
}

EventScript &EventScript::resume()
{
    return append(m_factory.resumed(u"another"_s));
}

EventScript &EventScript::finish(const QString &result, bool hasErrors)
{
    FinishExecution command;
    command.finalResult = toJson(readStepOutput(result));
    command.hasErrors = hasErrors;
    return append(m_factory.completed(command, {}));
}

EventScript &EventScript::finishFailed(const Error &error)
{
    FinishExecution command;
    command.status = ExecutionStatus::Failed;
    command.error = error;
    return append(m_factory.failed(command, {}));
}

EventScript &EventScript::finishCancelled()
{
    return append(m_factory.cancelled(u"user"_s));
}

Error timeoutError()
{
    return { ErrorCategory::AgentTimeout, QLatin1StringView(code::AgentTimeout),
        u"The agent did not finish in time."_s, { { u"seconds"_s, 600 } } };
}

} // namespace renum::ui
