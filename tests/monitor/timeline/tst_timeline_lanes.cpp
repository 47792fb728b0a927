// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/monitor/timeline/timeline_script.h"
#include "tests/ui/event_script.h"
#include "ui/monitor/timeline/timeline_summary.h"
#include "ui/monitor/timeline/timeline_text.h"

#include <QLocale>
#include <QTest>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

namespace {

using State = TimelineBar::State;
using Reason = TimelineWait::Reason;

Timestamp at(double second)
{
    return TimelineScript::at(second);
}

double length(const TimelineBar &bar)
{
    return std::chrono::duration<double>(bar.end.value_or(bar.start) - bar.start).count();
}

double length(const TimelineWait &wait)
{
    return std::chrono::duration<double>(wait.end.value_or(wait.start) - wait.start).count();
}

} // namespace

class TestTimelineLanes : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_US"_s)); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void aBarAnAttempt()
    {
        EventScript script(u"e-1"_s, u"Market"_s, shippedWorkflow(u"market-analysis"_s), at(0));
        script.begin(u"p"_s).start(u"researcher"_s).wait(std::chrono::seconds(18));
        script.complete(u"researcher"_s, u"x"_s).start(u"analyst"_s);
        script.wait(std::chrono::seconds(3)).retry(u"analyst"_s, timeoutError(), 2);
        script.start(u"analyst"_s, 2).write(u"analyst"_s, u"w"_s, 2);
        TimelineLanes lanes;
        for (const ExecutionEvent &event : script.take())
            lanes.apply(event);
        QCOMPARE(lanes.lanes().size(), 3);
        QVERIFY(lanes.lanes().at(0).bars.at(0).state == State::Done);
        QCOMPARE(barText(lanes.lanes().at(0).bars.at(0)), u"18.2 s"_s);
        const QList<TimelineBar> &analyst = lanes.lanes().at(1).bars;
        QCOMPARE(analyst.size(), 2);
        QVERIFY(analyst.at(0).state == State::Failed);
        QVERIFY(analyst.at(0).error.has_value());
        QCOMPARE(barText(analyst.at(1)), u"attempt 2 · writing"_s);
        QVERIFY(analyst.at(0).after == QList<TimelinePlace>({ { 0, 0 } }));
        QVERIFY(lanes.lanes().at(2).bars.isEmpty());
        script.askToStop().finishCancelled();
        for (const ExecutionEvent &event : script.take())
            lanes.apply(event);
        QVERIFY(lanes.lanes().at(1).bars.at(1).state == State::Stopped);
        QVERIFY(lanes.end());
    }

    void waitsAreParts()
    {
        TimelineScript script({ u"a"_s });
        script.step(1, "step_approval_requested", u"a"_s)
            .step(61, "step_approval_decided", u"a"_s)
            .step(61, "step_started", u"a"_s, { { "attempt", 1 } })
            .step(62, "step_waiting", u"a"_s, { { "reason", "run_slot" }, { "position", 2 } })
            .step(63, "step_waiting", u"a"_s, { { "reason", "run_slot" }, { "position", 1 } })
            .step(65, "step_waiting", u"a"_s, { { "reason", "circuit_open" } })
            .step(70, "step_run_intent", u"a"_s)
            .step(75, "step_retrying", u"a"_s)
            .step(80, "step_started", u"a"_s, { { "attempt", 2 } })
            .step(81, "step_waiting", u"a"_s, { { "reason", "service_busy" } })
            .step(82, "step_waiting", u"a"_s, { { "reason", "spending_cap" } })
            .step(83, "step_cancelled", u"a"_s);
        QCOMPARE(script.lanes.lanes().at(0).waits.size(), 6);
        const QList<std::pair<Reason, double>> expected { { Reason::Approval, 60 },
            { Reason::Queue, 3 }, { Reason::Breaker, 5 }, { Reason::Retry, 5 },
            { Reason::ServiceBusy, 1 }, { Reason::SpendingCap, 1 } };
        for (int i = 0; i < expected.size(); ++i) {
            QVERIFY(script.wait(0, i).reason == expected.at(i).first);
            QCOMPARE(length(script.wait(0, i)), expected.at(i).second);
            QVERIFY(!waitWord(script.wait(0, i).reason).isEmpty());
            QVERIFY(!waitText(script.wait(0, i), at(100)).isEmpty());
        }
    }

    void aBreakpointHoldsAStep()
    {
        TimelineScript script({ u"a"_s, u"b"_s });
        script.work(u"a"_s, 1, 3)
            .add(3, "execution_update", "execution_held", u"b"_s,
                { { "reason", "breakpoint" }, { "step_id", "b" }, { "place", "before" } })
            .add(13, "execution_update", "execution_continued")
            .add(14, "execution_update", "execution_paused", {}, { { "requested_by", "me" } });
        QCOMPARE(script.lanes.lanes().at(1).waits.size(), 1);
        QVERIFY(script.wait(1, 0).reason == Reason::Breakpoint);
        QCOMPARE(length(script.wait(1, 0)), 10.0);
        QCOMPARE(script.lanes.bands().size(), 2);
        QCOMPARE(bandText(script.lanes.bands().at(0), at(20)), u"Paused for 10.0 s"_s);
        QVERIFY(!script.lanes.bands().at(1).end);
        script.add(20, "execution_update", "execution_cancelled");
        QVERIFY(script.lanes.bands().at(1).end == at(20));
    }

    void loopsAreIterations()
    {
        TimelineScript script({ u"writer"_s, u"critic"_s });
        script.work(u"writer"_s, 1, 5).work(u"critic"_s, 5, 8).work(u"writer#2"_s, 8, 11);
        const TimelineBar &again = script.bar(0, 1);
        QCOMPARE(again.iteration, 2);
        QCOMPARE(barText(again), u"round 2 · 3.0 s"_s);
        QVERIFY(again.after == QList<TimelinePlace>({ { 1, 0 } }));
        QCOMPARE(
            pathText(script.lanes, pathOf(script.lanes, at(11))), u"WRITER → CRITIC → WRITER"_s);
        script.step(11, "step_started", u"critic#2"_s, { { "attempt", 2 } });
        QCOMPARE(barText(script.bar(1, 1)), u"round 2, attempt 2 · working"_s);
        // Within the second round the work goes on as in the first one.
        QVERIFY(script.bar(1, 1).after == QList<TimelinePlace>({ { 0, 1 } }));
        QCOMPARE(pathText(script.lanes, pathOf(script.lanes, at(13))),
            u"WRITER → CRITIC → WRITER → CRITIC"_s);
    }

    void auxiliaryRunsHaveARowOfTheirOwn()
    {
        TimelineScript script({ u"a"_s, u"b"_s });
        script.step(1, "step_started", u"a"_s, { { "attempt", 1 } })
            .add(2, "team_message", "auxiliary_run_started", u"a"_s,
                { { "step_id", "aux-1" }, { "requested_by", "b" } })
            .step(3, "step_output", u"aux-1"_s, { { "kind", "assistant" } })
            .add(4, "team_message", "auxiliary_run_ended", u"a"_s, { { "step_id", "aux-1" } })
            .add(5, "team_message", "auxiliary_run_started", u"a"_s,
                { { "step_id", "aux-2" }, { "requested_by", "b" } })
            .add(6, "team_message", "auxiliary_run_ended", u"a"_s,
                { { "step_id", "aux-2" }, { "error", "no" },
                    { "error_detail", errorDetail(timeoutError()) } });
        QCOMPARE(script.lanes.lanes().at(0).rows, 2);
        QCOMPARE(script.bar(0, 0).row, 0);
        QCOMPARE(script.bar(0, 1).row, 1);
        QCOMPARE(script.bar(0, 2).row, 1);
        QVERIFY(script.bar(0, 1).writing);
        QVERIFY(script.bar(0, 1).state == State::Done);
        QVERIFY(script.bar(0, 2).state == State::Failed);
        QCOMPARE(barLines(script.lanes, { 0, 1 }, at(9)).first(), u"A answers B"_s);
        // It decides nothing: no step waits for it.
        QVERIFY(!pathOf(script.lanes, at(9)).contains(0, 1));
    }

    void nestedRunsAndUsage()
    {
        TimelineScript script({ u"a"_s });
        script.step(1, "step_started", u"a"_s, { { "attempt", 1 } })
            .step(1, "step_nested_started", u"a"_s, { { "execution_id", "inner" } })
            .step(2, "step_nested_waiting", u"a"_s)
            .step(5, "step_nested_continued", u"a"_s)
            .spend(6, u"a"_s, 700, 20'000'000)
            .step(7, "step_completed", u"a"_s)
            .spend(8, u"a"_s, 300, 11'000'000);
        QCOMPARE(script.bar(0, 0).nested, ExecutionId(u"inner"_s));
        QCOMPARE(length(script.wait(0, 0)), 3.0);
        QCOMPARE(script.bar(0, 0).tokens, std::optional<qint64>(1000));
        QCOMPARE(script.lanes.money().size(), 2);
        QCOMPARE(script.lanes.money().last().total.nanoUsd, 31'000'000);
        QCOMPARE(barText(script.bar(0, 0)), u"6.0 s · $0.0310"_s);
        const QString all = barLines(script.lanes, { 0, 0 }, at(9)).join(u'\n');
        QVERIFY2(all.contains(u"1.0k tok"_s) && all.contains(u"$0.0310"_s), qPrintable(all));
    }

    void unknownMoneyIsNoMoney()
    {
        TimelineScript script({ u"a"_s });
        Usage usage;
        usage.tokensOutput = 5;
        usage.cost = Cost::ofCall(CostBasis::Unpriced, 0);
        script.step(1, "step_started", u"a"_s, { { "attempt", 1 } })
            .step(2, "step_usage", u"a"_s, { { "usage_metrics", toJson(usage) } })
            .step(3, "step_completed", u"a"_s);
        QVERIFY(script.lanes.money().isEmpty());
        QCOMPARE(barText(script.bar(0, 0)), u"2.0 s"_s);
    }

    void barsAreRightAfterAResume()
    {
        TimelineScript script({ u"a"_s, u"b"_s });
        script.step(1, "step_started", u"a"_s, { { "attempt", 1 } })
            .step(4, "step_output", u"a"_s, { { "kind", "assistant" } })
            .add(3604, "execution_update", "execution_resumed")
            .step(3605, "step_started", u"a"_s, { { "attempt", 1 } })
            .step(3609, "step_completed", u"a"_s);
        QVERIFY(script.bar(0, 0).state == State::Interrupted);
        QCOMPARE(length(script.bar(0, 0)), 3.0);
        QCOMPARE(length(script.bar(0, 1)), 4.0);
        QCOMPARE(script.lanes.bands().size(), 1);
        QCOMPARE(bandText(script.lanes.bands().at(0), at(0)),
            u"Nobody drove it for 1 h 00 min: Renum was closed"_s);

        // A run that was followed all the time is one bar.
        TimelineScript followed({ u"a"_s });
        followed.step(1, "step_started", u"a"_s, { { "attempt", 1 } })
            .add(60, "execution_update", "execution_resumed")
            .step(70, "step_completed", u"a"_s);
        QCOMPARE(followed.lanes.lanes().at(0).bars.size(), 1);
        QCOMPARE(length(followed.bar(0, 0)), 69.0);
    }

    void aClockThatIsSetBackBendsNoBar()
    {
        TimelineScript script({ u"a"_s, u"b"_s });
        script.step(100, "step_started", u"a"_s, { { "attempt", 1 } })
            .step(105, "step_output", u"a"_s, { { "kind", "assistant" } })
            .step(-3495, "step_output", u"a"_s, { { "kind", "assistant" } }) // an hour back
            .step(-3490, "step_completed", u"a"_s)
            .work(u"b"_s, -3490, -3480);
        QCOMPARE(length(script.bar(0, 0)), 10.0);
        QCOMPARE(length(script.bar(1, 0)), 10.0);
        QVERIFY(script.bar(1, 0).start >= *script.bar(0, 0).end);
        QCOMPARE(script.lanes.setBacks().size(), 1);
        QVERIFY(script.lanes.onClock(script.bar(1, 0).start) == at(-3490));
        QVERIFY(script.lanes.onAxis(at(-3470)) == script.lanes.last() + std::chrono::seconds(10));
        QVERIFY(script.lanes.onAxis(at(-9999)) == script.lanes.last());
        // Two threads that look at the clock are no clock that was set back.
        script.step(-3480.5, "step_output", u"b"_s);
        QCOMPARE(script.lanes.setBacks().size(), 1);
    }

    void rangesAreSummedUp()
    {
        TimelineScript script({ u"a"_s, u"b"_s });
        script.step(0, "step_started", u"a"_s, { { "attempt", 1 } })
            .spend(9, u"a"_s, 100, 1'000'000)
            .step(10, "step_completed", u"a"_s)
            .step(10, "step_started", u"b"_s, { { "attempt", 1 } })
            .spend(19, u"b"_s, 200, 2'000'000);
        const TimelineSummary all = summaryOf(script.lanes, { at(0), at(30) }, at(30));
        QCOMPARE(all.attempts, 2);
        QCOMPARE(all.ended, 1);
        QCOMPARE(all.tokens, std::optional<qint64>(100)); // b is still at work
        QCOMPARE(summaryText(all), u"30.0 s · 2 attempt(s) · 100 tok · $0.0010"_s);
        const TimelineSummary part = summaryOf(script.lanes, { at(2), at(4) }, at(30));
        QCOMPARE(part.attempts, 1);
        QVERIFY(!part.tokens);
        QCOMPARE(summaryOf(script.lanes, { at(40), at(50) }, at(30)).attempts, 0);
    }

    void survivesWhatItDoesNotKnow()
    {
        TimelineScript script({ u"a"_s });
        script.add(1, "from_the_future", "step_started", u"a"_s)
            .step(2, "step_completed", u"a"_s)
            .step(3, "step_usage", u"stranger"_s, { { "usage_metrics", "none" } })
            .step(3, "step_started", u"stranger"_s)
            .step(4, "step_waiting", u"a"_s, { { "reason", "boredom" } })
            .step(4, "step_waiting", u"stranger"_s, { { "reason", "run_slot" } })
            .add(5, "execution_update", "plan_created", {}, { { "plan", 7 } })
            .add(6, "team_message", "auxiliary_run_ended", u"a"_s, { { "step_id", "none" } });
        QVERIFY(script.lanes.lanes().at(0).waits.isEmpty());
        QVERIFY(!script.lanes.bar({ 0, 7 }) && !script.lanes.bar({ -1, 0 }));
        QVERIFY(barLines(script.lanes, { 4, 0 }, at(9)).isEmpty());
        QVERIFY(laneText(script.lanes, 9, at(9)).isEmpty());
        QVERIFY(!TimelineLanes().start());
        QVERIFY(pathOf(TimelineLanes(), at(1)).order.isEmpty());
    }
};

QTEST_MAIN(TestTimelineLanes)
#include "tst_timeline_lanes.moc"
