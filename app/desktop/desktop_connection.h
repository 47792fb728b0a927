// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/sign_in_keeper.h"
#include "core/net/task_scope.h"
#include "core/workspace/local_workspace.h"
#include "ui/settings/app_settings.h"
#include "ui/settings/connection_controller.h"

#include <QObject>

namespace renum::desktop {

/// Makes the workspace use the connection that the settings name, with its secrets from the
/// keychain.
class DesktopConnection : public QObject, public ui::ConnectionController {
    Q_OBJECT

public:
    /// All outlive it.
    DesktopConnection(LocalWorkspace *workspace, SecretStore *keychain, ui::AppSettings *settings);

    /// Connects as the settings say. The keychain may take its time.
    void connectAsRemembered();
    /// Connects to the demo without changing the settings.
    void useDemo();

    [[nodiscard]] ui::ConnectionChoice current() const override;
    [[nodiscard]] QCoro::Task<Result<void>> apply(ui::ConnectionChoice choice,
        ui::ConnectionSecrets secrets, ui::SecretKeeping keeping) override;
    [[nodiscard]] QCoro::Task<Result<ConnectionReport>> check(
        ui::ConnectionChoice choice, ui::ConnectionSecrets secrets) override;

private:
    QCoro::Task<> connectRemembered();
    void remember(const ui::ConnectionChoice &choice);
    void connectTo(const ui::ConnectionChoice &choice, const SignInPtr &signIn);
    [[nodiscard]] SunaConnection serverOf(
        const ui::ConnectionChoice &choice, const SignInPtr &signIn);

    LocalWorkspace *m_workspace;
    ui::AppSettings *m_settings;
    SignInKeeper m_keeper;
    ui::ConnectionChoice m_current;
    TaskScope m_tasks;
};

} // namespace renum::desktop
