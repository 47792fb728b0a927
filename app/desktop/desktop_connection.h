// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/local_workspace.h"
#include "core/workspace/secret_store.h"
#include "ui/settings/app_settings.h"
#include "ui/settings/connection_controller.h"

#include <QObject>

namespace renum::desktop {

/// Makes the workspace use the connection that the settings name, with its secret from the
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
    [[nodiscard]] QCoro::Task<Result<void>> apply(
        ui::ConnectionChoice choice, QByteArray secret, ui::SecretKeeping keeping) override;
    [[nodiscard]] QCoro::Task<Result<ConnectionReport>> check(
        ui::ConnectionChoice choice, QByteArray secret) override;

private:
    QCoro::Task<> connectRemembered();
    [[nodiscard]] QCoro::Task<Result<QByteArray>> secretFor(
        QString key, QByteArray entered, ui::SecretKeeping keeping);
    /// The one that is kept already, of this session or the keychain.
    [[nodiscard]] QCoro::Task<Result<QByteArray>> keptSecret(QString key);
    void remember(const ui::ConnectionChoice &choice);
    void connectTo(const ui::ConnectionChoice &choice, const QByteArray &secret);

    LocalWorkspace *m_workspace;
    SecretStore *m_keychain;
    ui::AppSettings *m_settings;
    MemorySecretStore m_session;
    ui::ConnectionChoice m_current;
    TaskScope m_tasks;
};

} // namespace renum::desktop
