// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/ui/event_script.h"
#include "ui/monitor/execution_header.h"
#include "ui/monitor/execution_view.h"
#include "ui/monitor/log/log_text.h"
#include "ui/monitor/markdown_pieces.h"
#include "ui/monitor/result_text.h"
#include "ui/monitor/step_history.h"
#include "ui/monitor/timeline_lanes.h"
#include "ui/monitor/timeline_view.h"
#include "ui/monitor/wait_text.h"
#include "ui/text/error_text.h"

#include <QTest>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

namespace {

const Timestamp Start { std::chrono::seconds(1'767'261'600) };

EventScript market()
{
    return { u"e-1"_s, u"Market analysis"_s, shippedWorkflow(u"market-analysis"_s), Start };
}

QString line(const EventScript &script, bool interrupted = false)
{
    return waitLine(script.execution(), interrupted, script.now()).text;
}

TimelineLanes lanesOf(EventScript &script)
{
    TimelineLanes lanes;
    for (const ExecutionEvent &event : script.take())
        lanes.apply(event);
    return lanes;
}

} // namespace

/// The pure functions of the monitor: what it says, without a window.
class TestMonitorTexts : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void waitLineTellsWhatIsGoingOn()
    {
        EventScript script = market();
        script.begin(u"Electric bicycles"_s);
        QCOMPARE(line(script),
            u"Researcher is next · Analyst waits for Researcher · Reporter waits for Researcher, "
            "Analyst (0 of 2 inputs ready)"_s);
        script.start(u"researcher"_s);
        QVERIFY(line(script).startsWith(u"Researcher is being started · "_s));
        script.bind(u"researcher"_s, u"run-1"_s);
        QVERIFY(line(script).startsWith(u"Researcher is working, no words yet · "_s));
        script.callTool(u"researcher"_s, u"c1"_s, u"web_search"_s);
        QVERIFY(line(script).startsWith(u"Researcher is busy: web_search · "_s));
        script.toolAnswers(u"researcher"_s, u"c1"_s, u"14 pages"_s);
        script.write(u"researcher"_s, u"Sources"_s).complete(u"researcher"_s, u"Sources"_s);
        script.start(u"analyst"_s).write(u"analyst"_s, u"Trends"_s);
        QCOMPARE(line(script),
            u"Analyst is writing · Reporter waits for Analyst (1 of 2 inputs ready)"_s);
    }

    void waitLineCountsDownToTheNextAttempt()
    {
        EventScript script = market();
        script.begin(u"p"_s).start(u"researcher"_s).retry(u"researcher"_s, timeoutError(), 2);
        QVERIFY2(
            line(script).startsWith(u"Researcher failed and is tried again in 5 second(s) · "_s),
            qPrintable(line(script)));
        script.wait(std::chrono::seconds(10));
        QVERIFY(line(script).startsWith(u"Researcher is being tried again"_s));
    }

    void waitLineOfEnds()
    {
        EventScript done = market();
        done.begin(u"p"_s).start(u"researcher"_s).finish(u"R"_s);
        QCOMPARE(waitLine(done.execution(), false, Start).look, Look::OkBanner);
        QVERIFY(line(done).startsWith(u"Finished in "_s));

        EventScript errors = market();
        errors.begin(u"p"_s).finish(u"R"_s, true);
        QCOMPARE(waitLine(errors.execution(), false, Start).look, Look::WarnBanner);

        EventScript failed = market();
        failed.begin(u"p"_s).finishFailed(timeoutError());
        QCOMPARE(waitLine(failed.execution(), false, Start).look, Look::ErrBanner);
        QVERIFY(!line(failed).isEmpty());

        // Which step, and why, instead of “some steps failed”.
        const Error stepsFailed { ErrorCategory::AgentTimeout, QLatin1StringView(code::StepsFailed),
            u"Two steps failed."_s };
        EventScript steps = market();
        steps.begin(u"p"_s).start(u"researcher"_s).fail(u"researcher"_s, timeoutError());
        EventScript more = steps;
        steps.finishFailed(stepsFailed);
        QCOMPARE(line(steps), u"Researcher: "_s + errorText(timeoutError()));
        more.start(u"analyst"_s).fail(u"analyst"_s, timeoutError()).finishFailed(stepsFailed);
        QVERIFY2(line(more).endsWith(u"1 more step(s) failed."_s), qPrintable(line(more)));

        EventScript stopped = market();
        stopped.begin(u"p"_s).start(u"researcher"_s).askToStop();
        QCOMPARE(line(stopped), u"Stopping · waits for Researcher to end"_s);
        stopped.cancel(u"researcher"_s).finishCancelled();
        QVERIFY(line(stopped).startsWith(u"Stopped after "_s));
    }

    void waitLineOfAnInterruptedExecution()
    {
        EventScript script = market();
        script.begin(u"p"_s).start(u"researcher"_s);
        QVERIFY(line(script, true).contains(u"nobody drives it now"_s));
        script.finishCancelled();
        QVERIFY(line(script, true).startsWith(u"Stopped after "_s));
    }

    void headerTexts()
    {
        EventScript script = market();
        QCOMPARE(elapsedTime(script.execution(), Start), std::chrono::milliseconds(0));
        script.begin(u"p"_s).start(u"researcher"_s).complete(u"researcher"_s, u"x"_s);
        script.start(u"analyst"_s);
        QCOMPARE(stateText(script.execution(), false), u"Running · step 2 of 3"_s);
        QCOMPARE(stateText(script.execution(), true), u"Interrupted"_s);
        script.askToStop();
        QCOMPARE(stateText(script.execution(), false), u"Stopping"_s);
        script.finishCancelled();
        QCOMPARE(stateText(script.execution(), false), u"Stopped"_s);
        const auto elapsed = elapsedTime(script.execution(), Start + std::chrono::hours(9));
        QVERIFY(elapsed < std::chrono::seconds(10));
    }

    void activeAgentIsTheOneThatRuns()
    {
        QCOMPARE(activeAgent(Execution()), AgentId());
        EventScript script = market();
        script.begin(u"p"_s);
        QCOMPARE(activeAgent(script.execution()), AgentId(u"slot:researcher"_s));
        script.start(u"researcher"_s).complete(u"researcher"_s, u"x"_s).start(u"analyst"_s);
        QCOMPARE(activeAgent(script.execution()), AgentId(u"slot:analyst"_s));
        script.complete(u"analyst"_s, u"y"_s);
        QCOMPARE(activeAgent(script.execution()), AgentId(u"slot:analyst"_s));
    }

    void everyEventHasItsSentence()
    {
        EventScript script = market();
        script.begin(u"p"_s).start(u"researcher"_s).bind(u"researcher"_s, u"run-7"_s);
        script.callTool(u"researcher"_s, u"c"_s, u"web_search"_s);
        script.toolAnswers(u"researcher"_s, u"c"_s, u"no"_s, false);
        script.write(u"researcher"_s, u"words"_s);
        script.retry(u"researcher"_s, timeoutError(), 2).start(u"researcher"_s, 2);
        script.complete(u"researcher"_s, u"x"_s).fail(u"analyst"_s, timeoutError());
        script.skip(u"reporter"_s, SkipReason::UpstreamFailed).askToStop();
        script.finishFailed(timeoutError());
        const AgentNames names { { AgentId(u"slot:researcher"_s), u"Researcher"_s },
            { AgentId(u"slot:analyst"_s), u"Analyst"_s },
            { AgentId(u"slot:reporter"_s), u"Reporter"_s } };
        QStringList texts;
        for (const ExecutionEvent &event : script.take()) {
            if (const auto found = logLine(event, names))
                texts << found->text;
        }
        const QString all = texts.join(u'\n');
        for (const QString &part : { u"Market analysis was asked to run"_s, u"Planned 3 step(s)"_s,
                 u"The team started"_s, u"Researcher started"_s, u"Researcher: run run-7"_s,
                 u"Researcher uses web_search"_s, u"failed"_s, u"Next attempt in 5.0 s."_s,
                 u"Researcher started, attempt 2"_s, u"Researcher completed, 9.1k"_s,
                 u"Analyst failed: "_s, u"Reporter was skipped. "_s, u"Asked to stop"_s,
                 u"The team failed: "_s })
            QVERIFY2(all.contains(part), qPrintable(part + u"\nin\n"_s + all));
        QVERIFY(!all.contains(u"words"_s));
    }

    void logEntriesAreTakenOver()
    {
        const EventFactory factory(ExecutionId(u"e"_s), TeamId(u"t"_s));
        const auto warning
            = logLine(factory.log(renum::LogLevel::Warning, u"network"_s, u"Slow\nanswer"_s), {});
        QVERIFY(warning);
        QVERIFY(warning->level == LogLevel::Warning);
        QCOMPARE(warning->text, u"Slow answer"_s);
        ExecutionEvent unknown;
        unknown.type = u"from_the_future"_s;
        unknown.eventType = u"warp_started"_s;
        QVERIFY(!logLine(unknown, {})->isKnown);
        QCOMPARE(logLine(unknown, {})->text, u"Event of a later version: warp_started"_s);
        unknown.type = u"execution_log"_s;
        QVERIFY(logLine(unknown, {})->isKnown);
    }

    void lanesHaveABarAnAttempt()
    {
        EventScript script = market();
        script.begin(u"p"_s).start(u"researcher"_s).wait(std::chrono::seconds(18));
        script.complete(u"researcher"_s, u"x"_s).start(u"analyst"_s);
        script.wait(std::chrono::seconds(3)).retry(u"analyst"_s, timeoutError(), 2);
        script.start(u"analyst"_s, 2).write(u"analyst"_s, u"w"_s, 2);
        TimelineLanes lanes = lanesOf(script);
        QCOMPARE(lanes.lanes().size(), 3U);
        QCOMPARE(lanes.lanes()[0].bars[0].state, TimelineBar::State::Done);
        QCOMPARE(barText(lanes.lanes()[0].bars[0]), u"18.2 s"_s);
        QCOMPARE(lanes.lanes()[1].bars.size(), 2U);
        QCOMPARE(lanes.lanes()[1].bars[0].state, TimelineBar::State::Failed);
        QCOMPARE(barText(lanes.lanes()[1].bars[1]), u"attempt 2 · writing"_s);
        QVERIFY(lanes.lanes()[2].bars.empty());
        script.askToStop().finishCancelled();
        for (const ExecutionEvent &event : script.take())
            lanes.apply(event);
        QCOMPARE(lanes.lanes()[1].bars[1].state, TimelineBar::State::Stopped);
        QVERIFY(lanes.end());
    }

    void axisSteps_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("step");
        QTest::newRow("moment") << 3 << 1;
        QTest::newRow("40 s") << 40 << 10;
        QTest::newRow("an hour") << 3600 << 900;
        QTest::newRow("a week") << 604'800 << 86'400;
    }

    void axisSteps()
    {
        QFETCH(int, seconds);
        QFETCH(int, step);
        QCOMPARE(axisStep(std::chrono::seconds(seconds), 5).count(), step);
    }

    void historiesKeepToolsAndAttempts()
    {
        EventScript script = market();
        script.begin(u"p"_s).start(u"researcher"_s).bind(u"researcher"_s, u"run-1"_s);
        script.callTool(u"researcher"_s, u"a"_s, u"search"_s);
        script.callTool(u"researcher"_s, u"b"_s, u"fetch"_s);
        script.toolAnswers(u"researcher"_s, u"a"_s, u"pages"_s);
        script.toolAnswers(u"researcher"_s, u"z"_s, u"an answer to nothing"_s, false);
        script.retry(u"researcher"_s, timeoutError(), 2).start(u"researcher"_s, 2);
        script.complete(u"researcher"_s, u"x"_s);
        StepHistories histories;
        for (const ExecutionEvent &event : script.take())
            histories.apply(event);
        const StepHistory &history = histories.of(AgentId(u"slot:researcher"_s));
        QCOMPARE(history.tools.size(), 3U);
        QCOMPARE(history.tools[0].output, u"pages"_s);
        QVERIFY(!history.tools[1].answered);
        QVERIFY(!history.tools[2].ok);
        QCOMPARE(history.attempts.size(), 2U);
        QCOMPARE(history.attempts[0].run, RunId(u"run-1"_s));
        QCOMPARE(history.attempts[0].state, AttemptRecord::State::Failed);
        QVERIFY(history.attempts[0].error);
        QCOMPARE(history.attempts[1].state, AttemptRecord::State::Done);
        QVERIFY(histories.of(AgentId(u"nobody"_s)).attempts.empty());
    }

    void historiesAreBounded()
    {
        EventScript script = market();
        script.begin(u"p"_s).start(u"researcher"_s);
        for (int i = 0; i < 600; ++i)
            script.callTool(u"researcher"_s, QString::number(i), u"search"_s);
        script.toolAnswers(u"researcher"_s, u"599"_s, QString(100'000, u'x'));
        StepHistories histories;
        for (const ExecutionEvent &event : script.take())
            histories.apply(event);
        const StepHistory &history = histories.of(AgentId(u"slot:researcher"_s));
        QCOMPARE(history.tools.size(), StepHistories::MostTools);
        QCOMPARE(history.droppedTools, 100);
        QCOMPARE(history.tools.back().output.size(), StepHistories::MostToolText);
    }

    void piecesEndWhereBlocksEnd()
    {
        const QString text = u"One line\n\nSecond\n\n- a\n\n- b\n\n# Head\nmore"_s;
        const qsizetype first = nextMarkdownPiece(text, 0, false);
        QCOMPARE(text.mid(first, 6), u"Second"_s);
        const qsizetype second = nextMarkdownPiece(text, first, false);
        QCOMPARE(text.mid(second, 6), u"# Head"_s);
        QCOMPARE(nextMarkdownPiece(text, second, false), -1);
        QCOMPARE(nextMarkdownPiece(text, 0, true), text.size());
        QCOMPARE(nextMarkdownPiece(text, text.size(), true), -1);
    }

    void piecesDoNotCutFences()
    {
        const QString text = u"```\nint a;\n\nint b;\n```\n\nEnd\n"_s;
        const qsizetype first = nextMarkdownPiece(text, 0, false);
        QCOMPARE(text.mid(first), u"End\n"_s);
        QCOMPARE(openFence(text.left(10), {}), u"```"_s);
        QCOMPARE(openFence(text, {}), QString());
        QCOMPARE(openFence(u"~~~~\n```\n"_s, {}), u"~~~~"_s);
    }

    void piecesAreBounded()
    {
        const QString lines = u"many words in a line\n"_s.repeated(5000);
        const QString oneLine = QString(50'000, u'x');
        for (const QString &text : { lines, oneLine }) {
            qsizetype at = 0;
            while (at < text.size()) {
                const qsizetype next = nextMarkdownPiece(text, at, true);
                QVERIFY(next > at);
                QVERIFY(next - at <= MostPiece);
                at = next;
            }
        }
    }

    void resultsOfAllShapes()
    {
        const AgentNames names { { AgentId(u"a"_s), u"Researcher"_s } };
        QCOMPARE(resultMarkdown(Json("text"), names), u"text"_s);
        QCOMPARE(resultMarkdown(Json { { "result", "words" } }, names), u"words"_s);
        const Json many = { { "agent_results", { { "a", { { "result", "A" } } } } } };
        QCOMPARE(resultMarkdown(many, names), u"## Researcher\n\nA\n\n"_s);
        QVERIFY(resultMarkdown(Json { { "x", 1 } }, names).startsWith(u"```json"_s));
    }

    void fileNamesAreHarmless()
    {
        Execution execution;
        QCOMPARE(resultFileName(execution), u"result.md"_s);
        execution.teamName = u"a/b:c*"_s;
        QCOMPARE(resultFileName(execution), u"a-b-c-.md"_s);
    }
};

QTEST_MAIN(TestMonitorTexts)
#include "tst_monitor_texts.moc"
