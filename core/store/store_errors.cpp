// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_errors.h"

#include "core/model/error_codes.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QStorageInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace renum {

namespace {

// Primary result codes of SQLite, documented as stable.
constexpr int ResultPermission = 3;
constexpr int ResultBusy = 5;
constexpr int ResultLocked = 6;
constexpr int ResultReadOnly = 8;
constexpr int ResultIo = 10;
constexpr int ResultCorrupt = 11;
constexpr int ResultFull = 13;
constexpr int ResultCannotOpen = 14;
constexpr int ResultNotADatabase = 26;

// Less than this, and a failed write is put down to a full disk whatever the system called it.
constexpr qint64 SmallestUsableSpace = 64 * 1024;

QString shown(const QString &file)
{
    return QDir::toNativeSeparators(file);
}

bool volumeIsFull(const QString &file)
{
    const QStorageInfo volume(QFileInfo(file).absolutePath());
    return volume.isValid() && volume.bytesAvailable() >= 0
        && volume.bytesAvailable() < SmallestUsableSpace;
}

Error diskFull(const QString &file)
{
    return storeError(code::StoreDiskFull, file,
        u"The disk that holds the database %1 is full. Nothing of this change was stored. "
        "Free some space and try again."_s.arg(shown(file)));
}

} // namespace

Error storeError(const char *code, const QString &file, const QString &message, QVariantMap args)
{
    args.insert(u"file"_s, shown(file));
    return { ErrorCategory::SystemError, QString::fromLatin1(code), message, std::move(args) };
}

int nativeCode(const QSqlError &error)
{
    return error.nativeErrorCode().toInt();
}

Error storeErrorFrom(const QSqlError &error, const QString &file)
{
    const QVariantMap details = { { u"details"_s, error.databaseText() } };
    switch (nativeCode(error) & 0xff) {
    case ResultBusy:
    case ResultLocked:
        return storeError(code::StoreBusy, file,
            u"Another program has locked the database %1. Close it and try again."_s.arg(
                shown(file)));
    case ResultReadOnly:
    case ResultPermission:
        return storeError(code::StoreReadOnly, file,
            u"The database %1 cannot be written. Check the permissions of the file and of its "
            "folder, or choose another data folder."_s.arg(shown(file)));
    case ResultFull:
        return diskFull(file);
    case ResultCorrupt:
    case ResultNotADatabase:
        return storeError(code::StoreCorrupt, file,
            u"The database %1 is damaged (%2). It was left untouched. Restore it from a backup, or "
            "move it away to begin with an empty one."_s.arg(shown(file), error.databaseText()),
            details);
    case ResultCannotOpen:
        return storeError(code::StoreOpenFailed, file,
            u"The database %1 cannot be opened (%2). Check that the file and its folder may be "
            "read and written."_s.arg(shown(file), error.databaseText()),
            details);
    case ResultIo:
        if (volumeIsFull(file))
            return diskFull(file);
        [[fallthrough]];
    default:
        return storeError(code::StoreFailed, file,
            u"The database %1 could not be used (%2). Nothing of this change was stored. Check the "
            "disk and try again."_s.arg(shown(file), error.text()),
            details);
    }
}

Error notFoundError(const QString &what, const QString &id)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::NotFound),
        u"There is no %1 %2. It may have been deleted."_s.arg(what, id),
        { { u"what"_s, what }, { u"id"_s, id } } };
}

} // namespace renum
