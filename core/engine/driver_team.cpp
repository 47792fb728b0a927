// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/execution_driver.h"
#include "core/model/error_codes.h"
#include "core/workflow/execution_over.h"

#include <utility>

/// What the members of the team share: prompts that tell of it, and runs that answer requests.
namespace renum {

using namespace Qt::StringLiterals;

namespace {

Error notPausedError()
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::ExecutionNotPaused),
        u"Agents of this execution are at work. Pause it, wait until they have ended, and try "
        "again."_s };
}

PlanStep standIn(const PlanStep &member, const MessageId &request)
{
    PlanStep step = member;
    step.id = auxiliaryStepId(request);
    return step;
}

} // namespace

std::unique_ptr<TeamHub> ExecutionDriver::makeTeam(MessageBoard board)
{
    return std::make_unique<TeamHub>(TeamHub::Services { &m_state, m_services.clock, m_services.ids,
                                         &m_log, &m_events, m_request.team.name },
        std::move(board), [this](const TeamMessage &request) { answerRequest(request); });
}

AttemptServices ExecutionDriver::attemptServices(const PlanStep &step, int attempt)
{
    const BackendLink link = linkFor(step.agentId);
    return { link.backend, &m_log, &m_events, m_services.clock, m_services.janitor,
        m_services.settings, link.limits, speaksProtocol(step) ? m_team.get() : nullptr,
        revealFor(step), functionsFor(step), m_spending,
        [this, step, attempt](
            const SpendingGate::Wait &wait) { waitsToSpend(step, attempt, wait); } };
}

BackendLink ExecutionDriver::linkFor(const AgentId &agent) const
{
    BackendPtr part = m_services.backend->partFor(agent);
    return part ? m_services.linkTo(std::move(part))
                : BackendLink { m_services.backend, m_services.limits };
}

QString ExecutionDriver::teamSection(const PlanStep &step) const
{
    const TeamRoster team = m_team->roster();
    if (callsFunctions(step))
        return teamFunctionsSection(team, step.agentId);
    return hasMcp(step) ? teamToolsSection(team, step.agentId)
                        : teamProtocolSection(team, step.agentId);
}

// A later attempt gets what the first one got: its messages are marked as read. What came since
// then is added.
QString ExecutionDriver::beginStep(const PlanStep &step, const StartStep &command)
{
    QString prompt = command.attempt > 1 ? m_prompts.value(step.id) : QString();
    const bool repeated = !prompt.isEmpty();
    if (!repeated)
        prompt = command.prompt;
    MessagesSection messages;
    if (usesTeamTools(step)) {
        if (!repeated)
            prompt += "\n\n"_L1 + teamSection(step);
        messages = teamMessagesSection(m_team->board().unread(step.agentId));
        if (!messages.included.empty())
            prompt += u'\n' + messages.text;
    }
    StartStep start = command;
    start.prompt = prompt;
    ExecutionEvents events;
    events.append(m_events.stepStarted(step, start, step.modelName));
    m_team->markRead(step.agentId, messages.included, events);
    m_log.post(std::move(events));
    m_prompts[step.id] = prompt;
    return prompt;
}

// --- auxiliary runs -----------------------------------------------------------------------------

namespace {

QString answerOf(const AttemptEnd &end)
{
    if (end.kind == AttemptEnd::Kind::Succeeded)
        return end.output.result;
    return u"ERROR: the agent could not answer. "_s + end.error.message;
}

} // namespace

void ExecutionDriver::answerRequest(const TeamMessage &request)
{
    const PlanStep *member = m_state.plan.findAgent(request.to);
    if (!member || isEnding())
        return;
    if (isKept(request.to)) {
        answerForKept(request);
        return;
    }
    const PlanStep step = standIn(*member, request.id);
    QString prompt = requestPrompt(request, m_team->roster());
    if (usesTeamTools(step))
        prompt += "\n\n"_L1 + teamSection(step);
    m_log.post(m_events.auxiliaryStarted(step, request, prompt));
    startAuxiliary(request.id, prompt);
}

void ExecutionDriver::startAuxiliary(
    const MessageId &request, const QString &prompt, std::optional<TakenOverAttempt> takenOver)
{
    const TeamMessage *asked = m_team->board().find(request);
    const PlanStep *member = asked ? m_state.plan.findAgent(asked->to) : nullptr;
    if (!member)
        return;
    const PlanStep step = standIn(*member, request);
    const QString title = QString(
        u"Renum: "_s % m_request.team.name % u", "_s % step.name % u", "_s % id().toString());
    AttemptSpec spec { step, 1, prompt, title, std::move(takenOver), request };
    StepWork::Callbacks callbacks {
        [this, request](const AttemptEnd &end) { auxiliaryEnded(request, end); },
        [this, step](const RunId &run, const Usage &usage) { addUsage(step, run, usage); },
    };
    auto work = std::make_unique<AttemptRunner>(
        std::move(spec), attemptServices(step, 1), std::move(callbacks));
    m_auxiliary[request] = { 1, work.get(), work.get(), nullptr };
    m_attempts.push_back(std::move(work));
    m_attempts.back()->start();
}

void ExecutionDriver::auxiliaryEnded(MessageId request, const AttemptEnd &end)
{
    if (m_auxiliary.erase(request) == 0)
        return; // it ended after the patience of a stop did
    const TeamMessage *asked = m_team->board().find(request);
    const PlanStep *member = m_state.plan.findAgent(asked->to);
    const bool answered = end.kind == AttemptEnd::Kind::Succeeded;
    if (!isEnding()) {
        const MessageSender sender { member->agentId, RunId(end.output.agentRunId),
            ThreadId(end.output.threadId), request };
        m_team->respond(sender, request, answerOf(end));
    }
    m_log.post(m_events.auxiliaryEnded(
        standIn(*member, request), request, answered ? std::nullopt : std::optional(end.error)));
    if (m_broken)
        giveUpWhenQuiet();
    else if (m_finish && m_auxiliary.empty())
        endLog();
}

// Nobody waits for their answers any more (contract §4.6).
void ExecutionDriver::stopAuxiliaryRuns()
{
    for (auto &[request, running] : m_auxiliary) {
        if (running.stopLimit)
            continue;
        running.stopLimit
            = m_services.clock->startTimer(m_services.settings.stopWait, [this, id = request] {
                  m_auxiliary.at(id).attempt->silence();
                  auxiliaryEnded(id, {});
              });
        running.attempt->cancel();
    }
}

bool ExecutionDriver::isEnding() const
{
    return m_finish || m_broken || m_state.stopping() || !m_stoppedBy.isEmpty();
}

void ExecutionDriver::takeOverTeam(const TeamSoFar &team)
{
    QSet<MessageId> withRun;
    for (const AuxiliaryRun &run : team.auxiliaryRuns()) {
        if (!run.ended)
            withRun.insert(run.request);
        takeOverAuxiliary(run, team.actions(auxiliaryStepId(run.request)));
    }
    if (!isEnding())
        m_team->goOn(withRun);
}

void ExecutionDriver::takeOverAuxiliary(const AuxiliaryRun &run, const TurnActions &actions)
{
    const TeamMessage *asked = m_team->board().find(run.request);
    const PlanStep *member = asked ? m_state.plan.findAgent(asked->to) : nullptr;
    if (!member)
        return;
    const EarlierAttempt earlier { standIn(*member, run.request), 1, run.remote };
    if (run.ended) {
        lookAfterEnded(earlier, *run.ended, run.succeeded);
        return;
    }
    const bool isOpen = m_team->board().requestState(run.request) == RequestState::Open;
    if ((isEnding() || !isOpen) && !run.remote.mayBeAtWork()) { // and nobody waits for it
        m_log.post(m_events.auxiliaryEnded(earlier.step, run.request, cancelledError()));
        lookAfterEnded(earlier, m_services.clock->now(), true);
        return;
    }
    const Timestamp::duration elapsed = m_services.clock->now() - run.began;
    TakenOverAttempt taken { run.remote, m_bookedBefore.runs,
        std::max(elapsed, Timestamp::duration::zero()), actions };
    if (run.remote.state == RunState::Bound)
        checkThread(earlier, taken.runs);
    startAuxiliary(run.request, run.prompt, std::move(taken));
}

// --- what people do -----------------------------------------------------------------------------

QCoro::Task<Result<void>> ExecutionDriver::writeContext(
    std::vector<ContextWrite> writes, QString writtenBy)
{
    if (m_over || m_broken || m_finish)
        co_return executionOverError();
    const OneShot<Result<void>> answer = m_team->write(ContextAuthor::person(writtenBy), writes);
    co_return co_await answer;
}

QCoro::Task<Result<void>> ExecutionDriver::restoreContext(
    Json snapshot, int version, QString restoredBy)
{
    if (m_over || m_broken || m_finish)
        co_return executionOverError();
    if (!m_state.paused || !m_running.empty() || !m_auxiliary.empty())
        co_return notPausedError();
    const OneShot<Result<void>> answer
        = m_team->restore(ContextAuthor::person(restoredBy), snapshot, version);
    co_return co_await answer;
}

} // namespace renum
