// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/options.h"

#include "core/model/error_codes.h"

#include <QCommandLineParser>

#include <array>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr double MaxSpeed = 1e6;

Error usageError(const QString &message)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::ValidationError), message };
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"A Suna server, or an OpenAI-compatible model endpoint, on this computer that plays a "
        "scenario. It needs no account and no network."_s);
    parser.addOptions({
        { u"port"_s, u"Port to listen on; 0 picks a free one (default)."_s, u"number"_s, u"0"_s },
        { u"profile"_s, u"What to speak: %1 (default v3)."_s.arg(profileNames()), u"name"_s,
            u"v3"_s },
        { u"scenario"_s, u"Scenario file; without it the built-in demo is played."_s, u"file"_s },
        { u"seed"_s, u"Makes ids and delays the same each time."_s, u"number"_s },
        { u"speed"_s, u"How many times faster the scenario's time passes (default 1)."_s,
            u"factor"_s, u"1"_s },
        { u"state"_s,
            u"File that keeps threads, messages, runs and agents over a restart; made when it is "
            "not there."_s,
            u"file"_s },
        { u"exit-with-stdin"_s, u"Ends when standard input closes."_s },
        { { u"h"_s, u"help"_s }, u"Shows this text."_s },
    });
}

/// Reads what needs more than a look; the first trouble is the answer.
Result<void> readValues(const QCommandLineParser &parser, CommandLine &line)
{
    bool ok = false;
    line.port = parser.value(u"port"_s).toUShort(&ok);
    if (!ok)
        return usageError(u"--port needs a number from 0 to 65535."_s);
    const std::optional<Profile> profile = profileByName(parser.value(u"profile"_s));
    if (!profile)
        return usageError(u"--profile needs %1."_s.arg(profileNames()));
    line.profile = *profile;
    if (parser.isSet(u"seed"_s)) {
        line.seed = parser.value(u"seed"_s).toULongLong(&ok);
        if (!ok)
            return usageError(u"--seed needs a whole number, 0 or more."_s);
    }
    line.speed = parser.value(u"speed"_s).toDouble(&ok);
    if (!ok || !(line.speed > 0) || line.speed > MaxSpeed)
        return usageError(u"--speed needs a number above 0, at most 1000000."_s);
    return {};
}

} // namespace

QString helpText()
{
    QCommandLineParser parser;
    addOptions(parser);
    return parser.helpText();
}

Result<CommandLine> parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return usageError(parser.errorText() + u'.');
    if (!parser.positionalArguments().isEmpty())
        return usageError(u"There is no argument without a name: %1."_s.arg(
            parser.positionalArguments().first()));
    CommandLine line;
    line.helpWanted = parser.isSet(u"help"_s);
    line.stateFile = parser.value(u"state"_s);
    line.scenarioFile = parser.value(u"scenario"_s);
    line.exitWithStdin = parser.isSet(u"exit-with-stdin"_s);
    if (const Result<void> read = readValues(parser, line); !read)
        return read.error();
    return line;
}

} // namespace renum::sim
