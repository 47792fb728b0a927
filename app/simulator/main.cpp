// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/faults/fault_catalogue.h"
#include "app/simulator/options.h"
#include "app/simulator/process/signal_watch.h"
#include "app/simulator/process/stdin_watch.h"
#include "app/simulator/scenario/scenario_reader.h"
#include "app/simulator/simulator.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <cstdio>
#include <optional>

namespace {

constexpr int BadUsage = 2;
constexpr int CannotListen = 1;

int fail(const renum::Error &error, int exitCode)
{
    std::fprintf(stderr, "suna-sim: %s\n", error.message.toLocal8Bit().constData());
    return exitCode;
}

} // namespace

int main(int argc, char **argv)
{
    using namespace renum;
    const QCoreApplication application(argc, argv);
    const Result<sim::CommandLine> line = sim::parseCommandLine(QCoreApplication::arguments());
    if (!line)
        return fail(line.error(), BadUsage);
    if (line->helpWanted) {
        std::fputs(sim::helpText().toLocal8Bit().constData(), stdout);
        return 0;
    }
    const Result<sim::Scenario> scenario = sim::loadScenario(line->scenarioFile);
    if (!scenario)
        return fail(scenario.error(), BadUsage);

    if (const auto problem = sim::faultsProblem(line->profile.family, scenario->faults))
        return fail(*problem, BadUsage);

    // Without a seed each process makes ids of its own, as every Suna server does.
    const quint64 seed
        = line->seed.value_or(scenario->seed.value_or(QRandomGenerator::system()->generate64()));
    SystemClock clock;
    sim::Simulator simulator(
        &clock, { line->profile, *scenario, seed, line->speed, line->stateFile });
    if (const Result<void> restored = simulator.restore(); !restored)
        return fail(restored.error(), BadUsage);
    const Result<quint16> port = simulator.listen(line->port);
    if (!port)
        return fail(port.error(), CannotListen);

    sim::quitOnSignals();
    std::optional<sim::StdinWatch> stdinWatch;
    if (line->exitWithStdin)
        stdinWatch.emplace([] { QCoreApplication::quit(); });
    std::printf("listening http://127.0.0.1:%d\n", *port);
    std::fflush(stdout);
    return QCoreApplication::exec();
}
