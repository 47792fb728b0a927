// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/execution_log.h"
#include "core/model/log_query.h"
#include "core/model/log_texts.h"
#include "tests/support/event_by_hand.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

Json detail()
{
    return EventScript::error("agent_crash", "suna_run_failed", "It broke");
}

/// `level category text` of the only entry these events lead to, the plan's aside.
QString lineOf(const LogEntry &entry)
{
    return toString(entry.level) + u' ' + toString(entry.category) + u' ' + entry.message;
}

LogEntryList numbered(int count)
{
    LogEntryList log;
    for (int i = 1; i <= count; ++i) {
        LogEntry entry;
        entry.id = i;
        entry.timestamp = fromMicroseconds(i);
        entry.level = i % 2 == 0 ? LogLevel::Warning : LogLevel::Info;
        entry.category = i % 3 == 0 ? LogCategory::Network : LogCategory::Agent;
        entry.agentId = AgentId(i % 5 == 0 ? u"b"_s : u"a"_s);
        entry.message = u"entry %1"_s.arg(i);
        log.push_back(entry);
    }
    return log;
}

QString idsOf(const LogEntryList &log)
{
    QStringList ids;
    for (const LogEntry &entry : log)
        ids.append(QString::number(entry.id));
    return ids.join(u' ');
}

} // namespace

/// Contract §1.3.6 and §1.5.8: the log of an execution.
class TestExecutionLog : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void texts_data()
    {
        QTest::addColumn<ExecutionEvent>("event");
        QTest::addColumn<QString>("line");
        EventScript script;
        const auto row = [](const char *name, const ExecutionEvent &event, const QString &line) {
            QTest::newRow(name) << event << line;
        };
        row("1.5.8 started", script.step("step_started", "a", { { "attempt", 1 } }),
            u"info agent Agent execution started"_s);
        row("1.5.8 completed", script.step("step_completed", "a", { { "attempt", 1 } }),
            u"info agent Agent execution completed successfully"_s);
        row("1.5.8 failed",
            script.step(
                "step_failed", "a", { { "error", "It broke" }, { "error_detail", detail() } }),
            u"error agent Agent execution failed: It broke"_s);
        row("1.5.8 skipped", script.step("step_skipped", "a", { { "reason", "inactive" } }),
            u"info agent Agent execution skipped"_s);
        row("1.5.8 cancelled", script.step("step_cancelled", "a", { { "reason", "stop" } }),
            u"warning agent Agent execution cancelled"_s);
        row("plan", script.planned({ u"a"_s, u"b"_s }),
            u"info execution Execution plan created with 2 steps"_s);
        row("retry",
            script.step("step_retrying", "a",
                { { "attempt", 2 }, { "max_attempts", 3 }, { "delay_seconds", 1.04 },
                    { "error", "It broke" }, { "error_detail", detail() } }),
            u"warning agent Agent execution is tried again in 1.0 s (attempt 2 of 3): It broke"_s);
        row("braces of others are text",
            script.step("step_failed", "a", { { "error", "{attempt}" }, { "attempt", 7 } }),
            u"error agent Agent execution failed: {attempt}"_s);
        row("wait for a slot", script.step("step_waiting", "a", { { "reason", "run_slot" } }),
            u"info performance Waiting for a free slot for agent runs"_s);
        row("wait for the breaker",
            script.step("step_waiting", "a", { { "reason", "circuit_open" } }),
            u"warning network The agent service does not answer; it is left alone for a while"_s);
        row("wait for the service",
            script.step("step_waiting", "a", { { "reason", "service_busy" } }),
            u"warning network The agent service has no free slot; it is asked again"_s);
        row("adopted", script.step("step_run_bound", "a", { { "adopted", true } }),
            u"debug network Agent run found again"_s);
        row("pause", script.execution("execution_paused", { { "requested_by", "Ana" } }),
            u"info user_action Execution paused by Ana"_s);
        row("approval",
            script.step(
                "step_approval_decided", "a", { { "state", "approved" }, { "decided_by", "Ana" } }),
            u"info user_action Approved by Ana"_s);
        row("rejection",
            script.step(
                "step_approval_decided", "a", { { "state", "rejected" }, { "decided_by", "Ana" } }),
            u"warning user_action Rejected by Ana"_s);
        row("approval too late",
            script.step("step_approval_decided", "a",
                { { "state", "expired" }, { "decided_by", "system" } }),
            u"warning user_action Nobody approved in time"_s);
        row("rule", script.step("step_approval_decided", "a", { { "state", "auto_approved" } }),
            u"info user_action Approved by a rule of the team"_s);
        row("team tool", script.step("step_team_action", "a", { { "action", "get_team_info" } }),
            u"info agent Team tool get_team_info"_s);
        row("team tool refused",
            script.step("step_team_action", "a",
                { { "action", "get_team_info" }, { "error_detail", detail() } }),
            u"warning agent Team tool get_team_info was refused: It broke"_s);
        row("block refused", script.step("step_team_action", "a", { { "error_detail", detail() } }),
            u"warning agent Team actions were refused: It broke"_s);
        row("message",
            script.next("team_message", "",
                { { "message_type", "info" }, { "from_agent_id", "a" },
                    { "to_agent_id", nullptr } }),
            u"info agent Message (info) from a to the whole team"_s);
        row("time-out of a request",
            script.next(
                "team_message", "", { { "message_type", "error" }, { "to_agent_id", "a" } }),
            u"warning agent Message (error) from the system to a"_s);
        row("messages read",
            script.next(
                "team_message", "messages_read", { { "message_ids", Json::array({ "1", "2" }) } }),
            u"debug agent 2 messages were shown to the agent"_s);
        row("auxiliary run failed",
            script.next("team_message", "auxiliary_run_ended",
                { { "error", "It broke" }, { "error_detail", detail() } }),
            u"warning agent Agent run for a request failed: It broke"_s);
        row("context", script.context("leads", 1, 2, "system"),
            u"info system Shared memory \"leads\" set by system"_s);
        row("context by a person", script.context("leads", nullptr, 2, "Ana"),
            u"info user_action Shared memory \"leads\" deleted by Ana"_s);
        row("with errors",
            script.execution("execution_completed",
                { { "message", "Execution completed; some steps failed" },
                    { "has_errors", true } }),
            u"warning execution Execution completed; some steps failed"_s);
        row("written by the engine",
            script.next("execution_log", "",
                { { "log_entry",
                    { { "level", "warning" }, { "category", "network" },
                        { "message", "Slow" } } } }),
            u"warning network Slow"_s);
        row("written by nobody knows whom", script.next("execution_log", ""), u"info execution "_s);
    }
    void texts()
    {
        QFETCH(const ExecutionEvent, event);
        QFETCH(const QString, line);
        const auto log = folded<ExecutionLog>({ event });
        QCOMPARE(log.entries().size(), std::size_t(1));
        QCOMPARE(lineOf(log.entries()[0]), line);
        QCOMPARE(log.entries()[0].id, event.seq);
    }

    void streamedOutputIsNoNews()
    {
        EventScript script;
        const auto log = folded<ExecutionLog>({ script.step("step_output", "a"),
            script.step("step_output", "a", { { "kind", "assistant" } }),
            script.execution("execution_progress") });
        QVERIFY(log.entries().empty());
    }

    void eventsOfLaterVersionsAreToldWhole()
    {
        EventScript script;
        const LogEntryList log = folded<ExecutionLog>(
            { script.next("something", "new", { { "n", 1 } }), script.next("newer", "", 5) })
                                     .entries();
        QCOMPARE(lineOf(log.at(0)), u"info system Event of a later version: new"_s);
        QCOMPARE(log.at(0).details, Json({ { "n", 1 } }));
        QCOMPARE(lineOf(log.at(1)), u"info system Event of a later version: newer"_s);
        QCOMPARE(log.at(1).details, Json({ { "data", 5 } }));
    }

    void toolsAndStatusAreNews()
    {
        EventScript script;
        const auto output = [&script](const char *kind, const char *delta, const Json &tool) {
            Json data = { { "kind", kind }, { "delta", delta } };
            if (!tool.is_null())
                data["tool"] = tool;
            return script.step("step_output", "a", data);
        };
        const Json tool = { { "call_id", "c1" }, { "name", "search" } };
        const Json failed = { { "call_id", "c1" }, { "name", "search" }, { "ok", false } };
        const LogEntryList log = folded<ExecutionLog>(
            { output("tool_call", "x", tool), output("tool_call", "browse", nullptr),
                output("tool_result", "secret", tool), output("tool_result", "secret", failed),
                output("status", "Looking around", nullptr) })
                                     .entries();
        QStringList lines;
        for (const LogEntry &entry : log)
            lines << lineOf(entry);
        QCOMPARE(lines,
            (QStringList { u"info agent Tool search called"_s, u"info agent Tool browse called"_s,
                u"debug agent Tool search answered"_s, u"warning agent Tool search failed"_s,
                u"debug agent Looking around"_s }));
        QCOMPARE(log[0].details, Json({ { "call_id", "c1" } }));
    }

    void kindsSayWhatIsKnownBefore()
    {
        EventScript script;
        for (const LogKind &kind : logKinds()) {
            if (kind.varies)
                continue;
            const std::optional<LogEntry> entry
                = logEntry(script.next(kind.eventType == u"messages_read"_s ? "team_message" : "x",
                    qPrintable(kind.eventType)));
            QVERIFY2(entry, qPrintable(kind.eventType));
            QVERIFY(entry->level == kind.level);
            QVERIFY(entry->category == kind.category);
        }
    }

    void parityDetails()
    {
        EventScript script;
        const Json result = { { "result", "secret result" }, { "execution_time", 1.5 },
            { "agent_run_id", "r1" } };
        const ExecutionEvents events { script.created(), script.planned({ u"a"_s }),
            script.step("step_started", "a", { { "attempt", 1 }, { "prompt", "secret prompt" } }),
            script.step("step_run_bound", "a", { { "agent_run_id", "r1" } }),
            script.step("step_run_bound", "a", { { "agent_run_id", "r2" } }), // a later turn
            script.step("step_completed", "a", { { "result", result } }),
            script.step(
                "step_failed", "a", { { "error", "It broke" }, { "error_detail", detail() } }),
            script.step("step_skipped", "a", { { "reason", "inactive" } }) };
        const LogEntryList log = folded<ExecutionLog>(events).entries();
        const Json started = toJson(log[2]);
        QCOMPARE(started["details"]["suna_agent_run_id"], Json("r1"));
        QCOMPARE(started["details"]["step_order"], Json(1));
        QCOMPARE(started["step_name"], Json("A"));
        QCOMPARE(started["agent_id"], Json("a"));
        QCOMPARE(started["log_id"], Json(3));
        QCOMPARE(started["timestamp"], toJson(toRfc3339(events[2].timestamp)));
        QCOMPARE(log[5].details["execution_time"], Json(1.5));
        QCOMPARE(log[6].details["error_message"], Json("It broke"));
        QCOMPARE(log[6].details["code"], Json("suna_run_failed"));
        QCOMPARE(log[7].details["reason"], Json("inactive"));
        for (const LogEntry &entry : log)
            QVERIFY(!canonicalJson(toJson(entry)).contains("secret"));
    }

    void membersAreTheAuthorsOfTheirChanges()
    {
        EventScript script;
        const LogEntryList log
            = folded<ExecutionLog>({ script.planned({ u"a"_s }), script.context("k", 1, 2, "a") })
                  .entries();
        QCOMPARE(log[1].agentId, AgentId(u"a"_s));
        QCOMPARE(log[1].stepName, u"A"_s);
        QCOMPARE(toString(log[1].category), u"agent"_s);
    }

    void filters_data()
    {
        QTest::addColumn<LogQuery>("query");
        QTest::addColumn<QString>("ids");
        QTest::newRow("all") << LogQuery() << u"1 2 3 4 5 6 7 8 9 10"_s;
        QTest::newRow("log_types")
            << LogQuery { .levels = { LogLevel::Warning } } << u"2 4 6 8 10"_s;
        QTest::newRow("level") << LogQuery { .atLeast = LogLevel::Error } << QString();
        QTest::newRow("category") << LogQuery { .categories = { LogCategory::Network } }
                                  << u"3 6 9"_s;
        QTest::newRow("agent_id") << LogQuery { .agent = AgentId(u"b"_s) } << u"5 10"_s;
        QTest::newRow("q") << LogQuery { .search = u"Y 1"_s } << u"1 10"_s;
        QTest::newRow("since") << LogQuery { .since = fromMicroseconds(9) } << u"9 10"_s;
        QTest::newRow("after_id") << LogQuery { .afterId = 7 } << u"8 9 10"_s;
        QTest::newRow("limit") << LogQuery { .limit = 2 } << u"1 2"_s;
        QTest::newRow("limit too small") << LogQuery { .limit = -3 } << u"1"_s;
        QTest::newRow("offset") << LogQuery { .limit = 2, .offset = 3 } << u"4 5"_s;
        QTest::newRow("offset beyond") << LogQuery { .offset = 30 } << QString();
        QTest::newRow("order=desc")
            << LogQuery { .order = LogQuery::Order::NewestFirst, .limit = 3, .offset = 1 }
            << u"9 8 7"_s;
    }
    void filters()
    {
        QFETCH(const LogQuery, query);
        QTEST(idsOf(selected(numbered(10), query)), "ids");
    }

    void namesGoBothWays()
    {
        for (const char *name : { "debug", "info", "warning", "error", "critical" })
            QCOMPARE(toString(*logLevelFromString(QString::fromLatin1(name))),
                QString::fromLatin1(name));
        QVERIFY(logLevelFromString(u"ERROR"_s) == LogLevel::Error); // as old clients write it
        QVERIFY(!logLevelFromString(u"loud"_s));
        QVERIFY(logCategoryFromString(u"user_action"_s) == LogCategory::UserAction);
        QVERIFY(!logCategoryFromString(QString()));
    }
};

QTEST_GUILESS_MAIN(TestExecutionLog)
#include "tst_execution_log.moc"
