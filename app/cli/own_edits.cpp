// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/own_edits.h"

#include "app/cli/record_arguments.h"
#include "core/model/definition_name.h"
#include "core/model/error_codes.h"
#include "core/workspace/json_file.h"

#include <QFile>

#include <algorithm>

namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MaxInstructionBytes = 1024 * 1024;

Error nobodyCalled(const QString &thing, const QString &name)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::NotFound),
        u"There is no %1 called \"%2\"."_s.arg(thing, name), { { u"id"_s, name } } };
}

template<typename List>
Result<typename List::value_type> called(
    const List &list, const QString &nameOrId, const QString &thing)
{
    const auto byId = std::ranges::find_if(
        list, [&nameOrId](const auto &each) { return each.id.toString() == nameOrId; });
    if (byId != list.cend())
        return *byId;
    const QString wanted = nameKey(nameOrId);
    const auto byName = std::ranges::find_if(
        list, [&wanted](const auto &each) { return nameKey(each.name) == wanted; });
    if (byName != list.cend())
        return *byName;
    return nobodyCalled(thing, nameOrId);
}

Result<QString> textOrFile(const QString &text)
{
    if (!text.startsWith(u'@'))
        return text;
    QFile file(text.mid(1));
    if (!file.open(QIODevice::ReadOnly) || file.size() > MaxInstructionBytes) {
        return Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::FileUnreadable),
            u"The file %1 cannot be read, or is larger than 1 MiB."_s.arg(file.fileName()),
            { { u"file"_s, file.fileName() } } };
    }
    return QString::fromUtf8(file.readAll());
}

Result<void> chooseEndpoint(
    LocalAgent &agent, const OwnArguments &own, const EndpointDefinitionList &endpoints)
{
    if (own.endpoint) {
        const Result<EndpointDefinition> endpoint = endpointCalled(endpoints, *own.endpoint);
        if (!endpoint)
            return endpoint.error();
        agent.endpoint = endpoint->id;
    }
    if (!agent.endpoint.isEmpty())
        return {};
    if (endpoints.isEmpty())
        return usageError(u"There is no model endpoint yet: `renumctl endpoints add URL --name "
                          "NAME`."_s);
    if (endpoints.size() > 1)
        return usageError(u"Say where the agent runs: --endpoint NAME."_s);
    agent.endpoint = endpoints.constFirst().id;
    return {};
}

Result<void> readSchema(LocalAgent &agent, const QString &file)
{
    if (file.isEmpty())
        return {};
    if (file == "none"_L1) {
        agent.outputSchema = Json();
        return {};
    }
    const Result<Json> schema = readJsonFile(file);
    if (!schema)
        return schema.error();
    agent.outputSchema = *schema;
    return {};
}

} // namespace

Result<EndpointDefinition> endpointCalled(
    const EndpointDefinitionList &endpoints, const QString &nameOrId)
{
    return called(endpoints, nameOrId, u"model endpoint"_s);
}

Result<LocalAgent> agentCalled(const LocalAgentList &agents, const QString &nameOrId)
{
    return called(agents, nameOrId, u"agent of your own"_s);
}

Result<void> checkKeyNames(
    const EndpointDefinitionList &endpoints, const ConnectionArguments &connection)
{
    QStringList names = connection.endpointKeyVariables.keys();
    names.sort();
    for (const QString &name : std::as_const(names)) {
        const bool known = std::ranges::any_of(endpoints,
            [key = nameKey(name)](const auto &each) { return nameKey(each.name) == key; });
        if (!known)
            return usageError(
                u"--endpoint-key-env names \"%1\", but no model endpoint is called so. See "
                "`renumctl endpoints list`."_s.arg(name));
    }
    return {};
}

EndpointDefinition edited(EndpointDefinition endpoint, const OwnArguments &own)
{
    endpoint.name = own.name.value_or(endpoint.name);
    endpoint.url = own.url.value_or(endpoint.url);
    endpoint.model = own.model.value_or(endpoint.model);
    return endpoint;
}

Result<LocalAgent> edited(
    LocalAgent agent, const OwnArguments &own, const EndpointDefinitionList &endpoints)
{
    agent.name = own.name.value_or(agent.name);
    agent.description = own.description.value_or(agent.description);
    agent.model = own.model.value_or(agent.model);
    agent.teamTools = own.tools.value_or(agent.teamTools);
    if (own.instructions) {
        const Result<QString> text = textOrFile(*own.instructions);
        if (!text)
            return text.error();
        agent.instructions = *text;
    }
    if (own.temperature) {
        bool isNumber = false;
        const double value = own.temperature->toDouble(&isNumber);
        agent.temperature = isNumber ? std::optional(value) : std::nullopt;
    }
    if (const Result<void> chosen = chooseEndpoint(agent, own, endpoints); !chosen)
        return chosen.error();
    if (const Result<void> read = readSchema(agent, own.schemaFile); !read)
        return read.error();
    return agent;
}

} // namespace renum::cli
