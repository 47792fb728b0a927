// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/store/store_fixture.h"
#include "tests/store/store_process.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

/// What was acknowledged survives: killed processes, full disks, failing writes.
class TestStoreCrash : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_dir = std::make_unique<QTemporaryDir>();
    }

    void killedProcessLosesNothingAcknowledged_data();
    void killedProcessLosesNothingAcknowledged();
    void failedWriteIsToldAndStoreGoesOn();
    void fullDiskIsToldAndStoreGoesOn();
    void newDatabaseOnAFullDisk();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestStoreCrash::killedProcessLosesNothingAcknowledged_data()
{
    QTest::addColumn<int>("acknowledged");
    for (const int count : { 1, 2, 3, 10, 47, 200, 999 })
        QTest::addRow("after %d", count) << count;
}

void TestStoreCrash::killedProcessLosesNothingAcknowledged()
{
    QFETCH(int, acknowledged);
    const QString file = m_dir->filePath(u"renum.db"_s);
    qint64 last = 0;
    {
        StoreProcess process({ u"append"_s, file });
        for (int i = 0; i < acknowledged; ++i)
            last = process.nextLine().toLongLong();
        process.kill();
        for (QString line = process.nextLine(); !line.isEmpty(); line = process.nextLine())
            last = std::max(last, line.toLongLong());
    }
    QVERIFY(last >= acknowledged);
    const std::unique_ptr<Store> store = openStore(file);
    QVERIFY(store);
    LogBuilder log;
    const Result<ExecutionEvents> events = answerOf(store->events(log.id(), 0, 1000000));
    QVERIFY(events.ok());
    QVERIFY2(events->last().seq >= last, qPrintable(QString::number(events->last().seq)));
    for (qsizetype i = 0; i < events->size(); ++i)
        QCOMPARE(events->at(i).seq, i + 1);
    const Result<Execution> execution = answerOf(store->execution(log.id()));
    QVERIFY(execution.ok());
    QVERIFY(*execution == foldOf(*events));
}

void TestStoreCrash::failedWriteIsToldAndStoreGoesOn()
{
    StoreProcess process({ u"limit"_s, m_dir->filePath(u"renum.db"_s) });
    QCOMPARE(process.nextLine(), QLatin1StringView(code::StoreFailed));
    QCOMPARE(process.nextLine(), u"intact"_s);
    QCOMPARE(process.nextLine(), u"goes on"_s);
}

void TestStoreCrash::fullDiskIsToldAndStoreGoesOn()
{
    StoreProcess process({ u"full"_s, m_dir->path() });
    const QString first = process.nextLine();
    if (first == "no disk"_L1)
        QSKIP("This system lets nobody mount a disk of his own.");
    QCOMPARE(first, QLatin1StringView(code::StoreDiskFull));
    QCOMPARE(process.nextLine(), u"intact"_s);
    QCOMPARE(process.nextLine(), u"goes on"_s);
}

void TestStoreCrash::newDatabaseOnAFullDisk()
{
    StoreProcess process({ u"create"_s, m_dir->path() });
    const QString first = process.nextLine();
    if (first == "no disk"_L1)
        QSKIP("This system lets nobody mount a disk of his own.");
    QCOMPARE(first, QLatin1StringView(code::StoreDiskFull));
    QCOMPARE(process.nextLine(), u"filler"_s); // nothing half-made is left
    QCOMPARE(process.nextLine(), u"ok"_s);
}

QTEST_GUILESS_MAIN(TestStoreCrash)
#include "tst_store_crash.moc"
