// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the event store costs beside the least that a durable log can cost, in the same run:
//   one_event   one FULL event appended and awaited, beside write() + fdatasync() of its bytes, to
//               a file that grows, as a log does, and, for information, to one that has its size
//   steps       64 executions at once, each step two awaited FULL appends with their projections,
//               beside a bare SQLite loop that commits 64 events and 64 state rows at a time
// Both take turns; every figure is a median. Prints one JSON object. The disk is that of the
// folder given as argument, or of the current one.

#include "bare_sqlite.h"
#include "bench_figures.h"
#include "core/net/task_scope.h"
#include "core/store/store.h"

#include <unistd.h>

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <vector>

using namespace renum;
using namespace renum::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 9;
constexpr int EventsPerRound = 200;
constexpr int Writers = 64;
constexpr int StepsPerRound = 20;

/// One round of steps. The processor time of all threads is what a busy machine disturbs least.
struct StepFigures {
    double stepsPerSecond = 0;
    double cpuMicroseconds = 0; ///< for each step
};

template<typename Work>
StepFigures stepFiguresOf(const Work &work)
{
    const std::clock_t cpuBegin = std::clock();
    const double seconds = secondsOf(work);
    const double cpu = double(std::clock() - cpuBegin) / CLOCKS_PER_SEC;
    return { Writers * StepsPerRound / seconds, cpu * 1e6 / (Writers * StepsPerRound) };
}

// --- events ------------------------------------------------------------------------------------

ExecutionEvent eventOf(int execution, qint64 seq, const char *type, const char *name, Json data)
{
    ExecutionEvent event;
    event.seq = seq;
    event.type = QString::fromLatin1(type);
    event.eventType = QString::fromLatin1(name);
    event.executionId
        = ExecutionId(u"00000000-0000-4000-8000-%1"_s.arg(execution, 12, 10, QLatin1Char('0')));
    event.teamId = TeamId(u"11111111-0000-4000-8000-000000000000"_s);
    event.agentId = AgentId(u"researcher"_s);
    event.timestamp = fromMicroseconds(1'770'000'000'000'000 + seq);
    event.data = std::move(data);
    return event;
}

ExecutionPlan planOf(int steps)
{
    ExecutionPlan plan;
    for (int i = 0; i < steps; ++i) {
        PlanStep step;
        step.id = StepId(u"step-%1"_s.arg(i));
        step.agentId = AgentId(u"researcher"_s);
        plan.steps.push_back(step);
    }
    return plan;
}

ExecutionEvents beginningOf(int execution)
{
    return { eventOf(execution, 1, "execution_update", "execution_created",
                 { { "status", "pending" }, { "team_name", "Bench" },
                     { "workflow_type", "sequential" }, { "initial_prompt", "none" } }),
        eventOf(execution, 2, "execution_update", "plan_created",
            { { "plan", toJson(planOf(StepsPerRound)) } }),
        eventOf(execution, 3, "execution_update", "execution_started",
            { { "status", "running" }, { "owner", "bench" } }) };
}

std::string stepName(int step)
{
    return "step-" + std::to_string(step);
}

ExecutionEvents startOf(int execution, qint64 seq, int step)
{
    const Json started = { { "step_id", stepName(step) }, { "step_order", step + 1 },
        { "status", "running" }, { "attempt", 1 }, { "prompt", "Write about electric bicycles." } };
    const Json intent = { { "step_id", stepName(step) }, { "status", "running" }, { "attempt", 1 },
        { "payload_hash", std::string(64, 'a') }, { "backend", "none" } };
    return { eventOf(execution, seq, "step_update", "step_started", started),
        eventOf(execution, seq + 1, "step_update", "step_run_intent", intent) };
}

ExecutionEvents endOf(int execution, qint64 seq, int step)
{
    StepOutput output;
    output.result = u"Electric bicycles are popular."_s;
    output.executionSeconds = 1.5;
    return { eventOf(execution, seq, "step_update", "step_completed",
        { { "step_id", stepName(step) }, { "step_order", step + 1 }, { "status", "completed" },
            { "attempt", 1 }, { "result", toJson(output) } }) };
}

// --- ours --------------------------------------------------------------------------------------

/// Runs a task on an event loop until it says that it is done.
class Runner {
public:
    void start(QCoro::Task<> task)
    {
        ++m_running;
        m_tasks.start(std::move(task));
    }
    void done()
    {
        if (--m_running == 0)
            m_loop.quit();
    }
    void wait()
    {
        if (m_running > 0)
            m_loop.exec();
    }

private:
    QEventLoop m_loop;
    TaskScope m_tasks;
    int m_running = 0;
};

QCoro::Task<> appendAll(Store *store, QList<ExecutionEvents> calls, Runner *runner)
{
    for (qsizetype i = 0; i < calls.size(); ++i) {
        const Result<void> appended = co_await store->append(calls.at(i));
        if (!appended)
            fail(appended.error().message);
    }
    runner->done();
}

double appendOneByOne(Store *store, qint64 firstSeq)
{
    QList<ExecutionEvents> calls;
    for (int i = 0; i < EventsPerRound; ++i)
        calls.append({ eventOf(0, firstSeq + i, "step_update", "step_run_bound",
            { { "step_id", "step-0" }, { "attempt", 1 }, { "agent_run_id", "run" } }) });
    Runner runner;
    const double seconds = secondsOf([&] {
        runner.start(appendAll(store, calls, &runner));
        runner.wait();
    });
    return seconds / EventsPerRound;
}

StepFigures appendSteps(Store *store, int firstExecution)
{
    Runner runner;
    for (int i = 0; i < Writers; ++i)
        runner.start(appendAll(store, { beginningOf(firstExecution + i) }, &runner));
    runner.wait();
    std::vector<QList<ExecutionEvents>> calls(Writers);
    for (int i = 0; i < Writers; ++i) {
        for (int step = 0; step < StepsPerRound; ++step) {
            calls[std::size_t(i)].append(startOf(firstExecution + i, 4 + 3 * step, step));
            calls[std::size_t(i)].append(endOf(firstExecution + i, 6 + 3 * step, step));
        }
    }
    return stepFiguresOf([&] {
        for (QList<ExecutionEvents> &mine : calls)
            runner.start(appendAll(store, std::move(mine), &runner));
        runner.wait();
    });
}

// --- floors ------------------------------------------------------------------------------------

/// Where it has written before, the file system has no new size to make durable.
enum class Place { AtTheEnd, WhereItWas };

double writeAndSync(int file, const QByteArray &bytes, Place place)
{
    if (place == Place::WhereItWas && ::lseek(file, 0, SEEK_SET) != 0)
        fail(u"seeking"_s);
    const double seconds = secondsOf([&] {
        for (int i = 0; i < EventsPerRound; ++i) {
            if (::write(file, bytes.constData(), std::size_t(bytes.size())) != bytes.size()
                || ::fdatasync(file) != 0)
                fail(u"write and fdatasync"_s);
        }
    });
    return seconds / EventsPerRound;
}

// --- comparisons -------------------------------------------------------------------------------

Json compareOneEvent(Store *store, const QString &folder)
{
    Runner runner;
    runner.start(appendAll(store, { beginningOf(0) }, &runner));
    runner.wait();
    QFile growing(folder + "/growing.log"_L1);
    QFile sized(folder + "/sized.log"_L1);
    for (QFile *file : { &growing, &sized }) {
        if (!file->open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            fail(u"opening the bare log"_s);
    }
    const QByteArray bytes = canonicalJson(toFrame(eventOf(0, 1, "step_update", "step_run_bound",
        { { "step_id", "step-0" }, { "attempt", 1 }, { "agent_run_id", "run" } })));
    writeAndSync(sized.handle(), bytes, Place::AtTheEnd);
    std::vector<double> ours;
    std::vector<double> floor;
    std::vector<double> sizedFloor;
    std::vector<double> ratio;
    for (int round = 0; round < Rounds; ++round) {
        floor.push_back(writeAndSync(growing.handle(), bytes, Place::AtTheEnd) * 1e6);
        ours.push_back(appendOneByOne(store, 4 + qint64(round) * EventsPerRound) * 1e6);
        sizedFloor.push_back(writeAndSync(sized.handle(), bytes, Place::WhereItWas) * 1e6);
        ratio.push_back(ours.back() / floor.back());
    }
    return { { "microseconds", median(ours) }, { "floor_microseconds", median(floor) },
        { "sized_file_microseconds", median(sizedFloor) }, { "ratio", median(ratio) },
        { "goal_at_most", 1.5 }, { "event_bytes", bytes.size() },
        { "events_per_round", EventsPerRound } };
}

Json compareSteps(Store *store, const QString &folder)
{
    BareSqlite bare(folder + "/bare.db"_L1, BareSqlite::Sync::Full);
    const std::string data = canonicalJson(startOf(0, 4, 0).first().data).toStdString();
    std::vector<double> ours;
    std::vector<double> floor;
    std::vector<double> ratio;
    std::vector<double> oursCpu;
    std::vector<double> floorCpu;
    for (int round = 0; round < Rounds; ++round) {
        const StepFigures least
            = stepFiguresOf([&] { bare.runSteps(round * Writers, Writers, StepsPerRound, data); });
        const StepFigures figures = appendSteps(store, 1000 + round * Writers);
        floor.push_back(least.stepsPerSecond);
        floorCpu.push_back(least.cpuMicroseconds);
        ours.push_back(figures.stepsPerSecond);
        oursCpu.push_back(figures.cpuMicroseconds);
        ratio.push_back(ours.back() / floor.back());
    }
    return { { "steps_per_second", median(ours) }, { "floor_steps_per_second", median(floor) },
        { "ratio", median(ratio) }, { "goal_at_least", 0.3 }, { "writers", Writers },
        { "steps_per_round", Writers * StepsPerRound },
        { "cpu_microseconds_per_step", median(oursCpu) },
        { "floor_cpu_microseconds_per_step", median(floorCpu) } };
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QString parent = argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"."_s;
    const QTemporaryDir folder(parent + "/bench_event_store-XXXXXX"_L1);
    SystemClock clock;
    const Result<std::unique_ptr<Store>> store
        = Store::open({ folder.filePath(u"store.db"_s) }, &clock);
    if (!store)
        fail(store.error().message);
    Json report = { { "benchmark", "event_store" }, { "rounds", Rounds } };
    report["one_event"] = compareOneEvent(store->get(), folder.path());
    report["steps"] = compareSteps(store->get(), folder.path());
    print(report);
    return 0;
}
