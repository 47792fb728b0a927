// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/booking.h"
#include "core/engine/execution_driver.h"
#include "core/engine/usage_estimate.h"

#include <QPointer>

#include <algorithm>
#include <utility>

/// Going on where another engine left off (contract §4.9).
namespace renum {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

ExecutionRequest requestOf(const Replay &replay)
{
    ExecutionRequest request;
    request.team.id = replay.team;
    request.team.name = replay.teamName;
    request.team.workflow = replay.state.plan.definition;
    request.initialPrompt = replay.initialPrompt;
    request.config = replay.config;
    return request;
}

std::shared_ptr<ThreadRuns> runsOf(const StartSoFar &remote)
{
    const auto runs = std::make_shared<ThreadRuns>();
    runs->ours.insert(remote.earlierRuns.cbegin(), remote.earlierRuns.cend());
    runs->strays.insert(remote.strays.cbegin(), remote.strays.cend());
    if (!remote.run.isEmpty())
        runs->ours.insert(remote.run);
    return runs;
}

bool beginsSomething(const SchedulerCommand &command)
{
    return std::holds_alternative<StartStep>(command)
        || std::holds_alternative<ScheduleRetry>(command)
        || std::holds_alternative<AskApproval>(command);
}

milliseconds timeUntil(Timestamp then, Timestamp now)
{
    return std::chrono::ceil<milliseconds>(std::max(then - now, Timestamp::duration::zero()));
}

} // namespace

ExecutionDriver::ExecutionDriver(DriverServices services, Replay replay, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_request(requestOf(replay))
    , m_events(replay.execution, replay.team)
    , m_state(std::move(replay.state))
    , m_log(
          m_services.store, m_services.clock, m_services.listener,
          [this](const Error &error) { abort(error); }, replay.lastSeq)
    , m_team(makeTeam(replay.teamwork.board()))
    , m_prompts(replay.teamwork.prompts())
    , m_stepUsage(replay.booked.usageByStep)
    , m_stoppedBy(replay.stoppedBy)
    , m_deadlinePassed(replay.deadlinePassed)
{
    m_usage.sum = replay.booked.usage;
    const QHash<AgentId, Usage> &byAgent = replay.booked.usageByAgent;
    for (auto it = byAgent.cbegin(); it != byAgent.cend(); ++it)
        m_usage.byAgent.insert(it.key(), it.value());
    m_replay = std::move(replay);
    shareSpending();
}

QCoro::Task<Result<void>> ExecutionDriver::takeOver(QString stopRequestedBy)
{
    const QPointer<ExecutionDriver> self(this);
    ExecutionEvents events;
    events.append(m_events.resumed(m_services.settings.owner));
    if (m_stoppedBy.isEmpty() && !stopRequestedBy.isEmpty()) {
        m_stoppedBy = stopRequestedBy;
        events.append(m_events.stopRequested(m_stoppedBy, u"its engine was gone"_s));
    }
    const OneShot<Result<void>> answer = m_log.commit(std::move(events));
    const Result<void> stored = co_await answer;
    if (!self)
        co_return cancelledError();
    if (!stored)
        co_return stored.error();
    Replay replay = *std::exchange(m_replay, std::nullopt);
    co_await giveTools(replay.teamwork.registrations());
    if (!self)
        co_return cancelledError();
    if (replay.began || !m_stoppedBy.isEmpty())
        resumeWork(std::move(replay));
    else
        begin();
    co_return Result<void>();
}

void ExecutionDriver::resumeWork(Replay replay)
{
    m_begun = true;
    m_bookedBefore = replay.booked;
    m_lastSign = replay.lastTime;
    const bool stops = m_state.stopping() || !m_stoppedBy.isEmpty();
    // What is told at once waits until everything that was commanded is done.
    m_feeding = true;
    if (!m_stoppedBy.isEmpty())
        m_inbox.push_back(StopRequested {}); // changes nothing when the log shows it already
    if (!stops)
        takeOverTimers(replay);
    takeOverTeam(replay.teamwork);
    for (const EndedAttempt &ended : replay.ended)
        lookAfterEnded({ planStep(ended.step, ended.iteration), ended.attempt, ended.remote },
            ended.ended, ended.succeeded);
    for (const OpenAttempt &open : replay.open) {
        const PlanStep step = planStep(open.start.step, open.start.iteration);
        const bool mayBeAtWork = open.remote.mayBeAtWork() || !open.nested.isEmpty();
        const bool replaced = m_state.step(open.start.step)->given.has_value();
        if ((!stops && !replaced) || mayBeAtWork)
            takeOverAttempt(step, open);
        else
            checkThread({ step, open.start.attempt, open.remote }, runsOf(open.remote));
    }
    if (stops)
        std::erase_if(replay.missing, beginsSomething);
    carryOut(replay.missing);
    m_feeding = false;
    drain();
}

void ExecutionDriver::takeOverTimers(const Replay &replay)
{
    const Timestamp now = m_services.clock->now();
    limitTime(replay.driven);
    for (const OpenApproval &open : replay.approvals) {
        if (open.expires)
            waitForApproval(open.step, open.iteration, timeUntil(*open.expires, now));
    }
    for (const OpenRetry &open : replay.retries)
        waitForRetry(open.step, timeUntil(open.due, now));
}

void ExecutionDriver::takeOverAttempt(const PlanStep &step, const OpenAttempt &open)
{
    if (open.remote.state == RunState::None && reuse(step, open.start))
        return;
    if (step.kind == MemberKind::Team) {
        startNested(step, open.start, &open);
        return;
    }
    const Timestamp now = m_services.clock->now();
    TakenOverAttempt taken { open.remote, m_bookedBefore.runs,
        std::max(now - open.began, Timestamp::duration::zero()), open.actions,
        runsOf(open.remote) };
    if (open.remote.state == RunState::Bound)
        checkThread({ step, open.start.attempt, open.remote }, taken.runs);
    startAttempt(step, open.start, std::move(taken));
}

// What another engine was still stopping or watching when it went away. Whether it had got an
// answer is not known, but after that time it had given up.
void ExecutionDriver::lookAfterEnded(const EarlierAttempt &earlier, Timestamp ended, bool succeeded)
{
    const StartSoFar &remote = earlier.remote;
    if (remote.state == RunState::Bound && !m_bookedBefore.runs.contains(remote.run)) {
        m_unbooked.push_back(earlier);
        m_tasks.start(bookEarlier(earlier));
    }
    const Timestamp watched = std::max(remote.watchUntil.value_or(ended), ended);
    if (watched + m_services.settings.reapFor < m_lastSign)
        return;
    const ThreadRef thread { remote.thread, remote.project };
    if (remote.state == RunState::Bound && !succeeded)
        m_services.janitor->keepStopping(
            linkFor(earlier.step.agentId).backend, { remote.run, thread });
    checkThread(earlier, runsOf(remote));
}

QCoro::Task<> ExecutionDriver::bookEarlier(EarlierAttempt earlier)
{
    const QPointer<ExecutionDriver> self(this);
    const RunRef run { earlier.remote.run, { earlier.remote.thread, earlier.remote.project } };
    const std::stop_token stop = m_tasks.token();
    const BackendPtr backend = m_services.backend;
    // What it used is known when it has ended; who cannot be stopped now is the janitor's.
    const Result<void> stopped = co_await backend->stopRun(run, stop);
    if (!self || !stopped)
        co_return;
    const Result<Usage> told = co_await backend->runUsage(run, stop);
    if (!self || !told)
        co_return;
    const auto removed = std::erase_if(
        m_unbooked, [&run](const EarlierAttempt &open) { return open.remote.run == run.run; });
    if (removed > 0)
        book(earlier, *told);
}

void ExecutionDriver::book(const EarlierAttempt &earlier, const Usage &told)
{
    const PlanStep &step = earlier.step;
    const PricedUsage booking
        = bookingOf(estimateMissing(told, m_prompts.value(step.id).size(), 0, step.modelName),
            m_services.settings, m_services.clock);
    m_log.post(m_events.used(step, earlier.attempt, earlier.remote.run, booking));
    addUsage(step, earlier.remote.run, booking.usage);
}

// Reliability §1.4 step 6.
void ExecutionDriver::checkThread(
    const EarlierAttempt &earlier, const std::shared_ptr<ThreadRuns> &runs)
{
    const StartSoFar &remote = earlier.remote;
    if (remote.thread.isEmpty())
        return;
    const ThreadRef thread { remote.thread, remote.project };
    const Clock *clock = m_services.clock;
    const Timestamp watched = remote.watchUntil.value_or(clock->now());
    m_services.janitor->sweepLater({ linkFor(earlier.step.agentId).backend, thread, runs,
        steadyTime(clock, watched, m_services.settings.longestWatch()),
        [self = QPointer<ExecutionDriver>(this), earlier](const ForeignRun &foreign) {
            if (self)
                self->recordForeign(earlier, foreign);
        } });
}

void ExecutionDriver::recordForeign(const EarlierAttempt &earlier, const ForeignRun &foreign)
{
    if (m_bookedBefore.runs.contains(foreign.run.run))
        return; // the engine that is gone had found it
    const PlanStep &step = earlier.step;
    ExecutionEvents found; // together: a run that is known is not looked at again
    found.append(
        m_events.runDuplicate(step, earlier.attempt, foreign.run.run, toString(foreign.action)));
    const PricedUsage booking = bookingOf(foreign.usage, m_services.settings, m_services.clock);
    found.append(m_events.used(step, earlier.attempt, foreign.run.run, booking));
    m_log.post(std::move(found));
    addUsage(step, foreign.run.run, booking.usage);
}

} // namespace renum
