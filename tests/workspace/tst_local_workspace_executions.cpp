// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/store/store.h"
#include "core/workspace/owner_lock.h"
#include "tests/workspace/workspace_bench.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

const ExecutionId Known(u"44444444-0000-4000-8000-000000000000"_s);
const QString Owner = u"55555555-0000-4000-8000-000000000000"_s;

std::unique_ptr<Store> otherStore(const WorkspaceBench &bench, Clock *clock)
{
    auto store = Store::open({ QString(bench.options.dataDir + u"/renum.db"_s) }, clock);
    if (!store)
        qFatal("open: %s", qUtf8Printable(store.error().message));
    return std::move(*store);
}

} // namespace

class TestLocalWorkspaceExecutions : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void killedEngineLeavesAnInterruptedExecution()
    {
        WorkspaceBench bench;
        QProcess engine;
        engine.start(QString::fromLatin1(ENGINE_PROCESS),
            { bench.options.dataDir, Owner, Known.toString() });
        QTRY_VERIFY_WITH_TIMEOUT(engine.canReadLine(), 20'000);

        QVERIFY(!bench.get(bench->execution(Known))->interrupted);
        QVERIFY(!bench.get(bench->executions({}))->items[0].interrupted);
        const Result<void> elsewhere = bench.get(bench->stopExecution(Known));
        QVERIFY(!elsewhere);
        QCOMPARE(elsewhere.error().code, QString::fromLatin1(code::ExecutionNotActive));

        engine.kill();
        QTRY_COMPARE(engine.state(), QProcess::NotRunning);
        const Result<Execution> left = bench.get(bench->execution(Known));
        QVERIFY(left->interrupted);
        QCOMPARE(toString(left->status),
            toString(ExecutionStatus::Running)); // nothing is marked failed silently
        QCOMPARE(left->lastSeq, 8); // every acknowledged event is there
        QVERIFY(bench.get(bench->executions({}))->items[0].interrupted);

        QVERIFY(bench.get(bench->stopExecution(Known)).ok());
        const Result<Execution> closed = bench.get(bench->execution(Known));
        QCOMPARE(toString(closed->status), toString(ExecutionStatus::Cancelled));
        QVERIFY(!closed->interrupted);
        QCOMPARE(toString(closed->steps[0].status), toString(StepStatus::Cancelled));
    }

    void replayThenLiveWithoutGapUnderLoad()
    {
        WorkspaceBench bench;
        SystemClock clock;
        const std::unique_ptr<Store> writer = otherStore(bench, &clock);
        ExecutionEvents all = openExecution(Known, WorkspaceBench::draft(), Owner, 5000);
        const ExecutionEvents past = all.first(2000);
        QVERIFY(await(writer->append(past))->ok());
        const Listener whole(bench->subscribe(Known, 0));
        const Listener part(bench->subscribe(Known, 1500));
        for (qsizetype i = 2000; i < all.size(); i += 100) {
            const ExecutionEvents some = all.mid(i, 100);
            QVERIFY(await(writer->append(some))->ok());
        }
        QTRY_COMPARE_WITH_TIMEOUT(whole.events.size(), all.size(), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(part.events.size(), all.size() - 1500, 20'000);
        QCOMPARE(whole.flaw(), QString());
        QCOMPARE(part.flaw(1501), QString());
        QCOMPARE(whole.events, all);
    }

    void subscribingToNothingFails()
    {
        WorkspaceBench bench;
        const Listener listener(bench->subscribe(Known, 0));
        QVERIFY(!listener.error); // never inside subscribe()
        QTRY_VERIFY(listener.error);
        QCOMPARE(listener.error->code, QString::fromLatin1(code::NotFound));
    }

    void subscriptionsMayOutliveTheWorkspaceAndTheOtherWayRound()
    {
        WorkspaceBench bench;
        SystemClock clock;
        QVERIFY(await(otherStore(bench, &clock)
                          ->append(openExecution(Known, WorkspaceBench::draft(), Owner, 3000)))
                    ->ok());
        auto early = std::make_unique<Listener>(bench->subscribe(Known, 0));
        const Listener late(bench->subscribe(Known, 0));
        QTRY_VERIFY(!early->events.isEmpty());
        early.reset();
        bench.workspace.reset();
        QCOMPARE(late.flaw(), QString());
    }

    void unknownExecutionsAreNotFound()
    {
        WorkspaceBench bench;
        QCOMPARE(
            bench.get(bench->execution(Known)).error().code, QString::fromLatin1(code::NotFound));
        QCOMPARE(bench.get(bench->stopExecution(Known)).error().code,
            QString::fromLatin1(code::NotFound));
        QCOMPARE(bench.get(bench->events(Known, 0, 10)).error().code,
            QString::fromLatin1(code::NotFound));
    }

    void ownersNamesAreNotPaths()
    {
        QTemporaryDir dir;
        QVERIFY(!OwnerLock::isHeld(dir.path(), QString()));
        QVERIFY(!OwnerLock::isHeld(dir.path(), u"../../etc/passwd"_s));
        const auto lock = OwnerLock::acquire(dir.path(), Owner);
        QVERIFY(lock.ok());
        QVERIFY(OwnerLock::isHeld(dir.path(), Owner));
        QVERIFY(!OwnerLock::acquire(dir.path(), Owner).ok());
    }
};

QTEST_GUILESS_MAIN(TestLocalWorkspaceExecutions)
#include "tst_local_workspace_executions.moc"
