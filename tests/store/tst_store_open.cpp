// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/store/migration_files.h"
#include "tests/store/raw_database.h"
#include "tests/store/store_fixture.h"
#include "tests/store/store_process.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

/// Opening: every kind of trouble has its own error, names the file, and leaves it as it was.
class TestStoreOpen : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_dir = std::make_unique<QTemporaryDir>();
    }

    void makesFileAndFolder();
    void refusesWhatIsNoDatabase_data();
    void refusesWhatIsNoDatabase();
    void refusesATruncatedDatabase();
    void reportsADamagedPage();
    void refusesALogWithoutItsDatabase();
    void refusesADatabaseOfAnotherProgram();
    void refusesADatabaseWithoutSchema();
    void refusesANewerSchema();
    void refusesAChangedMigration();
    void refusesAFolderInPlaceOfTheFile();
    void refusesAFileInPlaceOfTheFolder();
    void refusesAMissingFileForReading();
    void refusesWhatMayNotBeWritten_data();
    void refusesWhatMayNotBeWritten();
    void waitsForAnotherProgramOnlySoLong();
    void opensTheSameFileTwiceAtOnce();
    void leavesNoDraftBehind();

private:
    [[nodiscard]] QString file() const { return m_dir->filePath(u"renum.db"_s); }
    [[nodiscard]] Error errorOfOpening(bool readOnly = false)
    {
        const Result<std::unique_ptr<Store>> store = Store::open({ file(), readOnly }, &m_clock);
        return store ? Error {} : store.error();
    }
    void makeDatabase()
    {
        const std::unique_ptr<Store> store = openStore(file());
        QVERIFY(store);
        LogBuilder log;
        QVERIFY(answerOf(store->append(log.beginning({ u"a"_s }))).ok());
    }
    [[nodiscard]] QByteArray content() const
    {
        QFile opened(file());
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
    void setContent(const QByteArray &bytes)
    {
        QFile opened(file());
        QVERIFY(opened.open(QIODevice::WriteOnly));
        QCOMPARE(opened.write(bytes), bytes.size());
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
};

#define COMPARE_CODE(error, expected)                                                              \
    do {                                                                                           \
        const Error actual = (error);                                                              \
        QCOMPARE(actual.code, QLatin1StringView(expected));                                        \
        QVERIFY(actual.category == ErrorCategory::SystemError);                                    \
        QVERIFY2(actual.message.contains(QDir::toNativeSeparators(file())),                        \
            qPrintable(actual.message));                                                           \
        QCOMPARE(actual.args.value(u"file"_s).toString(), QDir::toNativeSeparators(file()));       \
    } while (false)

void TestStoreOpen::makesFileAndFolder()
{
    const QString path = m_dir->filePath(u"new/deep er/ção %20 #1?.db"_s);
    {
        const Result<std::unique_ptr<Store>> store = Store::open({ path }, &m_clock);
        QVERIFY(store.ok());
        QCOMPARE((*store)->file(), path);
        QVERIFY(QFileInfo(path).isFile());
        QCOMPARE(*answerOf((*store)->teamCount()), 0);
    }
    // Closed properly, one file is left.
    QCOMPARE(QDir(QFileInfo(path).path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestStoreOpen::refusesWhatIsNoDatabase_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("hello, this is a note\n");
    QTest::newRow("long text") << QByteArray(10000, 'x');
    QTest::newRow("zeros") << QByteArray(8192, '\0');
    QTest::newRow("magic alone") << QByteArray("SQLite format 3\0", 16);
}

void TestStoreOpen::refusesWhatIsNoDatabase()
{
    QFETCH(QByteArray, bytes);
    setContent(bytes);
    COMPARE_CODE(errorOfOpening(), code::StoreCorrupt);
    COMPARE_CODE(errorOfOpening(true), code::StoreCorrupt);
    QCOMPARE(content(), bytes);
}

void TestStoreOpen::refusesATruncatedDatabase()
{
    makeDatabase();
    const QByteArray whole = content();
    for (const qsizetype size :
        { whole.size() - 1, whole.size() / 2, qsizetype(4096), qsizetype(512) }) {
        setContent(whole.first(size));
        COMPARE_CODE(errorOfOpening(), code::StoreCorrupt);
        QCOMPARE(content().size(), size);
    }
    setContent(whole);
    QCOMPARE(errorOfOpening().code, QString());
}

void TestStoreOpen::reportsADamagedPage()
{
    makeDatabase();
    QByteArray bytes = content();
    for (qsizetype i = 4096; i < bytes.size(); ++i)
        bytes[i] = char(0xa5); // the first page, with the schema, stays
    setContent(bytes);
    COMPARE_CODE(errorOfOpening(), code::StoreCorrupt);
    QCOMPARE(content(), bytes);
}

void TestStoreOpen::refusesALogWithoutItsDatabase()
{
    QFile log(file() + "-wal"_L1);
    QVERIFY(log.open(QIODevice::WriteOnly));
    log.write(QByteArray(5000, 'w'));
    log.close();
    COMPARE_CODE(errorOfOpening(), code::StoreCorrupt);
    QVERIFY(!QFile::exists(file()));
    QCOMPARE(log.size(), 5000);
}

void TestStoreOpen::refusesADatabaseOfAnotherProgram()
{
    {
        RawDatabase raw(file());
        QVERIFY(raw.run(u"CREATE TABLE bookmarks (url TEXT)"_s));
    }
    const QByteArray before = content();
    COMPARE_CODE(errorOfOpening(), code::StoreOpenFailed);
    QCOMPARE(content(), before);
}

void TestStoreOpen::refusesADatabaseWithoutSchema()
{
    makeDatabase();
    {
        RawDatabase raw(file());
        QVERIFY(raw.run(u"DROP TABLE schema_migrations"_s));
    }
    COMPARE_CODE(errorOfOpening(), code::StoreCorrupt);
}

void TestStoreOpen::refusesANewerSchema()
{
    makeDatabase();
    {
        RawDatabase raw(file());
        QVERIFY(raw.run(u"INSERT INTO schema_migrations VALUES (99, 0, 'x')"_s));
    }
    const Error error = errorOfOpening();
    COMPARE_CODE(error, code::StoreNewerSchema);
    QCOMPARE(error.args.value(u"found"_s).toInt(), 99);
    QCOMPARE(error.args.value(u"known"_s).toInt(), int(migrationFiles().size()));
    QVERIFY(error.message.contains(u"Update Renum"_s));
    COMPARE_CODE(errorOfOpening(true), code::StoreNewerSchema);
}

void TestStoreOpen::refusesAChangedMigration()
{
    makeDatabase();
    {
        RawDatabase raw(file());
        QVERIFY(raw.run(u"UPDATE schema_migrations SET checksum = 'other'"_s));
    }
    COMPARE_CODE(errorOfOpening(), code::StoreMigrationChanged);
}

void TestStoreOpen::refusesAFolderInPlaceOfTheFile()
{
    QVERIFY(QDir().mkpath(file()));
    COMPARE_CODE(errorOfOpening(), code::StoreOpenFailed);
}

void TestStoreOpen::refusesAFileInPlaceOfTheFolder()
{
    setContent("a file");
    const QString inside = file() + "/renum.db"_L1;
    const Result<std::unique_ptr<Store>> store = Store::open({ inside }, &m_clock);
    QCOMPARE(store.error().code, QLatin1StringView(code::StoreOpenFailed));
    const Result<std::unique_ptr<Store>> deeper
        = Store::open({ file() + "/sub/renum.db"_L1 }, &m_clock);
    QCOMPARE(deeper.error().code, QLatin1StringView(code::StoreOpenFailed));
}

void TestStoreOpen::refusesAMissingFileForReading()
{
    COMPARE_CODE(errorOfOpening(true), code::StoreOpenFailed);
    QVERIFY(!QFile::exists(file()));
}

void TestStoreOpen::refusesWhatMayNotBeWritten_data()
{
    QTest::addColumn<bool>("exists");
    QTest::addColumn<int>("folderMode");
    QTest::addColumn<int>("fileMode");
    QTest::addColumn<QString>("expected");
    QTest::newRow("new file in a read-only folder")
        << false << 0555 << 0 << QString::fromLatin1(code::StoreReadOnly);
    QTest::newRow("read-only file")
        << true << 0777 << 0444 << QString::fromLatin1(code::StoreReadOnly);
    QTest::newRow("read-only folder")
        << true << 0555 << 0666 << QString::fromLatin1(code::StoreReadOnly);
    QTest::newRow("unreadable file")
        << true << 0777 << 0000 << QString::fromLatin1(code::StoreReadOnly);
    QTest::newRow("writable") << true << 0777 << 0666 << u"ok"_s;
}

void TestStoreOpen::refusesWhatMayNotBeWritten()
{
    QFETCH(bool, exists);
    QFETCH(int, folderMode);
    QFETCH(int, fileMode);
    QFETCH(QString, expected);
    if (exists)
        makeDatabase();
    const QByteArray before = content();
    // The child is no superuser, whoever runs the test.
    StoreProcess::setMode(m_dir->path(), folderMode);
    if (exists)
        StoreProcess::setMode(file(), fileMode);
    StoreProcess process({ u"open"_s, file() });
    const QString answer = process.nextLine();
    StoreProcess::setMode(m_dir->path(), 0777);
    QCOMPARE(answer.section(u' ', 0, 0), expected);
    if (expected == "ok"_L1)
        return;
    QVERIFY2(answer.contains(file()), qPrintable(answer));
    StoreProcess::setMode(file(), 0666);
    QCOMPARE(content(), before);
}

void TestStoreOpen::waitsForAnotherProgramOnlySoLong()
{
    const std::unique_ptr<Store> store = openStore(file());
    QVERIFY(store);
    LogBuilder log;
    const ExecutionEvents beginning = log.beginning({ u"a"_s });
    {
        RawDatabase raw(file());
        QVERIFY(raw.run(u"BEGIN IMMEDIATE"_s));
        COMPARE_CODE(answerOf(store->append(beginning)).error(), code::StoreBusy);
        QCOMPARE(*answerOf(store->activeExecutionCount()), 0); // readers do not wait
    }
    QVERIFY(answerOf(store->append(beginning)).ok());
}

void TestStoreOpen::opensTheSameFileTwiceAtOnce()
{
    // Both find no file and make one; the quicker one's is kept.
    StoreProcess::setMode(m_dir->path(), 0777);
    StoreProcess one({ u"open"_s, file() });
    StoreProcess two({ u"open"_s, file() });
    QCOMPARE(one.nextLine(), u"ok"_s);
    QCOMPARE(two.nextLine(), u"ok"_s);
}

void TestStoreOpen::leavesNoDraftBehind()
{
    makeDatabase();
    const QStringList names = QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden);
    QCOMPARE(names, QStringList { u"renum.db"_s });
}

QTEST_GUILESS_MAIN(TestStoreOpen)
#include "tst_store_open.moc"
