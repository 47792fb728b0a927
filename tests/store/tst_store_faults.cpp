// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/store/store_fixture.h"
#include "tests/store/store_process.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <vector>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

/// Points of failure that are tried when nobody asks for more.
constexpr int UsualPoints = 10;
/// Of the forty appends of a ledger.
constexpr int SyncedAppends = 20;

/// What one run of the driver said.
struct Ledger {
    qint64 acknowledged = 0;
    QStringList refusals;
    bool complete = false; ///< ended by itself
};

} // namespace

/// R5: the system refuses the k-th write, sync or open of a store, once or from then on. The store
/// says so with a typed error, goes on when it can, and holds what it acknowledged. A tracer
/// injects the failures, so that the product needs nothing for it.
class TestStoreFaults : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void oneCallFails_data();
    void oneCallFails();
    void aDiskThatNeverSyncsAcknowledgesNothingSynced();

private:
    [[nodiscard]] QStringList tracer(const QString &call, const QString &inject) const;
    [[nodiscard]] Ledger play(const QString &call, const QString &inject = {}) const;
    [[nodiscard]] int calls(const QString &call) const;
    [[nodiscard]] QByteArray trace() const;
    [[nodiscard]] qint64 storedSeq() const;
    void prepareDatabase();
    void checkOnePoint(const QString &call, const QString &error, int point);

    qsizetype m_refusals = 0; ///< of all points of a row

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_file;
};

void TestStoreFaults::initTestCase()
{
    const QString strace = QStandardPaths::findExecutable(u"strace"_s);
    if (strace.isEmpty())
        QSKIP("strace is not installed; it injects the failures of this test.");
    QProcess probe;
    probe.start(strace, { u"-f"_s, u"-qq"_s, u"-o"_s, u"/dev/null"_s, u"true"_s });
    if (!probe.waitForFinished() || probe.exitCode() != 0)
        QSKIP("This system does not let a process be traced.");
}

/// A database with its tables, so that what fails later is not its making.
void TestStoreFaults::prepareDatabase()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_file = m_dir->filePath(u"renum.db"_s);
    QVERIFY(openStore(m_file));
}

QStringList TestStoreFaults::tracer(const QString &call, const QString &inject) const
{
    QStringList words { u"strace"_s, u"-f"_s, u"-qq"_s, u"--seccomp-bpf"_s, u"-o"_s,
        m_dir->filePath(u"trace"_s), u"-e"_s, u"trace="_s + call };
    for (const char *suffix : { "", "-wal", "-shm" })
        words << u"-P"_s << m_file + QLatin1StringView(suffix);
    if (!inject.isEmpty())
        words << u"-e"_s << u"inject="_s + call + u':' + inject;
    return words;
}

Ledger TestStoreFaults::play(const QString &call, const QString &inject) const
{
    StoreProcess process(tracer(call, inject), { u"ledger"_s, m_file });
    Ledger ledger;
    QString line = process.nextLine();
    for (; !line.isEmpty() && line != "end"_L1; line = process.nextLine()) {
        if (line.startsWith("ok "_L1))
            ledger.acknowledged = line.mid(3).toLongLong();
        else
            ledger.refusals.append(line);
    }
    ledger.complete = line == "end"_L1 && process.endsWell();
    return ledger;
}

QByteArray TestStoreFaults::trace() const
{
    QFile file(m_dir->filePath(u"trace"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int TestStoreFaults::calls(const QString &call) const
{
    const QByteArray begin = call.toLatin1() + '(';
    return static_cast<int>(trace().count(begin));
}

qint64 TestStoreFaults::storedSeq() const
{
    const std::unique_ptr<Store> store = openStore(m_file);
    if (!store)
        return -1;
    const Result<ExecutionEvents> events = answerOf(store->events(LogBuilder().id(), 0, 1'000'000));
    if (!events)
        return events.error().code == QLatin1StringView(code::NotFound) ? 0 : -1;
    for (qsizetype i = 0; i < events->size(); ++i) {
        if (events->at(i).seq != i + 1)
            return -1;
    }
    const Result<Execution> execution = answerOf(store->execution(LogBuilder().id()));
    const bool folded = events->isEmpty() || (execution && *execution == foldOf(*events));
    return folded ? events->size() : -1;
}

void TestStoreFaults::oneCallFails_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("error");
    QTest::newRow("ENOSPC at a write") << u"pwrite64"_s << u"ENOSPC"_s;
    QTest::newRow("EIO at a write") << u"pwrite64"_s << u"EIO"_s;
    QTest::newRow("EIO at a sync") << u"fdatasync"_s << u"EIO"_s;
    QTest::newRow("EMFILE at an open") << u"openat"_s << u"EMFILE"_s;
}

void TestStoreFaults::oneCallFails()
{
    QFETCH(QString, call);
    QFETCH(QString, error);
    prepareDatabase();
    const Ledger quiet = play(call);
    const int all = calls(call);
    QVERIFY(quiet.complete);
    QCOMPARE(quiet.refusals, QStringList());
    QCOMPARE(storedSeq(), quiet.acknowledged);
    QVERIFY(all > 0);
    m_refusals = 0;
    const bool everyPoint = qEnvironmentVariableIsSet("RENUM_EVERY_FAULT_POINT");
    const int stride = everyPoint ? 1 : std::max(1, all / UsualPoints);
    for (int point = 1; point <= all; point += stride) {
        checkOnePoint(call, error, point);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(m_refusals > 0);
}

void TestStoreFaults::checkOnePoint(const QString &call, const QString &error, int point)
{
    prepareDatabase();
    const Ledger ledger = play(call, u"error=%1:when=%2"_s.arg(error).arg(point));
    const QString place = u"%1 %2: "_s.arg(call).arg(point);
    QVERIFY2(ledger.complete, qPrintable(place + u"crashed or hung"_s));
    QVERIFY2(trace().contains("(INJECTED)"), qPrintable(place + u"nothing was injected"_s));
    for (const QString &refusal : ledger.refusals) {
        QVERIFY2(refusal.startsWith("store_"_L1), qPrintable(place + refusal));
        QVERIFY2(!refusal.startsWith(QLatin1StringView(code::StoreCorrupt)),
            qPrintable(place + refusal));
        QVERIFY2(refusal.contains(m_file), qPrintable(place + refusal));
    }
    m_refusals += ledger.refusals.size();
    const qint64 stored = storedSeq();
    QVERIFY2(stored == ledger.acknowledged,
        qPrintable(place + u"%1 stored, %2 acknowledged"_s.arg(stored).arg(ledger.acknowledged)));
}

/// Of the event whose sync failed nobody knows whether it is there; that it is said to be would be
/// the mistake, also when the next sync would succeed.
void TestStoreFaults::aDiskThatNeverSyncsAcknowledgesNothingSynced()
{
    prepareDatabase();
    QVERIFY(play(u"fdatasync"_s).complete);
    QVERIFY2(calls(u"fdatasync"_s) >= SyncedAppends, trace().constData());
    prepareDatabase();
    const Ledger ledger = play(u"fdatasync"_s, u"error=EIO:when=1+"_s);
    QVERIFY(ledger.complete);
    QCOMPARE(ledger.acknowledged, 0); // it begins with an event that must be synced
    QVERIFY(!ledger.refusals.isEmpty());
    for (const QString &refusal : ledger.refusals)
        QVERIFY2(refusal.startsWith("store_"_L1), qPrintable(refusal));
    const qint64 stored = storedSeq();
    QVERIFY2(stored == 0 || stored == 4, qPrintable(QString::number(stored)));
}

QTEST_GUILESS_MAIN(TestStoreFaults)
#include "tst_store_faults.moc"
