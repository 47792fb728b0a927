// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/store/connection.h"
#include "core/store/migrations.h"
#include "tests/store/raw_database.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

/// The numbered schema changes.
class TestMigrations : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_dir = std::make_unique<QTemporaryDir>();
    }

    void areNumberedWithoutGap();
    void releasedOnesDoNotChange();
    void checksumIgnoresLineEndings();
    void bringEveryEarlierVersionUpToDate_data();
    void bringEveryEarlierVersionUpToDate();
    void appliesOnlyWhatIsMissing();
    void failedOneLeavesTheSchemaAsItWas();
    void readOnlyConnectionIsNotMigrated();

private:
    [[nodiscard]] QString file() const { return m_dir->filePath(u"renum.db"_s); }
    [[nodiscard]] Result<void> migrateTo(
        const QList<Migration> &migrations, Connection::Mode mode = Connection::Mode::ReadWrite)
    {
        const Result<std::unique_ptr<Connection>> connection = Connection::open(file(), mode);
        if (!connection)
            return connection.error();
        return migrate(**connection, mode, fromMicroseconds(5), migrations);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

namespace {

const Migration First { 1, "-- a comment\nCREATE TABLE one (\n    a TEXT\n);\n" };
const Migration Second { 2, "ALTER TABLE one ADD b TEXT;\n\nCREATE TABLE two (c TEXT);\n" };
const Migration Broken { 2, "CREATE TABLE two (c TEXT);\nCREATE TABLE one (a TEXT);\n" };

} // namespace

void TestMigrations::areNumberedWithoutGap()
{
    const QList<Migration> files = migrationFiles();
    QVERIFY(!files.isEmpty());
    for (int i = 0; i < files.size(); ++i)
        QCOMPARE(files[i].version, i + 1);
}

void TestMigrations::releasedOnesDoNotChange()
{
    QFile listed(QStringLiteral(RENUM_SOURCE_DIR "/tests/store/migration_checksums.txt"));
    QVERIFY(listed.open(QIODevice::ReadOnly));
    QList<QByteArray> checksums;
    while (!listed.atEnd()) {
        const QByteArray line = listed.readLine().trimmed();
        if (!line.isEmpty() && !line.startsWith('#'))
            checksums.append(line);
    }
    const QList<Migration> files = migrationFiles();
    QCOMPARE(files.size(), checksums.size());
    for (int i = 0; i < files.size(); ++i)
        QCOMPARE(migrationChecksum(files[i]), checksums[i]);
}

void TestMigrations::checksumIgnoresLineEndings()
{
    QByteArray windows = First.sql;
    windows.replace("\n", "\r\n");
    QCOMPARE(migrationChecksum({ 1, windows }), migrationChecksum(First));
    QVERIFY(migrationChecksum(First) != migrationChecksum(Second));
}

void TestMigrations::bringEveryEarlierVersionUpToDate_data()
{
    QTest::addColumn<int>("version");
    const int newest = int(migrationFiles().size());
    for (int version = 0; version <= newest; ++version)
        QTest::addRow("from %d", version) << version;
}

void TestMigrations::bringEveryEarlierVersionUpToDate()
{
    QFETCH(int, version);
    const QList<Migration> files = migrationFiles();
    QVERIFY(migrateTo(files.first(version), Connection::Mode::Create).ok());
    QVERIFY(migrateTo(files).ok());
    RawDatabase raw(file());
    QCOMPARE(raw.number("SELECT max(version) FROM schema_migrations"), files.size());
    QCOMPARE(raw.number("SELECT count(*) FROM renum_execution_events"), 0);
}

void TestMigrations::appliesOnlyWhatIsMissing()
{
    QVERIFY(migrateTo({ First }, Connection::Mode::Create).ok());
    {
        RawDatabase raw(file());
        QVERIFY(raw.run(u"INSERT INTO one VALUES ('kept')"_s));
    }
    QVERIFY(migrateTo({ First, Second }).ok());
    QVERIFY(migrateTo({ First, Second }).ok());
    RawDatabase raw(file());
    QCOMPARE(raw.text("SELECT a FROM one WHERE b IS NULL"), u"kept"_s);
    QCOMPARE(raw.number("SELECT count(*) FROM two"), 0);
    QCOMPARE(raw.number("SELECT applied_at FROM schema_migrations WHERE version = 2"), 5);
    const Result<void> older = migrateTo({ First });
    QCOMPARE(older.error().code, QLatin1StringView(code::StoreNewerSchema));
}

void TestMigrations::failedOneLeavesTheSchemaAsItWas()
{
    QVERIFY(migrateTo({ First }, Connection::Mode::Create).ok());
    QVERIFY(!migrateTo({ First, Broken }).ok());
    RawDatabase raw(file());
    QCOMPARE(raw.number("SELECT max(version) FROM schema_migrations"), 1);
    QCOMPARE(raw.number("SELECT count(*) FROM sqlite_schema WHERE name = 'two'"), 0);
    QVERIFY(migrateTo({ First, Second }).ok());
}

void TestMigrations::readOnlyConnectionIsNotMigrated()
{
    QVERIFY(migrateTo({ First }, Connection::Mode::Create).ok());
    const Result<void> refused = migrateTo({ First, Second }, Connection::Mode::ReadOnly);
    QCOMPARE(refused.error().code, QLatin1StringView(code::StoreReadOnly));
    QVERIFY(migrateTo({ First }, Connection::Mode::ReadOnly).ok());
}

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
