// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/own_edits.h"
#include "app/cli/terminal_text.h"
#include "core/model/error_codes.h"

/// Model endpoints that are stored with the workspace.
namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

EndpointKey keyOf(const OwnArguments &own)
{
    EndpointKey key;
    if (own.forgetKey)
        key.change = EndpointKey::Change::Forget;
    if (own.keyVariable.isEmpty())
        return key;
    key.change = EndpointKey::Change::Set;
    key.secret = qgetenv(own.keyVariable.toLocal8Bit().constData()).trimmed();
    return key;
}

void printEndpoint(const EndpointDefinition &endpoint, bool json)
{
    if (json) {
        printJson(toJson(endpoint));
        return;
    }
    const QString name = shortened(printable(endpoint.name, LineBreaks::Fold), 24, Ellipsis::End);
    QString line = u"%1  %2  %3"_s.arg(
        endpoint.id.toString(), name.leftJustified(24), printable(endpoint.url, LineBreaks::Fold));
    if (!endpoint.model.isEmpty())
        line += u"  model "_s + printable(endpoint.model, LineBreaks::Fold);
    if (endpoint.usesKey)
        line += u"  with a key"_s;
    printLine(line);
}

ExitCode failWithKeyHint(const Error &error)
{
    const ExitCode code = failWith(error);
    if (error.code == QLatin1StringView(code::KeychainUnavailable)
        || error.code == QLatin1StringView(code::KeychainDenied))
        printNote(u"Without a keychain, add the endpoint without --key-env and run with "
                  "--endpoint-key-env NAME=VAR."_s);
    return code;
}

/// The stored endpoint that the command names.
QCoro::Task<Result<EndpointDefinition>> wantedEndpoint(Session *session)
{
    const Result<EndpointDefinitionList> endpoints
        = co_await session->workspace().modelEndpoints(session->token());
    if (!endpoints)
        co_return endpoints.error();
    co_return endpointCalled(*endpoints, session->arguments().target);
}

} // namespace

QCoro::Task<Result<void>> checkEndpointKeys(Session *session)
{
    const ConnectionArguments connection = session->arguments().connection;
    if (connection.endpointKeyVariables.isEmpty() || !session->hasWorkspace())
        co_return Result<void>();
    const Result<EndpointDefinitionList> endpoints
        = co_await session->workspace().modelEndpoints(session->token());
    if (!endpoints)
        co_return endpoints.error();
    co_return checkKeyNames(*endpoints, connection);
}

QCoro::Task<ExitCode> listEndpoints(Session *session)
{
    const Result<EndpointDefinitionList> endpoints
        = co_await session->workspace().modelEndpoints(session->token());
    if (!endpoints)
        co_return failWith(endpoints.error());
    for (const EndpointDefinition &endpoint : *endpoints)
        printEndpoint(endpoint, session->arguments().json);
    if (endpoints->isEmpty() && !session->arguments().json)
        printNote(u"There are no model endpoints yet: `renumctl endpoints add URL --name NAME`."_s);
    co_return ExitCode::Completed;
}

QCoro::Task<ExitCode> addEndpoint(Session *session)
{
    const OwnArguments own = session->arguments().own;
    EndpointDefinition endpoint;
    endpoint.url = session->arguments().target;
    endpoint = edited(endpoint, own);
    const EndpointKey key = keyOf(own);
    const Result<EndpointDefinition> added
        = co_await session->workspace().addModelEndpoint(endpoint, key, session->token());
    if (!added)
        co_return failWithKeyHint(added.error());
    if (session->arguments().json)
        printJson(toJson(*added));
    else
        printLine(added->id.toString());
    co_return ExitCode::Completed;
}

QCoro::Task<ExitCode> editEndpoint(Session *session)
{
    const OwnArguments own = session->arguments().own;
    const Result<EndpointDefinition> stored = co_await wantedEndpoint(session);
    if (!stored)
        co_return failWith(stored.error());
    const EndpointDefinition changed = edited(*stored, own);
    const EndpointKey key = keyOf(own);
    const Result<EndpointDefinition> saved
        = co_await session->workspace().updateModelEndpoint(changed, key, session->token());
    if (!saved)
        co_return failWithKeyHint(saved.error());
    printEndpoint(*saved, session->arguments().json);
    if (stored->usesKey && !saved->usesKey && !own.forgetKey)
        printNote(u"The address is another server's, so its key was forgotten. Enter one with "
                  "--key-env VAR."_s);
    co_return ExitCode::Completed;
}

QCoro::Task<ExitCode> removeEndpoint(Session *session)
{
    const Result<EndpointDefinition> stored = co_await wantedEndpoint(session);
    if (!stored)
        co_return failWith(stored.error());
    const EndpointId id = stored->id;
    const Result<void> removed
        = co_await session->workspace().removeModelEndpoint(id, session->token());
    if (!removed)
        co_return failWith(removed.error());
    if (session->arguments().json)
        printJson({ { "removed", toJson(id.toString()) } });
    co_return ExitCode::Completed;
}

} // namespace renum::cli
