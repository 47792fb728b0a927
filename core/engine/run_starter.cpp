// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/run_starter.h"

#include "core/engine/guarded_backend.h"
#include "core/engine/logging.h"
#include "core/model/error_codes.h"

#include <QCryptographicHash>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

// What would be sent, so that a later reader can tell whether it was the same. BLAKE2, as prompts
// are long and Qt's SHA-256 takes longer for one than the database does.
QString payloadHash(const AttemptSpec &spec, const QString &prompt)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    for (const QString &part : { spec.step.agentId.toString(), spec.step.modelName, prompt }) {
        const QByteArray bytes = part.toUtf8();
        hash.addData(QByteArray::number(bytes.size()));
        hash.addData(":");
        hash.addData(bytes);
    }
    return QString::fromLatin1(hash.result().toHex());
}

QList<RunSummary> oldestFirst(const QList<RunSummary> &newestFirst)
{
    QList<RunSummary> runs(newestFirst.crbegin(), newestFirst.crend());
    std::ranges::stable_sort(runs, [](const RunSummary &a, const RunSummary &b) {
        return a.startedAt && b.startedAt && *a.startedAt < *b.startedAt;
    });
    return runs;
}

} // namespace

RunStarter::RunStarter(const AttemptSpec &spec, TurnSpec turn, const AttemptServices &services,
    std::function<void(const ForeignRun &)> report, QObject *parent)
    : QObject(parent)
    , m_spec(spec)
    , m_turn(std::move(turn))
    , m_services(services)
    , m_admission(m_spec, m_services)
    , m_report(std::move(report))
{
}

QCoro::Task<Result<RunRef>> RunStarter::start(std::stop_token cancel)
{
    const QPointer<RunStarter> self(this);
    const Result<Found> earlier = co_await takeUp(cancel);
    if (!earlier)
        co_return earlier.error();
    if (*earlier)
        co_return **earlier;
    const Result<void> affordable = co_await m_admission.waitForCap(m_turn.prompt.size(), cancel);
    if (!self || !affordable)
        co_return cancelledError();
    if (!m_repeated) {
        const Result<void> prepared = co_await prepare(cancel);
        if (!prepared)
            co_return prepared.error();
    }
    while (!cancel.stop_requested()) {
        const Result<void> admitted = co_await m_admission.admit(cancel);
        if (!self || !admitted)
            co_return self ? admitted.error() : cancelledError();
        const Result<StartAnswer> answer = co_await post();
        if (!answer)
            co_return answer.error();
        Result<Found> found = Found();
        switch (answer->kind) {
        case StartAnswer::Kind::Bound:
            bind(answer->run, false);
            co_return answer->run;
        case StartAnswer::Kind::Rejected:
            if (!isCircuitOpen(answer->error))
                co_return answer->error;
            break; // it opened since the admission: the next one waits
        case StartAnswer::Kind::Busy: {
            const Result<void> waited = co_await waitWhileBusy(answer->error, cancel);
            if (!waited)
                co_return waited.error();
            break;
        }
        case StartAnswer::Kind::Unknown:
            found = co_await reconcile(answer->error, cancel);
            break;
        }
        if (!found)
            co_return found.error();
        if (*found)
            co_return **found;
    }
    co_return cancelledError();
}

// Step 1. Nobody waits for the intent to be on the disk: making the thread starts nothing, and
// before the start leaves, post() waits for what comes after the intent in the same log.
QCoro::Task<Result<void>> RunStarter::prepare(std::stop_token cancel)
{
    const QPointer<RunStarter> self(this);
    const Result<BackendInfo> info = co_await reach(cancel);
    if (!self)
        co_return cancelledError();
    if (!info)
        co_return info.error();
    m_capabilities = info->capabilities;
    const QString backend = QString(info->name % u' ' % info->version).trimmed();
    m_services.log->post(
        m_services.events->runIntent(m_spec.step, { m_spec.attempt, m_turn.number },
            payloadHash(m_spec, m_turn.prompt), backend, m_turn.prompt));
    if (m_capabilities.followUpTurns)
        m_thread = m_turn.thread;
    if (!m_thread.thread.isEmpty() || !m_capabilities.threadBeforeStart)
        co_return Result<void>();
    co_return co_await makeThread(cancel);
}

// Without a slot: nothing is started yet, and mostly the answer is remembered.
QCoro::Task<Result<BackendInfo>> RunStarter::reach(std::stop_token cancel)
{
    const QPointer<RunStarter> self(this);
    for (;;) {
        const Result<void> reachable = co_await m_admission.waitForService(cancel);
        if (!self)
            co_return cancelledError();
        if (!reachable)
            co_return reachable.error();
        const Result<BackendInfo> info = co_await m_services.backend->probe(cancel);
        if (!self)
            co_return cancelledError();
        if (info || !isCircuitOpen(info.error()))
            co_return info;
    }
}

QCoro::Task<Result<void>> RunStarter::makeThread(std::stop_token cancel)
{
    const QPointer<RunStarter> self(this);
    for (;;) {
        const Result<void> admitted = co_await m_admission.admit(cancel);
        if (!self)
            co_return cancelledError();
        if (!admitted)
            co_return admitted;
        const Result<ThreadRef> thread
            = co_await m_services.backend->prepareThread(m_spec.threadTitle, cancel);
        if (!self)
            co_return cancelledError();
        if (thread) {
            m_admission.serviceAnswered();
            m_thread = *thread;
            co_return Result<void>();
        }
        if (!isCircuitOpen(thread.error()))
            co_return thread.error();
    }
}

QCoro::Task<Result<void>> RunStarter::commit(ExecutionEvent event)
{
    const QPointer<RunStarter> self(this);
    ExecutionEvents events;
    events.append(std::move(event));
    const OneShot<Result<void>> answer = m_services.log->commit(std::move(events));
    const Result<void> stored = co_await answer;
    if (!self)
        co_return cancelledError();
    co_return stored;
}

// Steps 2 to 4: nothing leaves before the intent and this are on the disk. The request belongs to
// the janitor: it goes on when this attempt is given up.
QCoro::Task<Result<StartAnswer>> RunStarter::post()
{
    const QPointer<RunStarter> self(this);
    const SteadyTime sentAt = steadyNow(m_services.clock);
    if (!m_repeated)
        m_firstSent = sentAt;
    // Q of §1.4 exceeds the time in which the request may still be answered.
    m_watchUntil = sentAt + m_services.settings.longestWatch();
    ExecutionEvent sent = m_services.events->runSent(
        m_spec.step, m_spec.attempt, m_thread, wallTime(m_services.clock, m_watchUntil));
    const Result<void> stored = co_await commit(std::move(sent));
    if (!stored)
        co_return stored.error();
    const QString prompt = m_services.reveal ? m_services.reveal(m_turn.prompt) : m_turn.prompt;
    RunRequest request { m_spec.step.agentId, prompt, m_spec.step.modelName, m_thread, m_repeated,
        m_services.tools };
    m_phase = Phase::Posted;
    m_spec.runs->starting = true;
    m_repeated = true;
    m_posted = m_services.janitor->post(m_services.backend, std::move(request), slot());
    const OneShot<StartAnswer> pending = m_posted.answer;
    const StartAnswer answer = co_await pending;
    if (!self)
        co_return cancelledError();
    m_watchUntil = steadyNow(m_services.clock) + m_services.settings.startWindow;
    if (!isCircuitOpen(answer.error))
        m_admission.serviceAnswered();
    if (answer.kind == StartAnswer::Kind::Unknown) {
        m_phase = Phase::Ambiguous;
        co_return answer;
    }
    if (answer.kind == StartAnswer::Kind::Bound)
        m_spec.runs->ours.insert(answer.run.run);
    settle();
    if (answer.kind == StartAnswer::Kind::Bound)
        co_return answer;
    ExecutionEvent rejected
        = m_services.events->runRejected(m_spec.step, m_spec.attempt, answer.error);
    const Result<void> recorded = co_await commit(std::move(rejected));
    if (!recorded)
        co_return recorded.error();
    co_return answer;
}

// Written at once, but nobody waits for it: watching a run changes nothing, and whatever is started
// because of what it says is stored after this. Until then the log knows where to look for the run.
void RunStarter::bind(const RunRef &run, bool adopted)
{
    m_spec.runs->ours.insert(run.run);
    settle();
    m_run = run;
    m_services.log->post(m_services.events->runBound(m_spec.step, m_spec.attempt, run, adopted));
    if (!run.thread.thread.isEmpty())
        m_services.janitor->sweepLater(threadGuard());
}

// A full service is no failure: the step waits, within the execution's time.
QCoro::Task<Result<void>> RunStarter::waitWhileBusy(Error busy, std::stop_token cancel)
{
    const QPointer<RunStarter> self(this);
    const Result<void> slept = co_await m_admission.waitWhileBusy(busy, cancel);
    if (!self)
        co_return cancelledError();
    m_firstSent = steadyNow(m_services.clock); // waiting for a slot is not the step's time
    co_return slept;
}

// Step 5: adopt before retry, always.
QCoro::Task<Result<RunStarter::Found>> RunStarter::reconcile(Error reason, std::stop_token cancel)
{
    const QPointer<RunStarter> self(this);
    ExecutionEvent unknown = m_services.events->runUnknown(
        m_spec.step, m_spec.attempt, reason, wallTime(m_services.clock, m_watchUntil));
    const Result<void> stored = co_await commit(std::move(unknown));
    if (!stored)
        co_return stored.error();
    if (m_capabilities.endsWithConnection) {
        settle(); // what had begun ended with the process that began it
        co_return Found();
    }
    if (!m_capabilities.threadBeforeStart || !m_capabilities.listsRuns)
        co_return lostError(reason);
    m_services.log->post(m_services.events->log(LogLevel::Warning, u"network"_s,
        u"The start was not confirmed; looking for the run before doing anything else"_s,
        m_spec.step.agentId, errorDetail(reason)));
    const Result<Found> found = co_await lookUntilWindowCloses(cancel);
    if (!self)
        co_return cancelledError();
    if (!found || *found)
        co_return found;
    settle(); // the window closed and nothing was there
    if (stepTimeIsOver())
        co_return reason;
    co_return Found();
}

QCoro::Task<Result<RunStarter::Found>> RunStarter::lookUntilWindowCloses(std::stop_token cancel)
{
    const QPointer<RunStarter> self(this);
    for (;;) {
        const SteadyTime looked = steadyNow(m_services.clock);
        const Result<QList<RunSummary>> runs
            = co_await m_services.backend->findRuns(m_thread, cancel);
        if (!self || cancel.stop_requested())
            co_return cancelledError();
        const QList<RunSummary> fresh = runs ? notOurs(*runs) : QList<RunSummary>();
        if (!fresh.isEmpty()) {
            const RunRef adopted = oldestFirst(fresh).constFirst().run;
            bind(adopted, true);
            if (fresh.size() > 1)
                m_services.janitor->sweepOnce(threadGuard());
            co_return Found(adopted);
        }
        if (runs && looked >= m_watchUntil)
            co_return Found();
        if (!runs && looked >= m_watchUntil && stepTimeIsOver())
            co_return lostError(runs.error());
        milliseconds wait = m_services.settings.reconcileInterval;
        if (looked < m_watchUntil)
            wait = std::min(wait, timeUntil(m_services.clock, m_watchUntil));
        const Result<void> slept = co_await sleepFor(m_services.clock, wait, cancel);
        if (!self || !slept)
            co_return cancelledError();
    }
}

QCoro::Task<> RunStarter::cleanUp()
{
    if (m_phase != Phase::Ambiguous && m_phase != Phase::Posted)
        co_return;
    ThreadGuard guard = threadGuard();
    guard.slot = slot();
    const QPointer<RunStarter> self(this);
    const Result<void> swept = co_await m_services.janitor->sweep(guard);
    if (!self)
        co_return;
    if (!swept)
        qCInfo(
            lcEngine, "Looking for a stray run failed: %s", qUtf8Printable(swept.error().message));
    abandon();
}

void RunStarter::abandon()
{
    if (m_phase != Phase::Ambiguous && m_phase != Phase::Posted)
        return;
    settle();
    *m_posted.abandoned = true;
    if (m_thread.thread.isEmpty())
        return;
    ThreadGuard guard = threadGuard();
    guard.slot = slot();
    m_services.janitor->sweepRepeatedly(guard);
}

Error RunStarter::lostError(const Error &reason) const
{
    // Not a category that is retried: a second run might work beside the first.
    return { ErrorCategory::DependencyError, QString::fromLatin1(code::SunaRunLost),
        u"It is not known whether the agent was started: %1 Look at the agent service before "
        u"running the team again."_s.arg(reason.message),
        { { u"reason"_s, reason.message } } };
}

bool RunStarter::stepTimeIsOver() const
{
    return steadyNow(m_services.clock)
        >= m_firstSent + std::chrono::seconds(m_spec.step.timeoutSeconds);
}

ThreadGuard RunStarter::threadGuard() const
{
    return { m_services.backend, m_run ? m_run->thread : m_thread, m_spec.runs, m_watchUntil,
        m_report };
}

/// Nothing is on its way any more: what the thread holds beside our runs is nobody's.
void RunStarter::settle()
{
    m_phase = Phase::Settled;
    m_spec.runs->starting = false;
}

// The turns before this one have their runs in the same thread, and so may what doubled them.
QList<RunSummary> RunStarter::notOurs(const QList<RunSummary> &runs) const
{
    QList<RunSummary> others;
    std::ranges::copy_if(
        runs, std::back_inserter(others), [&known = *m_spec.runs](const RunSummary &summary) {
            return !known.ours.contains(summary.run.run) && !known.strays.contains(summary.run.run);
        });
    return others;
}

} // namespace renum
