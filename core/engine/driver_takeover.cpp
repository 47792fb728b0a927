// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/execution_driver.h"

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
    runs->ours = remote.earlierRuns;
    if (!remote.run.isEmpty())
        runs->ours.insert(remote.run);
    return runs;
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
}

QCoro::Task<Result<void>> ExecutionDriver::takeOver()
{
    const QPointer<ExecutionDriver> self(this);
    ExecutionEvents events;
    events.append(m_events.resumed(m_services.settings.owner));
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
    if (replay.began)
        resumeWork(std::move(replay));
    else
        begin();
    co_return Result<void>();
}

void ExecutionDriver::resumeWork(Replay replay)
{
    m_begun = true;
    m_bookedBefore = replay.booked;
    const Timestamp now = m_services.clock->now();
    limitTime(replay.driven);
    for (const OpenApproval &open : replay.approvals) {
        if (open.expires)
            waitForApproval(open.step, open.iteration, timeUntil(*open.expires, now));
    }
    for (const OpenRetry &open : replay.retries)
        waitForRetry(open.step, timeUntil(open.due, now));
    std::vector<ThreadToCheck> threads;
    for (const EndedAttempt &ended : replay.ended) {
        const Timestamp watched = ended.remote.watchUntil.value_or(ended.ended);
        const Timestamp settled = ended.succeeded
            ? watched
            : std::max(watched, ended.ended + m_services.settings.reapFor);
        if (settled >= replay.lastTime) // else the engine was still there to see to it
            threads.push_back({ ended, runsOf(ended.remote) });
    }
    // What the attempts tell at once waits until everything that was commanded is done.
    m_feeding = true;
    takeOverTeam(replay.teamwork);
    for (OpenAttempt &open : replay.open) {
        const PlanStep step = planStep(open.start.step, open.start.iteration);
        if (open.remote.state == RunState::None && reuse(step, open.start))
            continue;
        if (step.kind == MemberKind::Team) {
            startNested(step, open.start, &open);
            continue;
        }
        TakenOverAttempt taken { open.remote, m_bookedBefore.runs,
            std::max(now - open.began, Timestamp::duration::zero()), open.actions,
            runsOf(open.remote) };
        if (open.remote.state == RunState::Bound) { // its thread is still to be checked
            const EndedAttempt attempt { open.start.step, open.start.iteration, open.start.attempt,
                true, now, open.remote };
            threads.push_back({ attempt, taken.runs });
        }
        startAttempt(step, open.start, std::move(taken));
    }
    carryOut(replay.missing);
    m_feeding = false;
    m_tasks.start(lookAfter(std::move(threads)));
    drain();
}

// What another engine was still stopping or watching when it went away.
QCoro::Task<> ExecutionDriver::lookAfter(std::vector<ThreadToCheck> threads)
{
    if (threads.empty())
        co_return;
    const QPointer<ExecutionDriver> self(this);
    const Result<BackendInfo> info = co_await m_services.backend->probe(m_tasks.token());
    if (!self)
        co_return;
    const bool listsRuns = !info || info->capabilities.listsRuns;
    for (const ThreadToCheck &check : threads)
        lookAfterRun(check, listsRuns);
}

void ExecutionDriver::lookAfterRun(const ThreadToCheck &check, bool listsRuns)
{
    const EndedAttempt &ended = check.attempt;
    const StartSoFar &remote = ended.remote;
    const ThreadRef thread { remote.thread, remote.project };
    const bool bound = remote.state == RunState::Bound;
    if (bound && !ended.succeeded)
        m_services.janitor->keepStopping(m_services.backend, { remote.run, thread });
    const bool mayHold
        = bound || remote.state == RunState::Sent || remote.state == RunState::Unknown;
    if (!mayHold || !listsRuns || remote.thread.isEmpty())
        return;
    m_services.janitor->sweepLater({ m_services.backend, thread, check.runs,
        remote.watchUntil.value_or(m_services.clock->now()),
        [self = QPointer<ExecutionDriver>(this), ended](const ForeignRun &foreign) {
            if (self)
                self->recordForeign(ended, foreign);
        } });
}

void ExecutionDriver::recordForeign(const EndedAttempt &ended, const ForeignRun &foreign)
{
    if (m_bookedBefore.runs.contains(foreign.run.run))
        return; // the engine that is gone had found it
    const PlanStep step = planStep(ended.step, ended.iteration);
    m_log.post(
        m_events.runDuplicate(step, ended.attempt, foreign.run.run, toString(foreign.action)));
    m_log.post(m_events.used(step, ended.attempt, foreign.run.run, foreign.usage));
    m_usage.add(step.agentId, foreign.usage);
    m_stepUsage[step.id].add(foreign.usage);
}

} // namespace renum
