// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/store/random_log.h"
#include "tests/store/raw_database.h"
#include "tests/store/store_fixture.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

/// The rows that follow from the log: always equal to folding it.
class TestStoreProjections : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = openStore(file());
        QVERIFY(m_store);
    }
    void cleanup() { m_store.reset(); }

    void rowsEqualTheFold_data();
    void rowsEqualTheFold();
    void listsNewestFirst();
    void listsByTeamAndStatus();
    void refusesAForeignPagePosition_data();
    void refusesAForeignPagePosition();
    void countsActiveExecutions();
    void keepsRowsOfIterations();
    void readsThePromptOfTheEventThatBeganTheAttempt();
    void keepsRemoteStarts();
    void knowsWhichStartsAreBooked();
    void settlesStartsAfterTheEnd();
    void booksUsage();
    void rollsBackUsageWithItsEvent();
    void averagesTheLastDurations();
    void acceptsALogWithoutCreation();

private:
    [[nodiscard]] QString file() const { return m_dir->filePath(u"renum.db"_s); }
    Result<void> append(const ExecutionEvents &events) { return answerOf(m_store->append(events)); }
    Page<Execution> page(const ExecutionQuery &query)
    {
        return answerOf(m_store->executions(query)).value();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;
};

void TestStoreProjections::rowsEqualTheFold_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 25; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestStoreProjections::rowsEqualTheFold()
{
    QFETCH(quint32, seed);
    RandomLog log(seed, int(seed), 1 + int(seed % 5));
    ExecutionEvents written;
    for (int round = 0;; ++round) {
        const ExecutionEvents events = log.next();
        if (events.isEmpty())
            break;
        const Result<void> appended = append(events);
        QVERIFY2(appended.ok(), qPrintable(appended.ok() ? QString() : appended.error().message));
        written += events;
        const Execution fold = foldOf(written);
        const Result<Execution> rows = answerOf(m_store->execution(log.id()));
        QVERIFY(rows.ok());
        QCOMPARE(rows->steps.size(), fold.steps.size());
        for (std::size_t i = 0; i < fold.steps.size(); ++i) {
            QCOMPARE(rows->steps[i].liveText, fold.steps[i].liveText);
            QVERIFY(rows->steps[i] == fold.steps[i]);
        }
        QVERIFY(*rows == fold);
        if (round % 7 == 6) { // the writer's memory is lost; the rows must be enough
            m_store.reset();
            m_store = openStore(file());
            QVERIFY(m_store);
        }
    }
    QCOMPARE(*answerOf(m_store->events(log.id(), 0, 100000)), written);
    QVERIFY(isTerminal(answerOf(m_store->execution(log.id()))->status));
}

void TestStoreProjections::listsNewestFirst()
{
    for (int number = 1; number <= 25; ++number) {
        LogBuilder log(number);
        QVERIFY(append(log.beginning({ u"a"_s })).ok());
    }
    QStringList ids;
    ExecutionQuery query;
    query.page.limit = 10;
    for (int pages = 1;; ++pages) {
        const Page<Execution> found = page(query);
        for (const Execution &execution : found.items) {
            ids.append(execution.id.toString());
            QVERIFY(!execution.plan);
            QVERIFY(execution.steps.empty());
            QCOMPARE(execution.lastSeq, 3);
            QCOMPARE(execution.teamName, u"Market analysis"_s);
        }
        query.page.after = found.next;
        if (found.next.isEmpty()) {
            QCOMPARE(pages, 3);
            break;
        }
    }
    QCOMPARE(ids.size(), 25);
    for (int i = 0; i < 25; ++i)
        QCOMPARE(ids[i], uuidOf(25 - i));
}

void TestStoreProjections::listsByTeamAndStatus()
{
    const TeamId team(uuidOf(500));
    for (int number = 1; number <= 6; ++number) {
        LogBuilder log(number);
        if (number % 2 == 0)
            log.setTeam(team);
        QVERIFY(append(log.beginning({ u"a"_s })).ok());
        if (number > 3)
            QVERIFY(append({ log.execution("execution_completed", { { "result", "x" } }) }).ok());
    }
    QCOMPARE(page({ team, {}, false, {} }).items.size(), 3);
    QCOMPARE(page({ {}, { ExecutionStatus::Running }, false, {} }).items.size(), 3);
    QCOMPARE(page({ team, { ExecutionStatus::Completed }, false, {} }).items.size(), 2);
    QCOMPARE(page({ {}, { ExecutionStatus::Completed, ExecutionStatus::Running }, false, {} })
                 .items.size(),
        6);
    QCOMPARE(page({ {}, { ExecutionStatus::Pending }, false, {} }).items.size(), 0);
    QCOMPARE(page({ {}, {}, false, { 0, {} } }).items.size(), 1); // at least one row
}

void TestStoreProjections::refusesAForeignPagePosition_data()
{
    QTest::addColumn<QString>("after");
    QTest::newRow("no base64") << u"!!"_s;
    QTest::newRow("no slash") << u"MTIz"_s;
    QTest::newRow("no number") << u"YS9i"_s;
    QTest::newRow("sql") << u"' OR 1=1 --"_s;
    QTest::newRow("not latin") << u"电动"_s;
}

void TestStoreProjections::refusesAForeignPagePosition()
{
    QFETCH(QString, after);
    const auto executions = answerOf(m_store->executions({ {}, {}, false, { 10, after } }));
    QCOMPARE(executions.error().code, QLatin1StringView(code::ValidationError));
    const auto teams = answerOf(m_store->teams({ {}, false, { 10, after } }));
    QCOMPARE(teams.error().code, QLatin1StringView(code::ValidationError));
}

void TestStoreProjections::countsActiveExecutions()
{
    QCOMPARE(*answerOf(m_store->activeExecutionCount()), 0);
    LogBuilder one(1);
    LogBuilder two(2);
    QVERIFY(append(one.beginning({ u"a"_s })).ok());
    QVERIFY(append({ two.beginning({ u"a"_s }).first() }).ok());
    QCOMPARE(*answerOf(m_store->activeExecutionCount()), 2);
    QVERIFY(append({ one.execution("execution_failed", { { "error", "x" } }) }).ok());
    QCOMPARE(*answerOf(m_store->activeExecutionCount()), 1);
}

// Feedback runs a step again as `a#2`: the row of `a` reflects its latest iteration (§3.9).
void TestStoreProjections::keepsRowsOfIterations()
{
    LogBuilder log;
    ExecutionEvents events = log.beginning({ u"a"_s, u"b"_s });
    events += log.wholeStep(u"a"_s, u"one"_s);
    QVERIFY(append(events).ok());
    const ExecutionEvents again = log.wholeStep(u"a#2"_s, u"two"_s);
    for (const ExecutionEvent &event : again) {
        QVERIFY(append({ event }).ok());
        events.append(event);
        const Result<Execution> stored = answerOf(m_store->execution(log.id()));
        QVERIFY(stored.ok());
        QVERIFY2(*stored == foldOf(events), qUtf8Printable(event.eventType));
    }
}

// It is long, and the row changes often.
void TestStoreProjections::readsThePromptOfTheEventThatBeganTheAttempt()
{
    LogBuilder log;
    ExecutionEvents events = log.beginning({ u"a"_s });
    events.append(log.step("step_started", u"a"_s, { { "attempt", 1 }, { "prompt", "do a" } }));
    QVERIFY(append(events).ok());
    const auto promptOf
        = [&] { return answerOf(m_store->execution(log.id())).value().steps.at(0).prompt; };
    RawDatabase raw(file());
    const char *inRow = "SELECT input_data FROM renum_team_agent_executions";
    QCOMPARE(promptOf(), u"do a"_s);
    QCOMPARE(raw.text(inRow), u"{}"_s);
    // The event of this attempt does not tell it.
    QVERIFY(append({ log.step("step_started", u"a"_s, { { "attempt", 2 } }) }).ok());
    QCOMPARE(promptOf(), u"do a"_s);
    QCOMPARE(raw.text(inRow), u"{\"prompt\":\"do a\"}"_s);
    QVERIFY(append({ log.step("step_started", u"a"_s, { { "attempt", 3 }, { "prompt", "more" } }) })
                .ok());
    QCOMPARE(promptOf(), u"more"_s);
}

void TestStoreProjections::knowsWhichStartsAreBooked()
{
    LogBuilder log;
    ExecutionEvents events = log.beginning({ u"a"_s, u"b"_s });
    events += log.wholeStep(u"a"_s, u"one"_s);
    events += log.wholeStep(u"b"_s, u"two"_s).first(3); // bound, not booked
    QVERIFY(append(events).ok());
    const auto starts = answerOf(m_store->remoteStarts(log.id()));
    QVERIFY(starts.ok());
    QCOMPARE(starts->size(), 2);
    QVERIFY((*starts)[0].usageBooked);
    QVERIFY(!(*starts)[1].usageBooked);
}

void TestStoreProjections::keepsRemoteStarts()
{
    LogBuilder log;
    ExecutionEvents events = log.beginning({ u"a"_s, u"b"_s });
    const ExecutionEvent sent = [&] {
        events.append(
            log.step("step_run_intent", u"a"_s, { { "attempt", 1 }, { "payload_hash", "h" } }));
        return log.step("step_run_sent", u"a"_s,
            { { "attempt", 1 }, { "thread_id", "t1" }, { "project_id", "p1" },
                { "watch_until", "2026-01-01T00:01:02.500Z" } });
    }();
    events
        += { sent, log.step("step_run_unknown", u"a"_s, { { "attempt", 1 }, { "error", "lost" } }),
               log.step("step_run_bound", u"a"_s, { { "attempt", 1 }, { "agent_run_id", "r1" } }),
               log.step("step_run_duplicate", u"a"_s,
                   { { "attempt", 1 }, { "agent_run_id", "r2" }, { "action", "stopped" } }),
               log.step("step_run_intent", u"a"_s, { { "attempt", 2 } }),
               log.step("step_run_rejected", u"b"_s, { { "attempt", 1 }, { "error", "no" } }) };
    QVERIFY(append(events).ok());
    const Result<QList<RemoteStart>> starts = answerOf(m_store->remoteStarts(log.id()));
    QVERIFY(starts.ok());
    QCOMPARE(starts->size(), 3);
    const RemoteStart &first = starts->at(0);
    QCOMPARE(first.execution, log.id());
    QCOMPARE(first.step, StepId(u"a"_s));
    QVERIFY(first.state == RunState::Bound);
    QCOMPARE(first.thread, ThreadId(u"t1"_s));
    QCOMPARE(first.project, ProjectId(u"p1"_s));
    QCOMPARE(first.run, RunId(u"r1"_s));
    QCOMPARE(*first.sentAt, sent.timestamp);
    QCOMPARE(toRfc3339(*first.watchUntil), u"2026-01-01T00:01:02.500Z"_s);
    QCOMPARE(starts->at(1).attempt, 2);
    QVERIFY(starts->at(1).state == RunState::Intent);
    QVERIFY(!starts->at(1).sentAt);
    QVERIFY(starts->at(2).state == RunState::Rejected);
    RawDatabase raw(file());
    QCOMPARE(raw.text("SELECT extra_runs FROM renum_remote_starts WHERE step_id = 'a' "
                      "AND attempt = 1"),
        u"[\"r2\"]"_s);
}

// The log of an execution that has ended is closed; what is found out later stands beside it.
void TestStoreProjections::settlesStartsAfterTheEnd()
{
    LogBuilder log;
    ExecutionEvents events = log.beginning({ u"a"_s, u"b"_s, u"c"_s });
    events += log.wholeStep(u"a"_s, u"one"_s);
    for (const char *bound : { "step_run_intent", "step_run_sent", "step_run_bound" })
        events.append(log.step(bound, u"b"_s, { { "attempt", 1 }, { "agent_run_id", "r1" } }));
    events.append(log.step("step_run_rejected", u"c"_s, { { "attempt", 1 }, { "error", "no" } }));
    QVERIFY(append(events).ok());
    const auto unsettled = [this](Timestamp since, int limit = 10) {
        const auto found = answerOf(m_store->unsettledStarts(since, limit));
        return found.ok() ? *found : QList<UnsettledStart>();
    };
    QCOMPARE(unsettled({}).size(), 0); // it has not ended
    const ExecutionEvent end = log.execution("execution_failed", { { "error", "no" } });
    QVERIFY(append({ end }).ok());
    const QList<UnsettledStart> found = unsettled(end.timestamp);
    QCOMPARE(found.size(), 2); // what was rejected began nothing
    QVERIFY(found[0].succeeded);
    QVERIFY(!found[1].succeeded);
    QCOMPARE(found[1].start.step, StepId(u"b"_s));
    QVERIFY(found[1].start.state == RunState::Bound);
    QCOMPARE(found[1].start.run, RunId(u"r1"_s));
    QCOMPARE(found[1].ended, end.timestamp);
    QCOMPARE(unsettled(end.timestamp + std::chrono::seconds(1)).size(), 0);
    QCOMPARE(unsettled(end.timestamp, 1).size(), 1);

    const QList<RunId> stopped { RunId(u"twin"_s) };
    QVERIFY(answerOf(m_store->settleStart(found[1].start, end.timestamp, stopped)).ok());
    QCOMPARE(unsettled({}).size(), 1);
    RawDatabase raw(file());
    QCOMPARE(raw.text("SELECT extra_runs FROM renum_remote_starts WHERE step_id = 'b'"),
        u"[\"twin\"]"_s);
    RemoteStart gone = found[0].start;
    gone.execution = ExecutionId(uuidOf(99));
    QVERIFY(answerOf(m_store->settleStart(gone, end.timestamp, stopped)).ok());
    QCOMPARE(unsettled({}).size(), 1);
}

void TestStoreProjections::booksUsage()
{
    LogBuilder log;
    ExecutionEvents events = log.beginning({ u"a"_s });
    events += log.wholeStep(u"a"_s, u"done"_s);
    events.append(log.step("step_usage", u"a"_s, { { "attempt", 2 } })); // tells nothing
    QVERIFY(append(events).ok());
    RawDatabase raw(file());
    QCOMPARE(raw.number("SELECT count(*) FROM renum_ai_usage_logs"), 2);
    QCOMPARE(raw.number("SELECT tokens_input FROM renum_ai_usage_logs WHERE attempt = 1"), 10);
    QCOMPARE(raw.text("SELECT model_name FROM renum_ai_usage_logs WHERE attempt = 1"), u"m"_s);
    // Unknown is not zero.
    QCOMPARE(raw.number("SELECT count(*) FROM renum_ai_usage_logs WHERE tokens_input IS NULL"), 1);
    const QString id = raw.text("SELECT log_id FROM renum_ai_usage_logs WHERE attempt = 1");
    QVERIFY(
        QRegularExpression(u"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"_s).match(id).hasMatch());
    QCOMPARE(answerOf(m_store->execution(log.id()))->usage.tokensOutput, 5);
}

void TestStoreProjections::rollsBackUsageWithItsEvent()
{
    LogBuilder log;
    QVERIFY(append(log.beginning({ u"a"_s })).ok());
    const ExecutionEvents step = log.wholeStep(u"a"_s, u"done"_s);
    {
        // A leftover row with the same key makes the last event of the call fail.
        RawDatabase raw(file());
        raw.run(u"INSERT INTO renum_execution_events VALUES (1, 9, 'x', '', '', '', 0, '{}')"_s);
    }
    QVERIFY(!append(step).ok());
    RawDatabase raw(file());
    QCOMPARE(raw.number("SELECT count(*) FROM renum_ai_usage_logs"), 0);
    QCOMPARE(raw.number("SELECT count(*) FROM renum_remote_starts"), 0);
    QCOMPARE(raw.number("SELECT count(*) FROM renum_team_agent_executions "
                        "WHERE status <> 'pending'"),
        0);
}

void TestStoreProjections::averagesTheLastDurations()
{
    // Each step takes six events, and its duration is that of five gaps: 5 x 1.234567 s.
    for (int number = 1; number <= 25; ++number) {
        LogBuilder log(number);
        ExecutionEvents events = log.beginning({ u"often"_s, u"rare"_s });
        events += log.wholeStep(u"often"_s, u"x"_s);
        if (number <= 2)
            events += log.wholeStep(u"rare"_s, u"x"_s);
        QVERIFY(append(events).ok());
    }
    const auto history = answerOf(m_store->durationHistory());
    QVERIFY(history.ok());
    QCOMPARE(history->size(), 1);
    QCOMPARE(history->value(AgentId(u"often"_s)), 5 * 1.234567);
    // Only the last twenty count: twenty short ones push the long ones out.
    for (int number = 100; number < 120; ++number) {
        LogBuilder log(number);
        ExecutionEvents events = log.beginning({ u"often"_s });
        events += { log.step("step_started", u"often"_s, { { "attempt", 1 } }),
            log.step("step_completed", u"often"_s, { { "attempt", 1 } }) };
        QVERIFY(append(events).ok());
    }
    QCOMPARE(answerOf(m_store->durationHistory())->value(AgentId(u"often"_s)), 1.234567);
}

void TestStoreProjections::acceptsALogWithoutCreation()
{
    LogBuilder log;
    const ExecutionEvents events = { log.log(u"first of all"_s) };
    QVERIFY(append(events).ok());
    const Result<Execution> execution = answerOf(m_store->execution(log.id()));
    QVERIFY(execution.ok());
    QCOMPARE(execution->id, log.id());
    QCOMPARE(execution->teamId, log.team());
    QCOMPARE(execution->lastSeq, 1);
}

QTEST_GUILESS_MAIN(TestStoreProjections)
#include "tst_store_projections.moc"
