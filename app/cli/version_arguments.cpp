// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/version_arguments.h"

#include "app/cli/record_arguments.h"

#include <QCommandLineParser>

namespace renum::cli {

using namespace Qt::StringLiterals;

Result<void> readVersionOptions(const QCommandLineParser &parser, Arguments &arguments)
{
    using Command = Arguments::Command;
    const bool isList = arguments.command == Command::TeamsVersions;
    const bool isLabel = arguments.command == Command::TeamsLabel;
    if (!isList && !isLabel && arguments.command != Command::TeamsRestore)
        return {};
    if (!parser.isSet(u"version"_s))
        return isList ? Result<void>() : usageError(u"Say which version: --version N."_s);
    bool ok = false;
    arguments.teamVersion = parser.value(u"version"_s).toInt(&ok);
    if (!ok || *arguments.teamVersion < 1)
        return usageError(u"--version takes the number of a version, from 1."_s);
    if (isLabel && !parser.isSet(u"name"_s))
        return usageError(u"Say what to call the version: --name TEXT; \"\" takes it away."_s);
    arguments.versionLabel = parser.value(u"name"_s);
    return {};
}

} // namespace renum::cli
