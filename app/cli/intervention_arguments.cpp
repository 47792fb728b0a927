// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/intervention_arguments.h"

#include "app/cli/record_arguments.h"

#include <QCommandLineParser>

#include <cmath>
#include <limits>

namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

using Command = Arguments::Command;

constexpr double MostUsd = 1e6;

Result<void> readCapUsd(const QCommandLineParser &parser, SpendingCap &cap)
{
    if (!parser.isSet(u"max-usd"_s))
        return {};
    bool ok = false;
    const double usd = parser.value(u"max-usd"_s).toDouble(&ok);
    if (!ok || !(usd > 0 && usd <= MostUsd))
        return usageError(u"--max-usd takes an amount above 0, up to 1000000."_s);
    cap.nanoUsd = qint64(std::llround(usd * 1e9));
    return {};
}

Result<void> readCounts(const QCommandLineParser &parser, SpendingCap &cap)
{
    bool ok = true;
    if (parser.isSet(u"max-tokens"_s)) {
        cap.tokens = parser.value(u"max-tokens"_s).toLongLong(&ok);
        if (!ok || *cap.tokens < 1)
            return usageError(u"--max-tokens takes a whole number from 1."_s);
    }
    if (parser.isSet(u"max-calls"_s)) {
        cap.calls = parser.value(u"max-calls"_s).toInt(&ok);
        if (!ok || *cap.calls < 1)
            return usageError(u"--max-calls takes a whole number from 1."_s);
    }
    return {};
}

Result<void> readAction(const QCommandLineParser &parser, bool runs, SpendingCap &cap)
{
    // Nobody could go on with a run that holds in a terminal.
    cap.action = runs ? SpendingCap::Action::Stop : SpendingCap::Action::Pause;
    const QString action = parser.value(u"at-limit"_s);
    if (action.isEmpty())
        return {};
    if (action == "stop"_L1)
        cap.action = SpendingCap::Action::Stop;
    else if (action == "warn"_L1)
        cap.action = SpendingCap::Action::Warn;
    else if (action != "pause"_L1 || runs)
        return usageError(runs ? u"run: --at-limit takes stop or warn."_s
                               : u"--at-limit takes pause, stop or warn."_s);
    return {};
}

Result<void> readCap(const QCommandLineParser &parser, Arguments &arguments)
{
    SpendingCap cap;
    const bool runs = arguments.command != Command::Cap;
    for (const Result<void> &part :
        { readCapUsd(parser, cap), readCounts(parser, cap), readAction(parser, runs, cap) }) {
        if (!part)
            return part;
    }
    if (cap.isSet())
        arguments.intervention.cap = cap;
    else if (!runs)
        return usageError(u"Say what it may spend: --max-usd, --max-tokens or --max-calls."_s);
    return {};
}

void addBreakpoints(
    const QStringList &agents, Breakpoint::Place place, InterventionArguments &intervention)
{
    for (const QString &agent : agents)
        intervention.breakpoints.push_back({ AgentId(agent), place, true, {} });
}

Result<void> readBreakpoints(const QCommandLineParser &parser, Arguments &arguments)
{
    addBreakpoints(
        parser.values(u"hold-before"_s), Breakpoint::Place::Before, arguments.intervention);
    addBreakpoints(
        parser.values(u"hold-after"_s), Breakpoint::Place::After, arguments.intervention);
    if (arguments.intervention.breakpoints.empty())
        return usageError(u"Say where to hold: --hold-before or --hold-after AGENT_ID."_s);
    return {};
}

Result<void> readMessage(const QCommandLineParser &parser, Arguments &arguments)
{
    arguments.intervention.to = parser.value(u"to"_s);
    arguments.intervention.text = parser.value(u"text"_s);
    if (arguments.intervention.to.isEmpty() || arguments.intervention.text.trimmed().isEmpty())
        return usageError(u"Say to whom and what: --to AGENT_ID --text TEXT."_s);
    return {};
}

} // namespace

void addInterventionOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        { u"value"_s, u"skip: the step's result, a text or JSON; without it there is none."_s,
            u"TEXT"_s },
        { u"to"_s,
            u"message: the agent that shall read it. costs: the last day, UTC. prices set: until "
            "when it holds."_s,
            u"AGENT_ID|DAY"_s },
        { u"text"_s, u"message: what it says."_s, u"TEXT"_s },
        { u"comment"_s, u"approve, reject: why."_s, u"TEXT"_s },
        { u"one-step"_s, u"continue: hold again before what starts next."_s },
        { u"hold-before"_s, u"break set: hold before this agent's step; several times."_s,
            u"AGENT_ID"_s },
        { u"hold-after"_s, u"break set: hold after this agent's step; several times."_s,
            u"AGENT_ID"_s },
        { u"max-usd"_s, u"cap, run: what it may cost, in US dollars."_s, u"AMOUNT"_s },
        { u"max-tokens"_s, u"cap, run: how many tokens it may use."_s, u"N"_s },
        { u"max-calls"_s, u"cap, run: how many model calls it may make."_s, u"N"_s },
        { u"at-limit"_s,
            u"cap, budget add: pause, stop or warn; run: stop (the default) or warn."_s,
            u"ACTION"_s },
    });
}

Result<void> readInterventionOptions(const QCommandLineParser &parser, Arguments &arguments)
{
    switch (arguments.command) {
    case Command::Skip:
        if (parser.isSet(u"value"_s))
            arguments.intervention.value = parser.value(u"value"_s);
        [[fallthrough]];
    case Command::RetryStep:
        if (arguments.step.isEmpty())
            return usageError(u"Say which step: --step AGENT_ID."_s);
        return {};
    case Command::Continue:
        arguments.intervention.oneStep = parser.isSet(u"one-step"_s);
        return {};
    case Command::Approve:
    case Command::Reject:
        arguments.intervention.comment = parser.value(u"comment"_s);
        return {};
    case Command::Message:
        return readMessage(parser, arguments);
    case Command::BreakSet:
        return readBreakpoints(parser, arguments);
    case Command::Cap:
    case Command::Run:
        return readCap(parser, arguments);
    default:
        return {};
    }
}

} // namespace renum::cli
