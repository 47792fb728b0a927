// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whether a step stays quick while the engine does all that it can: 64 executions of 20 steps side
// by side, and when one has ended, the next begins. The agents answer in no time and stream some
// text. A step is measured from its start to the start of the next one in its execution.
// Goal: p99 at most 5 times p50, and the database's log (WAL) never over 64 MiB.
//
// `disk` is the same for two bare synced commits, before and after: a disk or a neighbour that
// makes those late makes ours late. Prints one JSON object. Ten minutes write some GB.
//
//   bench_full_load [--seconds 30] [FOLDER]

#include "bare_sqlite.h"
#include "bench_figures.h"
#include "engine_rig.h"
#include "instant_backend.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QTemporaryDir>
#include <QTimer>

using namespace renum;
using namespace renum::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int Executions = 64;
constexpr int Steps = 20;
constexpr int Deltas = 8;
constexpr int DiskSamples = 300;
constexpr std::chrono::milliseconds LookEvery { 100 };
constexpr double MiB = 1024.0 * 1024.0;
const std::string EventData(400, 'x');

/// From start to start, by execution.
class StepTimes {
public:
    void see(const ExecutionEvents &events)
    {
        for (const ExecutionEvent &event : events) {
            if (isStepStart(event))
                note(event.executionId);
        }
        if (isTerminalEvent(events.constLast()))
            m_lastStart.remove(events.constLast().executionId);
    }
    [[nodiscard]] const std::vector<double> &milliseconds() const { return m_milliseconds; }

private:
    void note(const ExecutionId &id)
    {
        const SteadyClock::time_point now = SteadyClock::now();
        if (const auto last = m_lastStart.constFind(id); last != m_lastStart.cend()) {
            const std::chrono::duration<double, std::milli> took = now - *last;
            m_milliseconds.push_back(took.count());
        }
        m_lastStart.insert(id, now);
    }

    QHash<ExecutionId, SteadyClock::time_point> m_lastStart;
    std::vector<double> m_milliseconds;
};

Json summary(const std::vector<double> &milliseconds)
{
    const double half = percentile(milliseconds, 0.5);
    const double most = percentile(milliseconds, 0.99);
    return { { "p50_milliseconds", rounded(half) }, { "p99_milliseconds", rounded(most) },
        { "ratio", rounded(most / half) } };
}

Json disk(BareSqlite &bare, int execution)
{
    std::vector<double> milliseconds;
    for (int i = 0; i < DiskSamples; ++i) {
        milliseconds.push_back(
            1e3 * secondsOf([&] { bare.runSteps(execution + i, 1, 1, EventData); }));
    }
    return summary(milliseconds);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOption({ u"seconds"_s, u"How long."_s, u"number"_s, u"30"_s });
    parser.process(app);
    const double seconds = std::max(1.0, parser.value(u"seconds"_s).toDouble());
    const QTemporaryDir folder(parser.positionalArguments().value(0, u"."_s) + "/bench-XXXXXX"_L1);
    if (!folder.isValid())
        fail(u"The folder cannot be written to."_s);

    BareSqlite bare(folder.filePath(u"bare.db"_s), BareSqlite::Sync::Full);
    const Json before = disk(bare, 0);
    const QString file = folder.filePath(u"renum.db"_s);
    EngineRig rig(file, Executions, Executions, std::make_shared<InstantBackend>(Deltas));
    const Team team = chainOf(Steps);
    StepTimes times;
    const auto begin = SteadyClock::now();
    rig.watch([&](const ExecutionEvents &events) {
        times.see(events);
        if (isTerminalEvent(events.constLast()) && secondsSince(begin) < seconds)
            rig.start(team);
    });
    qint64 largestLog = 0;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &look,
        [&] { largestLog = std::max(largestLog, QFileInfo(file + "-wal"_L1).size()); });
    look.start(LookEvery);
    rig.run(team, Executions);
    const double took = secondsSince(begin);

    Json steps = summary(times.milliseconds());
    steps["steps"] = times.milliseconds().size();
    steps["steps_per_second"] = rounded(double(times.milliseconds().size()) / took);
    steps["goal_ratio_at_most"] = 5;
    print({ { "benchmark", "full_load" }, { "seconds", rounded(took) },
        { "executions", Executions }, { "step", steps },
        { "log",
            { { "largest_mebibytes", rounded(double(largestLog) / MiB) },
                { "goal_at_most", 64 } } },
        { "disk", { { "before", before }, { "after", disk(bare, DiskSamples) } } } });
    return 0;
}
