// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/endpoint_definition.h"
#include "core/workspace/secret_store.h"

#include <QHash>

namespace renum {

/// What becomes of an endpoint's key when the endpoint is saved.
struct EndpointKey {
    enum class Change {
        Keep, ///< but a key is never sent to another server than the one it was entered for
        Set,
        Forget,
    };
    Change change = Change::Keep;
    QByteArray secret = {}; ///< for Set
    SecretKeeping keeping = SecretKeeping::Keychain; ///< for Set
};

/// The keys of model endpoints (contract §7.6). Each belongs to an endpoint and to the server that
/// its address names.
class EndpointKeys {
public:
    /// `keychain` outlives it; null: there is none. `given` are keys for this session, by the
    /// endpoint's name; they come before all others.
    EndpointKeys(SecretStore *keychain, const QHash<QString, QByteArray> &given);

    /// Empty when there is none. Errors: keychain_unavailable, keychain_denied.
    [[nodiscard]] QCoro::Task<Result<QByteArray>> read(EndpointDefinition endpoint);
    [[nodiscard]] QCoro::Task<Result<void>> write(
        EndpointDefinition endpoint, QByteArray key, SecretKeeping keeping);
    [[nodiscard]] QCoro::Task<Result<void>> forget(EndpointDefinition endpoint);

private:
    SecretStore *m_keychain;
    MemorySecretStore m_session;
    QHash<QString, QByteArray> m_given; ///< by nameKey()
};

} // namespace renum
