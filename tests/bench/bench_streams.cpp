// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later

// 1,000 agents that stream at once, each about 20 events a second, from a simulator (suna-sim) in a
// process of its own on this computer: received, parsed, coalesced and stored by an engine as in
// the product. Once all of them stream, it is measured for some seconds:
//   cpu_share      processor time of all threads of this program, in parts of one core. Goal: at
//                  most 0.7.
//   memory         the most that is resident, above what was before anything streamed. Goal: at
//                  most 64 MiB.
//   delay          how much later a piece of text comes than it would at the rhythm at which the
//                  simulator sends, counted from the earliest piece of its stream. Goal: p99 below
//                  100 ms. It holds what the simulator itself is late, whose share of a core is
//                  told: near 1 it is the simulator that is measured.
//   delivering     streams that brought something in the last two seconds. Goal: all.
// Each stream is a connection: `ulimit -n` must allow 1,300 files. Prints one JSON object.
//
//   bench_streams [--seconds 10] [--streams 1000] [FOLDER]

#include "bench_figures.h"
#include "core/agents/suna/suna_backend.h"
#include "engine_rig.h"
#include "stream_meter.h"
#include "talking_suna.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTemporaryDir>

using namespace renum;
using namespace renum::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int TeamSize = 10; // as many as may work side by side in one execution
/// The simulator plans a run to its end when it starts.
constexpr int StartsAtOnce = 50;
constexpr std::chrono::milliseconds LookEvery { 200 };
constexpr std::chrono::milliseconds StartEvery { 10 };
constexpr std::chrono::seconds Patience { 100 };

/// Returns once all of them stream.
void startAll(EngineRig &rig, const StreamMeter &meter, int streams)
{
    const Team team = fanOf(TeamSize);
    const auto begin = SteadyClock::now();
    int started = 0;
    while (meter.streams() < streams) {
        for (; started < streams && started < meter.streams() + StartsAtOnce; started += TeamSize)
            rig.start(team);
        if (secondsSince(begin) > double(Patience.count())) {
            fail(u"Only %1 of %2 streams have begun after %3 s."_s.arg(meter.streams())
                     .arg(streams)
                     .arg(Patience.count()));
        }
        runLoopFor(StartEvery);
    }
}

struct Options {
    int seconds = 10;
    int streams = 1000;
    QString folder;
};

Options readOptions(const QCoreApplication &app)
{
    QCommandLineParser parser;
    parser.addOption({ u"seconds"_s, u"How long."_s, u"number"_s, u"10"_s });
    parser.addOption({ u"streams"_s, u"How many."_s, u"number"_s, u"1000"_s });
    parser.process(app);
    Options options;
    options.seconds = std::clamp(parser.value(u"seconds"_s).toInt(), 1, 600);
    options.streams = std::clamp(parser.value(u"streams"_s).toInt(), TeamSize, 10'000);
    options.streams -= options.streams % TeamSize;
    options.folder = parser.positionalArguments().value(0, u"."_s);
    return options;
}

Json measure(const Options &options, const QString &folder)
{
    const TalkingSuna simulator(folder, TeamSize, options.seconds);
    SystemClock clock;
    const auto meter = std::make_shared<StreamMeter>(
        std::make_shared<SunaBackend>(SunaConnection { simulator.url(), {}, {} }, &clock),
        TalkingSuna::LettersPerSecond);
    EngineRig rig(folder + "/renum.db"_L1, options.streams / TeamSize, options.streams, meter);
    qint64 stored = 0;
    rig.watch([&stored](const ExecutionEvents &events) { stored += events.size(); });
    const double idle = residentMiB();
    startAll(rig, *meter, options.streams);

    meter->begin();
    stored = 0;
    const double cpu = processorSeconds();
    const double simulatorCpu = simulator.processorSeconds();
    const auto begin = SteadyClock::now();
    double resident = residentMiB();
    while (secondsSince(begin) < options.seconds) {
        runLoopFor(LookEvery);
        resident = std::max(resident, residentMiB());
    }
    const double took = secondsSince(begin);
    return { { "benchmark", "streams" }, { "streams", options.streams },
        { "seconds", rounded(took) },
        { "pieces_per_second", rounded(double(meter->pieces()) / took) },
        { "stored_events_per_second", rounded(double(stored) / took) },
        { "cpu_share",
            { { "ours", rounded((processorSeconds() - cpu) / took) },
                { "simulator", rounded((simulator.processorSeconds() - simulatorCpu) / took) },
                { "goal_at_most", 0.7 } } },
        { "memory",
            { { "mebibytes_above_idle", rounded(resident - idle) }, { "goal_at_most", 64 } } },
        { "delay",
            { { "p50_milliseconds", meter->delay(0.5) }, { "p99_milliseconds", meter->delay(0.99) },
                { "goal_below", 100 } } },
        { "delivering", { { "streams", meter->delivering() }, { "goal", options.streams } } } };
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const Options options = readOptions(app);
    allowFiles(options.streams);
    const QTemporaryDir folder(options.folder + "/bench-XXXXXX"_L1);
    if (!folder.isValid())
        fail(u"The folder cannot be written to."_s);
    print(measure(options, folder.path()));
    return 0;
}
