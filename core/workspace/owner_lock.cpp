// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/owner_lock.h"

#include "core/model/error_codes.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

QString ownersFolder(const QString &dataDir)
{
    return dataDir + u"/owners"_s;
}

QString lockFile(const QString &dataDir, const QString &owner)
{
    return ownersFolder(dataDir) + u'/' + owner + u".lock"_s;
}

// An owner id comes from a database that anyone may have written: it must not name another file.
bool isPlainName(const QString &owner)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9-]{1,64}$"_s);
    return plain.match(owner).hasMatch();
}

} // namespace

OwnerLock::OwnerLock(const QString &file)
    : m_lock(file)
{
    m_lock.setStaleLockTime(
        std::chrono::milliseconds::zero()); // age says nothing, the process does
}

Result<std::unique_ptr<OwnerLock>> OwnerLock::acquire(const QString &dataDir, const QString &owner)
{
    auto lock = std::unique_ptr<OwnerLock>(new OwnerLock(lockFile(dataDir, owner)));
    if (QDir().mkpath(ownersFolder(dataDir)) && lock->m_lock.tryLock())
        return lock;
    return Error { ErrorCategory::SystemError, QString::fromLatin1(code::StoreReadOnly),
        u"The folder %1 cannot be written. Give yourself permission to write there, or choose "
        u"another data folder."_s.arg(QDir::toNativeSeparators(ownersFolder(dataDir))),
        { { u"file"_s, ownersFolder(dataDir) } } };
}

bool OwnerLock::isHeld(const QString &dataDir, const QString &owner)
{
    if (!isPlainName(owner) || !QFileInfo::exists(lockFile(dataDir, owner)))
        return false;
    // Taking it succeeds only when no process holds it; leaving the scope removes the file.
    OwnerLock probe(lockFile(dataDir, owner));
    return !probe.m_lock.tryLock();
}

} // namespace renum
