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

ExecutionDriver::ExecutionDriver(DriverServices services, ExecutionId id, ExecutionRequest request,
    ExecutionPlan plan, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_request(std::move(request))
    , m_events(id, m_request.team.id)
    , m_state(initialState(std::move(plan), m_request.initialPrompt,
          contextSeeds(
              id, m_request.team.id, m_request.initialPrompt, m_request.team.workflow.type),
          m_request.config))
    , m_log(m_services.store, m_services.clock, m_services.listener,
          [this](const Error &error) { abort(error); })
    , m_team(makeTeam(messageBoardOf(id, m_state.plan)))
{
    shareSpending();
}

ExecutionDriver::~ExecutionDriver()
{
    if (m_spending != m_services.spending)
        m_spending->close();
}

QCoro::Task<Result<void>> ExecutionDriver::create()
{
    ExecutionEvents events;
    events.append(m_events.created(m_request));
    events.append(m_events.planned(m_state.plan));
    events += initialContext();
    const OneShot<Result<void>> answer = m_log.commit(std::move(events));
    co_return co_await answer;
}

// What the person gave the run to begin with. The seeds of §5.1 repeat what was already said.
ExecutionEvents ExecutionDriver::initialContext() const
{
    using Scope = ContextChange::Scope;
    const std::pair<Scope, const Json &> parts[] {
        { Scope::ContextObject, m_request.config.initialContext },
        { Scope::SharedMemory, m_request.config.initialMemory },
    };
    ExecutionEvents events;
    for (const auto &[scope, values] : parts) {
        for (const auto &[key, value] : values.items()) {
            events.append(m_events.contextChanged({ scope, QString::fromStdString(key), value,
                nullptr, u"system"_s, m_state.context.version() }));
        }
    }
    return events;
}

void ExecutionDriver::begin()
{
    m_begun = true;
    m_log.post(m_events.started(m_state.plan.strategy, m_services.settings.owner));
    limitTime({});
    if (needsToolDesk())
        m_tasks.start(beginWithTools());
    else
        feed(ExecutionBegan {});
}

void ExecutionDriver::limitTime(std::chrono::microseconds alreadyDriven)
{
    const std::chrono::seconds limit(m_state.plan.maxExecutionSeconds);
    m_deadline.emplace(m_services.clock, limit - alreadyDriven, [this] { reachDeadline(); });
}

void ExecutionDriver::reachDeadline()
{
    m_deadlinePassed = true;
    m_log.post(m_events.deadlineReached(m_state.plan.maxExecutionSeconds));
    feed(DeadlineReached {});
}

void ExecutionDriver::feed(SchedulerEvent event)
{
    m_inbox.push_back(std::move(event));
    if (!m_feeding && !m_replay)
        drain();
}

void ExecutionDriver::drain()
{
    m_feeding = true;
    while (!m_inbox.empty() && !m_broken) {
        const SchedulerEvent next = std::move(m_inbox.front());
        m_inbox.pop_front();
        carryOut(advance(m_state, next));
    }
    if (m_state.stopping())
        stopAuxiliaryRuns();
    m_feeding = false;
    keepTime();
}

void ExecutionDriver::carryOut(const std::vector<SchedulerCommand> &commands)
{
    for (const SchedulerCommand &command : commands)
        std::visit([this](const auto &concrete) { run(concrete); }, command);
}

// The time that people take to decide is not the team's.
void ExecutionDriver::keepTime()
{
    const bool waits = waitsForPerson();
    if (m_deadline && waits)
        m_deadline->hold();
    else if (m_deadline)
        m_deadline->run();
    if (std::exchange(m_waitsForPerson, waits) != waits)
        emit waitsForPersonChanged(waits);
}

void ExecutionDriver::endLog()
{
    for (const std::unique_ptr<StepWork> &attempt : m_attempts)
        attempt->bookUnknown();
    for (const EarlierAttempt &earlier : std::exchange(m_unbooked, {}))
        book(earlier, {});
    m_tasks.start(close(lastEvent(*m_finish)));
}

QCoro::Task<> ExecutionDriver::close(ExecutionEvent last)
{
    const QPointer<ExecutionDriver> self(this);
    co_await takeToolsAway();
    if (!self)
        co_return;
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
    m_approvals.clear();
    m_inbox.clear();
    if (m_begun) // else create() tells
        emit broken(error);
    for (auto &[step, running] : m_running)
        stopAttempt(step, running);
    stopAuxiliaryRuns();
    giveUpWhenQuiet();
}

void ExecutionDriver::giveUpWhenQuiet()
{
    if (m_running.empty() && m_auxiliary.empty())
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
    if (m_state.ending == Ending::OverCap)
        return u"budget_exceeded"_s;
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
