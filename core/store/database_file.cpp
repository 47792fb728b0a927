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

#include <cerrno>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace renum {

namespace {

constexpr int ApplicationId = 0x52656e75; // "Renu", in SQLite's file header

QString nativePath(const QString &file)
{
    return QDir::toNativeSeparators(file);
}

Error corrupt(const QString &file, const QString &why)
{
    return storeError(code::StoreCorrupt, file,
        u"The database %1 is damaged: %2. It was left untouched. Restore it from a backup, or move "
        "it away to begin with an empty one."_s.arg(nativePath(file), why),
        { { u"details"_s, why } });
}

Error openFailed(const QString &file, const QString &why)
{
    return storeError(code::StoreOpenFailed, file,
        u"The database %1 cannot be opened: %2"_s.arg(nativePath(file), why),
        { { u"details"_s, why } });
}

Error readOnly(const QString &file, const QString &what)
{
    return storeError(code::StoreReadOnly, file,
        u"The database %1 cannot be written because %2 is write-protected. Change the permissions, "
        "or choose another data folder."_s.arg(nativePath(file), nativePath(what)),
        { { u"what"_s, nativePath(what) } });
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
                nativePath(folder)));
    }
    return {};
}

/// What can be told without opening the file. It must not be opened here by other means than
/// SQLite's: closing it again would drop the locks that this process holds on it.
Result<void> inspect(const QString &file, Connection::Mode mode)
{
    const QFileInfo info(file);
    if (!info.isFile())
        return openFailed(file, u"it is not a file. Choose another data folder."_s);
    if (info.size() == 0)
        return corrupt(file, u"the file is empty"_s);
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

Result<void> identify(Connection &connection)
{
    const Result<QVariant> id = connection.scalar(u"PRAGMA application_id"_s);
    if (!id)
        return id.error();
    if (id->toInt() != ApplicationId)
        return openFailed(
            connection.file(), u"it belongs to another program. Choose another data folder."_s);
    return {};
}

// SQLite notices missing pages, but not that the last one is cut. While a log waits, the file may
// be shorter than the database; the log is looked at first, because it is emptied last.
Result<void> verifyLength(Connection &connection)
{
    const Result<QVariant> pages = connection.scalar(u"PRAGMA page_count"_s);
    if (!pages)
        return pages.error();
    const Result<QVariant> pageSize = connection.scalar(u"PRAGMA page_size"_s);
    if (!pageSize)
        return pageSize.error();
    const bool logIsEmpty = QFileInfo(walFile(connection.file())).size() == 0;
    const qint64 size = QFileInfo(connection.file()).size();
    if (logIsEmpty && size < pages->toLongLong() * pageSize->toLongLong())
        return corrupt(connection.file(), u"its end is missing"_s);
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

// A new name is durable only once its folder is.
void syncFolder(const QString &folder)
{
#ifdef Q_OS_UNIX
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
#else
    Q_UNUSED(folder)
#endif
}

/// False when another process was quicker, or it is not possible.
bool giveName(const QString &draft, const QString &file)
{
#ifdef Q_OS_UNIX
    // QFile::rename() may hold the place with an empty file for a moment, and another process that
    // starts would take that for damage.
    if (::link(QFile::encodeName(draft).constData(), QFile::encodeName(file).constData()) == 0)
        return true;
    if (errno == EEXIST)
        return false;
#endif
    return QFile::rename(draft, file);
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
    const bool taken = built && !giveName(draft, file) && !QFile::exists(file);
    for (const QString &suffix : { QString(), u"-wal"_s, u"-shm"_s })
        QFile::remove(draft + suffix);
    syncFolder(folder);
    if (!built) {
        Error error = built.error();
        error.message.replace(nativePath(draft), nativePath(file));
        error.args.insert(u"file"_s, nativePath(file));
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
    Result<void> sound = identify(**opened);
    if (sound)
        sound = verifyLength(**opened);
    if (sound)
        sound = migrate(**opened, mode, now);
    if (!sound)
        return sound.error();
    return opened;
}

} // namespace renum
