// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/run_janitor.h"

#include "core/engine/logging.h"
#include "core/model/error_codes.h"

#include <QPointer>

#include <algorithm>
#include <array>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

// The next turn of the attempt is being started in this thread: look again later.
Error unsettledError()
{
    return { ErrorCategory::SystemError, QString::fromLatin1(code::SunaBusy),
        u"A run is being started in this thread."_s };
}

bool isGone(const Error &error)
{
    return error.code == QLatin1StringView(code::SunaNotFound);
}

// There is nobody to ask, now or later.
bool isAbsent(const Error &error)
{
    return error.code == QLatin1StringView(code::NotConnected);
}

} // namespace

QString toString(ForeignRun::Action action)
{
    static const std::array names { u"stopped"_s, u"stop_failed"_s, u"already_ended"_s };
    return names.at(static_cast<size_t>(action));
}

RunJanitor::RunJanitor(Clock *clock, const EngineSettings &settings, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_settings(settings)
{
}

int RunJanitor::busy() const
{
    return m_tasks.running() + int(m_later.size());
}

RunJanitor::PostedStart RunJanitor::post(
    BackendPtr backend, RunRequest request, std::shared_ptr<RunSlot> slot)
{
    const PostedStart posted;
    m_tasks.start(run(std::move(backend), std::move(request), posted, std::move(slot)));
    return posted;
}

QCoro::Task<> RunJanitor::run(
    BackendPtr backend, RunRequest request, PostedStart posted, std::shared_ptr<RunSlot> slot)
{
    const QPointer<RunJanitor> self(this);
    const std::stop_token stop = m_tasks.token();
    const StartAnswer answer = co_await backend->startRun(request, stop);
    posted.answer.set(answer);
    if (!self || !*posted.abandoned || answer.kind != StartAnswer::Kind::Bound)
        co_return;
    keepStopping(backend, answer.run, slot);
}

void RunJanitor::keepStopping(BackendPtr backend, RunRef run, std::shared_ptr<RunSlot> slot)
{
    m_tasks.start(stopUntilObeyed(std::move(backend), std::move(run), std::move(slot)));
}

QCoro::Task<> RunJanitor::stopUntilObeyed(
    BackendPtr backend, RunRef run, std::shared_ptr<RunSlot> slot)
{
    // Nothing asks for it, but it must live as long as this frame does.
    [[maybe_unused]] const std::shared_ptr<RunSlot> held = std::move(slot);
    const QPointer<RunJanitor> self(this);
    const std::stop_token stop = m_tasks.token();
    const SteadyTime giveUp = steadyNow(m_clock) + m_settings.reapFor;
    while (!stop.stop_requested()) {
        const Result<void> stopped = co_await backend->stopRun(run, stop);
        if (!self || stopped || isGone(stopped.error()) || isAbsent(stopped.error()))
            co_return;
        if (steadyNow(m_clock) >= giveUp) {
            qCWarning(lcEngine, "Run %s could not be stopped and may still cost money: %s",
                qUtf8Printable(run.run.toString()), qUtf8Printable(stopped.error().message));
            co_return;
        }
        const Result<void> slept = co_await sleepFor(m_clock, m_settings.reconcileInterval, stop);
        if (!self || !slept)
            co_return;
    }
}

QCoro::Task<Result<void>> RunJanitor::sweep(ThreadGuard guard)
{
    const QPointer<RunJanitor> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<QList<RunSummary>> runs = co_await guard.backend->findRuns(guard.thread, stop);
    if (!self)
        co_return cancelledError();
    if (!runs)
        co_return runs.error();
    if (guard.runs->starting)
        co_return unsettledError();
    for (const RunSummary &summary : *runs) {
        if (guard.runs->ours.contains(summary.run.run) || m_reported.contains(summary.run.run))
            continue;
        m_reported.insert(summary.run.run);
        guard.runs->strays.insert(summary.run.run);
        const ForeignRun removed = co_await remove(guard, summary);
        if (!self)
            co_return cancelledError();
        qCInfo(lcEngine, "Run %s in thread %s belonged to no attempt: %s",
            qUtf8Printable(removed.run.run.toString()),
            qUtf8Printable(guard.thread.thread.toString()),
            qUtf8Printable(toString(removed.action)));
        if (guard.report)
            guard.report(removed);
    }
    co_return Result<void>();
}

QCoro::Task<ForeignRun> RunJanitor::remove(ThreadGuard guard, RunSummary run)
{
    const QPointer<RunJanitor> self(this);
    const BackendPtr backend = guard.backend;
    const std::stop_token stop = m_tasks.token();
    ForeignRun foreign { run.run, ForeignRun::Action::AlreadyEnded, {} };
    if (run.active) {
        const Result<void> stopped = co_await backend->stopRun(run.run, stop);
        foreign.action = stopped ? ForeignRun::Action::Stopped : ForeignRun::Action::StopFailed;
        if (!self)
            co_return foreign;
        if (!stopped)
            keepStopping(backend, run.run, guard.slot);
    }
    const Result<Usage> usage = co_await backend->runUsage(run.run, stop);
    if (usage)
        foreign.usage = *usage;
    co_return foreign;
}

void RunJanitor::sweepOnce(ThreadGuard guard)
{
    guard.until = steadyNow(m_clock);
    m_tasks.start(sweepNow(std::move(guard)));
}

void RunJanitor::sweepLater(ThreadGuard guard)
{
    const SteadyTime due = guard.until;
    const bool isNext = m_later.empty() || due < m_later.begin()->first;
    m_later.emplace(due, std::move(guard));
    if (isNext)
        awaitNextSweep();
}

void RunJanitor::awaitNextSweep()
{
    m_nextSweep.reset();
    if (m_later.empty())
        return;
    const milliseconds wait = timeUntil(m_clock, m_later.begin()->first);
    m_nextSweep = m_clock->startTimer(wait, [this] { sweepDue(); });
}

void RunJanitor::sweepDue()
{
    const SteadyTime now = steadyNow(m_clock);
    while (!m_later.empty() && m_later.begin()->first <= now) {
        ThreadGuard guard = std::move(m_later.extract(m_later.begin()).mapped());
        m_tasks.start(sweepNow(std::move(guard)));
    }
    awaitNextSweep();
}

void RunJanitor::sweepRepeatedly(ThreadGuard guard)
{
    m_tasks.start(sweepNow(std::move(guard)));
}

QCoro::Task<Result<bool>> RunJanitor::look(ThreadGuard guard)
{
    const QPointer<RunJanitor> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<BackendInfo> info = co_await guard.backend->probe(stop);
    if (!self)
        co_return cancelledError();
    if (!info)
        co_return info.error();
    if (!info->capabilities.listsRuns)
        co_return false;
    const Result<void> swept = co_await sweep(guard);
    if (!swept)
        co_return swept.error();
    co_return true;
}

QCoro::Task<> RunJanitor::sweepNow(ThreadGuard guard)
{
    const QPointer<RunJanitor> self(this);
    const std::stop_token stop = m_tasks.token();
    // Who comes long after the window closed, as after a night without an engine, has as much time
    // as who was there.
    const SteadyTime giveUp = std::max(guard.until, steadyNow(m_clock)) + m_settings.reapFor;
    for (;;) {
        const SteadyTime looked = steadyNow(m_clock);
        const Result<bool> swept = co_await look(guard);
        if (!self || (swept ? !*swept || looked >= guard.until : isAbsent(swept.error())))
            co_return;
        if (looked >= giveUp) {
            qCWarning(lcEngine, "Thread %s could not be searched for stray runs: %s",
                qUtf8Printable(guard.thread.thread.toString()),
                qUtf8Printable(swept.error().message));
            co_return;
        }
        SteadyTime next = steadyNow(m_clock) + m_settings.reconcileInterval;
        if (looked < guard.until)
            next = std::min(next, guard.until);
        const milliseconds wait = timeUntil(m_clock, next);
        const Result<void> slept = co_await sleepFor(m_clock, wait, stop);
        if (!self || !slept)
            co_return;
    }
}

} // namespace renum
