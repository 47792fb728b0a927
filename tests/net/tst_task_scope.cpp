// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/clock.h"
#include "core/net/one_shot.h"
#include "core/net/task_scope.h"
#include "tests/support/virtual_clock.h"

#include <QRegularExpression>
#include <QTest>

#include <stdexcept>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using renum::OneShot;
using renum::Result;
using renum::TaskScope;
using renum::test::VirtualClock;

namespace {

QCoro::Task<> finishAtOnce()
{
    co_return;
}

QCoro::Task<> sleepInto(renum::Clock *clock, std::stop_token stop, QStringList *log)
{
    const Result<void> slept = co_await renum::sleepFor(clock, 1h, stop);
    log->append(slept ? u"slept"_s : slept.error().code);
}

QCoro::Task<> waitInto(OneShot<int> shot, int *value)
{
    *value = co_await shot;
}

QCoro::Task<> failAtOnce()
{
    throw std::runtime_error("boom");
    co_return;
}

QCoro::Task<> failLater(OneShot<int> shot)
{
    const int thrown = co_await shot;
    throw thrown; // NOLINT(hicpp-exception-baseclass): the case under test
}

} // namespace

class TaskScopeTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void countsItsTasks();
    void stopsItsTasksWhenItDies();
    void stopsItsTasksOnRequest();
    void logsAnEscapedException();
    void oneShotTakesTheFirstValue();
    void oneShotResumesFromTheEventLoop();
    void oneShotIsSetFromAnotherThread();
};

void TaskScopeTest::countsItsTasks()
{
    VirtualClock clock;
    QStringList log;
    TaskScope scope;
    scope.start(finishAtOnce());
    QCOMPARE(scope.running(), 0);
    scope.start(sleepInto(&clock, scope.token(), &log));
    scope.start(sleepInto(&clock, scope.token(), &log));
    QCOMPARE(scope.running(), 2);
    clock.advance(1h);
    QCOMPARE(scope.running(), 0);
    QCOMPARE(log, (QStringList { u"slept"_s, u"slept"_s }));
}

void TaskScopeTest::stopsItsTasksWhenItDies()
{
    VirtualClock clock;
    QStringList log;
    {
        TaskScope scope;
        scope.start(sleepInto(&clock, scope.token(), &log));
    }
    QVERIFY(log.isEmpty()); // it does not wait
    QTRY_COMPARE(log, QStringList { u"user_cancelled"_s });
}

void TaskScopeTest::stopsItsTasksOnRequest()
{
    VirtualClock clock;
    QStringList log;
    TaskScope scope;
    scope.start(sleepInto(&clock, scope.token(), &log));
    scope.requestStop();
    QTRY_COMPARE(log, QStringList { u"user_cancelled"_s });
    QCOMPARE(scope.running(), 0);
    QVERIFY(scope.token().stop_requested());
}

void TaskScopeTest::logsAnEscapedException()
{
    TaskScope scope;
    QTest::ignoreMessage(QtCriticalMsg, "A task ended with an exception: boom");
    scope.start(failAtOnce());
    QCOMPARE(scope.running(), 0);

    const OneShot<int> shot;
    scope.start(failLater(shot));
    QCOMPARE(scope.running(), 1);
    QTest::ignoreMessage(QtCriticalMsg, "A task ended with an exception of unknown type");
    shot.set(1);
    QTRY_COMPARE(scope.running(), 0);
}

void TaskScopeTest::oneShotTakesTheFirstValue()
{
    const OneShot<int> shot;
    QVERIFY(!shot.isSet());
    shot.set(1);
    shot.set(2);
    QVERIFY(shot.isSet());
    int value = 0;
    TaskScope scope;
    scope.start(waitInto(shot, &value));
    QCOMPARE(value, 1); // set before: no need to wait
}

void TaskScopeTest::oneShotResumesFromTheEventLoop()
{
    const OneShot<int> shot;
    int value = 0;
    TaskScope scope;
    scope.start(waitInto(shot, &value));
    shot.set(7);
    QCOMPARE(value, 0);
    QTRY_COMPARE(value, 7);
}

void TaskScopeTest::oneShotIsSetFromAnotherThread()
{
    for (int round = 1; round <= 200; ++round) {
        const OneShot<int> shot;
        int value = 0;
        TaskScope scope;
        std::thread setter([shot, round] { shot.set(round); });
        scope.start(waitInto(shot, &value));
        setter.join();
        QTRY_COMPARE(value, round);
    }
}

QTEST_GUILESS_MAIN(TaskScopeTest)
#include "tst_task_scope.moc"
