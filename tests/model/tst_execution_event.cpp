// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/model/execution_event.h"

#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;

namespace {

ExecutionEvent sample(const QString &eventType)
{
    ExecutionEvent event;
    event.seq = 14;
    event.type = u"step_update"_s;
    event.eventType = eventType;
    event.executionId = ExecutionId(u"2b1"_s);
    event.teamId = TeamId(u"77a"_s);
    event.agentId = AgentId(u"agt-analyst"_s);
    event.timestamp = fromMicroseconds(1'767'225'662'123'000);
    event.data = { { "status", "completed" } };
    return event;
}

} // namespace

class TestExecutionEvent : public QObject {
    Q_OBJECT

private slots:
    void frameHasTheShapeOfTheContract()
    {
        const Json frame = toFrame(sample(u"step_completed"_s));
        QCOMPARE(canonicalJson(frame),
            QByteArray(
                R"({"agent_id":"agt-analyst","channel":"ws:execution:2b1","data":{"status":"completed"},)"
                R"("event_type":"step_completed","execution_id":"2b1","seq":14,"team_id":"77a",)"
                R"("timestamp":"2026-01-01T00:01:02.123Z","type":"step_update"})"));
    }

    void frameRoundTrips()
    {
        for (ExecutionEvent event : { sample(u"step_completed"_s), sample(QString()) }) {
            if (event.eventType.isEmpty())
                event.agentId = {};
            const Result<ExecutionEvent> read = eventFromFrame(toFrame(event));
            QVERIFY(read.ok());
            QVERIFY(*read == event);
        }
    }

    void incompleteFramesAreRefused_data()
    {
        QTest::addColumn<QString>("key");
        for (const char *key : { "seq", "type", "execution_id", "timestamp", "data" })
            QTest::newRow(key) << QString::fromLatin1(key);
    }
    void incompleteFramesAreRefused()
    {
        QFETCH(QString, key);
        Json frame = toFrame(sample(u"step_completed"_s));
        frame.erase(key.toStdString());
        const Result<ExecutionEvent> read = eventFromFrame(frame);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, QString::fromLatin1(code::JsonInvalid));
    }

    void moneyDecisionsAndEndsAreSynced()
    {
        for (const QString &name : { u"step_run_intent"_s, u"step_run_bound"_s, u"step_usage"_s,
                 u"execution_cancelled"_s, u"execution_stop_requested"_s, u"step_completed"_s })
            QVERIFY(durabilityOf(sample(name)) == Durability::Full);
        for (const QString &name : { u"step_output"_s, u"execution_progress"_s, QString() })
            QVERIFY(durabilityOf(sample(name)) == Durability::Normal);
    }

    void whatAPersonWritesIsSynced()
    {
        ExecutionEvent event = sample(QString());
        event.type = u"context_change"_s;
        event.data = { { "key", "leads" }, { "value", 7 }, { "changed_by", "Ana" } };
        QVERIFY(durabilityOf(event) == Durability::Normal); // an agent may have that name
        event.data["by_person"] = true;
        QVERIFY(durabilityOf(event) == Durability::Full);
    }

    void onlyThreeEventsAreTerminal()
    {
        QVERIFY(isTerminalEvent(sample(u"execution_completed"_s)));
        QVERIFY(isTerminalEvent(sample(u"execution_failed"_s)));
        QVERIFY(isTerminalEvent(sample(u"execution_cancelled"_s)));
        QVERIFY(!isTerminalEvent(sample(u"step_completed"_s)));
    }

    void errorDetailKeepsArguments()
    {
        const Error error { ErrorCategory::NetworkError, u"connection_refused"_s, u"No."_s,
            { { u"host"_s, u"h"_s }, { u"port"_s, 80 }, { u"sent"_s, false },
                { u"ratio"_s, 0.5 } } };
        const Error read = errorFromDetail(errorDetail(error));
        QVERIFY(read.category == error.category);
        QCOMPARE(read.code, error.code);
        QCOMPARE(read.message, error.message);
        QCOMPARE(read.args.value(u"host"_s).toString(), u"h"_s);
        QCOMPARE(read.args.value(u"port"_s).toInt(), 80);
        QCOMPARE(read.args.value(u"sent"_s).toBool(), false);
        QCOMPARE(read.args.value(u"ratio"_s).toDouble(), 0.5);
        QCOMPARE(errorFromDetail(Json(1)).code, QString::fromLatin1(code::Internal));
    }
};

QTEST_APPLESS_MAIN(TestExecutionEvent)
#include "tst_execution_event.moc"
