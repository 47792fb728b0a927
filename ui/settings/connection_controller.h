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

/// What a person has entered to sign in with. The two of Supabase are one pair: a token that is
/// entered alone replaces both.
struct ConnectionSecrets {
    QByteArray secret; ///< token or API key
    QByteArray refreshToken = {};

    [[nodiscard]] bool isEmpty() const { return secret.isEmpty() && refreshToken.isEmpty(); }
    friend bool operator==(const ConnectionSecrets &, const ConnectionSecrets &) = default;
};

/// Changes where agents run. The application implements it, so that the interface knows neither the
/// kind of workspace nor the keychain.
class ConnectionController {
public:
    ConnectionController() = default;
    ConnectionController(const ConnectionController &) = delete;
    ConnectionController &operator=(const ConnectionController &) = delete;
    virtual ~ConnectionController() = default;

    [[nodiscard]] virtual ConnectionChoice current() const = 0;

    /// Keeps the secrets, remembers the choice and connects; the result of connecting shows in
    /// Workspace::connectionStatus(). Empty secrets mean those that are kept already. Errors:
    /// invalid_url, keychain_unavailable, keychain_denied; then nothing has changed.
    [[nodiscard]] virtual QCoro::Task<Result<void>> apply(
        ConnectionChoice choice, ConnectionSecrets secrets, SecretKeeping keeping)
        = 0;

    /// What answers at the Suna server of the choice. Nothing is kept, remembered or started.
    /// Empty secrets mean those that are kept already. Errors: as apply().
    [[nodiscard]] virtual QCoro::Task<Result<ConnectionReport>> check(
        ConnectionChoice choice, ConnectionSecrets secrets)
        = 0;
};

} // namespace renum::ui
