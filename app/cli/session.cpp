// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"

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
        u"No agent service is connected. Use --demo or --suna URL."_s };
}

Result<void> resultOf(const ConnectionStatus &status)
{
    if (status.state == ConnectionStatus::State::Connected)
        return {};
    return status.error.value_or(notConnected());
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
    SunaConnection connection;
    connection.url = QUrl(arguments.sunaUrl, QUrl::StrictMode);
    const bool web = connection.url.scheme() == "http"_L1 || connection.url.scheme() == "https"_L1;
    if (!connection.url.isValid() || !web || connection.url.host().isEmpty()) {
        return Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::InvalidUrl),
            u"\"%1\" is no address of a server. Write it like http://localhost:8000."_s.arg(
                arguments.sunaUrl) };
    }
    const QByteArray secret = qgetenv(arguments.sunaTokenVariable.toLocal8Bit().constData());
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
    LocalWorkspaceOptions options;
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
