// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "core/net/clock.h"
#include "core/net/one_shot.h"
#include "core/workspace/local_workspace.h"

#include <QCoroTask>
#include <QObject>

#include <memory>
#include <stop_token>

namespace renum::cli {

/// One invocation's workspace and what every command needs beside it.
class Session : public QObject {
    Q_OBJECT

public:
    /// Opens the data folder of the arguments. Errors: the store's, invalid_url.
    [[nodiscard]] static Result<std::unique_ptr<Session>> open(Arguments arguments);

    [[nodiscard]] const Arguments &arguments() const noexcept { return m_arguments; }
    /// None for commands that only look at an address.
    [[nodiscard]] bool hasWorkspace() const noexcept { return m_workspace != nullptr; }
    [[nodiscard]] Workspace &workspace() noexcept { return *m_workspace; }
    [[nodiscard]] Clock &clock() noexcept { return m_clock; }

    /// Ctrl-C: what is awaited with this token ends.
    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }
    void requestStop() { m_stop.request_stop(); }

    /// Waits until a service of agents answers or none can be reached. Says which do not.
    [[nodiscard]] QCoro::Task<Result<void>> connected();

private:
    explicit Session(Arguments arguments);
    [[nodiscard]] static Result<LocalWorkspaceOptions> optionsFor(const Arguments &arguments);

    Arguments m_arguments;
    KeychainSecretStore m_keychain; ///< before the workspace, which uses it
    SystemClock m_clock;
    std::stop_source m_stop;
    std::unique_ptr<Workspace> m_workspace;
};

} // namespace renum::cli
