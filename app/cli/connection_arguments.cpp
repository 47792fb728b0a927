// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/connection_arguments.h"

#include "app/cli/output.h"
#include "core/model/error_codes.h"

#include <QUrl>

#include <memory>
#include <mutex>

namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

Result<QUrl> serverUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (url.isValid() && web && !url.host().isEmpty())
        return url;
    return Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::InvalidUrl),
        u"\"%1\" is no address of a server. Write it like http://localhost:8000."_s.arg(text) };
}

QByteArray secretIn(const QString &variable)
{
    return qgetenv(variable.toLocal8Bit().constData());
}

/// Nothing is kept here, and a script that goes on with the used token would end the sign-in.
void warnOfRenewal(SunaConnection &connection, const QString &variable)
{
    const auto told = std::make_shared<std::once_flag>();
    connection.onTokens = [told, variable](const SunaTokens &) {
        std::call_once(*told, [&variable] {
            printNote(u"The sign-in at Suna was renewed. The refresh token in %1 is used up: sign "
                      "in again before the next command."_s.arg(variable));
        });
    };
}

Result<void> addSupabase(SunaConnection &connection, const ConnectionArguments &arguments)
{
    if (arguments.supabaseUrl.isEmpty())
        return {};
    const Result<QUrl> url = serverUrl(arguments.supabaseUrl);
    if (!url)
        return url.error();
    connection.supabase.url = *url;
    connection.supabase.anonKey = arguments.supabaseAnonKey.toUtf8();
    connection.supabase.refreshToken = secretIn(arguments.refreshTokenVariable);
    warnOfRenewal(connection, arguments.refreshTokenVariable);
    return {};
}

} // namespace

Result<std::optional<ModelEndpoint>> modelsFor(const ConnectionArguments &arguments)
{
    if (arguments.modelUrl.isEmpty())
        return std::optional<ModelEndpoint>();
    const Result<QUrl> url = serverUrl(arguments.modelUrl);
    if (!url)
        return url.error();
    return std::optional(
        ModelEndpoint { *url, secretIn(arguments.modelKeyVariable), arguments.modelName });
}

Result<SunaConnection> sunaConnectionFor(const ConnectionArguments &arguments)
{
    const Result<QUrl> url = serverUrl(arguments.sunaUrl);
    if (!url)
        return url.error();
    SunaConnection connection;
    connection.url = *url;
    const QByteArray secret = secretIn(arguments.sunaTokenVariable);
    // An API key is two parts joined by a colon (suna-api §1.2); a JWT never has one.
    if (secret.startsWith("pk_") && secret.contains(':'))
        connection.apiKey = secret;
    else
        connection.bearerToken = secret;
    if (const Result<void> added = addSupabase(connection, arguments); !added)
        return added.error();
    return connection;
}

Result<AgentConnection> connectionFor(const ConnectionArguments &arguments)
{
    if (arguments.demo) {
        DemoConnection demo;
        demo.speed = arguments.demoSpeed;
        return AgentConnection(demo);
    }
    if (arguments.sunaUrl.isEmpty())
        return AgentConnection(NoConnection {});
    const Result<SunaConnection> server = sunaConnectionFor(arguments);
    if (!server)
        return server.error();
    return AgentConnection(*server);
}

QHash<QString, QByteArray> endpointKeysFor(const ConnectionArguments &arguments)
{
    QHash<QString, QByteArray> keys;
    const QHash<QString, QString> &variables = arguments.endpointKeyVariables;
    for (auto name = variables.cbegin(); name != variables.cend(); ++name)
        keys.insert(name.key(), secretIn(name.value()).trimmed());
    return keys;
}

} // namespace renum::cli
