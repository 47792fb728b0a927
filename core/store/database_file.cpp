// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database_file.h"

#include "core/model/error_codes.h"
#include "core/store/migrations.h"
#include "core/store/store_errors.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace renum {

namespace {

constexpr int HeaderSize = 100;
constexpr int ApplicationId = 0x52656e75; // "Renu", in SQLite's file header
constexpr char Magic[] = "SQLite format 3"; // with its terminating zero

QString shown(const QString &file)
{
    return QDir::toNativeSeparators(file);
}

Error corrupt(const QString &file, const QString &why)
{
    return storeError(code::StoreCorrupt, file,
        u"The database %1 is damaged: %2. It was left untouched. Restore it from a backup, or move "
        "it away to begin with an empty one."_s.arg(shown(file), why),
        { { u"details"_s, why } });
}

Error openFailed(const QString &file, const QString &why)
{
    return storeError(code::StoreOpenFailed, file,
        u"The database %1 cannot be opened: %2"_s.arg(shown(file), why), { { u"details"_s, why } });
}

Error readOnly(const QString &file, const QString &what)
{
    return storeError(code::StoreReadOnly, file,
        u"The database %1 cannot be written because %2 is write-protected. Change the permissions, "
        "or choose another data folder."_s.arg(shown(file), shown(what)),
        { { u"what"_s, shown(what) } });
}

Result<void> ensureFolder(const QString &file)
{
    const QString folder = QFileInfo(file).absolutePath();
    const QFileInfo info(folder);
    if (info.isDir())
        return {};
    if (info.exists())
        return openFailed(file, u"%1 is not a folder. Choose another data folder."_s.arg(folder));
    if (!QDir().mkpath(folder)) {
        return openFailed(file,
            u"the folder %1 cannot be created. Create it, or choose another data folder."_s.arg(
                shown(folder)));
    }
    return {};
}

quint32 headerNumber(const QByteArray &header, int offset)
{
    return qFromBigEndian<quint32>(header.constData() + offset);
}

// The header knows how many pages there are. While a write-ahead log waits, the file may still be
// shorter than that.
bool isTruncated(const QFileInfo &info, const QByteArray &header)
{
    const quint32 sizeField = qFromBigEndian<quint16>(header.constData() + 16);
    const qint64 pageSize = sizeField == 1 ? 65536 : sizeField;
    const bool countIsValid = headerNumber(header, 24) == headerNumber(header, 92);
    const bool logIsEmpty = QFileInfo(walFile(info.filePath())).size() == 0;
    return countIsValid && logIsEmpty && info.size() < pageSize * headerNumber(header, 28);
}

Result<void> inspectContent(const QFileInfo &info)
{
    const QString file = info.filePath();
    QFile content(file);
    if (!content.open(QIODevice::ReadOnly))
        return openFailed(file, u"%1. Check its permissions."_s.arg(content.errorString()));
    const QByteArray header = content.read(HeaderSize);
    if (header.isEmpty())
        return corrupt(file, u"the file is empty"_s);
    if (header.size() < HeaderSize || !header.startsWith(QByteArray(Magic, sizeof Magic)))
        return corrupt(file, u"it is not a database file"_s);
    if (headerNumber(header, 68) != ApplicationId)
        return openFailed(file, u"it belongs to another program. Choose another data folder."_s);
    if (isTruncated(info, header))
        return corrupt(file, u"its end is missing"_s);
    return {};
}

Result<void> inspect(const QString &file, Connection::Mode mode)
{
    const QFileInfo info(file);
    if (!info.isFile())
        return openFailed(file, u"it is not a file. Choose another data folder."_s);
    if (const Result<void> sound = inspectContent(info); !sound)
        return sound.error();
    if (mode == Connection::Mode::ReadOnly)
        return {};
    if (!info.isWritable())
        return readOnly(file, file);
    // SQLite keeps its log beside the file.
    const QString folder = info.absolutePath();
    if (!QFileInfo(folder).isWritable())
        return readOnly(file, folder);
    return {};
}

Result<void> buildNew(const QString &file, Timestamp now)
{
    const Result<std::unique_ptr<Connection>> opened
        = Connection::open(file, Connection::Mode::Create);
    if (!opened)
        return opened.error();
    Connection &connection = **opened;
    for (const QString &pragma : { u"PRAGMA application_id = %1"_s.arg(ApplicationId),
             u"PRAGMA synchronous = FULL"_s, u"PRAGMA journal_mode = WAL"_s }) {
        if (const Result<void> done = connection.execute(pragma); !done)
            return done.error();
    }
    return migrate(connection, Connection::Mode::Create, now);
}

// Built under another name and then renamed, so that the file is whole from its first moment: an
// empty or half-made one is always damage, never a first start that was interrupted.
Result<void> createDatabase(const QString &file, Timestamp now)
{
    const QString folder = QFileInfo(file).absolutePath();
    if (!QFileInfo(folder).isWritable())
        return readOnly(file, folder);
    const QString draft = file + ".new-"_L1 + QUuid::createUuid().toString(QUuid::Id128);
    const Result<void> built = buildNew(draft, now);
    const bool taken = built && !QFile::rename(draft, file) && !QFile::exists(file);
    for (const QString &suffix : { QString(), u"-wal"_s, u"-shm"_s })
        QFile::remove(draft + suffix);
    if (!built) {
        Error error = built.error();
        error.message.replace(shown(draft), shown(file));
        error.args.insert(u"file"_s, shown(file));
        return error;
    }
    // When another process was quicker, its file is as good as ours.
    return taken ? Result<void>(openFailed(file, u"it cannot be created in its folder."_s))
                 : Result<void>();
}

Result<void> ensureFile(const QString &file, Connection::Mode mode, Timestamp now)
{
    if (QFileInfo::exists(file))
        return {};
    if (mode == Connection::Mode::ReadOnly)
        return openFailed(file, u"it does not exist."_s);
    if (QFileInfo(walFile(file)).size() > 0)
        return corrupt(file, u"the file is missing, but its log is still there"_s);
    if (const Result<void> folder = ensureFolder(file); !folder)
        return folder.error();
    return createDatabase(file, now);
}

} // namespace

QString walFile(const QString &file)
{
    return file + "-wal"_L1;
}

Result<std::unique_ptr<Connection>> openDatabase(
    const QString &file, Connection::Mode mode, Timestamp now)
{
    if (const Result<void> present = ensureFile(file, mode, now); !present)
        return present.error();
    if (const Result<void> healthy = inspect(file, mode); !healthy)
        return healthy.error();
    Result<std::unique_ptr<Connection>> opened = Connection::open(file, mode);
    if (!opened)
        return opened.error();
    if (const Result<void> migrated = migrate(**opened, mode, now); !migrated)
        return migrated.error();
    return opened;
}

} // namespace renum
