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
    void stepStatusKeepsWhatIsStored();
    void stepStatusKeepsWhatHangsTogether();
    void teamsFromBeforeHaveTheVersionThatTheyAreIn();
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
/// A step, of the table that migration 3 rebuilds, and what it hangs together with.
QStringList rowsOfVersionTwo()
{
    return { u"INSERT INTO renum_team_executions VALUES (7, 'x', 't', 'Team', 'sequential', "
             "'running', 0, 0, 1, 0, 3, 2, 10, 11, NULL, 'o', '{}', '', NULL, 'go', NULL, NULL, "
             "'{}', 0)"_s,
        u"INSERT INTO renum_team_agent_executions VALUES (7, 1, 'a', 'agent', 1, 'completed', 2, "
        "3, 9, 'bound', 'run', 'thread', 'Name', 'role', 'model', NULL, NULL, 20, 30, '{}', NULL, "
        "'[1]', '[2]', '{\"state\":\"approved\"}')"_s,
        u"INSERT INTO renum_execution_events VALUES (7, 2, 'step_update', 'step_started', 'agent', "
        "'a', 12, '{}')"_s,
        u"INSERT INTO renum_remote_starts VALUES (7, 'a', 2, 'bound', 'v3', 'h', 'thread', 'p', "
        "'run', 1, '[]', 13, 14, 15)"_s };
}

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

// Migration 3 rebuilds the table of the steps.
void TestMigrations::stepStatusKeepsWhatIsStored()
{
    const QList<Migration> files = migrationFiles();
    QVERIFY(migrateTo(files.first(2), Connection::Mode::Create).ok());
    {
        RawDatabase raw(file());
        for (const QString &statement : rowsOfVersionTwo())
            QVERIFY(raw.run(statement));
    }
    QVERIFY(migrateTo(files).ok());
    RawDatabase raw(file());
    QCOMPARE(raw.text("SELECT (execution_key || seq || type || event_type || agent_id "
                      "|| step_id || created_at || data) FROM renum_execution_events"),
        u"72step_updatestep_startedagenta12{}"_s);
    QCOMPARE(raw.text("SELECT execution_key || step_id || attempt || state || backend || "
                      "payload_hash || thread_id || project_id || agent_run_id || adopted || "
                      "extra_runs || intent_at || sent_at || watch_until FROM renum_remote_starts"),
        u"7a2boundv3hthreadprun1[]131415"_s);
    QCOMPARE(raw.text("SELECT execution_key || position || step_id || agent_id || step_order || "
                      "status || attempts || attempt_seq || end_seq || run_state || "
                      "suna_agent_run_id || suna_thread_id || name || role || model_name || "
                      "started_at || completed_at || individual_usage_metrics || input_data || "
                      "output_data || approval FROM renum_team_agent_executions "
                      "WHERE coalesce(skip_reason, retry_at, error_detail) IS NULL"),
        u"71aagent1completed239boundrunthreadNamerolemodel2030{}[1][2]{\"state\":\"approved\"}"_s);
    QCOMPARE(
        raw.text("SELECT execution_id || state FROM renum_execution_approvals"), u"xapproved"_s);
}

void TestMigrations::stepStatusKeepsWhatHangsTogether()
{
    const QList<Migration> files = migrationFiles();
    QVERIFY(migrateTo(files.first(2), Connection::Mode::Create).ok());
    {
        RawDatabase raw(file());
        for (const QString &statement : rowsOfVersionTwo())
            QVERIFY(raw.run(statement));
    }
    QVERIFY(migrateTo(files).ok());
    RawDatabase raw(file());
    QCOMPARE(raw.number("SELECT count(*) FROM sqlite_schema "
                        "WHERE name = 'renum_team_agent_executions_durations'"),
        1);
    QVERIFY(raw.run(u"PRAGMA foreign_keys = ON"_s));
    QVERIFY(raw.run(u"DELETE FROM renum_team_executions"_s));
    QCOMPARE(raw.number("SELECT (SELECT count(*) FROM renum_execution_events) + "
                        "(SELECT count(*) FROM renum_remote_starts) + "
                        "(SELECT count(*) FROM renum_team_agent_executions)"),
        0);
}

// Migration 7 begins to keep versions.
void TestMigrations::teamsFromBeforeHaveTheVersionThatTheyAreIn()
{
    const QList<Migration> files = migrationFiles();
    QVERIFY(migrateTo(files.first(6), Connection::Mode::Create).ok());
    {
        RawDatabase raw(file());
        QVERIFY(raw.run(u"INSERT INTO renum_agent_teams VALUES ('t', 'Name', 1, 4, 10, 20, 'name', "
                        "'About', '[1]', '{}', '{\"type\":1}')"_s));
    }
    QVERIFY(migrateTo(files).ok());
    RawDatabase raw(file());
    QCOMPARE(raw.text("SELECT team_id || version || saved_at || label || name || description || "
                      "agent_ids || team_config || workflow_definition FROM renum_team_versions"),
        u"t420NameAbout[1]{}{\"type\":1}"_s);
    QVERIFY(raw.run(u"PRAGMA foreign_keys = ON"_s));
    QVERIFY(raw.run(u"DELETE FROM renum_agent_teams"_s));
    QCOMPARE(raw.number("SELECT count(*) FROM renum_team_versions"), 0);
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
