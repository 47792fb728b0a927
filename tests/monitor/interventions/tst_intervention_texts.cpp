// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/ui/event_script.h"
#include "ui/monitor/interventions/intervention.h"
#include "ui/monitor/interventions/wait_text.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

namespace {

const Timestamp Start { std::chrono::seconds(1'767'261'600) };
const AgentId Researcher(u"slot:researcher"_s);
const AgentId Analyst(u"slot:analyst"_s);

EventScript market()
{
    return { u"e-1"_s, u"Market analysis"_s, shippedWorkflow(u"market-analysis"_s), Start };
}

QString line(const Execution &execution)
{
    return waitLine(execution, false, Start + std::chrono::seconds(1)).text;
}

ExecutionHold heldBefore(const AgentId &agent)
{
    return { ExecutionHold::Reason::Breakpoint, StepId(agent.toString()) };
}

} // namespace

/// What can be done when, and what the monitor says of holds, limits and waits.
class TestInterventionTexts : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void offers_data();
    void offers();
    void nobodyWritesToWhoCannotRead();
    void whatIsDisabledSaysWhy();
    void approvalIsOfferedForWhoAsks();
    void stoppingShowsAtOnce();
    void waitActions_data();
    void waitActions();
    void lineAboutBreakpoints();
    void lineAboutTheLimit();
    void lineAboutRateLimits();
};

void TestInterventionTexts::offers_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QStringList>("possible");
    const QStringList running { u"pause"_s, u"stepOver"_s, u"stop"_s, u"giveResult"_s,
        u"sendMessage"_s, u"editContext"_s, u"raiseCap"_s, u"breakpoints"_s };
    QStringList paused = running;
    paused.replace(0, u"continue"_s);
    QStringList failed = paused;
    failed.insert(3, u"retry"_s);
    QTest::newRow("none") << u"none"_s << QStringList();
    QTest::newRow("running") << u"running"_s << running;
    QTest::newRow("paused") << u"paused"_s << paused;
    QTest::newRow("held, a step failed") << u"failed step"_s << failed;
    QTest::newRow("stopping") << u"stopping"_s << QStringList();
    QTest::newRow("completed") << u"completed"_s << QStringList { u"fork"_s };
    QTest::newRow("failed") << u"failed"_s << QStringList { u"retry"_s, u"fork"_s };
}

void TestInterventionTexts::offers()
{
    QFETCH(QString, state);
    QFETCH(QStringList, possible);
    EventScript script = market();
    script.begin(u"p"_s).start(u"researcher"_s);
    if (state == "paused"_L1)
        script.pause();
    else if (state == "failed step"_L1)
        script.fail(u"researcher"_s, timeoutError()).hold(heldBefore(Analyst));
    else if (state == "stopping"_L1)
        script.askToStop();
    else if (state == "completed"_L1)
        script.complete(u"researcher"_s, u"x"_s).finish(u"x"_s);
    else if (state == "failed"_L1)
        script.fail(u"researcher"_s, timeoutError()).finishFailed(timeoutError());
    const Execution execution = script.execution();
    const InterventionScene scene { state == "none"_L1 ? nullptr : &execution, false, false,
        Researcher };
    QStringList offered;
    for (const Intervention what : AllInterventions) {
        if (refusalText(what, scene).isEmpty())
            offered << nameOf(what);
    }
    QCOMPARE(offered, possible);
}

void TestInterventionTexts::nobodyWritesToWhoCannotRead()
{
    EventScript script = market();
    script.begin(u"p"_s).start(u"researcher"_s);
    Execution execution = script.execution();
    const InterventionScene scene { &execution, false, false, Researcher };
    QVERIFY(refusalText(Intervention::SendMessage, scene).isEmpty());
    for (PlanStep &step : execution.plan->steps)
        step.config.toolsMode = u"none"_s;
    QCOMPARE(refusalText(Intervention::SendMessage, scene),
        u"Researcher works without the team's tools: it would never read a message."_s);
}

void TestInterventionTexts::whatIsDisabledSaysWhy()
{
    EventScript script = market();
    script.begin(u"p"_s).start(u"researcher"_s);
    const Execution execution = script.execution();
    InterventionScene scene { &execution, false, false, Researcher };
    QCOMPARE(toolTipOf(Intervention::Retry, scene), u"Researcher has not failed."_s);
    QCOMPARE(toolTipOf(Intervention::GoOn, scene), u"The execution is not paused."_s);
    QVERIFY(toolTipOf(Intervention::GiveResult, scene).startsWith(u"Researcher: "_s));
    scene.interrupted = true;
    QCOMPARE(toolTipOf(Intervention::GiveResult, scene),
        u"The execution was interrupted. Continue it first."_s);
    QVERIFY(refusalText(Intervention::GoOn, scene).isEmpty());
    for (const Intervention what : AllInterventions) {
        QVERIFY(!titleOf(what, {}).isEmpty());
        QVERIFY(!iconOf(what).isEmpty());
        QCOMPARE(refusalText(what, {}), u"No execution is open."_s);
    }
}

void TestInterventionTexts::approvalIsOfferedForWhoAsks()
{
    EventScript script = market();
    script.begin(u"p"_s).askForApproval(u"researcher"_s);
    const Execution execution = script.execution();
    const InterventionScene scene { &execution, false, false, Analyst };
    QVERIFY(isShown(Intervention::Approve, scene));
    QCOMPARE(stepFor(Intervention::Approve, scene)->agentId, Researcher);
    QVERIFY(refusalText(Intervention::Reject, scene).isEmpty());
}

void TestInterventionTexts::stoppingShowsAtOnce()
{
    EventScript script = market();
    script.begin(u"p"_s);
    const Execution execution = script.execution();
    const InterventionScene pending { &execution, false, true, {} };
    QCOMPARE(titleOf(Intervention::Stop, pending), u"Stopping…"_s);
    QCOMPARE(refusalText(Intervention::Stop, pending), u"The execution is being stopped."_s);
}

void TestInterventionTexts::waitActions_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QStringList>("actions");
    QTest::newRow("running") << u"running"_s << QStringList();
    QTest::newRow("paused") << u"paused"_s << QStringList { u"continue"_s, u"stepOver"_s };
    QTest::newRow("breakpoint") << u"breakpoint"_s << QStringList { u"continue"_s, u"stepOver"_s };
    QTest::newRow("limit") << u"limit"_s << QStringList { u"raiseCap"_s, u"stop"_s };
    QTest::newRow("budget") << u"budget"_s << QStringList { u"stop"_s };
    QTest::newRow("approval") << u"approval"_s << QStringList { u"approve"_s };
    QTest::newRow("interrupted") << u"interrupted"_s << QStringList { u"continue"_s };
}

void TestInterventionTexts::waitActions()
{
    QFETCH(QString, state);
    QFETCH(QStringList, actions);
    EventScript script = market();
    script.begin(u"p"_s);
    if (state == "paused"_L1)
        script.pause();
    else if (state == "breakpoint"_L1)
        script.hold(heldBefore(Researcher));
    else if (state == "limit"_L1)
        script.hold({ ExecutionHold::Reason::Cap, StepId() });
    else if (state == "budget"_L1)
        script.holdAtBudget(u"Team month"_s);
    else if (state == "approval"_L1)
        script.askForApproval(u"researcher"_s);
    const Execution execution = script.execution();
    QStringList offered;
    for (const Intervention what :
        ui::waitActions({ &execution, state == "interrupted"_L1, false, {} }))
        offered << nameOf(what);
    QCOMPARE(offered, actions);
}

void TestInterventionTexts::lineAboutBreakpoints()
{
    EventScript script = market();
    script.begin(u"p"_s).hold(heldBefore(Researcher));
    QVERIFY2(line(script.execution()).startsWith(u"Holds before Researcher, at a breakpoint · "_s),
        qPrintable(line(script.execution())));
    QVERIFY(waitLine(script.execution(), false, script.now()).look == Look::WarnBanner);
    ExecutionHold after = heldBefore(Researcher);
    after.place = Breakpoint::Place::After;
    after.step = StepId(u"slot:researcher#2"_s);
    script.goOn().hold(after);
    QVERIFY(line(script.execution()).startsWith(u"Holds after Researcher"_s));
    script.goOn();
    QVERIFY(!line(script.execution()).contains(u"Holds"_s));
}

void TestInterventionTexts::lineAboutTheLimit()
{
    SpendingCap cap;
    cap.tokens = 9'000;
    EventScript script = market();
    script.begin(u"p"_s).setCap(cap);
    script.start(u"researcher"_s).complete(u"researcher"_s, u"x"_s);
    script.start(u"analyst"_s).hold({ ExecutionHold::Reason::Cap, StepId(u"slot:analyst"_s) });
    const QString text = line(script.execution());
    QVERIFY2(text.startsWith(u"Holds at its spending limit, "_s), qPrintable(text));
    QVERIFY2(text.contains(u" of 9k tokens. Raise it to go on"_s)
            || text.contains(u" of 9.0k tokens. Raise it to go on"_s),
        qPrintable(text));
    QVERIFY(!text.contains(u"Analyst is being started"_s)); // it waits for the limit
}

void TestInterventionTexts::lineAboutRateLimits()
{
    EventScript script = market();
    Error busy = timeoutError();
    busy.category = ErrorCategory::ResourceExhausted;
    script.begin(u"p"_s).start(u"researcher"_s).retry(u"researcher"_s, busy, 2);
    const QString text = waitLine(script.execution(), false, script.now()).text;
    QVERIFY2(text.startsWith(u"Researcher is rate-limited, tried again in "_s), qPrintable(text));
}

QTEST_MAIN(TestInterventionTexts)
#include "tst_intervention_texts.moc"
