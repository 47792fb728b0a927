// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/attempt_runner.h"

#include "core/model/error_codes.h"

#include <QPointer>

#include <utility>

namespace renum {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

std::optional<milliseconds> retryAfterOf(const Error &error)
{
    const QVariant seconds = error.args.value(u"retry_after"_s);
    if (!seconds.isValid() || seconds.toLongLong() <= 0)
        return std::nullopt;
    return std::chrono::seconds(seconds.toLongLong());
}

Error outcomeError(const RunOutcome &outcome)
{
    if (outcome.error)
        return *outcome.error;
    if (outcome.status == RunOutcome::Status::Stopped) {
        return { ErrorCategory::UserCancelled, QString::fromLatin1(code::SunaRunStopped),
            u"The run was stopped at the agent service."_s };
    }
    return { ErrorCategory::AgentCrash, QString::fromLatin1(code::SunaRunFailed),
        u"The agent failed without saying why. Look at the agent service's log."_s };
}

} // namespace

AttemptRunner::AttemptRunner(
    AttemptSpec spec, AttemptServices services, Callbacks callbacks, QObject *parent)
    : QObject(parent)
    , m_spec(std::move(spec))
    , m_services(std::move(services))
    , m_callbacks(std::move(callbacks))
    , m_output(m_services.clock, m_services.settings.outputInterval,
          [this](const OutputChunk &chunk) { emitChunk(chunk); })
    , m_modelName(m_spec.step.modelName)
{
    meterTools();
    if (m_spec.takenOver) {
        const StartSoFar &remote = m_spec.takenOver->remote;
        m_spec.runs = m_spec.takenOver->runs;
        m_spec.runs->ours.insert(remote.earlierRuns.cbegin(), remote.earlierRuns.cend());
        m_spec.runs->strays.insert(remote.strays.cbegin(), remote.strays.cend());
        if (!remote.run.isEmpty())
            m_spec.runs->ours.insert(remote.run);
        for (const TurnAction &action : m_spec.takenOver->actions) {
            const bool counted
                = action.turn < remote.turn || action.record.block == toolCallBlock();
            if (counted && action.record.outputContext)
                m_contribution.update(*action.record.outputContext);
        }
        if (remote.turn > 1) {
            beginTurn({ remote.turn, remote.prompt, { remote.thread, remote.project } });
            return;
        }
    }
    beginTurn({ 1, m_spec.prompt, {} });
}

AttemptRunner::~AttemptRunner()
{
    const bool wasToStop = m_cancel.stop_requested();
    m_tasks.requestStop();
    cancel(); // what waits in a frame wakes up and finds nobody
    if (m_ended || !wasToStop)
        return;
    m_starter->abandon();
    if (m_run)
        m_services.janitor->keepStopping(m_services.backend, *m_run, m_starter->slot());
}

void AttemptRunner::beginTurn(TurnSpec turn)
{
    m_turn = std::move(turn);
    m_segmentLengths.clear();
    m_talk.reset();
    m_starter = std::make_unique<RunStarter>(m_spec, m_turn, m_services,
        [self = QPointer<AttemptRunner>(this)](const ForeignRun &foreign) {
            if (self)
                self->recordForeign(foreign);
        });
}

void AttemptRunner::start()
{
    m_startedAt = m_services.clock->monotonic();
    if (m_spec.takenOver)
        m_startedAt -= m_spec.takenOver->elapsed;
    m_tasks.start(drive());
}

void AttemptRunner::cancel()
{
    m_cancel.request_stop();
    m_stopObserving.request_stop();
}

QCoro::Task<> AttemptRunner::drive()
{
    const QPointer<AttemptRunner> self(this);
    for (;;) {
        const Result<RunOutcome> outcome = co_await workOnTurn();
        if (!self)
            co_return;
        if (!outcome || outcome->status != RunOutcome::Status::Completed) {
            fail(outcome ? outcomeError(*outcome) : outcome.error());
            co_return;
        }
        const Result<bool> goesOn = co_await talkOn(*outcome);
        if (!self)
            co_return;
        if (!goesOn) {
            fail(m_timedOut ? timeoutError() : goesOn.error());
            co_return;
        }
        if (!*goesOn) {
            succeed(*outcome);
            co_return;
        }
    }
}

QCoro::Task<Result<RunOutcome>> AttemptRunner::workOnTurn()
{
    const QPointer<AttemptRunner> self(this);
    const Result<RunRef> started = co_await m_starter->start(m_cancel.get_token());
    if (!self)
        co_return cancelledError();
    m_run = m_starter->run();
    if (!started && !m_run) {
        if (m_cancel.stop_requested())
            co_await m_starter->cleanUp();
        else
            m_starter->abandon();
        co_return started.error();
    }
    Result<RunOutcome> outcome = cancelledError();
    if (started && !m_cancel.stop_requested()) {
        outcome = co_await observe();
        if (!self)
            co_return cancelledError();
    }
    m_output.finish();
    if (outcome) {
        recordUsage(m_run->run, outcome->usage);
        m_lastRun = *std::exchange(m_run, std::nullopt);
        co_return outcome;
    }
    // Whatever ended the watching, the run must not go on unseen.
    co_await stopRemote();
    if (!self)
        co_return cancelledError();
    if (m_timedOut)
        co_return timeoutError();
    co_return started ? outcome.error() : started.error();
}

// All turns together have the step's time; waiting for the first start has not.
void AttemptRunner::limitTime()
{
    if (m_limit)
        return;
    m_limit.emplace(m_services.clock, std::chrono::seconds(m_spec.step.timeoutSeconds), [this] {
        m_timedOut = true;
        m_stopObserving.request_stop();
    });
    m_limit->run();
}

QCoro::Task<Result<RunOutcome>> AttemptRunner::observe()
{
    const QPointer<AttemptRunner> self(this);
    limitTime();
    const RunRef run = *m_run;
    if (m_services.team) {
        m_talk.emplace(m_services.team, source(),
            m_spec.takenOver ? m_spec.takenOver->actions : TurnActions());
    }
    const RunEventSink sink = [self](RunEvent event) {
        if (self)
            self->show(event);
    };
    const std::stop_token stop = m_stopObserving.get_token();
    const BackendPtr backend = m_services.backend;
    const Result<RunOutcome> outcome = co_await backend->observeRun(run, sink, stop);
    if (!self)
        co_return cancelledError();
    // An end that came together with the time limit is the truth; a stop is asked for anyway.
    co_return outcome;
}

ActionSource AttemptRunner::source() const
{
    const RunRef run = m_run.value_or(RunRef {});
    return { m_spec.step, { m_spec.attempt, m_turn.number },
        { m_spec.step.agentId, run.run, run.thread.thread, m_spec.serving } };
}

QCoro::Task<> AttemptRunner::stopRemote()
{
    const QPointer<AttemptRunner> self(this);
    const RunRef run = *m_run;
    const std::stop_token stop = m_tasks.token();
    const BackendPtr backend = m_services.backend;
    const Result<void> stopped = co_await backend->stopRun(run, stop);
    if (!self)
        co_return;
    m_run.reset();
    if (!stopped)
        m_services.janitor->keepStopping(backend, run, m_starter->slot());
    const Result<Usage> usage = co_await backend->runUsage(run, stop);
    if (self)
        recordUsage(run.run, usage ? *usage : Usage());
}

QCoro::Task<Result<bool>> AttemptRunner::talkOn(RunOutcome outcome)
{
    const QPointer<AttemptRunner> self(this);
    if (!m_talk)
        co_return false;
    m_talk->finish(outcome.finalText);
    m_contribution.update(m_talk->outputContext());
    if (!m_talk->needsFollowUp() || m_turn.number >= MaxTeamTurns)
        co_return false;
    m_starter->releaseSlot(); // who answers may need it
    const std::stop_token stop = m_stopObserving.get_token();
    const Result<void> answered = co_await m_talk->answered(stop);
    if (!self || !answered)
        co_return cancelledError();
    const BackendPtr backend = m_services.backend;
    const Result<BackendInfo> info = co_await backend->probe(stop);
    if (!self)
        co_return cancelledError();
    if (!info)
        co_return info.error();
    const QString answers = m_talk->followUp();
    const bool sameThread = info->capabilities.followUpTurns;
    beginTurn({ m_turn.number + 1,
        sameThread ? answers : freshTurnPrompt(m_turn.prompt, outcome.finalText, answers),
        sameThread ? m_lastRun.thread : ThreadRef() });
    co_return true;
}

// Each turn numbers its answers from 0; within the attempt they follow each other.
RunEvent AttemptRunner::placed(RunEvent event) const
{
    constexpr int SegmentsInTurn = 1000;
    const int first = (m_turn.number - 1) * SegmentsInTurn;
    if (auto *delta = std::get_if<RunTextDelta>(&event))
        delta->segment += first;
    else if (auto *replaced = std::get_if<RunTextReplaced>(&event))
        replaced->segment += first;
    return event;
}

void AttemptRunner::show(const RunEvent &event)
{
    if (m_ended)
        return;
    if (const auto *model = std::get_if<RunModelKnown>(&event))
        m_modelName = model->modelName;
    else if (const auto *more = std::get_if<RunTextDelta>(&event))
        m_segmentLengths[more->segment] += more->text.size();
    else if (const auto *replaced = std::get_if<RunTextReplaced>(&event))
        m_segmentLengths[replaced->segment] = replaced->text.size();
    if (m_talk && !m_silent)
        m_talk->show(event);
    const RunEvent shown = placed(event);
    const auto *delta = std::get_if<RunTextDelta>(&shown);
    // What was streamed before the interruption may come again: the text begins anew.
    if (delta && m_spec.takenOver && !m_begunSegments.contains(delta->segment)) {
        m_begunSegments.insert(delta->segment);
        m_output.add(RunTextReplaced { delta->segment, delta->text });
        return;
    }
    m_output.add(shown);
}

void AttemptRunner::emitChunk(const OutputChunk &chunk)
{
    if (m_silent)
        return;
    m_services.log->post(m_services.events->output(m_spec.step, m_spec.attempt, chunk));
}

void AttemptRunner::succeed(const RunOutcome &outcome)
{
    AttemptEnd result;
    result.kind = AttemptEnd::Kind::Succeeded;
    result.output = readStepOutput(
        m_services.team ? withoutTeamActions(outcome.finalText) : outcome.finalText);
    if (!m_contribution.empty())
        result.output.outputContext = m_contribution;
    result.output.threadId = m_lastRun.thread.thread.toString();
    result.output.agentRunId = m_lastRun.run.toString();
    result.output.attempts = m_spec.attempt;
    result.output.executionSeconds
        = std::chrono::duration<double>(m_services.clock->monotonic() - m_startedAt).count();
    end(result);
}

void AttemptRunner::fail(const Error &error)
{
    AttemptEnd result;
    result.kind = m_cancel.stop_requested() ? AttemptEnd::Kind::Stopped : AttemptEnd::Kind::Failed;
    result.error = error;
    result.retryAfter = retryAfterOf(error);
    end(result);
}

void AttemptRunner::end(const AttemptEnd &end)
{
    if (std::exchange(m_ended, true))
        return;
    m_run.reset();
    m_limit.reset();
    m_starter->releaseSlot();
    m_callbacks.ended(end); // may destroy this
}

Error AttemptRunner::timeoutError() const
{
    return { ErrorCategory::AgentTimeout, QString::fromLatin1(code::AgentTimeout),
        u"%1 took longer than its %2 seconds. Give the step more time or the agent less to do."_s
            .arg(m_spec.step.name)
            .arg(m_spec.step.timeoutSeconds),
        { { u"agent"_s, m_spec.step.name }, { u"seconds"_s, m_spec.step.timeoutSeconds } } };
}

} // namespace renum
