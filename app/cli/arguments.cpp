// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "app/cli/command_table.h"
#include "app/cli/cost_arguments.h"
#include "app/cli/execution_arguments.h"
#include "app/cli/own_arguments.h"
#include "app/cli/record_arguments.h"
#include "app/cli/supabase_arguments.h"
#include "app/cli/version_arguments.h"
#include "core/model/error_codes.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>

#include <algorithm>

namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

using Command = Arguments::Command;

QString helpText(const QCommandLineParser &parser)
{
    QString text = u"Usage: renumctl [options] COMMAND\n\nRuns teams of AI agents without a window."
                   "\n\nCommands:\n"_s;
    for (const CommandRow &row : commandTable()) {
        QString call = row.words + u' ' + row.target;
        text += u"  "_s + call.trimmed().leftJustified(32) + row.summary + u'\n';
    }
    // What QCommandLineParser says of its options, without its own usage line.
    const QString generated = parser.helpText();
    text += u'\n' + generated.mid(generated.indexOf("Options:"_L1));
    text += u"\nExit codes: 0 completed, 1 execution failed, 2 bad usage or invalid team, "
            "3 cancelled,\n4 budget, 5 Suna or server unreachable.\n"_s;
    return text;
}

/// `--version` asks for Renum's, but `context … --version N` for one of the context, and in the
/// same way for one of a team.
bool isAboutVersions(const QStringList &words)
{
    static const QStringList commands { u"context"_s, u"versions"_s, u"restore"_s, u"label"_s };
    return std::ranges::any_of(
        commands, [&words](const QString &command) { return words.contains(command); });
}

QCommandLineOption versionOption(const QStringList &words)
{
    if (isAboutVersions(words))
        return { u"version"_s, u"context, teams: an earlier version."_s, u"N"_s };
    return { { u"v"_s, u"version"_s }, u"Show the version."_s };
}

void addOptions(QCommandLineParser &parser, const QStringList &words)
{
    parser.addOption(versionOption(words));
    addRecordOptions(parser);
    addExecutionOptions(parser);
    addInterventionOptions(parser);
    addAuditOptions(parser);
    addOwnOptions(parser);
    addCostOptions(parser);
    addSupabaseOptions(parser);
    parser.setApplicationDescription(u"Runs teams of AI agents without a window."_s);
    parser.addOptions({
        { { u"h"_s, u"help"_s }, u"Show this help."_s },
        { u"data-dir"_s, u"Where teams and executions are stored."_s, u"DIR"_s },
        { u"json"_s, u"One JSON object a line on standard output, and nothing else."_s },
        { u"demo"_s, u"Use the simulator that comes with Renum."_s },
        { u"demo-speed"_s, u"How fast the demo's agents write; 1 is reading speed."_s, u"X"_s },
        { u"suna"_s, u"Address of a Suna server."_s, u"URL"_s },
        { u"suna-token-env"_s,
            u"Environment variable that holds the token or the API key for Suna."_s, u"VAR"_s },
        { u"openai"_s,
            u"Address of an OpenAI-compatible model endpoint, alone or beside the others. Its "
            "models are agents called model:NAME."_s,
            u"URL"_s },
        { u"openai-key-env"_s, u"Environment variable that holds the API key for --openai."_s,
            u"VAR"_s },
        { u"model"_s,
            u"Model of --openai for agents that name none. endpoints, agents: the model."_s,
            u"NAME"_s },
        { u"agents-file"_s, u"Agents of your own that run at --openai: a JSON array."_s,
            u"FILE"_s },
        { u"template"_s, u"run: use a built-in template."_s, u"NAME"_s },
        { u"prompt"_s, u"run: what the team shall do."_s, u"TEXT"_s },
        { u"agent"_s,
            u"run: fill a template's slot, as SLOT=AGENT_ID; may be given several times. messages, "
            "logs, costs, budget: only of this agent."_s,
            u"AGENT"_s },
        { u"approve"_s,
            u"run, resume: agree to every step that waits for an approval; else they are "
            "rejected."_s },
        { u"plan"_s, u"resume: only say what would be done."_s },
        { u"step"_s, u"fork: the agent to begin with. skip, retry-step: whose step."_s,
            u"AGENT_ID"_s },
        { u"input"_s, u"fork: what that agent gets instead."_s, u"TEXT"_s },
        { u"allow-agent-changes"_s,
            u"run, resume: give agents of members with tools_mode mcp the team's tools while they "
            "work; they are changed back at the end."_s },
        { u"tools-url"_s,
            u"How the agent service reaches this computer's team tools; else by loopback."_s,
            u"URL"_s },
        { u"pin"_s,
            u"run: the text in the file is the agent's result, the agent is not called. May be "
            "repeated."_s,
            u"AGENT=FILE"_s },
        { u"max-seconds"_s, u"run: stop after so many seconds."_s, u"N"_s },
        { u"output"_s, u"teams export: the file to write."_s, u"FILE"_s },
        { u"after"_s, u"executions events: only those after this number."_s, u"SEQ"_s },
        { u"limit"_s, u"lists: how many at most."_s, u"N"_s },
    });
}

Result<void> readNumbers(const QCommandLineParser &parser, Arguments &arguments)
{
    bool ok = true;
    if (parser.isSet(u"max-seconds"_s)) {
        const int seconds = parser.value(u"max-seconds"_s).toInt(&ok);
        if (!ok || seconds < 1 || seconds > 86'400)
            return usageError(u"--max-seconds takes a whole number from 1 to 86400."_s);
        arguments.maxSeconds = seconds;
    }
    if (parser.isSet(u"after"_s)) {
        arguments.after = parser.value(u"after"_s).toLongLong(&ok);
        if (!ok || arguments.after < 0)
            return usageError(u"--after takes the number of an event, or 0."_s);
    }
    if (parser.isSet(u"limit"_s)) {
        arguments.limit = parser.value(u"limit"_s).toInt(&ok);
        if (!ok || arguments.limit < 1 || arguments.limit > 1000)
            return usageError(u"--limit takes a whole number from 1 to 1000."_s);
        arguments.limitGiven = true;
    }
    return {};
}

Result<void> readSlots(const QCommandLineParser &parser, Arguments &arguments)
{
    if (arguments.command == Command::Messages || arguments.command == Command::Logs
        || isAboutCosts(arguments.command))
        return {};
    const QStringList pairs = parser.values(u"agent"_s);
    for (const QString &pair : pairs) {
        const qsizetype split = pair.indexOf(u'=');
        if (split < 1 || split == pair.size() - 1)
            return usageError(u"--agent takes SLOT=AGENT_ID, not \"%1\"."_s.arg(pair));
        arguments.agentBySlot.insert(pair.left(split), pair.mid(split + 1));
    }
    return {};
}

Result<void> readPins(const QCommandLineParser &parser, Arguments &arguments)
{
    const QStringList pairs = parser.values(u"pin"_s);
    if (!pairs.isEmpty() && arguments.command != Command::Run)
        return usageError(u"--pin belongs to `renumctl run`."_s);
    for (const QString &pair : pairs) {
        const qsizetype split = pair.indexOf(u'=');
        if (split < 1 || split == pair.size() - 1)
            return usageError(u"--pin takes AGENT=FILE, not \"%1\"."_s.arg(pair));
        arguments.fileByAgent.insert(pair.left(split), pair.mid(split + 1));
    }
    return {};
}

/// Commands whose own business a model or a key is.
bool isAboutModels(Command command)
{
    switch (command) {
    case Command::AgentsAdd:
    case Command::AgentsEdit:
    case Command::EndpointsAdd:
    case Command::EndpointsEdit:
    case Command::ModelsCheck:
        return true;
    default:
        return isAboutCosts(command);
    }
}

Result<void> readModels(const QCommandLineParser &parser, Arguments &arguments)
{
    ConnectionArguments &connection = arguments.connection;
    connection.modelUrl = parser.value(u"openai"_s);
    connection.modelKeyVariable = parser.value(u"openai-key-env"_s);
    connection.modelName = parser.value(u"model"_s);
    connection.agentsFile = parser.value(u"agents-file"_s);
    const bool more = !connection.modelKeyVariable.isEmpty() || !connection.modelName.isEmpty()
        || !connection.agentsFile.isEmpty();
    if (more && connection.modelUrl.isEmpty() && !isAboutModels(arguments.command))
        return usageError(u"--openai-key-env, --model and --agents-file need --openai URL."_s);
    return checkVariable(connection.modelKeyVariable, u"API key"_s);
}

Result<void> readConnection(const QCommandLineParser &parser, Arguments &arguments)
{
    ConnectionArguments &connection = arguments.connection;
    connection.demo = parser.isSet(u"demo"_s);
    if (parser.isSet(u"demo-speed"_s)) {
        bool ok = false;
        connection.demoSpeed = parser.value(u"demo-speed"_s).toDouble(&ok);
        if (!ok || !(connection.demoSpeed >= 0.1 && connection.demoSpeed <= 1000))
            return usageError(u"--demo-speed takes a number from 0.1 to 1000."_s);
    }
    connection.sunaUrl = parser.value(u"suna"_s);
    connection.sunaTokenVariable = parser.value(u"suna-token-env"_s);
    connection.mayChangeAgents = parser.isSet(u"allow-agent-changes"_s);
    connection.toolsUrl = parser.value(u"tools-url"_s);
    if (!connection.toolsUrl.isEmpty() && !connection.mayChangeAgents)
        return usageError(u"--tools-url needs --allow-agent-changes."_s);
    if (connection.demo && !connection.sunaUrl.isEmpty())
        return usageError(u"Choose either --demo or --suna."_s);
    if (const Result<void> models = readModels(parser, arguments); !models)
        return models;
    if (const Result<void> supabase = readSupabaseOptions(parser, connection); !supabase)
        return supabase;
    return checkVariable(connection.sunaTokenVariable, u"token"_s);
}

qsizetype targetCount(const CommandRow &row)
{
    return row.target.isEmpty() ? 0 : row.target.count(' '_L1) + 1;
}

Result<void> checkTeam(const Arguments &arguments)
{
    if (arguments.target.isEmpty() == arguments.templateName.isEmpty())
        return usageError(u"Say which team: its id, a file, or --template NAME."_s);
    return {};
}

Result<void> checkRun(const Arguments &arguments)
{
    if (const Result<void> team = checkTeam(arguments); !team)
        return team;
    if (arguments.prompt.trimmed().isEmpty())
        return usageError(u"Say what the team shall do with --prompt TEXT."_s);
    return {};
}

Result<void> checkCommand(const Arguments &arguments)
{
    if (arguments.command == Command::Run)
        return checkRun(arguments);
    if (arguments.command == Command::Plan)
        return checkTeam(arguments);
    if (arguments.command == Command::Fork && arguments.step.isEmpty())
        return usageError(u"Say with which step to begin: --step AGENT_ID."_s);
    return {};
}

} // namespace

Result<std::variant<Arguments, ArgumentsText>> parseArguments(const QStringList &words)
{
    using Parsed = std::variant<Arguments, ArgumentsText>;
    QCommandLineParser parser;
    addOptions(parser, words);
    if (!parser.parse(words))
        return usageError(parser.errorText() + u'.');
    if (parser.isSet(u"version"_s) && !isAboutVersions(words))
        return Parsed(
            ArgumentsText { u"renumctl %1\n"_s.arg(QCoreApplication::applicationVersion()) });
    QStringList positional = parser.positionalArguments();
    if (parser.isSet(u"help"_s) || (positional.isEmpty() && words.size() == 1))
        return Parsed(ArgumentsText { helpText(parser) });

    const CommandRow *row = takeCommand(positional);
    if (!row)
        return usageError(u"\"%1\" is no command."_s.arg(positional.join(u' ')));
    Arguments arguments;
    arguments.command = row->command;
    arguments.target = positional.value(0);
    arguments.otherTarget = positional.value(1);
    if (positional.size() > targetCount(*row))
        return usageError(u"There is an argument too many: \"%1\"."_s.arg(positional.last()));
    if (!row->targetOptional && positional.size() < targetCount(*row))
        return usageError(u"`%1` needs %2."_s.arg(QString(row->words), QString(row->target)));

    arguments.json = parser.isSet(u"json"_s);
    arguments.dataDir = parser.value(u"data-dir"_s);
    if (arguments.dataDir.isEmpty())
        arguments.dataDir = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    arguments.templateName = parser.value(u"template"_s);
    arguments.prompt = parser.value(u"prompt"_s);
    arguments.outputFile = parser.value(u"output"_s);
    arguments.approve = parser.isSet(u"approve"_s);
    arguments.step = parser.value(u"step"_s);
    if (parser.isSet(u"input"_s))
        arguments.input = parser.value(u"input"_s);
    arguments.planOnly = parser.isSet(u"plan"_s);
    for (const Result<void> &part : { readNumbers(parser, arguments), readSlots(parser, arguments),
             readPins(parser, arguments), readVersionOptions(parser, arguments),
             readConnection(parser, arguments), readRecordOptions(parser, arguments),
             readExecutionOptions(parser, arguments), readInterventionOptions(parser, arguments),
             readAuditOptions(parser, arguments), readOwnOptions(parser, arguments),
             readCostOptions(parser, arguments), checkCommand(arguments) }) {
        if (!part)
            return part.error();
    }
    return Parsed(arguments);
}

} // namespace renum::cli
