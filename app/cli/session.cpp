// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"

#include "app/cli/agents_file.h"
#include "core/model/error_codes.h"

#include <QUrl>

namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

/// The adapter has time-outs of its own; this one only keeps a script from waiting for ever.
constexpr std::chrono::seconds ConnectionPatience(60);

bool isSettled(const ConnectionStatus &status)
{
    return status.state == ConnectionStatus::State::Connected
        || status.state == ConnectionStatus::State::Failed
        || status.state == ConnectionStatus::State::Unconfigured;
}

Error notConnected()
{
    return { ErrorCategory::NetworkError, QString::fromLatin1(code::NotConnected),
        u"No agent service is connected. Use --demo, --suna URL or --openai URL."_s };
}

Result<void> resultOf(const ConnectionStatus &status)
{
    if (status.state == ConnectionStatus::State::Connected)
        return {};
    return status.error.value_or(notConnected());
}

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

Result<AgentConnection> connectionFor(const ConnectionArguments &arguments)
{
    if (arguments.demo) {
        DemoConnection demo;
        demo.speed = arguments.demoSpeed;
        return AgentConnection(demo);
    }
    if (arguments.sunaUrl.isEmpty())
        return AgentConnection(NoConnection {});
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
    return AgentConnection(connection);
}

} // namespace

Session::Session(Arguments arguments, std::unique_ptr<Workspace> workspace)
    : m_arguments(std::move(arguments))
    , m_workspace(std::move(workspace))
{
}

Result<std::unique_ptr<Session>> Session::open(Arguments arguments)
{
    const Result<AgentConnection> connection = connectionFor(arguments.connection);
    if (!connection)
        return connection.error();
    const Result<std::optional<ModelEndpoint>> models = modelsFor(arguments.connection);
    if (!models)
        return models.error();
    LocalWorkspaceOptions options;
    options.models = *models;
    if (!arguments.connection.agentsFile.isEmpty()) {
        const Result<LocalAgentList> agents = readAgentsFile(arguments.connection.agentsFile);
        if (!agents)
            return agents.error();
        options.localAgents = *agents;
    }
    options.dataDir = arguments.dataDir;
    options.connection = *connection;
    ToolServerSettings &tools = options.engine.toolServer;
    tools.mayChangeAgents = arguments.connection.mayChangeAgents;
    tools.publicUrl = QUrl(arguments.connection.toolsUrl);
    if (!tools.publicUrl.isEmpty())
        tools.address = QHostAddress(QHostAddress::Any);
    Result<std::unique_ptr<LocalWorkspace>> workspace = LocalWorkspace::open(options);
    if (!workspace)
        return workspace.error();
    return std::unique_ptr<Session>(new Session(std::move(arguments), std::move(*workspace)));
}

QCoro::Task<Result<void>> Session::connected()
{
    if (isSettled(m_workspace->connectionStatus()))
        co_return resultOf(m_workspace->connectionStatus());
    const OneShot<Result<void>> settled;
    const QMetaObject::Connection listening = connect(m_workspace.get(),
        &Workspace::connectionStatusChanged, this, [settled](const ConnectionStatus &status) {
            if (isSettled(status))
                settled.set(resultOf(status));
        });
    const std::unique_ptr<Clock::Timer> patience
        = m_clock.startTimer(ConnectionPatience, [settled] { settled.set(notConnected()); });
    const std::stop_callback onStop(token(), [settled] { settled.set(cancelledError()); });
    const Result<void> result = co_await settled;
    disconnect(listening);
    co_return result;
}

} // namespace renum::cli
