// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the engine adds to a step whose agent answers in no time: intent, start, run id and result
// are stored, each before anything depends on it, with all projections.
//   one        one execution at a time, from the start of a step to the start of the next, beside
//              the two synced commits (SQLite, synchronous FULL) that such a step needs. Goal: at
//              most 1.5 times the floor.
//   unsynced   the same where a sync costs nothing, which leaves the work itself: a file system in
//              memory. Goal: at most 0.12 ms.
//   many       64 executions side by side, 20 steps each, beside a loop that commits the two rows
//              of 64 steps at a time. Goal: at least 0.3 times its throughput.
// `cpu_microseconds` is the processor time of all threads for a step.
// Ours and the floor take turns; every figure is a median. Prints one JSON object.
//
//   bench_durable_steps [FOLDER [FOLDER IN MEMORY]]     the current one, /dev/shm

#include "bare_sqlite.h"
#include "bench_figures.h"
#include "engine_rig.h"
#include "instant_backend.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <optional>

using namespace renum;
using namespace renum::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 9;
constexpr int Chain = 21; ///< the first start begins the measurement
constexpr int Repeats = 5;
constexpr int Executions = 64;
constexpr int Steps = 20;
const std::string EventData(400, 'x'); ///< as long as the events of a step are

/// Seconds from the start of the first step of a chain to that of the last, for each step.
std::vector<double> stepTimes(EngineRig &rig)
{
    std::vector<double> times;
    const Team team = chainOf(Chain);
    for (int i = 0; i < Repeats; ++i) {
        std::optional<SteadyClock::time_point> first;
        double took = 0;
        rig.watch([&](const ExecutionEvents &events) {
            for (const ExecutionEvent &event : events) {
                if (!isStepStart(event))
                    continue;
                first = first.value_or(SteadyClock::now());
                took = secondsSince(*first);
            }
        });
        rig.run(team, 1);
        times.push_back(took / (Chain - 1));
    }
    rig.watch({});
    return times;
}

struct Compared {
    std::vector<double> ours;
    std::vector<double> floor;
    std::vector<double> ratio;
    std::vector<double> cpu; ///< seconds of ours

    void add(double our, double least, double ourCpu)
    {
        ours.push_back(our);
        floor.push_back(least);
        ratio.push_back(our / least);
        cpu.push_back(ourCpu);
    }
    [[nodiscard]] double cpuMicroseconds() const { return rounded(1e6 * median(cpu)); }
};

Compared compareOne(const QString &folder, BareSqlite::Sync sync)
{
    EngineRig rig(folder + "/one.db"_L1, 2, 2, std::make_shared<InstantBackend>());
    BareSqlite bare(folder + "/one_bare.db"_L1, sync);
    Compared compared;
    static_cast<void>(stepTimes(rig));
    int execution = 0;
    for (int round = 0; round < Rounds; ++round) {
        const double floor
            = secondsOf([&] { bare.runSteps(execution, 1, Steps * Repeats, EventData); });
        ++execution;
        const double cpu = processorSeconds();
        const double ours = median(stepTimes(rig));
        compared.add(
            ours, floor / (Steps * Repeats), (processorSeconds() - cpu) / (Chain * Repeats));
    }
    return compared;
}

/// In steps a second.
Compared compareMany(const QString &folder)
{
    EngineRig rig(
        folder + "/many.db"_L1, Executions, Executions, std::make_shared<InstantBackend>());
    BareSqlite bare(folder + "/many_bare.db"_L1, BareSqlite::Sync::Full);
    Compared compared;
    const Team team = chainOf(Steps);
    rig.run(team, Executions);
    for (int round = 0; round < Rounds; ++round) {
        const double floor
            = secondsOf([&] { bare.runSteps(round * Executions, Executions, Steps, EventData); });
        const double cpu = processorSeconds();
        const double ours = secondsOf([&] { rig.run(team, Executions); });
        compared.add(Executions * Steps / ours, Executions * Steps / floor,
            (processorSeconds() - cpu) / (Executions * Steps));
    }
    return compared;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QTemporaryDir disk(arguments.value(1, u"."_s) + "/bench-XXXXXX"_L1);
    const QTemporaryDir memory(arguments.value(2, u"/dev/shm"_s) + "/bench-XXXXXX"_L1);
    if (!disk.isValid() || !memory.isValid())
        fail(u"The folders cannot be written to."_s);

    const Compared one = compareOne(disk.path(), BareSqlite::Sync::Full);
    const Compared unsynced = compareOne(memory.path(), BareSqlite::Sync::Normal);
    const Compared many = compareMany(disk.path());
    print({ { "benchmark", "durable_steps" }, { "rounds", Rounds },
        { "one",
            { { "milliseconds", rounded(1e3 * median(one.ours)) },
                { "floor_milliseconds", rounded(1e3 * median(one.floor)) },
                { "ratio", rounded(median(one.ratio)) },
                { "cpu_microseconds", one.cpuMicroseconds() }, { "goal_at_most", 1.5 } } },
        { "unsynced",
            { { "milliseconds", rounded(1e3 * median(unsynced.ours)) },
                { "floor_milliseconds", rounded(1e3 * median(unsynced.floor)) },
                { "cpu_microseconds", unsynced.cpuMicroseconds() },
                { "goal_milliseconds_at_most", 0.12 } } },
        { "many",
            { { "steps_per_second", rounded(median(many.ours)) },
                { "floor_steps_per_second", rounded(median(many.floor)) },
                { "ratio", rounded(median(many.ratio)) },
                { "cpu_microseconds", many.cpuMicroseconds() }, { "goal_at_least", 0.3 } } } });
    return 0;
}
