// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/clock.h"
#include "tests/support/running_task.h"
#include "tests/support/virtual_clock.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using renum::Clock;
using renum::Result;
using renum::sleepFor;
using renum::SystemClock;
using renum::test::RunningTask;
using renum::test::VirtualClock;

namespace {

QCoro::Task<Result<void>> sleepTwice(Clock *clock)
{
    const std::stop_token never;
    const Result<void> first = co_await sleepFor(clock, 10ms, never);
    if (!first)
        co_return first;
    co_return co_await sleepFor(clock, 20ms, never);
}

} // namespace

class ClockTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void systemTimeIsPlausible();
    void systemTimerFiresOnce();
    void systemTimerIsCancelledByItsHandle();
    void systemTimerMayBeDestroyedByItsCallback();
    void systemTimerTakesLongDelays();
    void virtualTimeStandsStill();
    void virtualTimersFireInOrder();
    void virtualTimersMayCancelEachOther();
    void virtualTimersMayOutliveTheClock();
    void virtualTimeStepsFromTimerToTimer();
    void sleepEnds();
    void sleepStepsWithVirtualTime();
    void sleepEndsEarlyWhenStopped();
    void sleepDoesNotBeginWhenStopped();
};

void ClockTest::systemTimeIsPlausible()
{
    SystemClock clock;
    const auto before = std::chrono::system_clock::now() - 1ms;
    QVERIFY(clock.now() >= before);
    QVERIFY(clock.now() <= std::chrono::system_clock::now() + 1ms);
    const auto first = clock.monotonic();
    QVERIFY(clock.monotonic() >= first);
}

void ClockTest::systemTimerFiresOnce()
{
    SystemClock clock;
    int fired = 0;
    const auto begin = clock.monotonic();
    const auto timer = clock.startTimer(20ms, [&fired] { ++fired; });
    const auto negative = clock.startTimer(-5ms, [&fired] { ++fired; });
    QCOMPARE(fired, 0);
    QTRY_COMPARE(fired, 2);
    QVERIFY(clock.monotonic() - begin >= 19ms);
    int later = 0;
    const auto second = clock.startTimer(60ms, [&later] { ++later; });
    QTRY_COMPARE(later, 1);
    QCOMPARE(fired, 2);
}

void ClockTest::systemTimerIsCancelledByItsHandle()
{
    SystemClock clock;
    bool fired = false;
    auto timer = clock.startTimer(1ms, [&fired] { fired = true; });
    timer.reset();
    bool later = false;
    const auto second = clock.startTimer(20ms, [&later] { later = true; });
    QTRY_VERIFY(later);
    QVERIFY(!fired);
}

void ClockTest::systemTimerMayBeDestroyedByItsCallback()
{
    SystemClock clock;
    std::unique_ptr<Clock::Timer> timer;
    int fired = 0;
    timer = clock.startTimer(1ms, [&] {
        timer.reset();
        timer = clock.startTimer(1ms, [&] {
            timer.reset();
            ++fired;
        });
    });
    QTRY_COMPARE(fired, 1);
}

void ClockTest::systemTimerTakesLongDelays()
{
    SystemClock clock;
    bool fired = false;
    // More milliseconds than an int holds; an overflow would fire at once.
    const auto timer = clock.startTimer(std::chrono::days(30), [&fired] { fired = true; });
    bool later = false;
    const auto second = clock.startTimer(30ms, [&later] { later = true; });
    QTRY_VERIFY(later);
    QVERIFY(!fired);
}

void ClockTest::virtualTimeStandsStill()
{
    VirtualClock clock;
    QCOMPARE(renum::toRfc3339(clock.now()), u"2026-01-01T00:00:00.000Z"_s);
    QVERIFY(clock.monotonic() == 0ns);
    clock.advance(1500ms);
    QCOMPARE(renum::toRfc3339(clock.now()), u"2026-01-01T00:00:01.500Z"_s);
    QVERIFY(clock.monotonic() == 1500ms);
}

void ClockTest::virtualTimersFireInOrder()
{
    VirtualClock clock;
    QStringList log;
    const auto note = [&](const QString &name) {
        log.append(name % u'@' % QString::number(clock.monotonic() / 1ms));
    };
    const auto c = clock.startTimer(30ms, [&] { note(u"c"_s); });
    const auto a = clock.startTimer(10ms, [&] { note(u"a"_s); });
    std::unique_ptr<Clock::Timer> nested;
    const auto b = clock.startTimer(10ms, [&] {
        note(u"b"_s);
        nested = clock.startTimer(5ms, [&] { note(u"nested"_s); });
    });
    const auto d = clock.startTimer(41ms, [&] { note(u"d"_s); });
    QCOMPARE(clock.pending(), 4);
    clock.advance(40ms);
    QCOMPARE(log, (QStringList { u"a@10"_s, u"b@10"_s, u"nested@15"_s, u"c@30"_s }));
    QCOMPARE(clock.pending(), 1);
    QVERIFY(clock.monotonic() == 40ms);
}

void ClockTest::virtualTimersMayCancelEachOther()
{
    VirtualClock clock;
    int fired = 0;
    auto second = std::unique_ptr<Clock::Timer>();
    const auto first = clock.startTimer(1ms, [&] {
        ++fired;
        second.reset();
    });
    second = clock.startTimer(1ms, [&] { ++fired; });
    clock.advance(10ms);
    QCOMPARE(fired, 1);
    QCOMPARE(clock.pending(), 0);
}

void ClockTest::virtualTimersMayOutliveTheClock()
{
    auto clock = std::make_unique<VirtualClock>();
    auto timer = clock->startTimer(1ms, [] { QFAIL("fired after the clock was gone"); });
    clock.reset();
    timer.reset();
    QVERIFY(!timer);
}

void ClockTest::virtualTimeStepsFromTimerToTimer()
{
    VirtualClock clock;
    int fired = 0;
    const auto hour = clock.startTimer(1h, [&fired] { ++fired; });
    const auto day = clock.startTimer(24h, [&fired] { ++fired; });
    QVERIFY(clock.advanceToNext());
    QVERIFY(clock.monotonic() == 1h);
    QVERIFY(clock.advanceToNext());
    QVERIFY(clock.monotonic() == 24h);
    QCOMPARE(fired, 2);
    QVERIFY(!clock.advanceToNext());
}

void ClockTest::sleepEnds()
{
    SystemClock clock;
    const RunningTask<Result<void>> sleeping(sleepFor(&clock, 1ms, {}));
    QVERIFY(!sleeping.done());
    QTRY_VERIFY(sleeping.done());
    QVERIFY(sleeping.value().ok());
}

void ClockTest::sleepStepsWithVirtualTime()
{
    VirtualClock clock;
    const RunningTask<Result<void>> sleeping(sleepTwice(&clock));
    clock.advance(29ms);
    QVERIFY(!sleeping.done());
    clock.advance(1ms);
    QVERIFY(sleeping.done());
}

void ClockTest::sleepEndsEarlyWhenStopped()
{
    VirtualClock clock;
    std::stop_source stop;
    const RunningTask<Result<void>> sleeping(sleepFor(&clock, 1h, stop.get_token()));
    stop.request_stop();
    QVERIFY(!sleeping.done()); // not inside request_stop()
    QTRY_VERIFY(sleeping.done());
    QCOMPARE(sleeping.value().error(), renum::cancelledError());
    QCOMPARE(sleeping.value().error().code, u"user_cancelled"_s);
    QCOMPARE(clock.pending(), 0);
}

void ClockTest::sleepDoesNotBeginWhenStopped()
{
    VirtualClock clock;
    std::stop_source stop;
    stop.request_stop();
    const RunningTask<Result<void>> sleeping(sleepFor(&clock, 1h, stop.get_token()));
    QTRY_VERIFY(sleeping.done());
    QVERIFY(!sleeping.value().ok());
}

QTEST_GUILESS_MAIN(ClockTest)
#include "tst_clock.moc"
