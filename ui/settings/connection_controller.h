// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/connection_report.h"
#include "core/model/result.h"
#include "core/workspace/secret_store.h"
#include "ui/settings/connection_choice.h"

#include <QByteArray>
#include <QCoroTask>

namespace renum::ui {

using renum::SecretKeeping;

/// Changes where agents run. The application implements it, so that the interface knows neither the
/// kind of workspace nor the keychain.
class ConnectionController {
public:
    ConnectionController() = default;
    ConnectionController(const ConnectionController &) = delete;
    ConnectionController &operator=(const ConnectionController &) = delete;
    virtual ~ConnectionController() = default;

    [[nodiscard]] virtual ConnectionChoice current() const = 0;

    /// Keeps the secret, remembers the choice and connects; the result of connecting shows in
    /// Workspace::connectionStatus(). An empty secret means the one that is kept already. Errors:
    /// invalid_url, keychain_unavailable, keychain_denied; then nothing has changed.
    [[nodiscard]] virtual QCoro::Task<Result<void>> apply(
        ConnectionChoice choice, QByteArray secret, SecretKeeping keeping)
        = 0;

    /// What answers at the Suna server of the choice. Nothing is kept, remembered or started. An
    /// empty secret means the one that is kept already. Errors: as apply().
    [[nodiscard]] virtual QCoro::Task<Result<ConnectionReport>> check(
        ConnectionChoice choice, QByteArray secret)
        = 0;
};

} // namespace renum::ui
