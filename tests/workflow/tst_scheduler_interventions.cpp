// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/workflow/intervention.h"
#include "scheduler_driver.h"
#include "team_json.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray chain(const QByteArray &config = "{}")
{
    return "{'type': 'sequential', 'agents': [{'agent_id': 'a'}, {'agent_id': 'b', 'input': "
           "{'source': 'agent_result', 'agent_id': 'a'}}, {'agent_id': 'c', 'input': {'source': "
           "'agent_result', 'agent_id': 'b'}}], 'config': "
        + config + "}";
}

constexpr auto Parallel = R"({'type': 'parallel', 'agents': [{'agent_id': 'a'},
    {'agent_id': 'b'}, {'agent_id': 'c'}]})";
const QByteArray Tolerant = "{'on_step_failure': 'continue'}";

StepId step(const char *id)
{
    return StepId(QString::fromLatin1(id));
}

ResultGiven given(const char *id, const QString &text)
{
    return { step(id), { readStepOutput(text) } };
}

ResultGiven skipped(const char *id)
{
    return { step(id), {} };
}

Breakpoint before(const char *agent)
{
    return { AgentId(QString::fromLatin1(agent)), Breakpoint::Place::Before, true, {} };
}

Breakpoint after(const char *agent)
{
    return { AgentId(QString::fromLatin1(agent)), Breakpoint::Place::After, true, {} };
}

ExecutionConfig holding(const Breakpoints &breakpoints)
{
    ExecutionConfig config;
    config.breakpoints = breakpoints;
    return config;
}

QString said(const SchedulerDriver &driver, qsizetype from = 0)
{
    return driver.log.mid(from).join(u", "_s);
}

void answerAll(SchedulerDriver &driver)
{
    while (driver.answerNext()) { }
}

} // namespace

/// Results that people give, steps that run again, breakpoints and caps.
class TestSchedulerInterventions : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void givenToAStepThatWaits();
    void givenToAStepAtWork();
    void givenWhileItWaitsForARetry();
    void givenWhileItWaitsForApproval();
    void givenToTheFailedStepOfAPausedExecution();
    void skippedByAPerson();
    void givenAheadIsConsolidatedWithTheRound();
    void stopTakesWhatWasGivenBack();
    void givenWhereItDoesNotFit_data();
    void givenWhereItDoesNotFit();
    void repeatedUnderContinue();
    void repeatedStartsBesideItsRound();
    void repeatedWaitsForAPlace();
    void repeatedWaitsForWhatItBuildsOn();
    void repeatedTakesItsTurnInAChain();
    void repeatedTakesAlongWhatWasSkipped();
    void repeatedWhilePausedInsteadOfEnding();
    void repeatedOnlyWhenFailed();
    void holdsBefore();
    void holdsBeforeEachOfARound();
    void holdsAfter();
    void holdsAfterTheLast();
    void holdsAfterAFailure();
    void holdsOnlyWhenItsConditionHolds_data();
    void holdsOnlyWhenItsConditionHolds();
    void breakpointsThatAreOffAreNot();
    void breakpointsChangeOnTheWay();
    void stepOver();
    void stopWhileHeld();
    void breakpointsOfNobody();
    void capHoldsAndGoesOn();
    void capEnds();
};

void TestSchedulerInterventions::givenToAStepThatWaits()
{
    SchedulerDriver driver(chain());
    driver.begin();
    driver.feed(given("b", u"mine"_s));
    answerAll(driver);
    QCOMPARE(said(driver),
        u"start a, complete b, complete a, start c, complete c, "
        "finish completed"_s);
    QCOMPARE(driver.input(u"c"_s), u"mine"_s);
}

void TestSchedulerInterventions::givenToAStepAtWork()
{
    SchedulerDriver driver(chain());
    driver.begin();
    driver.feed(given("a", u"mine"_s));
    QCOMPARE(said(driver), u"start a, interrupt a"_s);
    QVERIFY(driver.state.step(step("a"))->status == StepStatus::Running);
    answerAll(driver);
    QCOMPARE(said(driver, 2),
        u"complete a, start b, complete b, start c, complete c, finish completed"_s);
    QCOMPARE(driver.input(u"b"_s), u"mine"_s);
}

void TestSchedulerInterventions::givenWhileItWaitsForARetry()
{
    SchedulerDriver driver(chain());
    driver.fail(u"a"_s, ErrorCategory::AgentTimeout, { 1 });
    driver.begin();
    driver.answerNext();
    QCOMPARE(said(driver), u"start a, retry a 2/3 in 1000"_s);
    driver.feed(given("a", u"mine"_s));
    answerAll(driver); // the retry that is due finds nothing to do
    QCOMPARE(said(driver, 2),
        u"complete a, start b, complete b, start c, complete c, finish completed"_s);
}

void TestSchedulerInterventions::givenWhileItWaitsForApproval()
{
    SchedulerDriver driver(chain("{'approval': {'before': ['b']}}"));
    driver.run();
    QCOMPARE(said(driver), u"start a, complete a, ask b"_s);
    driver.feed(given("b", u"mine"_s));
    answerAll(driver);
    QCOMPARE(said(driver, 3), u"complete b, start c, complete c, finish completed"_s);
}

void TestSchedulerInterventions::givenToTheFailedStepOfAPausedExecution()
{
    SchedulerDriver driver(chain());
    driver.fail(u"a"_s, ErrorCategory::InvalidInput);
    driver.begin();
    driver.feed(PauseRequested {});
    answerAll(driver);
    QCOMPARE(said(driver), u"start a, fail a invalid_input after 1"_s);
    QVERIFY(driver.state.waitsForPerson());
    driver.feed(given("a", u"mine"_s));
    QCOMPARE(said(driver, 2), u"reopen a#2, complete a#2"_s);
    driver.feed(ContinueRequested {});
    answerAll(driver);
    QCOMPARE(said(driver, 4), u"start b, complete b, start c, complete c, finish completed"_s);
    QVERIFY(!driver.end->hasErrors);
    QCOMPARE(driver.input(u"b"_s), u"mine"_s);
}

void TestSchedulerInterventions::skippedByAPerson()
{
    SchedulerDriver driver(chain());
    driver.begin();
    driver.feed(skipped("b"));
    answerAll(driver);
    QCOMPARE(said(driver),
        u"start a, skip b by_person, complete a, skip c input_unavailable, "
        "finish completed"_s);
    QVERIFY(!driver.state.step(step("b"))->skipReason);
    QVERIFY(!driver.end->hasErrors);
}

void TestSchedulerInterventions::givenAheadIsConsolidatedWithTheRound()
{
    SchedulerDriver driver(chain());
    driver.logContext = true;
    driver.begin();
    driver.feed(given("c", uR"({"output_context": {"x": 1}})"_s));
    driver.answerNext();
    QVERIFY2(said(driver).contains(u"complete a, context v2"_s), qPrintable(said(driver)));
    QCOMPARE(integerAt(driver.state.context.contextObject(), "x").value_or(0), 1);
    answerAll(driver);
    QVERIFY(said(driver).endsWith(u"finish completed"_s));
}

void TestSchedulerInterventions::stopTakesWhatWasGivenBack()
{
    SchedulerDriver driver(chain());
    driver.begin();
    driver.feed(given("a", u"mine"_s));
    driver.feed(StopRequested {});
    answerAll(driver);
    QVERIFY(driver.state.step(step("a"))->status == StepStatus::Cancelled);
    QVERIFY(said(driver).endsWith(u"finish cancelled"_s));
}

void TestSchedulerInterventions::givenWhereItDoesNotFit_data()
{
    QTest::addColumn<QString>("agent");
    QTest::newRow("completed") << u"a"_s;
    QTest::newRow("skipped") << u"b"_s;
    QTest::newRow("unknown") << u"ghost"_s;
}

void TestSchedulerInterventions::givenWhereItDoesNotFit()
{
    QFETCH(QString, agent);
    SchedulerDriver driver(chain());
    driver.begin();
    driver.feed(skipped("b"));
    driver.feed(PauseRequested {});
    answerAll(driver);
    const qsizetype before = driver.log.size();
    QCOMPARE(givenRefusal(driver.state, StepId(agent))->code, QLatin1StringView(code::StepNotHeld));
    driver.feed(ResultGiven { StepId(agent), { readStepOutput(u"x"_s) } });
    QCOMPARE(driver.log.size(), before);
    QVERIFY(!givenRefusal(driver.state, step("c")));
}

void TestSchedulerInterventions::repeatedUnderContinue()
{
    SchedulerDriver driver(
        "{'type': 'sequential', 'agents': [{'agent_id': 'a'}, {'agent_id': 'b'}, {'agent_id': "
        "'c'}], 'config': "
        + Tolerant + "}");
    driver.fail(u"a"_s, ErrorCategory::InvalidInput, { 1 });
    driver.begin();
    driver.answerNext();
    QCOMPARE(said(driver), u"start a, fail a invalid_input after 1, start b"_s);
    driver.feed(RepeatRequested { step("a") });
    answerAll(driver);
    QVERIFY2(said(driver, 3).startsWith(u"reopen a#2, complete b"_s), qPrintable(said(driver, 3)));
    QVERIFY(said(driver).contains(u"start a#2, "_s));
    QVERIFY(said(driver).endsWith(u"finish completed"_s));
    QVERIFY(driver.state.step(step("a"))->status == StepStatus::Completed);
    QVERIFY(driver.state.step(step("b"))->iteration == 1);
}

// c works for an hour: who waits for a that long has no use for the button.
void TestSchedulerInterventions::repeatedStartsBesideItsRound()
{
    SchedulerDriver driver(R"({'type': 'parallel', 'agents': [{'agent_id': 'a'},
        {'agent_id': 'b'}, {'agent_id': 'c', 'dependencies': ['b']}],
        'config': {'on_step_failure': 'continue'}})");
    driver.logContext = true;
    driver.fail(u"a"_s, ErrorCategory::InvalidInput, { 1 });
    driver.begin();
    driver.answerNext(); // a
    driver.answerNext(); // b
    QVERIFY2(said(driver).endsWith(u"start c"_s), qPrintable(said(driver)));
    const qsizetype before = driver.log.size();
    driver.feed(RepeatRequested { step("a") });
    QCOMPARE(said(driver, before), u"reopen a#2, start a#2"_s);
    QCOMPARE(driver.starts.back().contextVersion, driver.starts[2].contextVersion);
    driver.answerNext(); // c
    QCOMPARE(said(driver, before + 2), u"complete c"_s); // one version for the whole round
    answerAll(driver);
    QVERIFY2(said(driver, before + 3).startsWith(u"complete a#2, context v3"_s),
        qPrintable(said(driver)));
    QVERIFY(said(driver).endsWith(u"finish completed"_s));
    QVERIFY(!driver.end->hasErrors);
}

void TestSchedulerInterventions::repeatedWaitsForAPlace()
{
    SchedulerDriver driver(R"({'type': 'parallel', 'agents': [{'agent_id': 'a'},
        {'agent_id': 'b'}, {'agent_id': 'c'}],
        'config': {'on_step_failure': 'continue', 'max_parallel': 1}})");
    driver.fail(u"a"_s, ErrorCategory::InvalidInput, { 1 });
    driver.begin();
    driver.answerNext(); // a; b starts
    driver.feed(RepeatRequested { step("a") });
    answerAll(driver);
    QCOMPARE(said(driver, 3),
        u"reopen a#2, complete b, start a#2, complete a#2, start c, complete c, "
        "finish completed"_s);
}

// What its own dependency gave in this round is not in the context yet.
void TestSchedulerInterventions::repeatedWaitsForWhatItBuildsOn()
{
    SchedulerDriver driver(R"({'type': 'parallel', 'agents': [{'agent_id': 'a'},
        {'agent_id': 'b', 'input': {'source': 'combined', 'sources': [{'type':
        'initial_prompt'}, {'type': 'agent_result', 'agent_id': 'a'}]}},
        {'agent_id': 'x', 'dependencies': ['y']}, {'agent_id': 'y', 'dependencies': ['z']},
        {'agent_id': 'z'}], 'config': {'on_step_failure': 'continue'}})");
    driver.fail(u"a"_s, ErrorCategory::InvalidInput, { 1 });
    driver.fail(u"b"_s, ErrorCategory::InvalidInput, { 1 });
    driver.begin();
    driver.answerNext(); // a
    driver.answerNext(); // z; b and y start
    driver.answerNext(); // b
    driver.feed(RepeatRequested { step("a") });
    driver.answerNext(); // y
    driver.answerNext(); // a#2; the round ends
    QVERIFY2(said(driver).contains(u"complete a#2, start x"_s), qPrintable(said(driver)));
    const qsizetype before = driver.log.size();
    driver.feed(RepeatRequested { step("b") });
    QCOMPARE(said(driver, before), u"reopen b#2, start b#2"_s);
    QVERIFY2(driver.input(u"b"_s).contains(u"A"_s), qPrintable(driver.input(u"b"_s)));
    answerAll(driver);
    QVERIFY(said(driver).endsWith(u"finish completed"_s));
}

// One after the other: never beside its successor.
void TestSchedulerInterventions::repeatedTakesItsTurnInAChain()
{
    SchedulerDriver driver(
        "{'type': 'sequential', 'agents': [{'agent_id': 'a'}, {'agent_id': 'b'}, {'agent_id': "
        "'c'}], 'config': "
        + Tolerant + "}");
    driver.fail(u"a"_s, ErrorCategory::InvalidInput, { 1 });
    driver.begin();
    driver.answerNext(); // a; b starts
    driver.feed(RepeatRequested { step("a") });
    answerAll(driver);
    QCOMPARE(said(driver, 3),
        u"reopen a#2, complete b, start a#2, complete a#2, start c, complete c, "
        "finish completed"_s);
}

void TestSchedulerInterventions::repeatedTakesAlongWhatWasSkipped()
{
    SchedulerDriver driver(R"({'type': 'parallel', 'agents': [{'agent_id': 'a'},
        {'agent_id': 'b', 'input': {'source': 'agent_result', 'agent_id': 'a'}},
        {'agent_id': 'c', 'input': {'source': 'agent_result', 'agent_id': 'b'}},
        {'agent_id': 'd', 'dependencies': ['x']}, {'agent_id': 'x'}],
        'config': {'on_step_failure': 'skip_dependents'}})");
    driver.fail(u"a"_s, ErrorCategory::InvalidInput, { 1 });
    driver.begin();
    driver.answerNext(); // a
    driver.answerNext(); // x
    QVERIFY2(said(driver).contains(u"skip b upstream_failed"_s), qPrintable(said(driver)));
    QVERIFY(said(driver).contains(u"skip c upstream_failed"_s));
    QVERIFY(said(driver).endsWith(u"start d"_s));
    const qsizetype before = driver.log.size();
    driver.feed(RepeatRequested { step("a") });
    QCOMPARE(said(driver, before), u"reopen a#2, reopen b#2, reopen c#2, start a#2"_s);
    answerAll(driver);
    QCOMPARE(said(driver, before + 4),
        u"complete d, complete a#2, start b#2, complete b#2, start c#2, "
        "complete c#2, finish completed"_s);
    QCOMPARE(driver.input(u"c"_s), u"B"_s);
}

void TestSchedulerInterventions::repeatedWhilePausedInsteadOfEnding()
{
    SchedulerDriver driver(chain());
    driver.fail(u"a"_s, ErrorCategory::InvalidInput, { 1 });
    driver.begin();
    driver.feed(PauseRequested {});
    driver.answerNext();
    driver.feed(RepeatRequested { step("a") });
    QCOMPARE(said(driver, 2), u"reopen a#2"_s); // nothing new starts while it is paused
    driver.feed(ContinueRequested {});
    answerAll(driver);
    QCOMPARE(said(driver, 3),
        u"start a#2, complete a#2, start b, complete b, start c, "
        "complete c, finish completed"_s);
}

void TestSchedulerInterventions::repeatedOnlyWhenFailed()
{
    SchedulerDriver driver(chain());
    driver.begin();
    for (const char *id : { "a", "b", "ghost" }) {
        driver.feed(RepeatRequested { step(id) });
        QCOMPARE(repeatRefusal(driver.state, step(id))->code, QLatin1StringView(code::StepNotHeld));
    }
    QCOMPARE(said(driver), u"start a"_s);
}

void TestSchedulerInterventions::holdsBefore()
{
    SchedulerDriver driver(chain(), holding({ before("b") }));
    driver.run();
    QCOMPARE(said(driver), u"start a, complete a, hold before b"_s);
    QVERIFY(driver.state.paused);
    QVERIFY(driver.state.waitsForPerson());
    QCOMPARE(driver.state.hold->step, step("b"));
    driver.feed(ContinueRequested {});
    QVERIFY(!driver.state.hold);
    answerAll(driver);
    QCOMPARE(said(driver, 3), u"start b, complete b, start c, complete c, finish completed"_s);
}

void TestSchedulerInterventions::holdsBeforeEachOfARound()
{
    SchedulerDriver driver(Parallel, holding({ before("b"), before("c") }));
    driver.begin();
    QCOMPARE(said(driver), u"start a, hold before b"_s);
    driver.feed(ContinueRequested {});
    QCOMPARE(said(driver, 2), u"start b, hold before c"_s);
    answerAll(driver);
    driver.feed(ContinueRequested {});
    answerAll(driver);
    QCOMPARE(said(driver, 4), u"complete a, complete b, start c, complete c, finish completed"_s);
}

void TestSchedulerInterventions::holdsAfter()
{
    SchedulerDriver driver(chain(), holding({ after("a") }));
    driver.run();
    QCOMPARE(said(driver), u"start a, complete a, hold after a"_s);
    driver.feed(ContinueRequested {});
    answerAll(driver);
    QCOMPARE(said(driver, 3), u"start b, complete b, start c, complete c, finish completed"_s);
}

void TestSchedulerInterventions::holdsAfterTheLast()
{
    SchedulerDriver driver(chain(), holding({ after("c") }));
    driver.run();
    QVERIFY(said(driver).endsWith(u"complete c, hold after c"_s));
    driver.feed(ContinueRequested {});
    QVERIFY(said(driver).endsWith(u"hold after c, finish completed"_s));
}

void TestSchedulerInterventions::holdsAfterAFailure()
{
    SchedulerDriver driver(chain(), holding({ after("a") }));
    driver.fail(u"a"_s, ErrorCategory::InvalidInput);
    driver.run();
    QCOMPARE(said(driver), u"start a, fail a invalid_input after 1, hold after a"_s);
    driver.feed(ContinueRequested {});
    QVERIFY(said(driver).endsWith(u"finish failed steps_failed"_s));
}

void TestSchedulerInterventions::holdsOnlyWhenItsConditionHolds_data()
{
    QTest::addColumn<bool>("isAfter");
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("n");
    QTest::addColumn<bool>("holds");
    QTest::newRow("after, true of its own result") << true << u"n"_s << 5 << true;
    QTest::newRow("after, false of its own result") << true << u"n"_s << 4 << false;
    QTest::newRow("after, by its full path") << true << u"agent_a_result.n"_s << 5 << true;
    QTest::newRow("before, true of its input") << false << u"n"_s << 5 << true;
    QTest::newRow("before, false of its input") << false << u"n"_s << 4 << false;
}

void TestSchedulerInterventions::holdsOnlyWhenItsConditionHolds()
{
    QFETCH(bool, isAfter);
    QFETCH(QString, field);
    QFETCH(int, n);
    QFETCH(bool, holds);
    Breakpoint breakpoint = isAfter ? after("a") : before("b");
    Condition condition;
    condition.field = field;
    condition.op = u"equals"_s;
    condition.value = 5;
    breakpoint.condition = condition;
    SchedulerDriver driver(chain(), holding({ breakpoint }));
    driver.answer(u"a"_s, QStringList { u"{\"n\": %1}"_s.arg(n) });
    driver.run();
    QCOMPARE(said(driver).contains(u"hold"_s), holds);
    QCOMPARE(driver.end.has_value(), !holds);
}

void TestSchedulerInterventions::breakpointsThatAreOffAreNot()
{
    Breakpoint off = before("b");
    off.enabled = false;
    SchedulerDriver driver(chain(), holding({ off }));
    driver.run();
    QVERIFY(said(driver).endsWith(u"finish completed"_s));
}

void TestSchedulerInterventions::breakpointsChangeOnTheWay()
{
    SchedulerDriver driver(chain(), holding({ before("b") }));
    driver.begin();
    driver.feed(BreakpointsChanged { { before("c") } });
    answerAll(driver);
    QVERIFY(said(driver).endsWith(u"complete b, hold before c"_s));
}

void TestSchedulerInterventions::stepOver()
{
    SchedulerDriver driver(chain(), holding({ before("a") }));
    driver.begin();
    QCOMPARE(said(driver), u"hold before a"_s);
    driver.feed(NextRequested {});
    answerAll(driver);
    QCOMPARE(said(driver, 1), u"start a, complete a, hold before b"_s);
    driver.feed(NextRequested {});
    answerAll(driver);
    QCOMPARE(said(driver, 4), u"start b, complete b, hold before c"_s);
    driver.feed(ContinueRequested {});
    answerAll(driver);
    QCOMPARE(said(driver, 7), u"start c, complete c, finish completed"_s);
}

void TestSchedulerInterventions::stopWhileHeld()
{
    SchedulerDriver driver(chain(), holding({ after("a") }));
    driver.run();
    driver.feed(StopRequested {});
    QVERIFY(said(driver).endsWith(u"hold after a, cancel b, cancel c, finish cancelled"_s));
}

void TestSchedulerInterventions::breakpointsOfNobody()
{
    const SchedulerDriver driver(chain());
    QVERIFY(!breakpointsRefusal(driver.state.plan, { before("a"), after("c") }));
    QCOMPARE(breakpointsRefusal(driver.state.plan, { before("ghost") })->code,
        QLatin1StringView(code::BreakpointInvalid));
    QCOMPARE(breakpointsRefusal(driver.state.plan, Breakpoints(2'001, before("a")))->code,
        QLatin1StringView(code::BreakpointInvalid));
}

void TestSchedulerInterventions::capHoldsAndGoesOn()
{
    SchedulerDriver driver(chain());
    driver.begin();
    driver.feed(CapHolds { step("a") });
    QVERIFY(driver.state.hold->reason == ExecutionHold::Reason::Cap);
    QVERIFY(!driver.state.waitsForPerson()); // its attempt may still do something
    driver.feed(CapWaits { step("a") });
    QVERIFY(driver.state.waitsForPerson());
    driver.feed(ContinueRequested {});
    QVERIFY(!driver.state.waitsForPerson());
    answerAll(driver);
    QVERIFY(said(driver).endsWith(u"finish completed"_s));
}

void TestSchedulerInterventions::capEnds()
{
    SchedulerDriver driver(chain());
    driver.begin();
    driver.feed(CapEnds {});
    answerAll(driver);
    QVERIFY(said(driver).endsWith(u"finish failed budget_exceeded"_s));
}

QTEST_GUILESS_MAIN(TestSchedulerInterventions)
#include "tst_scheduler_interventions.moc"
