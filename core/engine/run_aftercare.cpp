// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/run_aftercare.h"

#include "core/engine/logging.h"
#include "core/model/error_codes.h"

#include <QHash>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// Who ended earlier is not asked about any more: by then a service has stopped its runs itself.
constexpr std::chrono::hours LookBack(24);
/// Bounds what a start asks of the service; who ended last comes first.
constexpr int MostStarts = 500;

bool hasCode(const Error &error, const char *code)
{
    return error.code == QLatin1StringView(code);
}

} // namespace

RunAftercare::RunAftercare(
    Store *store, Clock *clock, const EngineSettings &settings, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_settings(settings)
{
}

void RunAftercare::begin(BackendPtr backend, OwnerCheck isAlive)
{
    if (busy() == 0)
        m_tasks.start(care(std::move(backend), std::move(isAlive)));
}

QCoro::Task<> RunAftercare::care(BackendPtr backend, OwnerCheck isAlive)
{
    const QPointer<RunAftercare> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<void> collected = co_await collect(isAlive);
    if (!self || !collected)
        co_return;
    const SteadyTime giveUp = steadyNow(m_clock) + m_settings.longestWatch() + m_settings.reapFor;
    while (!m_open.empty()) {
        const bool goesOn = co_await lookAround(backend);
        if (!self || !goesOn || m_open.empty())
            co_return;
        if (steadyNow(m_clock) >= giveUp) {
            qCWarning(lcEngine,
                "Runs of %lld starts may still cost money: they do not obey, or cannot be checked",
                static_cast<long long>(m_open.size()));
            co_return;
        }
        const std::chrono::milliseconds wait = timeUntil(m_clock, nextLook());
        const Result<void> slept = co_await sleepFor(m_clock, wait, stop);
        if (!self || !slept)
            co_return;
    }
}

QCoro::Task<Result<void>> RunAftercare::collect(OwnerCheck isAlive)
{
    const QPointer<RunAftercare> self(this);
    const Timestamp since = m_clock->now() - LookBack;
    const Result<QList<UnsettledStart>> found
        = co_await m_store->unsettledStarts(since, MostStarts);
    if (!self)
        co_return cancelledError();
    if (!found) {
        qCWarning(lcEngine, "Runs of ended executions are not looked after: %s",
            qUtf8Printable(found.error().message));
        co_return found.error();
    }
    QHash<QString, bool> alive { { m_settings.owner, true } };
    m_open.clear();
    for (const UnsettledStart &start : *found) {
        if (!alive.contains(start.owner))
            alive.insert(start.owner, isAlive(start.owner));
        if (alive.value(start.owner))
            continue;
        const Timestamp until = start.start.watchUntil.value_or(start.ended);
        m_open.push_back({ start, steadyTime(m_clock, until, m_settings.longestWatch()),
            steadyNow(m_clock), {} });
    }
    co_return Result<void>();
}

QCoro::Task<bool> RunAftercare::lookAround(BackendPtr backend)
{
    const QPointer<RunAftercare> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<BackendInfo> info = co_await backend->probe(stop);
    if (!self || stop.stop_requested())
        co_return false;
    if (!info) {
        postpone();
        co_return !hasCode(info.error(), code::NotConnected);
    }
    for (size_t i = 0; i < m_open.size();) {
        if (m_open[i].nextLook > steadyNow(m_clock)) {
            ++i;
            continue;
        }
        const Finding finding = co_await look(backend, info->capabilities, i);
        if (!self || stop.stop_requested())
            co_return false;
        if (finding == Finding::Away) {
            postpone();
            co_return true;
        }
        if (finding == Finding::Working || finding == Finding::Quiet) {
            m_open[i].nextLook = finding == Finding::Quiet
                ? m_open[i].due
                : steadyNow(m_clock) + m_settings.reconcileInterval;
            ++i;
            continue;
        }
        const Case ended = take(i);
        if (finding == Finding::Over)
            co_await settle(ended);
        if (!self)
            co_return false;
    }
    co_return true;
}

// Nobody answers: so it is for all of them.
void RunAftercare::postpone()
{
    const SteadyTime later = steadyNow(m_clock) + m_settings.reconcileInterval;
    for (Case &one : m_open)
        one.nextLook = std::max(one.nextLook, later);
}

RunAftercare::Case RunAftercare::take(size_t place)
{
    const auto at = m_open.begin() + static_cast<std::ptrdiff_t>(place);
    Case taken = std::move(*at);
    m_open.erase(at);
    return taken;
}

QCoro::Task<RunAftercare::Finding> RunAftercare::look(
    BackendPtr backend, BackendCapabilities capabilities, size_t place)
{
    const RemoteStart &start = m_open[place].of.start;
    if (capabilities.listsRuns && !start.thread.isEmpty())
        co_return co_await lookIntoThread(backend, place);
    if (start.state != RunState::Bound)
        co_return Finding::Unknown;
    if (m_open[place].of.succeeded)
        co_return Finding::Over;
    co_return co_await stopOwnRun(backend, place);
}

QCoro::Task<RunAftercare::Finding> RunAftercare::lookIntoThread(BackendPtr backend, size_t place)
{
    const QPointer<RunAftercare> self(this);
    const std::stop_token stop = m_tasks.token();
    const RemoteStart start = m_open[place].of.start;
    const ThreadRef thread { start.thread, start.project };
    const bool isLast = steadyNow(m_clock) >= m_open[place].due;
    const Result<QList<RunSummary>> runs = co_await backend->findRuns(thread, stop);
    if (!self)
        co_return Finding::Away;
    if (!runs && hasCode(runs.error(), code::SunaNotFound))
        co_return Finding::Unknown; // another service, or somebody cleared it away
    if (!runs)
        co_return Finding::Away;
    Finding finding = isLast ? Finding::Over : Finding::Quiet;
    for (const RunSummary &run : *runs) {
        if (!run.active || !belongsTo(m_open[place], run))
            continue;
        finding = Finding::Working; // until a look shows that it is not
        const Result<void> stopped = co_await backend->stopRun(run.run, stop);
        if (!self)
            co_return Finding::Away;
        qCInfo(lcEngine, "Run %s of execution %s, which has ended, was still working: %s",
            qUtf8Printable(run.run.run.toString()), qUtf8Printable(start.execution.toString()),
            stopped ? "stopped" : qUtf8Printable(stopped.error().message));
        QList<RunId> &others = m_open[place].stopped;
        if (run.run.run != start.run && !others.contains(run.run.run))
            others.append(run.run.run);
    }
    co_return finding;
}

// Where runs cannot be listed, its own is all that is known.
QCoro::Task<RunAftercare::Finding> RunAftercare::stopOwnRun(BackendPtr backend, size_t place)
{
    const RemoteStart start = m_open[place].of.start;
    const RunRef run { start.run, { start.thread, start.project } };
    const std::stop_token stop = m_tasks.token();
    const Result<void> stopped = co_await backend->stopRun(run, stop);
    if (stopped || hasCode(stopped.error(), code::SunaNotFound))
        co_return Finding::Over;
    co_return Finding::Working;
}

QCoro::Task<> RunAftercare::settle(Case settled)
{
    const Timestamp now = m_clock->now();
    const Result<void> stored
        = co_await m_store->settleStart(settled.of.start, now, settled.stopped);
    if (!stored) // the next start asks once more
        qCInfo(lcEngine, "That nothing works any more could not be stored: %s",
            qUtf8Printable(stored.error().message));
}

// What began long after the execution ended was begun by a person who went on in its thread.
bool RunAftercare::belongsTo(const Case &one, const RunSummary &run) const
{
    const UnsettledStart &of = one.of;
    const Timestamp last
        = std::max(of.start.watchUntil.value_or(of.ended), of.ended) + m_settings.startWindow;
    return run.run.run == of.start.run || !run.startedAt || *run.startedAt <= last;
}

SteadyTime RunAftercare::nextLook() const
{
    return std::ranges::min(m_open, {}, &Case::nextLook).nextLook;
}

} // namespace renum
