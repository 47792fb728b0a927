// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/monitor/timeline/timeline_script.h"
#include "ui/monitor/timeline/timeline_axis.h"
#include "ui/monitor/timeline/timeline_text.h"

#include <QTest>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int FoldWidth = 72;

Timestamp at(double second)
{
    return TimelineScript::at(second);
}

} // namespace

class TestTimelineAxis : public QObject {
    Q_OBJECT

private slots:
    void idleTimesAreFound()
    {
        TimelineScript script({ u"a"_s, u"b"_s, u"c"_s });
        script.work(u"a"_s, 1, 20).work(u"b"_s, 25, 40).work(u"c"_s, 3640, 3650);
        const std::vector<TimeSpan> idle = idleSpans(script.lanes, at(3650));
        QCOMPARE(idle.size(), std::size_t(1)); // not the 5 s between a and b
        QVERIFY(idle[0] == (TimeSpan { at(40), at(3640) }));
        // And while it waits at the end.
        QCOMPARE(idleSpans(script.lanes, at(3655)).size(), std::size_t(1));
        QCOMPARE(idleSpans(script.lanes, at(3700)).size(), std::size_t(2));
        QVERIFY(idleSpans(TimelineLanes(), at(9)).empty());
    }

    void nobodyIsIdleWhileAnotherWorks()
    {
        TimelineScript script({ u"a"_s, u"b"_s });
        script.step(0, "step_started", u"a"_s).work(u"b"_s, 1, 2);
        QVERIFY(idleSpans(script.lanes, at(4000)).empty());
    }

    void foldsTakeLittleRoom()
    {
        const std::vector<TimeSpan> folds { { at(10), at(1010) }, { at(1020), at(9020) } };
        const TimeSpan range { at(0), at(9030) };
        const TimeAxis axis(range, folds, 10, FoldWidth);
        QCOMPARE(axis.width(), 30 * 10 + 2.0 * FoldWidth);
        QCOMPARE(axis.x(at(5)), 50.0);
        QCOMPARE(axis.x(at(510)), 100 + FoldWidth / 2.0);
        QCOMPARE(axis.x(at(1015)), 150.0 + FoldWidth);
        QCOMPARE(axis.x(at(-5)), 0.0);
        QCOMPARE(axis.x(at(99'999)), axis.width());
        QCOMPARE(axis.pieces().size(), std::size_t(5));
        QCOMPARE(TimeAxis::fittingScale(range, folds, axis.width(), FoldWidth), 10.0);
    }

    void placesLeadBackToTimes()
    {
        const std::vector<TimeSpan> folds { { at(10), at(1010) } };
        const TimeAxis axis({ at(0), at(1100) }, folds, 7.3, FoldWidth);
        for (double second = 0; second <= 1100; second += 0.7) {
            const Timestamp back = axis.time(axis.x(at(second)));
            QVERIFY(std::chrono::abs(back - at(second)) < std::chrono::milliseconds(1));
        }
        QVERIFY(axis.time(-5) == at(0));
        QVERIFY(axis.time(1e9) == at(1100));
    }

    void oddRangesAreHarmless()
    {
        const TimeAxis nothing;
        QCOMPARE(nothing.x(at(3)), 0.0);
        QVERIFY(nothing.time(3) == Timestamp());
        const TimeAxis moment({ at(1), at(1) }, {}, 10, FoldWidth);
        QCOMPARE(moment.width(), 0.0);
        // Folds beyond the range, or over each other.
        const TimeAxis odd({ at(0), at(10) },
            { { at(-5), at(2) }, { at(1), at(3) }, { at(9), at(99) } }, 10, FoldWidth);
        QCOMPARE(odd.width(), 60 + 3.0 * FoldWidth);
        QVERIFY(TimeAxis::fittingScale({ at(0), at(0) }, {}, 0, FoldWidth) > 0);
    }

    void marksAreWideEnoughApart_data()
    {
        QTest::addColumn<double>("pixelsPerSecond");
        QTest::addColumn<qint64>("step");
        QTest::newRow("far in") << 2000.0 << qint64(50);
        QTest::newRow("seconds") << 100.0 << qint64(1000);
        QTest::newRow("a minute") << 10.0 << qint64(10'000);
        QTest::newRow("an hour") << 0.2 << qint64(600'000);
        QTest::newRow("a week") << 0.002 << qint64(86'400'000);
        QTest::newRow("a year") << 0.00003 << qint64(39) * 86'400'000;
    }
    void marksAreWideEnoughApart()
    {
        QFETCH(double, pixelsPerSecond);
        QTEST(qint64(axisStep(pixelsPerSecond, 100).count()), "step");
    }

    void marksCanBeRead()
    {
        using namespace std::chrono_literals;
        QCOMPARE(markText(41s, 1s), u"00:41"_s);
        QCOMPARE(markText(41'050ms, 50ms), u"00:41.050"_s);
        QCOMPARE(markText(3723s, 1s), u"1:02:03"_s);
        QCOMPARE(markText(48h + 3723s, 3600s), u"2 d 1:02:03"_s);
    }
};

QTEST_MAIN(TestTimelineAxis)
#include "tst_timeline_axis.moc"
