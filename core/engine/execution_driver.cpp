// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/execution_driver.h"

#include "core/engine/logging.h"
#include "core/model/error_codes.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

// Contract §5.1: what every context begins with.
Json contextSeeds(const ExecutionRequest &request, const ExecutionId &id)
{
    Json seeds = Json::object();
    seeds["initial_prompt"] = toJson(request.initialPrompt);
    seeds["team_id"] = toJson(request.team.id.toString());
    seeds["execution_id"] = toJson(id.toString());
    seeds["workflow_type"] = toJson(toString(request.team.workflow.type));
    return seeds;
}

} // namespace

ExecutionDriver::ExecutionDriver(DriverServices services, ExecutionId id, ExecutionRequest request,
    ExecutionPlan plan, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_request(std::move(request))
    , m_events(id, m_request.team.id)
    , m_state(initialState(
          std::move(plan), m_request.initialPrompt, contextSeeds(m_request, id), m_request.config))
    , m_log(m_services.store, m_services.clock, m_services.listener,
          [this](const Error &error) { abort(error); })
{
}

ExecutionDriver::~ExecutionDriver() = default;

QCoro::Task<Result<void>> ExecutionDriver::create()
{
    ExecutionEvents events;
    events.append(m_events.created(m_request));
    events.append(m_events.planned(m_state.plan));
    const OneShot<Result<void>> answer = m_log.commit(std::move(events));
    co_return co_await answer;
}

void ExecutionDriver::begin()
{
    m_begun = true;
    m_log.post(m_events.started(m_state.plan.strategy, m_services.settings.owner));
    recordInitialContext();
    m_deadline = m_services.clock->startTimer(
        std::chrono::seconds(m_state.plan.maxExecutionSeconds), [this] {
            m_deadlinePassed = true;
            feed(DeadlineReached {});
        });
    feed(ExecutionBegan {});
}

// What the person gave the run to begin with. The seeds of §5.1 repeat what was already said.
void ExecutionDriver::recordInitialContext()
{
    using Scope = ContextChange::Scope;
    const std::pair<Scope, const Json &> parts[] {
        { Scope::ContextObject, m_request.config.initialContext },
        { Scope::SharedMemory, m_request.config.initialMemory },
    };
    for (const auto &[scope, values] : parts) {
        for (const auto &[key, value] : values.items()) {
            m_log.post(m_events.contextChanged({ scope, QString::fromStdString(key), value, nullptr,
                u"system"_s, m_state.context.version() }));
        }
    }
}

QCoro::Task<Result<void>> ExecutionDriver::requestStop(QString requestedBy)
{
    if (m_over || m_broken) {
        co_return Error { ErrorCategory::SystemError, QString::fromLatin1(code::ExecutionNotActive),
            u"The execution has already ended."_s };
    }
    if (!m_stoppedBy.isEmpty())
        co_return Result<void>();
    const QPointer<ExecutionDriver> self(this);
    m_stoppedBy = requestedBy; // no step starts from here on
    ExecutionEvents events;
    events.append(m_events.stopRequested(requestedBy, u"requested by a person"_s));
    const OneShot<Result<void>> answer = m_log.commit(std::move(events));
    const Result<void> stored = co_await answer;
    if (!self)
        co_return cancelledError();
    if (!stored)
        co_return stored.error();
    feed(StopRequested {});
    co_return Result<void>();
}

void ExecutionDriver::feed(SchedulerEvent event)
{
    m_inbox.push_back(std::move(event));
    if (m_feeding)
        return;
    m_feeding = true;
    while (!m_inbox.empty() && !m_broken) {
        const SchedulerEvent next = std::move(m_inbox.front());
        m_inbox.pop_front();
        for (const SchedulerCommand &command : advance(m_state, next))
            std::visit([this](const auto &concrete) { run(concrete); }, command);
    }
    m_feeding = false;
}

// --- what the scheduler commands ----------------------------------------------------------------

void ExecutionDriver::run(const StartStep &command)
{
    if (!m_stoppedBy.isEmpty())
        return; // the stop is on its way to the scheduler, which then cancels the step
    const PlanStep step = planStep(command.step, command.iteration);
    m_log.post(m_events.stepStarted(step, command, step.modelName));
    startAttempt(step, command);
}

void ExecutionDriver::startAttempt(const PlanStep &step, const StartStep &command)
{
    const QString title = QString(
        u"Renum: "_s % m_request.team.name % u", "_s % step.name % u", "_s % id().toString());
    AttemptSpec spec { step, command.attempt, command.prompt, title };
    AttemptServices services { m_services.backend, &m_log, &m_events, m_services.clock,
        m_services.janitor, m_services.settings, m_services.limits };
    AttemptRunner::Callbacks callbacks {
        [this, command](const AttemptEnd &end) { attemptEnded(command, end); },
        [this, id = step.id, agent = step.agentId](const Usage &usage) {
            m_usage.add(agent, usage);
            m_stepUsage[id].add(usage);
        },
    };
    m_attempts.push_back(std::make_unique<AttemptRunner>(
        std::move(spec), std::move(services), std::move(callbacks)));
    m_running[command.step] = { command.iteration, m_attempts.back().get(), nullptr };
    m_attempts.back()->start();
}

void ExecutionDriver::run(const ScheduleRetry &command)
{
    const PlanStep step = planStep(command.step, command.iteration);
    const milliseconds delay = withJitter(step, command.delay);
    m_log.post(m_events.retrying(step, command, delay));
    m_retries[command.step] = m_services.clock->startTimer(delay, [this, id = command.step] {
        m_retries.erase(id);
        feed(RetryDue { id });
    });
}

void ExecutionDriver::run(const SkipStep &command)
{
    m_log.post(m_events.stepSkipped(planStep(command.step, command.iteration), command.reason));
    recordProgress();
}

void ExecutionDriver::run(const CompleteStep &command)
{
    const PlanStep step = planStep(command.step, command.iteration);
    m_log.post(m_events.stepCompleted(step, command.output, m_stepUsage.value(step.id)));
    recordProgress();
}

void ExecutionDriver::run(const FailStep &command)
{
    m_log.post(m_events.stepFailed(planStep(command.step, command.iteration), command));
    recordProgress();
}

void ExecutionDriver::run(const CancelStep &command)
{
    m_retries.erase(command.step);
    const auto running = m_running.find(command.step);
    if (running != m_running.end()) {
        stopAttempt(running->first, running->second);
        return;
    }
    m_log.post(m_events.stepCancelled(planStep(command.step, command.iteration), cancelReason()));
    recordProgress();
    if (command.running)
        feed(StepStopped { command.step });
}

void ExecutionDriver::run(const PublishContext &command)
{
    for (const ContextChange &change : command.changes)
        m_log.post(m_events.contextChanged(change));
    for (const ContextRefusal &refusal : command.refusals) {
        m_log.post(m_events.log(LogLevel::Warning, u"agent"_s, toString(refusal), refusal.agentId));
    }
    for (const ContextConflict &conflict : command.conflicts) {
        m_log.post(m_events.log(LogLevel::Warning, u"agent"_s,
            u"Several agents wrote \"%1\"; the value of %2 counts."_s.arg(
                conflict.key, conflict.winner.toString()),
            conflict.winner));
    }
}

void ExecutionDriver::run(const FinishExecution &command)
{
    m_deadline.reset();
    m_retries.clear();
    m_tasks.start(close(lastEvent(command)));
}

// --- what happened
// --------------------------------------------------------------------------------

void ExecutionDriver::attemptEnded(const StartStep &command, const AttemptEnd &end)
{
    const auto running = m_running.find(command.step);
    if (running == m_running.end() || running->second.iteration != command.iteration)
        return; // it ended after the patience of a stop did
    if (running->second.stopLimit) {
        stepStopped(command.step, command.iteration);
        return;
    }
    m_running.erase(running);
    if (end.kind == AttemptEnd::Kind::Succeeded)
        feed(AttemptSucceeded { command.step, end.output });
    else
        feed(AttemptFailed { command.step, end.error, end.retryAfter });
}

// Contract §4.6: cancelled regardless when the service does not obey in time.
void ExecutionDriver::stopAttempt(const StepId &step, Running &running)
{
    if (running.stopLimit)
        return;
    running.stopLimit = m_services.clock->startTimer(m_services.settings.stopWait,
        [this, step, iteration = running.iteration] { stepStopped(step, iteration); });
    running.attempt->cancel();
}

void ExecutionDriver::stepStopped(const StepId &step, int iteration)
{
    const auto running = m_running.find(step);
    running->second.attempt->silence();
    m_running.erase(running);
    if (m_broken) {
        giveUpWhenQuiet();
        return;
    }
    m_log.post(m_events.stepCancelled(planStep(step, iteration), cancelReason()));
    recordProgress();
    feed(StepStopped { step });
}

QCoro::Task<> ExecutionDriver::close(ExecutionEvent last)
{
    const QPointer<ExecutionDriver> self(this);
    ExecutionEvents events;
    events.append(std::move(last));
    const OneShot<Result<void>> answer = m_log.commit(std::move(events));
    const Result<void> stored = co_await answer;
    if (self && stored)
        finish();
}

void ExecutionDriver::finish()
{
    if (std::exchange(m_over, true))
        return;
    emit over();
}

// Nothing can be stored any more: what works at the service is stopped, the front ends are told.
void ExecutionDriver::abort(const Error &error)
{
    m_broken = true;
    m_deadline.reset();
    m_retries.clear();
    m_inbox.clear();
    if (m_begun) // else create() tells
        emit broken(error);
    for (auto &[step, running] : m_running)
        stopAttempt(step, running);
    giveUpWhenQuiet();
}

void ExecutionDriver::giveUpWhenQuiet()
{
    if (m_running.empty())
        finish();
}

// --- facts --------------------------------------------------------------------------------------

ExecutionEvent ExecutionDriver::lastEvent(const FinishExecution &command) const
{
    switch (command.status) {
    case ExecutionStatus::Completed:
        return m_events.completed(command, m_usage);
    case ExecutionStatus::Cancelled:
        return m_events.cancelled(m_stoppedBy);
    default:
        return m_events.failed(command, progressFacts());
    }
}

QString ExecutionDriver::cancelReason() const
{
    if (!m_stoppedBy.isEmpty())
        return u"user_cancelled"_s;
    return m_deadlinePassed ? u"execution_timeout"_s : u"upstream_failed"_s;
}

// The plan's entry under the id that events of this iteration carry.
PlanStep ExecutionDriver::planStep(const StepId &id, int iteration) const
{
    const PlanStep *planned = m_state.plan.find(id);
    Q_ASSERT(planned);
    PlanStep step = *planned;
    step.id = iterationStepId(id, iteration);
    return step;
}

ProgressFacts ExecutionDriver::progressFacts() const
{
    ProgressFacts facts;
    facts.totalSteps = static_cast<int>(m_state.steps.size());
    facts.completedSteps = static_cast<int>(std::ranges::count_if(
        m_state.steps, [](const ScheduledStep &step) { return isTerminal(step.status); }));
    const auto running
        = std::ranges::find(m_state.steps, StepStatus::Running, &ScheduledStep::status);
    if (running != m_state.steps.end()) {
        const auto index = static_cast<size_t>(running - m_state.steps.begin());
        const PlanStep &step = m_state.plan.steps.at(index);
        facts.stepNumber = step.order;
        facts.currentStep = step.name;
        facts.currentAgent = step.agentId;
    }
    return facts;
}

void ExecutionDriver::recordProgress()
{
    m_log.post(m_events.progressed(progressFacts()));
}

milliseconds ExecutionDriver::withJitter(const PlanStep &step, milliseconds delay) const
{
    const double share = step.retry.jitter.value_or(0.1);
    std::uniform_real_distribution<double> spread(-share, share);
    const double factor = 1.0 + spread(*m_services.random);
    return std::chrono::duration_cast<milliseconds>(
        std::chrono::duration<double, std::milli>(static_cast<double>(delay.count()) * factor));
}

} // namespace renum
