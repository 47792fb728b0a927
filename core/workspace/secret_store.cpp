// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/secret_store.h"

#include "core/model/error_codes.h"
#include "core/net/clock.h"
#include "core/net/one_shot.h"

#include <qt6keychain/keychain.h>

#include <chrono>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Service = "renum"_L1;
// The system may ask the person for the keychain's password meanwhile.
constexpr std::chrono::milliseconds Patience = std::chrono::minutes(2);

Error unavailable(const QString &message)
{
    return { ErrorCategory::SystemError, QString::fromLatin1(code::KeychainUnavailable), message };
}

Error denied(const QString &message)
{
    return { ErrorCategory::AuthenticationError, QString::fromLatin1(code::KeychainDenied),
        message };
}

Error keychainError(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::AccessDeniedByUser:
        return denied(u"You refused access to the system's keychain. Allow it when asked, or enter "
                      u"the key for this session only."_s);
    case QKeychain::AccessDenied:
        return denied(u"The system's keychain refused access. Unlock it and try again."_s);
    case QKeychain::NoBackendAvailable:
        return unavailable(u"No keychain service is running on this computer. Install or start one "
                           u"(for example GNOME Keyring or KWallet), or enter the key for this "
                           u"session only."_s);
    case QKeychain::NotImplemented:
        return unavailable(
            u"This system has no keychain that Renum can use. Enter the key for this "
            u"session only."_s);
    case QKeychain::CouldNotDeleteEntry:
        return unavailable(u"The keychain could not delete the key. Delete the entry \"renum\" in "
                           u"your system's keychain program."_s);
    default:
        return unavailable(
            u"The system's keychain failed: %1. Unlock it and try again."_s.arg(job.errorString()));
    }
}

// Starts the job and waits for its end; the job deletes itself.
QCoro::Task<Result<QByteArray>> finishOf(QKeychain::Job *job)
{
    SystemClock clock;
    const OneShot<Result<QByteArray>> done;
    const auto limit = clock.startTimer(Patience, [done] {
        done.set(unavailable(u"The system's keychain did not answer. Unlock it and try again."_s));
    });
    QObject::connect(job, &QKeychain::Job::finished, job, [done](QKeychain::Job *ended) {
        if (ended->error() == QKeychain::EntryNotFound) {
            done.set(QByteArray());
        } else if (ended->error() != QKeychain::NoError) {
            done.set(keychainError(*ended));
        } else {
            const auto *reading = qobject_cast<QKeychain::ReadPasswordJob *>(ended);
            done.set(reading ? reading->binaryData() : QByteArray());
        }
    });
    job->start();
    co_return co_await done;
}

QCoro::Task<Result<void>> endOf(QKeychain::Job *job)
{
    const Result<QByteArray> ended = co_await finishOf(job);
    if (!ended)
        co_return ended.error();
    co_return Result<void>();
}

template<typename Job>
Job *makeJob(const QString &key)
{
    auto *job = new Job(QString(Service));
    job->setAutoDelete(true);
    job->setKey(key);
    return job;
}

} // namespace

QCoro::Task<Result<QByteArray>> KeychainSecretStore::read(QString key)
{
    return finishOf(makeJob<QKeychain::ReadPasswordJob>(key));
}

QCoro::Task<Result<void>> KeychainSecretStore::write(QString key, QByteArray secret)
{
    auto *job = makeJob<QKeychain::WritePasswordJob>(key);
    job->setBinaryData(secret);
    return endOf(job);
}

QCoro::Task<Result<void>> KeychainSecretStore::remove(QString key)
{
    return endOf(makeJob<QKeychain::DeletePasswordJob>(key));
}

QCoro::Task<Result<QByteArray>> MemorySecretStore::read(QString key)
{
    co_return m_secrets.value(key);
}

QCoro::Task<Result<void>> MemorySecretStore::write(QString key, QByteArray secret)
{
    m_secrets.insert(key, secret);
    co_return Result<void>();
}

QCoro::Task<Result<void>> MemorySecretStore::remove(QString key)
{
    m_secrets.remove(key);
    co_return Result<void>();
}

} // namespace renum
