// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QByteArray>
#include <QCoroTask>
#include <QHash>
#include <QString>

#include <memory>

namespace renum {

/// Where a secret is kept: in the system's keychain, or in memory until the program ends.
enum class SecretKeeping { Keychain, SessionOnly };

/// Where secrets live (house style §10): never in settings, database, files, logs or URLs.
class SecretStore {
public:
    SecretStore() = default;
    SecretStore(const SecretStore &) = delete;
    SecretStore &operator=(const SecretStore &) = delete;
    virtual ~SecretStore() = default;

    /// Empty when there is none. Errors: keychain_unavailable, keychain_denied.
    [[nodiscard]] virtual QCoro::Task<Result<QByteArray>> read(QString key) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<void>> write(QString key, QByteArray secret) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<void>> remove(QString key) = 0;
};

/// The system's keychain through QtKeychain.
class KeychainSecretStore : public SecretStore {
public:
    [[nodiscard]] QCoro::Task<Result<QByteArray>> read(QString key) override;
    [[nodiscard]] QCoro::Task<Result<void>> write(QString key, QByteArray secret) override;
    [[nodiscard]] QCoro::Task<Result<void>> remove(QString key) override;
};

/// For tests and for "this session only".
class MemorySecretStore : public SecretStore {
public:
    [[nodiscard]] QCoro::Task<Result<QByteArray>> read(QString key) override;
    [[nodiscard]] QCoro::Task<Result<void>> write(QString key, QByteArray secret) override;
    [[nodiscard]] QCoro::Task<Result<void>> remove(QString key) override;

private:
    QHash<QString, QByteArray> m_secrets;
};

} // namespace renum
