// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"

#include "app/cli/agents_file.h"
#include "app/cli/connection_arguments.h"
#include "app/cli/output.h"
#include "app/cli/terminal_text.h"
#include "core/model/error_codes.h"
#include "core/net/redact.h"

#include <algorithm>
#include <array>

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

Error noAnswer()
{
    return { ErrorCategory::NetworkError, QString::fromLatin1(code::NotConnected),
        u"No agent service has answered."_s };
}

Error noAgents()
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::NotConnected),
        u"Say where the agents are: --demo, --suna URL or --openai URL; or add a model endpoint "
        "with `renumctl endpoints add`. See `renumctl --help`."_s };
}

Result<void> resultOf(const ConnectionStatus &status)
{
    if (status.state == ConnectionStatus::State::Unconfigured)
        return noAgents();
    if (status.state != ConnectionStatus::State::Connected)
        return status.error.value_or(noAnswer());
    for (const ConnectionPart &part : status.parts) {
        if (part.error)
            printNote(u"%1 does not answer: %2"_s.arg(
                printable(part.name.isEmpty() ? part.address : part.name, LineBreaks::Fold),
                printable(redact(part.error->message), LineBreaks::Fold)));
    }
    return {};
}

/// Commands that look for agents or start them.
bool needsAgents(const Arguments &arguments)
{
    using Command = Arguments::Command;
    static constexpr std::array Commands { Command::Run, Command::Resume, Command::Retry,
        Command::Fork, Command::Stop, Command::AgentsList };
    return std::ranges::find(Commands, arguments.command) != Commands.end() && !arguments.planOnly;
}

/// Commands that only look at an address.
bool needsData(const Arguments &arguments)
{
    using Command = Arguments::Command;
    return arguments.command != Command::SunaCheck && arguments.command != Command::ModelsCheck;
}

} // namespace

Session::Session(Arguments arguments)
    : m_arguments(std::move(arguments))
{
}

Result<LocalWorkspaceOptions> Session::optionsFor(const Arguments &arguments)
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
    options.useStoredEndpoints = needsAgents(arguments);
    options.endpointKeys = endpointKeysFor(arguments.connection);
    ToolServerSettings &tools = options.engine.toolServer;
    tools.mayChangeAgents = arguments.connection.mayChangeAgents;
    tools.publicUrl = QUrl(arguments.connection.toolsUrl);
    if (!tools.publicUrl.isEmpty())
        tools.address = QHostAddress(QHostAddress::Any);
    return options;
}

Result<std::unique_ptr<Session>> Session::open(Arguments arguments)
{
    std::unique_ptr<Session> session(new Session(std::move(arguments)));
    if (!needsData(session->m_arguments))
        return session;
    Result<LocalWorkspaceOptions> options = optionsFor(session->m_arguments);
    if (!options)
        return options.error();
    options->secrets = &session->m_keychain;
    Result<std::unique_ptr<LocalWorkspace>> workspace = LocalWorkspace::open(*std::move(options));
    if (!workspace)
        return workspace.error();
    session->m_workspace = *std::move(workspace);
    return session;
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
        = m_clock.startTimer(ConnectionPatience, [settled] { settled.set(noAnswer()); });
    const std::stop_callback onStop(token(), [settled] { settled.set(cancelledError()); });
    const Result<void> result = co_await settled;
    disconnect(listening);
    co_return result;
}

} // namespace renum::cli
