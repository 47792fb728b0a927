// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long it takes after a crash until every open execution is reconciled with the agent service:
// from opening the database to the last run found, adopted and stored. A process of its own begins
// 20, 100 and 1,000 executions and is killed (SIGKILL) when every one of them has sent its start
// request and none has an answer, which is the most that can be left to find out.
//
// The service takes 100 ms to list the runs of a thread and lists 16 at a time. So the floor is
// opening the database with what the crash left in its log (WAL), and n / 16 times 100 ms. Goal: at
// most 2 times the floor. Every figure is a median. Prints one JSON object.
//
//   bench_recovery [FOLDER]

#include "bare_sqlite.h"
#include "bench_figures.h"
#include "engine_rig.h"
#include "instant_backend.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QQueue>
#include <QTemporaryDir>

#include <csignal>

using namespace renum;
using namespace renum::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 3;
constexpr std::chrono::milliseconds ListTime { 100 };
constexpr int ListsAtOnce = 16;
constexpr int PageSize = 200;
const QString CrashArgument = u"--crash"_s;

/// A service that takes start requests and never answers; the runs are there nevertheless.
class SilentBackend : public InstantBackend {
public:
    [[nodiscard]] QCoro::Task<StartAnswer> startRun(RunRequest, std::stop_token stop) override
    {
        const OneShot<StartAnswer> never;
        const std::stop_callback onStop(stop, [never] { never.set({}); });
        co_return co_await never;
    }
    /// What was found goes on working.
    [[nodiscard]] QCoro::Task<Result<RunOutcome>> observeRun(
        RunRef, RunEventSink, std::stop_token stop) override
    {
        const OneShot<Result<RunOutcome>> never;
        const std::stop_callback onStop(stop, [never] { never.set(cancelledError()); });
        co_return co_await never;
    }
    [[nodiscard]] QCoro::Task<Result<QList<RunSummary>>> findRuns(
        ThreadRef thread, std::stop_token stop) override
    {
        if (m_listing == ListsAtOnce) {
            const OneShot<bool> turn;
            m_waiting.enqueue(turn);
            co_await turn; // takes over the place of the one before
        } else {
            ++m_listing;
        }
        const Result<void> slept = co_await sleepFor(&m_clock, ListTime, stop);
        if (m_waiting.isEmpty())
            --m_listing;
        else
            m_waiting.dequeue().set(true);
        if (!slept)
            co_return slept.error();
        const RunSummary summary { runIn(thread), u"running"_s, true, std::nullopt };
        co_return QList<RunSummary> { summary };
    }

private:
    SystemClock m_clock;
    int m_listing = 0;
    QQueue<OneShot<bool>> m_waiting;
};

bool is(const ExecutionEvent &event, QLatin1StringView eventType)
{
    return event.eventType == eventType;
}

/// Does not return.
void beginAndDie(const QString &file, int executions)
{
    EngineRig rig(file, executions, executions, std::make_shared<SilentBackend>());
    int sent = 0;
    rig.watch([&](const ExecutionEvents &events) {
        for (const ExecutionEvent &event : events) {
            if (is(event, "step_run_sent"_L1) && ++sent == executions)
                static_cast<void>(std::raise(SIGKILL));
        }
    });
    rig.run(chainOf(1), executions);
    fail(u"The executions ended before the crash."_s);
}

void crash(const QString &file, int executions)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QCoreApplication::applicationFilePath(),
        { CrashArgument, file, QString::number(executions) });
    if (!process.waitForFinished(-1) || process.exitStatus() != QProcess::CrashExit)
        fail(u"The process that was to crash did not."_s);
}

/// On a copy: what the crash left can be taken in only once.
double secondsToOpenBare(const QString &file)
{
    for (const QLatin1StringView ending : { ""_L1, "-wal"_L1 }) {
        if (!QFile::copy(file + ending, file + "-copy"_L1 + ending))
            fail(u"The database cannot be copied."_s);
    }
    return secondsOf([&] { const BareSqlite bare(file + "-copy"_L1, BareSqlite::Sync::Full); });
}

QCoro::Task<> resumeAll(Store *store, EngineRig *rig)
{
    ExecutionQuery query;
    query.statuses = { ExecutionStatus::Pending, ExecutionStatus::Running };
    query.page.limit = PageSize;
    do {
        const Result<Page<Execution>> page = co_await store->executions(query);
        if (!page)
            fail(page.error().message);
        QList<ExecutionId> ids;
        for (const Execution &execution : page->items)
            ids.append(execution.id);
        rig->resume(ids);
        query.page.after = page->next;
    } while (!query.page.after.isEmpty());
}

double secondsToReconcile(const QString &file, int executions)
{
    const auto begin = SteadyClock::now();
    EngineRig rig(file, executions, executions, std::make_shared<SilentBackend>());
    QEventLoop loop;
    int adopted = 0;
    rig.watch([&](const ExecutionEvents &events) {
        for (const ExecutionEvent &event : events) {
            if (is(event, "step_run_bound"_L1) && ++adopted == executions)
                loop.quit();
        }
    });
    TaskScope tasks;
    tasks.start(resumeAll(rig.store(), &rig));
    loop.exec();
    return secondsSince(begin);
}

Json measure(const QString &folder, int executions)
{
    std::vector<double> ours;
    std::vector<double> floor;
    std::vector<double> ratio;
    const int turns = (executions + ListsAtOnce - 1) / ListsAtOnce;
    for (int round = 0; round < Rounds; ++round) {
        const QString file = folder + u"/crashed-%1-%2.db"_s.arg(executions).arg(round);
        crash(file, executions);
        const double listing = turns * std::chrono::duration<double>(ListTime).count();
        floor.push_back(secondsToOpenBare(file) + listing);
        ours.push_back(secondsToReconcile(file, executions));
        ratio.push_back(ours.back() / floor.back());
    }
    return { { "seconds", rounded(median(ours)) }, { "floor_seconds", rounded(median(floor)) },
        { "ratio", rounded(median(ratio)) }, { "goal_at_most", 2 } };
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == CrashArgument) {
        beginAndDie(arguments.value(2), arguments.value(3).toInt());
        return 1;
    }
    const QTemporaryDir folder(arguments.value(1, u"."_s) + "/bench-XXXXXX"_L1);
    if (!folder.isValid())
        fail(u"The folder cannot be written to."_s);
    Json report { { "benchmark", "recovery" }, { "rounds", Rounds } };
    for (const int executions : { 20, 100, 1000 })
        report[std::to_string(executions) + "_executions"] = measure(folder.path(), executions);
    print(report);
    return 0;
}
