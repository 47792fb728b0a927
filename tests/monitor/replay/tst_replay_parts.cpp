// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/replay/checkpoints.h"
#include "ui/monitor/replay/event_cache.h"
#include "ui/monitor/replay/milestones.h"
#include "ui/monitor/replay/playback.h"

#include <QTest>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

namespace {

ExecutionEvent eventAt(qint64 seq, const QString &type = u"step_output"_s, qint64 ms = 0)
{
    ExecutionEvent made;
    made.seq = seq;
    made.type = u"step_update"_s;
    made.eventType = type;
    made.agentId = AgentId(u"a"_s);
    made.timestamp = fromMicroseconds(1000 * ms);
    return made;
}

ExecutionEvents events(qint64 from, qint64 to)
{
    ExecutionEvents list;
    for (qint64 seq = from; seq <= to; ++seq)
        list << eventAt(seq);
    return list;
}

} // namespace

/// The pure parts of going through a run.
class TestReplayParts : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void checkpointsStayFewAndNear()
    {
        Checkpoints kept;
        MonitorState state;
        constexpr qint64 last = 300'000;
        for (qint64 seq = 1; seq <= last; ++seq) {
            state.apply(eventAt(seq));
            kept.offer(state);
        }
        QVERIFY(kept.count() <= Checkpoints::Most);
        QVERIFY(kept.count() > Checkpoints::Most / 4);
        for (qint64 seq : { qint64(1), kept.spacing() - 1 })
            QVERIFY(!kept.before(seq));
        for (qint64 seq = kept.spacing(); seq <= last; seq += 997) {
            const MonitorState *near = kept.before(seq);
            QVERIFY(near);
            QVERIFY(near->seq() <= seq);
            QVERIFY(seq - near->seq() < kept.spacing());
        }
        kept.clear();
        QCOMPARE(kept.count(), 0);
        QCOMPARE(kept.spacing(), Checkpoints::FirstSpacing);
    }

    void largeStatesAreKeptLessOften()
    {
        Checkpoints kept;
        Execution large;
        large.contextObject["big"] = std::string(2'000'000, 'x');
        large.lastSeq = 0;
        MonitorState state(large);
        for (qint64 seq = 1; seq <= 100'000; ++seq) {
            state.apply(eventAt(seq));
            kept.offer(state);
        }
        QVERIFY(kept.count() <= 32);
        QVERIFY(kept.count() >= Checkpoints::Least / 2);
    }

    void cacheGivesWhatFollowsWithoutAGap()
    {
        EventCache cache;
        QVERIFY(cache.after(0).empty());
        cache.add(events(1, 300));
        cache.add(events(601, 1000));
        QCOMPARE(cache.after(0).size(), 300U);
        QCOMPARE(cache.after(0).front().seq, 1);
        QCOMPARE(cache.after(299).size(), 1U);
        QVERIFY(cache.after(300).empty());
        QVERIFY(cache.after(599).empty());
        QCOMPARE(cache.after(600).front().seq, 601);
        QVERIFY(cache.after(1000).empty());
        cache.add(events(301, 600));
        QCOMPARE(cache.after(300).size(), 300U);
        cache.clear();
        QVERIFY(cache.after(0).empty());
        QCOMPARE(cache.size(), 0);
    }

    void cacheJoinsWhatComesOneByOne()
    {
        EventCache cache;
        for (qint64 seq = 1; seq <= EventCache::JoinedEvents + 10; ++seq)
            cache.add(events(seq, seq));
        QCOMPARE(cache.after(0).size(), std::size_t(EventCache::JoinedEvents));
        QCOMPARE(cache.after(EventCache::JoinedEvents).size(), 10U);
        cache.add(events(1, 400)); // the same beginning, read at once
        QCOMPARE(cache.after(0).size(), 400U);
    }

    void cacheLetsTheOldestGo()
    {
        EventCache cache;
        for (qint64 block = 0; block < 8; ++block) {
            ExecutionEvents list = events(block * 10 + 1, block * 10 + 10);
            list.first().data["text"] = std::string(10'000'000, 'x');
            cache.add(list);
            QVERIFY(!cache.after(0).empty()); // in use all the time
        }
        QVERIFY(cache.size() <= EventCache::MostBytes);
        QVERIFY(!cache.after(0).empty());
        QVERIFY(cache.after(10).empty());
        QVERIFY(!cache.after(70).empty());
    }

    void milestonesAreFound()
    {
        Milestones found;
        found.apply(eventAt(3, u"step_started"_s));
        found.apply(eventAt(4, u"step_output"_s));
        found.apply(eventAt(5, u"step_teleported"_s));
        found.apply(eventAt(9, u"step_failed"_s));
        found.apply(eventAt(12, u"execution_failed"_s));
        QCOMPARE(found.list().size(), 3);
        QVERIFY(!found.before(3));
        QCOMPARE(found.at(3)->seq, 3);
        QCOMPARE(found.before(12)->seq, 9);
        QCOMPARE(found.after(3)->seq, 9);
        QVERIFY(found.after(9)->kind == Milestone::Kind::End);
        QVERIFY(!found.after(12));
    }

    void tooManyMilestonesThinOut()
    {
        Milestones found;
        const auto count = 3 * Milestones::Most;
        for (qint64 seq = 1; seq <= count; ++seq)
            found.apply(eventAt(seq, seq % 1000 == 0 ? u"step_failed"_s : u"step_started"_s));
        QVERIFY(found.list().size() <= Milestones::Most);
        const auto failures
            = std::ranges::count(found.list(), Milestone::Kind::Failure, &Milestone::kind);
        QCOMPARE(failures, count / 1000);
        Milestones trouble;
        for (qint64 seq = 1; seq <= count; ++seq)
            trouble.apply(eventAt(seq, u"step_failed"_s));
        QVERIFY(trouble.list().size() <= Milestones::Most);
        QCOMPARE(trouble.list().constLast().seq, count);
    }

    void playsAsItWas()
    {
        using namespace std::chrono_literals;
        const ExecutionEvents list { eventAt(2, {}, 100), eventAt(3, {}, 300), eventAt(4, {}, 250),
            eventAt(5, {}, 60'000), eventAt(6, {}, 60'000) };
        const std::span<const ExecutionEvent> all(list);
        const Timestamp start = fromMicroseconds(0);
        Playback play;
        play.start(1);
        QCOMPARE(play.advance(90ms, start, all), 0U);
        QCOMPARE(play.advance(20ms, start, all), 1U); // 10 ms are saved
        QCOMPARE(play.advance(189ms, list[0].timestamp, all.subspan(1)), 0U);
        // The clock jumps back: no time passes.
        QCOMPARE(play.advance(1ms, list[0].timestamp, all.subspan(1)), 2U);
        // A minute without an event is cut short.
        QCOMPARE(play.advance(Playback::LongestGap - 1ms, list[2].timestamp, all.subspan(3)), 0U);
        QCOMPARE(play.advance(1ms, list[2].timestamp, all.subspan(3)), 2U);
    }

    void playsFaster()
    {
        using namespace std::chrono_literals;
        ExecutionEvents list;
        for (int i = 1; i <= 1000; ++i)
            list << eventAt(i, {}, 10 * i);
        Playback play;
        play.start(100);
        QCOMPARE(play.advance(33ms, fromMicroseconds(0), list), 330U);
        // What is not known yet is not caught up in a rush.
        QCOMPARE(play.advance(10s, list.last().timestamp, {}), 0U);
        play.start(2);
        QCOMPARE(play.advance(1s, fromMicroseconds(0), list), 200U);
    }
};

QTEST_GUILESS_MAIN(TestReplayParts)
#include "tst_replay_parts.moc"
