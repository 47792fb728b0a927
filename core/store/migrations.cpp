// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"

#include "core/model/error_codes.h"
#include "core/store/statement.h"
#include "core/store/store_errors.h"

#include <QCryptographicHash>
#include <QDir>
#include <QMap>

using namespace Qt::StringLiterals;

namespace renum {

namespace {

constexpr int TableMissing = 1; // SQLite's code for a statement that does not fit the schema

Error notOurs(const QString &file)
{
    return storeError(code::StoreCorrupt, file,
        u"The database %1 is damaged: its schema is missing. It was left untouched. Restore it "
        "from a backup, or move it away to begin with an empty one."_s.arg(
            QDir::toNativeSeparators(file)));
}

QByteArray normalised(QByteArray sql)
{
    return sql.replace("\r\n", "\n");
}

// A statement ends where a line ends with a semicolon (see the files).
QStringList statementsOf(const Migration &migration)
{
    QStringList statements;
    QString current;
    const QList<QByteArray> lines = normalised(migration.sql).split('\n');
    for (const QByteArray &line : lines) {
        if (line.trimmed().isEmpty() || line.startsWith("--"))
            continue;
        current += QString::fromUtf8(line) + u'\n';
        if (line.endsWith(';')) {
            statements.append(current);
            current.clear();
        }
    }
    if (!current.isEmpty())
        statements.append(current);
    return statements;
}

using Applied = QMap<int, QByteArray>; // version and checksum

Result<Applied> appliedMigrations(Connection &connection)
{
    Statement select(
        &connection, "SELECT version, checksum FROM schema_migrations ORDER BY version");
    if (const Result<void> ran = select.run(); !ran)
        return select.failureCode() == TableMissing ? notOurs(connection.file()) : ran.error();
    Applied applied;
    while (select.next())
        applied.insert(select.number(0), select.text(1).toLatin1());
    if (const Result<void> read = select.finish(); !read)
        return read.error();
    return applied;
}

Error newerSchema(const QString &file, int found, int known)
{
    return storeError(code::StoreNewerSchema, file,
        u"The database %1 has schema version %2, but this program knows versions up to %3 only. "
        "Update Renum, or choose another data folder. Nothing was changed."_s.arg(
            QDir::toNativeSeparators(file), QString::number(found), QString::number(known)),
        { { u"found"_s, found }, { u"known"_s, known } });
}

Error changedMigration(const QString &file, int version)
{
    return storeError(code::StoreMigrationChanged, file,
        u"The database %1 was made by another edition of schema version %2 than this program's. "
        "Use the edition of Renum that made it, or choose another data folder. Nothing was "
        "changed."_s.arg(QDir::toNativeSeparators(file), QString::number(version)),
        { { u"version"_s, version } });
}

Result<void> verify(const QString &file, const Applied &applied, const QList<Migration> &migrations)
{
    const int known = int(migrations.size());
    if (!applied.isEmpty() && applied.lastKey() > known)
        return newerSchema(file, applied.lastKey(), known);
    for (const Migration &migration : migrations) {
        const auto found = applied.constFind(migration.version);
        if (found != applied.cend() && *found != migrationChecksum(migration))
            return changedMigration(file, migration.version);
    }
    return {};
}

Result<void> applyOne(Connection &connection, const Migration &migration, Timestamp now)
{
    const QStringList statements = statementsOf(migration);
    for (const QString &sql : statements) {
        if (const Result<void> done = connection.execute(sql); !done)
            return done.error();
    }
    Statement insert(&connection,
        "INSERT INTO schema_migrations (version, applied_at, checksum) VALUES (?, ?, CAST(? AS "
        "TEXT))");
    return insert.run(migration.version, now, migrationChecksum(migration));
}

Result<void> applyMissing(Connection &connection, const QList<Migration> &migrations, Timestamp now)
{
    // Read again inside the transaction: another process may have migrated in between.
    const Result<Applied> applied = appliedMigrations(connection);
    if (!applied)
        return applied.error();
    for (const Migration &migration : migrations) {
        if (applied->contains(migration.version))
            continue;
        if (const Result<void> done = applyOne(connection, migration, now); !done)
            return done.error();
    }
    return {};
}

Result<void> inTransaction(
    Connection &connection, const QList<Migration> &migrations, Timestamp now)
{
    if (const Result<void> begun = connection.execute(u"BEGIN IMMEDIATE"_s); !begun)
        return begun.error();
    const Result<void> applied = applyMissing(connection, migrations, now);
    const Result<void> ended = applied ? connection.execute(u"COMMIT"_s) : applied;
    if (!ended) {
        // The first failure is the one to tell; an automatic rollback makes this one fail.
        const Result<void> undone = connection.execute(u"ROLLBACK"_s);
        Q_UNUSED(undone)
    }
    return ended;
}

Error outdatedReadOnly(const QString &file)
{
    return storeError(code::StoreReadOnly, file,
        u"The database %1 has an older schema, which cannot be brought up to date because the "
        "database was opened for reading only. Open it once for writing."_s.arg(
            QDir::toNativeSeparators(file)));
}

} // namespace

QByteArray migrationChecksum(const Migration &migration)
{
    return QCryptographicHash::hash(normalised(migration.sql), QCryptographicHash::Sha256).toHex();
}

Result<void> migrate(Connection &connection, Connection::Mode mode, Timestamp now)
{
    return migrate(connection, mode, now, migrationFiles());
}

Result<void> migrate(Connection &connection, Connection::Mode mode, Timestamp now,
    const QList<Migration> &migrations)
{
    if (mode == Connection::Mode::Create) {
        const Result<void> made = connection.execute(
            u"CREATE TABLE schema_migrations (version INTEGER NOT NULL PRIMARY KEY, "
            "applied_at INTEGER NOT NULL, checksum TEXT NOT NULL) STRICT"_s);
        if (!made)
            return made.error();
    }
    const Result<Applied> applied = appliedMigrations(connection);
    if (!applied)
        return applied.error();
    if (const Result<void> sound = verify(connection.file(), *applied, migrations); !sound)
        return sound.error();
    if (applied->size() == migrations.size())
        return {};
    if (mode == Connection::Mode::ReadOnly)
        return outdatedReadOnly(connection.file());
    return inTransaction(connection, migrations, now);
}

} // namespace renum
