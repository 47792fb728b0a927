// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/write_session.h"

#include "core/model/error_codes.h"
#include "core/store/database_file.h"
#include "core/store/store_errors.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace renum {

namespace {

// The log is copied back into the database file every 8 MB. Only readers that never pause can make
// it grow further; then the writer waits for them shortly.
constexpr int CheckpointPages = 2000;
constexpr qint64 PageInLog = 4096 + 24; // a page and what the log says of it
constexpr qint64 ReservedLog = 32 + CheckpointPages * PageInLog;
constexpr qint64 FreeForReserve = 32 * ReservedLog;
constexpr qint64 LogLimit = qint64(40) * 1024 * 1024;
constexpr qint64 LogStep = qint64(8) * 1024 * 1024;
constexpr int CommitsBetweenLooks = 16;
constexpr int CheckpointWaitMilliseconds = 200;
constexpr int WriterBusyMilliseconds = 5000;

} // namespace

WriteSession::WriteSession(std::unique_ptr<Connection> openConnection)
    : m_connection(std::move(openConnection))
    , m_begin(m_connection.get(), "BEGIN IMMEDIATE")
    , m_commit(m_connection.get(), "COMMIT")
    , m_rollback(m_connection.get(), "ROLLBACK")
    , m_savepoint(m_connection.get(), "SAVEPOINT item")
    , m_release(m_connection.get(), "RELEASE item")
    , m_undo(m_connection.get(), "ROLLBACK TO item")
    , m_logLimit(LogLimit)
    , events(m_connection.get())
    , starts(m_connection.get())
    , teams(m_connection.get())
    , endpoints(m_connection.get())
    , agents(m_connection.get())
{
}

Result<void> WriteSession::prepare(Connection &connection)
{
    const Result<QVariant> mode = connection.scalar(u"PRAGMA journal_mode = WAL"_s);
    if (!mode)
        return mode.error();
    if (mode->toString() != "wal"_L1) {
        return storeError(code::StoreOpenFailed, connection.file(),
            u"The database %1 cannot be used: its file system lacks what a write-ahead log needs. "
            "Choose a data folder on a local disk."_s.arg(
                QDir::toNativeSeparators(connection.file())));
    }
    for (const QString &pragma : { u"PRAGMA wal_autocheckpoint = %1"_s.arg(CheckpointPages),
             u"PRAGMA journal_size_limit = %1"_s.arg(LogLimit) }) {
        if (const Result<void> done = connection.execute(pragma); !done)
            return done.error();
    }
    return {};
}

Result<void> WriteSession::setDurability(Durability durability)
{
    if (m_durability == durability)
        return {};
    const Result<void> set
        = m_connection->execute(durability == Durability::Full ? u"PRAGMA synchronous = FULL"_s
                                                               : u"PRAGMA synchronous = NORMAL"_s);
    m_durability.reset();
    if (set)
        m_durability = durability;
    return set;
}

void WriteSession::rollback()
{
    events.forget();
    const Result<void> undone = m_rollback.run(); // fails when the database already did it
    Q_UNUSED(undone)
}

Result<void> WriteSession::undoItem()
{
    events.forget();
    if (const Result<void> undone = m_undo.run(); !undone)
        return undone;
    return m_release.run();
}

// A commit at the end of a file that grows waits for its new blocks and size as well. So the log
// gets its size at once; SQLite goes over it again and again and stops reading at zeros. Nobody
// else appends to the log or shortens it while this session holds the right to write.
void WriteSession::reserveLog()
{
    if (m_isLogReserved)
        return;
    m_isLogReserved = true; // it is for speed only: not tried again when it fails
    QFile log(walFile(m_connection->file()));
    if (QStorageInfo(QFileInfo(log).path()).bytesAvailable() < FreeForReserve || !begin())
        return;
    if (log.open(QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered)
        && log.size() < ReservedLog && log.seek(log.size()))
        log.write(QByteArray(ReservedLog - log.size(), '\0'));
    const Result<void> ended = m_rollback.run();
    Q_UNUSED(ended)
}

void WriteSession::boundLog()
{
    if (++m_commitsSinceLook < CommitsBetweenLooks)
        return;
    m_commitsSinceLook = 0;
    const qint64 size = QFileInfo(walFile(m_connection->file())).size();
    if (size < m_logLimit)
        return;
    // Its result is a row (busy, pages, copied); a failure is not the waiters' business.
    const Result<void> shorter
        = m_connection->execute(u"PRAGMA busy_timeout = %1"_s.arg(CheckpointWaitMilliseconds));
    const Result<QVariant> busy = m_connection->scalar(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    const Result<void> longer
        = m_connection->execute(u"PRAGMA busy_timeout = %1"_s.arg(WriterBusyMilliseconds));
    Q_UNUSED(shorter)
    Q_UNUSED(longer)
    const bool done = busy && busy->toInt() == 0;
    m_logLimit = done ? LogLimit : size + LogStep; // do not wait again for every commit
    m_isLogReserved = !done;
}

} // namespace renum
