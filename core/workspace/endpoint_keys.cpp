// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/endpoint_keys.h"

#include "core/model/definition_name.h"
#include "core/model/error_codes.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

QString keyEntryOf(const EndpointDefinition &endpoint)
{
    return u"models/%1/%2"_s.arg(endpoint.id.toString(), originOf(endpoint.url));
}

Error noKeychainError()
{
    return { ErrorCategory::SystemError, QString::fromLatin1(code::KeychainUnavailable),
        u"There is no keychain here. Enter the key for this session only."_s };
}

} // namespace

EndpointKeys::EndpointKeys(SecretStore *keychain, const QHash<QString, QByteArray> &given)
    : m_keychain(keychain)
{
    for (auto key = given.cbegin(); key != given.cend(); ++key)
        m_given.insert(nameKey(key.key()), key.value());
}

// The keychain is asked last: nothing of this object is needed after that.

QCoro::Task<Result<QByteArray>> EndpointKeys::read(EndpointDefinition endpoint)
{
    const QByteArray given = m_given.value(nameKey(endpoint.name));
    if (!given.isEmpty())
        co_return Result<QByteArray>(given);
    SecretStore *keychain = m_keychain;
    const QString entry = keyEntryOf(endpoint);
    const Result<QByteArray> ofSession = co_await m_session.read(entry);
    if (!keychain || !endpoint.usesKey || (ofSession && !ofSession->isEmpty()))
        co_return ofSession;
    co_return co_await keychain->read(entry);
}

QCoro::Task<Result<void>> EndpointKeys::write(
    EndpointDefinition endpoint, QByteArray key, SecretKeeping keeping)
{
    const QString entry = keyEntryOf(endpoint);
    if (keeping == SecretKeeping::SessionOnly)
        co_return co_await m_session.write(entry, key);
    SecretStore *keychain = m_keychain;
    if (!keychain)
        co_return noKeychainError();
    const Result<void> forgotten = co_await m_session.remove(entry);
    if (!forgotten)
        co_return forgotten.error();
    co_return co_await keychain->write(entry, key);
}

QCoro::Task<Result<void>> EndpointKeys::forget(EndpointDefinition endpoint)
{
    SecretStore *keychain = m_keychain;
    const QString entry = keyEntryOf(endpoint);
    const Result<void> forgotten = co_await m_session.remove(entry);
    if (!keychain || !endpoint.usesKey)
        co_return forgotten;
    co_return co_await keychain->remove(entry);
}

} // namespace renum
