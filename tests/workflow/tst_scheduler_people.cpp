// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scheduler_driver.h"
#include "team_json.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

using Verdict = ApprovalDecided::Verdict;

QByteArray chain(const QByteArray &config)
{
    return "{'type': 'sequential', 'agents': [{'agent_id': 'a'}, {'agent_id': 'b'}, "
           "{'agent_id': 'c'}], 'config': "
        + config + "}";
}

constexpr auto Three = R"({'type': 'parallel', 'agents': [{'agent_id': 'a'}, {'agent_id': 'b'},
    {'agent_id': 'c'}], 'config': {'max_parallel': 2}})";

ApprovalDecided decided(const char *step, Verdict verdict)
{
    return { StepId(QString::fromLatin1(step)), verdict };
}

} // namespace

/// What people do to a running execution: approve, reject, pause, go on (contract §3.8, §4.6).
class TestSchedulerPeople : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void approved();
    void rejected_data();
    void rejected();
    void rejectionFailsFast();
    void rulesAgree_data();
    void rulesAgree();
    void siblingsGoOnMeanwhile();
    void askedAgainInTheNextIteration();
    void stopWhileWaiting();
    void decisionsThatDoNotFit();
    void pauseHoldsWhatIsNext();
    void pauseHoldsTheQueue();
    void pauseHoldsRetries();
    void stopWhilePaused();
    void pausedExecutionStillEnds();
    void waitsForPerson();
};

void TestSchedulerPeople::approved()
{
    SchedulerDriver driver(chain("{'approval': {'before': ['b'], 'timeout_seconds': 60}}"));
    driver.run();
    QCOMPARE(driver.log.join(u", "_s), u"start a, complete a, ask b for 60"_s);
    QVERIFY(driver.state.step(StepId(u"b"_s))->status == StepStatus::Pending);
    driver.feed(decided("b", Verdict::Approved));
    driver.run();
    QCOMPARE(driver.log.mid(3).join(u", "_s),
        u"start b, complete b, start c, complete c, finish completed"_s);
}

void TestSchedulerPeople::rejected_data()
{
    QTest::addColumn<int>("verdict");
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("rest");
    const int rejected = int(Verdict::Rejected);
    const int expired = int(Verdict::Expired);
    QTest::newRow("stop") << rejected << u"stop"_s
                          << u"skip b approval_rejected, skip c upstream_failed, "
                             "finish failed steps_failed"_s;
    QTest::newRow("stop, too late") << expired << u"stop"_s
                                    << u"skip b approval_timeout, skip c upstream_failed, "
                                       "finish failed steps_failed"_s;
    QTest::newRow("continue") << rejected << u"continue"_s
                              << u"skip b approval_rejected, start c, complete c, "
                                 "finish completed with errors"_s;
}

void TestSchedulerPeople::rejected()
{
    QFETCH(int, verdict);
    QFETCH(QString, policy);
    const QByteArray config
        = "{'approval': {'before': ['b']}, 'on_step_failure': '" + policy.toLatin1() + "'}";
    SchedulerDriver driver(chain(config));
    driver.run();
    driver.feed(decided("b", Verdict(verdict)));
    driver.run();
    QTEST(driver.log.mid(3).join(u", "_s), "rest");
    if (driver.end->error)
        QVERIFY(
            driver.end->error->args.value(u"reason_code"_s).toString().startsWith(u"approval_"_s));
}

void TestSchedulerPeople::rejectionFailsFast()
{
    SchedulerDriver driver(R"({'type': 'parallel', 'agents': [{'agent_id': 'a'},
        {'agent_id': 'b'}], 'config': {'fail_fast': true, 'approval': {'before': ['b']}}})");
    driver.begin();
    driver.feed(decided("b", Verdict::Rejected));
    driver.run();
    QCOMPARE(driver.log.join(u", "_s),
        u"start a, ask b, skip b approval_rejected, cancel a running, finish failed steps_failed"_s);
}

void TestSchedulerPeople::rulesAgree_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("next");
    QTest::newRow("all hold") << u"{\"risk\": 1}"_s << u"agreed b, start b"_s;
    QTest::newRow("one does not") << u"{\"risk\": 9}"_s << u"ask b"_s;
}

void TestSchedulerPeople::rulesAgree()
{
    QFETCH(QString, answer);
    SchedulerDriver driver(chain(R"({'approval': {'before': ['b'], 'auto_approve': [
        {'field': 'agent_a_result.data.risk', 'operator': 'lt', 'value': 5}]}})"));
    driver.answer(u"a"_s, QStringList { answer });
    driver.begin();
    driver.answerNext();
    QTEST(driver.log.mid(2).join(u", "_s), "next");
}

void TestSchedulerPeople::siblingsGoOnMeanwhile()
{
    SchedulerDriver driver(R"({'type': 'parallel', 'agents': [{'agent_id': 'a'},
        {'agent_id': 'b'}, {'agent_id': 'c'}],
        'config': {'max_parallel': 1, 'approval': {'before': ['a']}}})");
    driver.run();
    QCOMPARE(driver.log.join(u", "_s), u"ask a, start b, complete b, start c, complete c"_s);
    QVERIFY(!driver.end);
    driver.feed(decided("a", Verdict::Approved));
    driver.run();
    QCOMPARE(driver.log.mid(5).join(u", "_s), u"start a, complete a, finish completed"_s);
}

void TestSchedulerPeople::askedAgainInTheNextIteration()
{
    SchedulerDriver driver(R"({'type': 'sequential', 'agents': [{'agent_id': 'a'},
        {'agent_id': 'b', 'feedback': {'to': 'a', 'max_iterations': 1, 'conditions': []}}],
        'config': {'approval': {'before': ['a']}}})");
    driver.run();
    driver.feed(decided("a", Verdict::Approved));
    driver.run();
    QCOMPARE(
        driver.log.join(u", "_s), u"ask a, start a, complete a, start b, complete b, ask a#2"_s);
}

void TestSchedulerPeople::stopWhileWaiting()
{
    SchedulerDriver driver(chain("{'approval': {'before': ['a']}}"));
    driver.run();
    driver.feed(StopRequested {});
    QCOMPARE(driver.log.join(u", "_s), u"ask a, cancel a, cancel b, cancel c, finish cancelled"_s);
    QVERIFY(driver.state.awaitingApproval.empty());
}

void TestSchedulerPeople::decisionsThatDoNotFit()
{
    SchedulerDriver driver(chain("{'approval': {'before': ['b']}}"));
    driver.feed(decided("b", Verdict::Approved)); // before it began
    driver.begin();
    driver.feed(decided("b", Verdict::Approved)); // not asked yet
    driver.feed(decided("a", Verdict::Rejected)); // nobody was asked
    driver.feed(decided("ghost", Verdict::Rejected));
    driver.answerNext();
    driver.feed(decided("b", Verdict::Approved));
    driver.feed(decided("b", Verdict::Rejected)); // once is enough
    QCOMPARE(driver.log.join(u", "_s), u"start a, complete a, ask b, start b"_s);
}

void TestSchedulerPeople::pauseHoldsWhatIsNext()
{
    SchedulerDriver driver(chain("{}"));
    driver.begin();
    driver.feed(PauseRequested {});
    driver.answerNext();
    QCOMPARE(driver.log.join(u", "_s), u"start a, complete a"_s);
    // What ended is in the context already.
    QVERIFY(driver.state.context.variable(u"agent_a_result"_s));
    driver.feed(ContinueRequested {});
    driver.feed(ContinueRequested {}); // changes nothing
    driver.run();
    QCOMPARE(driver.log.mid(2).join(u", "_s),
        u"start b, complete b, start c, complete c, finish completed"_s);
}

void TestSchedulerPeople::pauseHoldsTheQueue()
{
    SchedulerDriver driver(Three);
    driver.begin();
    driver.feed(PauseRequested {});
    while (driver.answerNext()) { }
    QCOMPARE(driver.log.join(u", "_s), u"start a, start b, complete a, complete b"_s);
    driver.feed(ContinueRequested {});
    driver.run();
    QCOMPARE(driver.log.mid(4).join(u", "_s), u"start c, complete c, finish completed"_s);
}

void TestSchedulerPeople::pauseHoldsRetries()
{
    SchedulerDriver driver(chain("{}"));
    driver.begin();
    driver.feed(AttemptFailed {
        StepId(u"a"_s), { ErrorCategory::AgentTimeout, u"agent_timeout"_s, u"Too long."_s } });
    driver.feed(PauseRequested {});
    driver.feed(RetryDue { StepId(u"a"_s) });
    QCOMPARE(driver.log.join(u", "_s), u"start a, retry a 2/3 in 1000"_s);
    driver.feed(ContinueRequested {});
    QCOMPARE(driver.log.constLast(), u"start a try 2"_s);
}

void TestSchedulerPeople::stopWhilePaused()
{
    SchedulerDriver driver(Three);
    driver.begin();
    driver.feed(PauseRequested {});
    driver.feed(StopRequested {});
    driver.run();
    QCOMPARE(driver.log.constLast(), u"finish cancelled"_s);
}

void TestSchedulerPeople::pausedExecutionStillEnds()
{
    SchedulerDriver driver(R"({'type': 'parallel', 'agents': [{'agent_id': 'a'}]})");
    driver.begin();
    driver.feed(PauseRequested {});
    driver.answerNext();
    QCOMPARE(driver.log.constLast(), u"finish completed"_s);
}

void TestSchedulerPeople::waitsForPerson()
{
    SchedulerDriver driver(chain("{'approval': {'before': ['b']}}"));
    QVERIFY(!driver.state.waitsForPerson());
    driver.begin();
    QVERIFY(!driver.state.waitsForPerson()); // a works
    driver.feed(PauseRequested {});
    QVERIFY(!driver.state.waitsForPerson()); // it still does
    driver.answerNext();
    QVERIFY(driver.state.waitsForPerson());
    driver.feed(ContinueRequested {});
    QVERIFY(driver.state.waitsForPerson()); // for the approval now
    driver.feed(decided("b", Verdict::Approved));
    QVERIFY(!driver.state.waitsForPerson());
}

QTEST_GUILESS_MAIN(TestSchedulerPeople)
#include "tst_scheduler_people.moc"
