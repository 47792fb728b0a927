// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/monitor/replay/recorded_run.h"
#include "ui/monitor/replay/execution_replay.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

namespace {

/// What everything should show after that event: folded from the beginning.
MonitorState folded(const ExecutionEvents &events, qint64 seq)
{
    MonitorState state;
    for (const ExecutionEvent &event : events.first(seq))
        state.apply(event);
    return state;
}

} // namespace

/// Going through a run: every instant is what a fold of the log says, whichever way one came there.
class TestExecutionReplay : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_workspace = std::make_unique<FakeWorkspace>();
        m_replay = std::make_unique<ExecutionReplay>(m_workspace.get());
    }

    void cleanup()
    {
        m_replay.reset();
        m_workspace.reset();
    }

    void everySeqIsAFoldOfTheLog()
    {
        const ExecutionEvents events = recordedRun();
        open(events);
        QVERIFY(m_replay->isLive());
        QVERIFY(m_replay->state() == folded(events, events.size()));
        for (qint64 seq = 1; seq < events.size(); ++seq) {
            m_replay->showInstant(seq);
            QTRY_COMPARE(m_replay->state().seq(), seq);
            QVERIFY2(m_replay->state() == folded(events, seq), qPrintable(QString::number(seq)));
            QVERIFY(m_replay->now({}) == events.at(seq - 1).timestamp);
        }
        for (qint64 seq = events.size() - 1; seq >= 1; --seq) {
            m_replay->showInstant(seq);
            QTRY_COMPARE(m_replay->state().seq(), seq);
            QVERIFY2(m_replay->state() == folded(events, seq), qPrintable(QString::number(seq)));
        }
        QVERIFY(!m_replay->isLive());
        m_replay->showInstant(events.size());
        QVERIFY(m_replay->isLive());
        QVERIFY(m_replay->state() == folded(events, events.size()));
    }

    void randomJumps()
    {
        const ExecutionEvents events = longRun(6000);
        open(events);
        QRandomGenerator random(20260817);
        for (int i = 0; i < 60; ++i) {
            const qint64 seq = random.bounded(1, 6000);
            m_replay->showInstant(seq);
            QTRY_COMPARE(m_replay->state().seq(), seq);
            QVERIFY2(m_replay->state() == folded(events, seq), qPrintable(QString::number(seq)));
        }
    }

    /// More than is kept: what lies between is read again.
    void jumpsIntoWhatIsNotKept()
    {
        const ExecutionEvents events = longRun(6000, 15'000);
        open(events);
        QTRY_VERIFY(!m_replay->isReading());
        const int before = m_workspace->calls(FakeWorkspace::Call::Events);
        for (const qint64 seq : { 5, 4000, 700, 701, 5999, 100 }) {
            m_replay->showInstant(seq);
            QCOMPARE(m_replay->position(), seq);
            QTRY_COMPARE(m_replay->state().seq(), seq);
            QVERIFY(m_replay->state() == folded(events, seq));
        }
        QVERIFY(m_workspace->calls(FakeWorkspace::Call::Events) > before);
    }

    void theLastWishWins()
    {
        const ExecutionEvents events = longRun(6000, 15'000);
        open(events);
        QTRY_VERIFY(!m_replay->isReading());
        m_replay->showInstant(10);
        m_replay->showInstant(3000);
        m_replay->showInstant(20);
        QTRY_COMPARE(m_replay->state().seq(), 20);
        QVERIFY(m_replay->state() == folded(events, 20));
        m_replay->showInstant(3000);
        m_replay->goLive();
        QCOMPARE(m_replay->state().seq(), events.size());
        QTest::qWait(0);
        QVERIFY(m_replay->isLive());
    }

    void whatCannotBeReadIsSaidAndTheRestStays()
    {
        const ExecutionEvents events = longRun(6000, 15'000);
        open(events);
        QTRY_VERIFY(!m_replay->isReading());
        const QSignalSpy failures(m_replay.get(), &ExecutionReplay::failed);
        m_workspace->failAlways(FakeWorkspace::Call::Events,
            { ErrorCategory::SystemError, QLatin1StringView(code::NotFound), u"Gone."_s, {} });
        m_replay->showInstant(10);
        QTRY_VERIFY(failures.count() > 0);
        QCOMPARE(m_replay->state().seq(), events.size());
        m_workspace->recover(FakeWorkspace::Call::Events);
        m_replay->showInstant(10);
        QTRY_COMPARE(m_replay->state().seq(), 10);
    }

    void goesOnLiveWhileAnEarlierInstantIsShown()
    {
        const ExecutionEvents events = recordedRun();
        open(events.first(12));
        m_replay->showInstant(5);
        QTRY_COMPARE(m_replay->state().seq(), 5);
        const QSignalSpy jumps(m_replay.get(), &ExecutionReplay::jumped);
        for (const ExecutionEvent &event : events.sliced(12))
            m_workspace->pushEvents(recordedId(), { event });
        QTRY_COMPARE(m_replay->lastSeq(), events.size());
        QCOMPARE(jumps.count(), 0);
        QCOMPARE(m_replay->position(), 5);
        QVERIFY(m_replay->state() == folded(events, 5));
        QVERIFY(m_replay->newest() == folded(events, events.size()));
        m_replay->goLive();
        QCOMPARE(jumps.count(), 1);
        QVERIFY(m_replay->state() == folded(events, events.size()));
    }

    void aLongRunIsShownBeforeItsLogIsRead()
    {
        const ExecutionEvents events = longRun(20'000);
        storeRun(*m_workspace, events);
        m_workspace->hold(FakeWorkspace::Call::Events);
        m_replay->open(recordedId());
        QTRY_VERIFY(m_replay->isReading());
        QVERIFY(m_replay->state().execution().status == ExecutionStatus::Completed);
        QCOMPARE(m_replay->readShare(), 0);
        m_workspace->release(FakeWorkspace::Call::Events);
        QTRY_VERIFY(m_replay->readShare() > 0);
        QTRY_VERIFY_WITH_TIMEOUT(!m_replay->isReading(), 30'000);
        QVERIFY(m_replay->state() == folded(events, events.size()));
        QElapsedTimer clock;
        clock.start();
        m_replay->showInstant(10'123);
        QTRY_COMPARE(m_replay->state().seq(), 10'123);
        qInfo("an instant of 20,000 shown after %lld ms", static_cast<long long>(clock.elapsed()));
    }

    void scrubsWhileTheLogIsBeingRead()
    {
        const ExecutionEvents events = longRun(20'000);
        storeRun(*m_workspace, events);
        m_replay->open(recordedId());
        QTRY_VERIFY(m_replay->isReading() && m_replay->lastSeq() > 1500);
        m_replay->showInstant(700);
        QTRY_COMPARE(m_replay->state().seq(), 700);
        QTRY_VERIFY_WITH_TIMEOUT(m_replay->lastSeq() == events.size(), 30'000);
        QVERIFY(m_replay->state() == folded(events, 700));
    }

    void anotherExecutionForgetsTheOneBefore()
    {
        const ExecutionEvents events = longRun(20'000);
        storeRun(*m_workspace, events);
        m_workspace->hold(FakeWorkspace::Call::Events);
        m_replay->open(recordedId());
        QTRY_VERIFY(m_replay->isReading());
        m_replay->open({});
        m_workspace->release(FakeWorkspace::Call::Events);
        QTest::qWait(0);
        QCOMPARE(m_replay->lastSeq(), 0);
        QCOMPARE(m_replay->state().seq(), 0);
        m_replay->showInstant(5); // there is none
        QVERIFY(m_replay->isLive());
    }

    void newerEventTypesAreCounted()
    {
        const ExecutionEvents events = recordedRun();
        open(events);
        const auto newer
            = std::ranges::find(events, u"step_teleported"_s, &ExecutionEvent::eventType);
        QVERIFY(newer != events.cend());
        m_replay->showInstant(newer->seq);
        QTRY_COMPARE(m_replay->state().seq(), newer->seq);
        QVERIFY(!m_replay->following().empty());
        QCOMPARE(m_replay->following().front().seq, newer->seq + 1);
    }

private:
    void open(const ExecutionEvents &events)
    {
        storeRun(*m_workspace, events);
        m_replay->open(recordedId());
        QTRY_COMPARE_WITH_TIMEOUT(m_replay->lastSeq(), events.size(), 30'000);
    }

    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<ExecutionReplay> m_replay;
};

QTEST_GUILESS_MAIN(TestExecutionReplay)
#include "tst_execution_replay.moc"
