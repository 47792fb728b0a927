// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/record_arguments.h"

#include "core/model/error_codes.h"

#include <QCommandLineParser>
#include <QFileInfo>

namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

using Command = Arguments::Command;

Result<void> readContext(const QCommandLineParser &parser, Arguments &arguments)
{
    arguments.history = parser.isSet(u"history"_s);
    if (!parser.isSet(u"version"_s))
        return {};
    bool ok = false;
    arguments.contextVersion = parser.value(u"version"_s).toInt(&ok);
    if (!ok || *arguments.contextVersion < 1)
        return usageError(u"--version takes the number of a version, from 1."_s);
    if (arguments.history)
        return usageError(u"Choose either --version or --history."_s);
    return {};
}

Result<void> readMessages(const QCommandLineParser &parser, Arguments &arguments)
{
    MessageQuery &query = arguments.messages;
    query.agent = AgentId(parser.value(u"agent"_s));
    query.limit = arguments.limitGiven ? arguments.limit : MessageLimits::MaxPerExecution;
    if (!parser.isSet(u"type"_s))
        return {};
    query.type = messageTypeFromString(parser.value(u"type"_s).toLower());
    if (!query.type)
        return usageError(u"--type takes info, request, response, error or context_update."_s);
    return {};
}

Result<void> readExport(const QCommandLineParser &parser, Arguments &arguments)
{
    arguments.exportFile = parser.value(u"export"_s);
    if (arguments.exportFile.isEmpty())
        return {};
    const auto format = logFormatFromString(QFileInfo(arguments.exportFile).suffix());
    if (!format)
        return usageError(u"--export takes a file whose name ends in .csv, .json, .ndjson or "
                          ".txt."_s);
    arguments.exportFormat = *format;
    return {};
}

Result<void> readLogs(const QCommandLineParser &parser, Arguments &arguments)
{
    LogQuery &query = arguments.logs;
    query.agent = AgentId(parser.value(u"agent"_s));
    query.search = parser.value(u"search"_s);
    query.afterId = arguments.after;
    if (parser.isSet(u"level"_s)) {
        const auto level = logLevelFromString(parser.value(u"level"_s));
        if (!level)
            return usageError(u"--level takes debug, info, warning, error or critical."_s);
        query.atLeast = *level;
    }
    if (parser.isSet(u"category"_s)) {
        const auto category = logCategoryFromString(parser.value(u"category"_s));
        if (!category)
            return usageError(u"--category takes execution, agent, network, system, user_action or "
                              "performance."_s);
        query.categories = { *category };
    }
    return readExport(parser, arguments);
}

} // namespace

Error usageError(const QString &message)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::ValidationError),
        message + u" See `renumctl --help`."_s };
}

Result<void> checkVariable(const QString &name, const QString &content)
{
    const QByteArray variable = name.toLocal8Bit();
    if (variable.isEmpty() || qEnvironmentVariableIsSet(variable.constData()))
        return {};
    return usageError(
        u"The environment variable %1, which should hold the %2, is not set."_s.arg(name, content));
}

void addRecordOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        { u"history"_s, u"context: every version and what it changed."_s },
        { u"type"_s, u"messages: only these: info, request, response, error or context_update."_s,
            u"TYPE"_s },
        { u"level"_s, u"logs: only this level and worse: debug, info, warning, error, critical."_s,
            u"LEVEL"_s },
        { u"category"_s,
            u"logs: only execution, agent, network, system, user_action or performance."_s,
            u"CATEGORY"_s },
        { u"search"_s, u"logs, executions list: only what contains this text."_s, u"TEXT"_s },
        { u"export"_s, u"logs: write them to a file; csv, json, ndjson or txt by its name."_s,
            u"FILE"_s },
    });
}

Result<void> readRecordOptions(const QCommandLineParser &parser, Arguments &arguments)
{
    switch (arguments.command) {
    case Command::Context:
        return readContext(parser, arguments);
    case Command::Messages:
        return readMessages(parser, arguments);
    case Command::Logs:
        return readLogs(parser, arguments);
    default:
        return {};
    }
}

} // namespace renum::cli
