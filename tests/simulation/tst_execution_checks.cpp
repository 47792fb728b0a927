// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/execution_projection.h"
#include "tests/engine/engine_bench.h"
#include "tests/simulation/booked_rows.h"
#include "tests/simulation/execution_history.h"
#include "tests/store/raw_database.h"

#include <QRegularExpression>
#include <QTest>

#include <functional>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Break = std::function<void(ExecutionHistory &)>;

qsizetype placeOf(const ExecutionHistory &history, const char *eventType)
{
    for (qsizetype i = 0; i < history.events.size(); ++i) {
        if (history.events[i].eventType == QLatin1StringView(eventType))
            return i;
    }
    qFatal("the history has no %s", eventType);
}

/// Closes the gaps of an edited log, so that only what the row is about is wrong.
void renumber(ExecutionHistory &history)
{
    qint64 seq = 0;
    for (ExecutionEvent &event : history.events)
        event.seq = ++seq;
}

void repeat(ExecutionHistory &history, const char *eventType)
{
    const ExecutionEvent event = history.events[placeOf(history, eventType)];
    history.events.insert(history.events.size() - 1, event);
    renumber(history);
}

void change(ExecutionHistory &history, const char *eventType, const char *key, const Json &value)
{
    history.events[placeOf(history, eventType)].data[key] = value;
}

void remove(ExecutionHistory &history, const char *eventType)
{
    history.events.removeAt(placeOf(history, eventType));
    renumber(history);
}

} // namespace

/// The checks find what they are there for: each row breaks a sound history in one way.
class TestExecutionChecks : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void soundHistoriesHaveNoFlaws() { QCOMPARE(flawsOf(sound()), QStringList()); }

    void brokenHistoriesAreFound_data()
    {
        QTest::addColumn<Break>("breakIt");
        QTest::addColumn<QString>("flaw");
        addLogRows();
        addRowRows();
        addLedgerRows();
    }

    void brokenHistoriesAreFound()
    {
        QFETCH(const Break, breakIt);
        QFETCH(const QString, flaw);
        static const ExecutionHistory unbroken = sound();
        ExecutionHistory history = unbroken;
        breakIt(history);
        const QStringList flaws = flawsOf(history);
        QVERIFY2(!flaws.filter(flaw).isEmpty(),
            qUtf8Printable(u"expected \"%1\" among: %2"_s.arg(flaw, flaws.join(u"; "_s))));
    }

    void wrongSumsAreFound()
    {
        EngineBench bench;
        Usage told;
        told.tokensInput = 7;
        told.requestCount = 1;
        bench.backend->say(u"a"_s, { .text = u"done"_s, .usage = told });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.advance(1s);
        const QString file = bench.store->file();
        QCOMPARE(bookedRowsOf(file, id).size(), std::size_t(1));
        QCOMPARE(flawsOfSums(file), QStringList());
        QVERIFY(RawDatabase(file).run(u"UPDATE renum_usage_days SET tokens_input = 8"_s));
        QCOMPARE(flawsOfSums(file).size(), 2);
        QVERIFY(RawDatabase(file).run(u"DELETE FROM renum_usage_days"_s));
        QCOMPARE(flawsOfSums(file).size(), 1);
        QVERIFY(RawDatabase(file).run(u"DELETE FROM renum_ai_usage_logs"_s));
        QCOMPARE(flawsOfSums(file), QStringList());
    }

    void soundTeamworkHasNoFlaws() { QCOMPARE(flawsOfTeamwork(teamwork()), QStringList()); }

    void brokenTeamworkIsFound_data()
    {
        QTest::addColumn<Break>("breakIt");
        QTest::addColumn<QString>("flaw");
        addTeamworkRows();
    }

    void brokenTeamworkIsFound()
    {
        QFETCH(const Break, breakIt);
        QFETCH(const QString, flaw);
        static const ExecutionHistory unbroken = teamwork();
        ExecutionHistory history = unbroken;
        breakIt(history);
        const QStringList flaws = flawsOfTeamwork(history);
        QVERIFY2(!flaws.filter(flaw).isEmpty(),
            qUtf8Printable(u"expected \"%1\" among: %2"_s.arg(flaw, flaws.join(u"; "_s))));
    }

private:
    using History = ExecutionHistory;

    /// The first agent tells everyone something, and asks the second one for something.
    [[nodiscard]] static ExecutionHistory teamwork()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s,
            { .text = u"```team-actions\n[{\"action\":\"set_shared_variable\",\"key\":\"k\","
                      "\"value\":1},{\"action\":\"broadcast_to_team\",\"message\":\"hello\"},"
                      "{\"action\":\"request_from_agent\",\"target_agent\":\"b\","
                      "\"request\":\"?\"}]\n```\n"_s });
        bench.backend->say(u"a"_s, { .text = u"a is done"_s });
        bench.backend->say(u"b"_s, { .text = u"Seventeen"_s });
        bench.backend->say(u"b"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        bench.advance(2s); // the answer comes in time
        bench.advance(90s, 30s); // beyond the request's time
        bench.backend->finish(bench.backend->runOf(u"b"_s, 1), u"done"_s);
        bench.advance(1s);
        return historyOf(bench, id);
    }

    [[nodiscard]] static qsizetype placeOfMessage(const History &history, const char *type)
    {
        for (qsizetype i = 0; i < history.events.size(); ++i) {
            const ExecutionEvent &event = history.events[i];
            if (event.type == "team_message"_L1
                && stringAt(event.data, "message_type") == QString::fromLatin1(type))
                return i;
        }
        qFatal("the history has no message of type %s", type);
    }

    static void addTeamworkRows()
    {
        row("action done twice", "was done twice",
            [](History &h) { repeat(h, "step_team_action"); });
        row("message sent twice", "was sent twice", [](History &h) {
            h.events.insert(h.events.size() - 1, h.events[placeOfMessage(h, "info")]);
            renumber(h);
        });
        row("message without an action", "messages were sent by", [](History &h) {
            ExecutionEvent event = h.events[placeOfMessage(h, "info")];
            event.data["message_id"] = "other";
            h.events.insert(h.events.size() - 1, event);
            renumber(h);
        });
        row("request without an answer", "was forgotten", [](History &h) {
            h.events.removeAt(placeOfMessage(h, "response"));
            renumber(h);
        });
        row("request answered twice", "ended twice", [](History &h) {
            ExecutionEvent event = h.events[placeOfMessage(h, "response")];
            event.data["message_id"] = "other";
            h.events.insert(h.events.size() - 1, event);
            renumber(h);
        });
        row("auxiliary run without an end", "the run for",
            [](History &h) { remove(h, "auxiliary_run_ended"); });
        row("second auxiliary run", "a second run answers",
            [](History &h) { repeat(h, "auxiliary_run_started"); });
        row("shown and not read", "stay unread", [](History &h) { remove(h, "messages_read"); });
        row("turn left out", "turn 3 of", [](History &h) {
            for (ExecutionEvent &event : h.events) {
                if (event.eventType == "step_run_intent"_L1 && event.data.contains("turn"))
                    event.data["turn"] = 3;
            }
        });
        row("turn started twice", "was started twice", [](History &h) {
            repeat(h, "step_run_bound");
            h.events[h.events.size() - 2].data["agent_run_id"] = "other";
        });
        row("turn before the booking", "was booked", [](History &h) { remove(h, "step_usage"); });
        row("previous value", "was not what", [](History &h) {
            const auto isChange
                = [](const ExecutionEvent &e) { return e.type == u"context_change"_s; };
            std::ranges::find_if(h.events, isChange)->data["previous_value"] = 7;
        });
        row("stored context", "stored context differs",
            [](History &h) { h.stored.sharedMemory["k"] = 2; });
        row("value that outlived its time", "outlived", [](History &h) {
            const auto isMemory = [](const ExecutionEvent &e) {
                return stringAt(e.data, "scope") == u"shared_memory"_s;
            };
            const auto change = std::ranges::find_if(h.events, isMemory);
            change->data["expires_at"] = toJson(toRfc3339(change->timestamp));
        });
        row("start after a stop", "although it was to stop", [](History &h) {
            ExecutionEvent stop = h.events[placeOf(h, "execution_started")];
            stop.eventType = u"execution_stop_requested"_s;
            h.events.insert(4, stop);
            renumber(h);
        });
    }

    /// Two steps; the first fails once and is tried again.
    [[nodiscard]] static ExecutionHistory sound()
    {
        EngineBench bench;
        Usage told;
        told.tokensInput = 7;
        told.tokensOutput = 3;
        told.requestCount = 1;
        bench.backend->say(u"a"_s,
            { .error = testError(ErrorCategory::NetworkError, "network_failed"), .usage = told });
        bench.backend->say(u"a"_s, { .text = u"{\"output_context\":{\"x\":1}}"_s, .usage = told });
        bench.backend->say(u"b"_s, { .works = true, .usage = told });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        bench.advance(300s, 30s); // beyond the windows in which the starts are watched
        bench.backend->finish(bench.backend->runOf(u"b"_s), u"done"_s);
        bench.advance(1s);
        return historyOf(bench, id);
    }

    [[nodiscard]] static ExecutionHistory historyOf(EngineBench &bench, const ExecutionId &id)
    {
        ExecutionHistory history;
        history.acknowledged = bench.published(id);
        history.events = bench.storedEvents(id);
        history.stored = bench.stored(id);
        for (const ExecutionEvent &event : std::as_const(history.events)) {
            const RunId run(stringAt(event.data, "agent_run_id").value_or(QString()));
            if (event.eventType == "step_usage"_L1)
                history.usageRows.push_back({ run, usageFromJson(event.data.at("usage_metrics")) });
        }
        for (const auto &[runId, run] : bench.backend->runs) {
            history.ledger.push_back({ runId, run.ref.thread.thread, run.script.usage,
                run.startedAt, run.startedAt, run.active(), false });
        }
        for (const auto &[step, attempt] : { std::pair { "a", 1 }, { "a", 2 }, { "b", 1 } }) {
            RemoteStart start;
            start.step = StepId(QString::fromLatin1(step));
            start.attempt = attempt;
            start.state = RunState::Bound;
            history.starts.append(start);
        }
        return history;
    }

    static void row(const char *name, const char *flaw, Break breakIt)
    {
        QTest::newRow(name) << std::move(breakIt) << QString::fromLatin1(flaw);
    }

    static void addLogRows()
    {
        row("gap", "expected seq 4", [](History &h) { h.events.removeAt(3); });
        row("repeated seq", "expected seq", [](History &h) { h.events[3].seq = 3; });
        row("no end", "does not end", [](History &h) { h.events.removeLast(); });
        row("second end", "after the end", [](History &h) {
            h.events.append(h.events.constLast());
            renumber(h);
        });
        row("event after the end", "after the end", [](History &h) {
            h.events.append(h.events[placeOf(h, "execution_progress")]);
            renumber(h);
        });
        row("second plan", "a second one", [](History &h) { repeat(h, "plan_created"); });
        row("restart of a completed step", "which is completed",
            [](History &h) { repeat(h, "step_started"); });
        row("completed twice", "which is completed",
            [](History &h) { repeat(h, "step_completed"); });
        row("completed without a start", "from pending to completed", [](History &h) {
            while (h.events[placeOf(h, "step_started")].agentId.toString() == u"a"_s)
                remove(h, "step_started");
        });
        row("step left open", "was left running", [](History &h) { remove(h, "step_completed"); });
        row("before its dependency", "before a ended", [](History &h) {
            const qsizetype done = placeOf(h, "step_completed");
            h.events.move(done, h.events.size() - 2);
            renumber(h);
        });
        row("attempt left out", "attempt 3",
            [](History &h) { change(h, "step_started", "attempt", 3); });
        row("retry without a word", "not announced",
            [](History &h) { remove(h, "step_retrying"); });
        row("new iteration without feedback", "iteration 2", [](History &h) {
            repeat(h, "step_started");
            h.events[h.events.size() - 2].data["step_id"] = "a#2";
        });
        row("unknown step", "unknown step",
            [](History &h) { change(h, "step_started", "step_id", "stranger"); });
        row("context goes back", "context version", [](History &h) {
            const auto isChange
                = [](const ExecutionEvent &e) { return e.type == u"context_change"_s; };
            const auto first = std::ranges::find_if(h.events, isChange);
            h.events.insert(h.events.size() - 1, *first);
            renumber(h);
        });
    }

    static void addRowRows()
    {
        row("acknowledged, not stored", "was acknowledged",
            [](History &h) { h.acknowledged[2].data["message"] = "something else"; });
        row("acknowledged beyond the end", "was acknowledged", [](History &h) {
            h.acknowledged.append(h.acknowledged.constLast());
            h.acknowledged.last().seq += 1;
        });
        row("row differs", "rows differ",
            [](History &h) { h.stored.status = ExecutionStatus::Failed; });
        row("step differs", "rows differ", [](History &h) { h.stored.steps[0].attempts = 1; });
        row("remote start lost", "remote starts differ", [](History &h) { h.starts.removeLast(); });
        row("usage row lost", "no row of its own", [](History &h) { h.usageRows.pop_back(); });
        row("usage row too many", "usage events, ",
            [](History &h) { h.usageRows.push_back(h.usageRows.back()); });
        row("usage row of another run", "no row of its own",
            [](History &h) { h.usageRows[0].run = RunId(u"other"_s); });
        row("step sum", "the steps' usage",
            [](History &h) { h.stored.steps[0].usage.tokensInput = 1; });
        row("execution sum", "the execution's usage",
            [](History &h) { h.stored.usage.tokensOutput = 1; });
        row("told sum", "totals of the last event",
            [](History &h) { h.events.last().data["usage_totals"]["tokens_input"] = 1; });
    }

    static void addLedgerRows()
    {
        row("left working", "was left working", [](History &h) { h.ledger[0].working = true; });
        row("lost usage", "was never booked", [](History &h) { remove(h, "step_usage"); });
        row("booked twice", "was booked 2 times", [](History &h) { repeat(h, "step_usage"); });
        row("other counts", "other counts", [](History &h) { h.ledger[0].told->tokensInput = 8; });
        row("made up counts", "service never did", [](History &h) { h.ledger[0].told.reset(); });
        row("run made up", "never had it", [](History &h) { h.ledger.erase(h.ledger.begin()); });
        row("unknown double", "nobody knows", [](History &h) {
            h.ledger.push_back(h.ledger[0]);
            h.ledger.back().run = RunId(u"twin"_s);
        });
        row("shared thread", "share", [](History &h) {
            const Json thread = h.events[placeOf(h, "step_run_sent")].data["thread_id"];
            for (ExecutionEvent &event : h.events) {
                if (event.eventType == "step_run_sent"_L1)
                    event.data["thread_id"] = thread;
            }
        });
    }
};

QTEST_GUILESS_MAIN(TestExecutionChecks)
#include "tst_execution_checks.moc"
