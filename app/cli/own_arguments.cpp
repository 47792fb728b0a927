// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/own_arguments.h"

#include "app/cli/arguments.h"
#include "app/cli/record_arguments.h"

#include <QCommandLineParser>

namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

using Command = Arguments::Command;

std::optional<QString> given(const QCommandLineParser &parser, const QString &option)
{
    return parser.isSet(option) ? std::optional(parser.value(option)) : std::nullopt;
}

Result<void> readTools(const QCommandLineParser &parser, OwnArguments &own)
{
    const std::optional<QString> tools = given(parser, u"tools"_s);
    if (!tools)
        return {};
    if (*tools != "on"_L1 && *tools != "off"_L1)
        return usageError(u"--tools takes on or off."_s);
    own.tools = *tools == "on"_L1;
    return {};
}

Result<void> readTemperature(const QCommandLineParser &parser, OwnArguments &own)
{
    own.temperature = given(parser, u"temperature"_s);
    if (!own.temperature || *own.temperature == "default"_L1)
        return {};
    bool ok = false;
    const double value = own.temperature->toDouble(&ok);
    // Written so that "nan" is refused too.
    if (!ok || !(value >= 0 && value <= 2))
        return usageError(u"--temperature takes a number from 0 to 2, or default."_s);
    return {};
}

Result<void> readSessionKeys(const QCommandLineParser &parser, ConnectionArguments &connection)
{
    const QStringList pairs = parser.values(u"endpoint-key-env"_s);
    for (const QString &pair : pairs) {
        const qsizetype split = pair.lastIndexOf(u'=');
        if (split < 1 || split == pair.size() - 1)
            return usageError(u"--endpoint-key-env takes NAME=VAR, not \"%1\"."_s.arg(pair));
        const QString variable = pair.mid(split + 1);
        if (const Result<void> there = checkVariable(variable, u"API key"_s); !there)
            return there;
        connection.endpointKeyVariables.insert(pair.left(split), variable);
    }
    return {};
}

Result<void> checkDefinition(const Arguments &arguments)
{
    const OwnArguments &own = arguments.own;
    if (arguments.command == Command::EndpointsAdd && !own.name)
        return usageError(u"Say what the endpoint shall be called: --name NAME."_s);
    if (arguments.command == Command::AgentsAdd && arguments.target.isEmpty() && !own.name)
        return usageError(u"Say what the agent shall be called: --name NAME."_s);
    if (own.forgetKey && !own.keyVariable.isEmpty())
        return usageError(u"Choose either --key-env or --forget-key."_s);
    return checkVariable(own.keyVariable, u"API key"_s);
}

} // namespace

void addOwnOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        { u"endpoint-key-env"_s,
            u"Environment variable that holds the key of a stored endpoint, instead of the "
            "keychain, as NAME=VAR; may be given several times."_s,
            u"NAME=VAR"_s },
        { u"name"_s, u"endpoints, agents, budget: what it is called."_s, u"NAME"_s },
        { u"url"_s, u"endpoints edit: another address."_s, u"URL"_s },
        { u"key-env"_s,
            u"endpoints: environment variable that holds its API key, which goes to the "
            "keychain."_s,
            u"VAR"_s },
        { u"forget-key"_s, u"endpoints edit: forget the key."_s },
        { u"endpoint"_s, u"agents: where it runs, a name or an id."_s, u"ENDPOINT"_s },
        { u"description"_s, u"agents: what it is for."_s, u"TEXT"_s },
        { u"instructions"_s, u"agents: what it is told before every task; @FILE reads a file."_s,
            u"TEXT"_s },
        { u"temperature"_s, u"agents: from 0 to 2, or default."_s, u"NUMBER"_s },
        { u"tools"_s, u"agents: whether it may call its team's tools, on or off."_s, u"ON"_s },
        { u"output-schema"_s, u"agents: a JSON Schema that its answers fit; none for text."_s,
            u"FILE"_s },
    });
}

Result<void> readOwnOptions(const QCommandLineParser &parser, Arguments &arguments)
{
    OwnArguments &own = arguments.own;
    own.name = given(parser, u"name"_s);
    own.url = given(parser, u"url"_s);
    own.model = given(parser, u"model"_s);
    own.description = given(parser, u"description"_s);
    own.instructions = given(parser, u"instructions"_s);
    own.endpoint = given(parser, u"endpoint"_s);
    own.schemaFile = parser.value(u"output-schema"_s);
    own.keyVariable = parser.value(u"key-env"_s);
    own.forgetKey = parser.isSet(u"forget-key"_s);
    for (const Result<void> &part : { readTools(parser, own), readTemperature(parser, own),
             readSessionKeys(parser, arguments.connection), checkDefinition(arguments) }) {
        if (!part)
            return part.error();
    }
    return {};
}

} // namespace renum::cli
