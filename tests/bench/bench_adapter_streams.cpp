// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The Suna adapter alone: 500 agents that stream at once, each about 20 events a second, from a
// simulator (suna-sim) in a process of its own; received, parsed and handed out as pieces of text,
// then forgotten. Beside it, in the same run, as many streams read by a plain epoll loop that
// parses nothing.
//   cpu_share      processor time of this program in parts of one core. Goal: at most 0.4.
//   memory         resident above what was before, for each stream. Goal: at most 64 KiB.
//   delay          how much later a piece comes than at the rhythm at which the simulator sends.
//                  Goal: p99 below 20 ms. Holds what the simulator is late.
//   ratio          our processor time to that of the epoll loop.
//   simulator      its share of a core while it serves the streams.
//
//   bench_adapter_streams [--seconds 10] [--streams 500] [FOLDER]

#include "bench_figures.h"
#include "core/agents/suna/suna_backend.h"
#include "core/net/clock.h"
#include "core/net/task_scope.h"
#include "plain_reader.h"
#include "stream_meter.h"
#include "talking_suna.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTemporaryDir>

using namespace renum;
using namespace renum::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int Agents = 10;
/// The simulator plans a run to its end when it starts.
constexpr int StartsAtOnce = 50;
constexpr std::chrono::milliseconds LookEvery { 200 };
constexpr std::chrono::milliseconds StartEvery { 10 };
constexpr std::chrono::milliseconds Settle { 1000 };
constexpr double Patience = 100;

/// Runs of the simulator's agents.
class Runs {
public:
    explicit Runs(AgentBackend *backend)
        : m_backend(backend)
    {
    }

    /// Returns once so many more have begun; what they say is read or not.
    void start(int count, bool isRead)
    {
        const auto begin = SteadyClock::now();
        const int goal = int(m_refs.size()) + count;
        int ordered = int(m_refs.size());
        while (int(m_refs.size()) < goal) {
            for (; ordered < goal && ordered < int(m_refs.size()) + StartsAtOnce; ++ordered)
                m_tasks.start(startOne(ordered % Agents, isRead));
            if (secondsSince(begin) > Patience)
                fail(u"Only %1 of %2 runs have begun."_s.arg(m_refs.size()).arg(goal));
            runLoopFor(StartEvery);
        }
    }
    void stopReading() { m_stop.request_stop(); }
    [[nodiscard]] const std::vector<RunRef> &refs() const { return m_refs; }

private:
    QCoro::Task<> startOne(int agent, bool isRead)
    {
        const std::stop_token stop = m_stop.get_token();
        const std::stop_token noStop;
        const Result<ThreadRef> thread = co_await m_backend->prepareThread(u"bench"_s, noStop);
        if (!thread)
            fail(thread.error().message);
        RunRequest request;
        request.agent = AgentId(u"agent-%1"_s.arg(agent));
        request.prompt = u"Talk."_s;
        request.thread = *thread;
        const StartAnswer answer = co_await m_backend->startRun(request, noStop);
        if (answer.kind != StartAnswer::Kind::Bound)
            fail(answer.error.message);
        m_refs.push_back(answer.run);
        const RunEventSink forget = [](const RunEvent &) {};
        if (isRead)
            (void)co_await m_backend->observeRun(answer.run, forget, stop);
    }

    AgentBackend *m_backend;
    std::stop_source m_stop;
    std::vector<RunRef> m_refs;
    TaskScope m_tasks;
};

struct Options {
    int seconds = 10;
    int streams = 500;
    QString folder;
};

Options readOptions(const QCoreApplication &app)
{
    QCommandLineParser parser;
    parser.addOption({ u"seconds"_s, u"How long."_s, u"number"_s, u"10"_s });
    parser.addOption({ u"streams"_s, u"How many."_s, u"number"_s, u"500"_s });
    parser.process(app);
    Options options;
    options.seconds = std::clamp(parser.value(u"seconds"_s).toInt(), 1, 600);
    options.streams = std::clamp(parser.value(u"streams"_s).toInt(), 1, 10'000);
    options.folder = parser.positionalArguments().value(0, u"."_s);
    return options;
}

struct Measured {
    double seconds = 0;
    double cpuShare = 0;
    double simulatorShare = 0;
    double kibibytesAStream = 0;
};

Measured measureOurs(
    const Options &options, const TalkingSuna &suna, StreamMeter &meter, Runs &runs)
{
    const double idle = residentMiB();
    runs.start(options.streams, true);
    runLoopFor(Settle);
    meter.begin();
    const double cpu = processorSeconds();
    const double simulator = suna.processorSeconds();
    const auto begin = SteadyClock::now();
    double resident = residentMiB();
    while (secondsSince(begin) < options.seconds) {
        runLoopFor(LookEvery);
        resident = std::max(resident, residentMiB());
    }
    Measured measured;
    measured.seconds = secondsSince(begin);
    measured.cpuShare = (processorSeconds() - cpu) / measured.seconds;
    measured.simulatorShare = (suna.processorSeconds() - simulator) / measured.seconds;
    measured.kibibytesAStream = (resident - idle) * 1024 / options.streams;
    return measured;
}

std::vector<QByteArray> pathsOf(const std::vector<RunRef> &refs)
{
    std::vector<QByteArray> paths;
    for (const RunRef &run : refs)
        paths.push_back("/v1/agent-run/" + run.run.toString().toUtf8() + "/stream");
    return paths;
}

Json measure(const Options &options, const QString &folder)
{
    const TalkingSuna suna(folder, Agents, 2 * options.seconds);
    SystemClock clock;
    StreamMeter meter(std::make_shared<SunaBackend>(SunaConnection { suna.url(), {}, {} }, &clock),
        TalkingSuna::LettersPerSecond);
    Runs runs(&meter);
    const Measured ours = measureOurs(options, suna, meter, runs);
    const int delivering = meter.delivering();
    const double pieces = double(meter.pieces()) / ours.seconds;
    const int p50 = meter.delay(0.5);
    const int p99 = meter.delay(0.99);
    runs.stopReading();
    runLoopFor(Settle);
    Runs plain(&meter);
    plain.start(options.streams, false);
    const PlainReading floor = readPlainly(suna.url(), pathsOf(plain.refs()), options.seconds);
    const double floorShare = floor.processorSeconds / floor.seconds;
    return { { "benchmark", "adapter_streams" }, { "streams", options.streams },
        { "seconds", rounded(ours.seconds) }, { "pieces_per_second", rounded(pieces) },
        { "cpu_share",
            { { "ours", rounded(ours.cpuShare) }, { "plain_epoll", rounded(floorShare) },
                { "ratio", rounded(ours.cpuShare / floorShare) },
                { "simulator", rounded(ours.simulatorShare) }, { "goal_at_most", 0.4 } } },
        { "memory",
            { { "kibibytes_a_stream", rounded(ours.kibibytesAStream) }, { "goal_at_most", 64 } } },
        { "delay",
            { { "p50_milliseconds", p50 }, { "p99_milliseconds", p99 }, { "goal_below", 20 } } },
        { "plain_megabytes", rounded(floor.bytes / 1e6) },
        { "delivering",
            { { "streams", delivering }, { "plain", floor.delivering },
                { "goal", options.streams } } } };
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const Options options = readOptions(app);
    allowFiles(2 * options.streams);
    const QTemporaryDir folder(options.folder + "/bench-XXXXXX"_L1);
    if (!folder.isValid())
        fail(u"The folder cannot be written to."_s);
    print(measure(options, folder.path()));
    return 0;
}
