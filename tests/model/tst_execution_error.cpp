// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/execution_error.h"
#include "tests/support/event_by_hand.h"

#include <QRegularExpression>
#include <QTest>
#include <QUuid>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

Json failure(int attempt, const char *type = "agent_crash")
{
    return { { "attempt", attempt }, { "max_attempts", 3 }, { "error", "It broke" },
        { "error_detail", EventScript::error(type, "suna_run_failed", "It broke") } };
}

} // namespace

/// Contract §4.7: what failed in an execution.
class TestExecutionError : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void everyCategory_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("severity"); // contract §4.5
        QTest::addColumn<bool>("recoverable");
        const auto row = [](const char *type, const char *severity, bool recoverable) {
            QTest::newRow(type) << QString::fromLatin1(type) << QString::fromLatin1(severity)
                                << recoverable;
        };
        row("agent_timeout", "medium", true);
        row("network_error", "medium", true);
        row("authentication_error", "critical", false);
        row("resource_exhausted", "high", true);
        row("quota_exceeded", "critical", false);
        row("invalid_input", "critical", false);
        row("dependency_error", "medium", false);
        row("user_cancelled", "low", false);
        row("agent_crash", "high", true);
        row("system_error", "low", false);
    }
    void everyCategory()
    {
        QFETCH(const QString, type);
        QFETCH(const bool, recoverable);
        EventScript script;
        const auto errors = folded<ExecutionErrors>(
            { script.step("step_failed", "a", failure(1, type.toLatin1().constData())) });
        const Json json = toJson(errors.errors()[0]);
        QCOMPARE(json["error_type"], toJson(type));
        QTEST(toQString(json["severity"]), "severity");
        QCOMPARE(json["recoverable"], Json(recoverable));
        QVERIFY(!json["suggestions"].empty());
        QVERIFY(!json.contains("stack_trace"));
    }

    void attemptsUntilItWorks()
    {
        EventScript script;
        const ExecutionEvents events { script.planned({ u"a"_s, u"b"_s }),
            script.step("step_retrying", "a", failure(2)),
            script.step("step_retrying", "b", failure(2)),
            script.step("step_completed", "a", { { "attempt", 2 } }) };
        const ExecutionErrorList errors = folded<ExecutionErrors>(events).errors();
        QCOMPARE(errors.size(), std::size_t(2));
        QVERIFY(errors[0].resolved);
        QVERIFY(!errors[1].resolved);
        QCOMPARE(errors[0].retryCount, 1);
        QCOMPARE(errors[0].maxRetries, 2);
        QCOMPARE(errors[0].stepName, u"A"_s);
        QCOMPARE(errors[0].timestamp, events[1].timestamp);
        QVERIFY(errors[0].recoverable);
    }

    void untilTheExecutionFails()
    {
        EventScript script;
        const ExecutionEvents events { script.step("step_retrying", "a", failure(2)),
            script.step("step_retrying", "a", failure(3)),
            script.step("step_failed", "a", failure(3)),
            script.execution("execution_failed",
                { { "error", "It broke" },
                    { "error_detail",
                        EventScript::error("agent_crash", "steps_failed", "It broke") } }) };
        const ExecutionErrorList errors = folded<ExecutionErrors>(events).errors();
        QCOMPARE(errors.size(), std::size_t(4));
        QCOMPARE(errors[2].retryCount, 2);
        QCOMPARE(errors[2].maxRetries, 2);
        QVERIFY(!errors[2].resolved);
        const Json whole = toJson(errors[3]);
        QCOMPARE(whole["agent_id"], Json());
        QCOMPARE(whole["step_name"], Json());
        QCOMPARE(whole["retry_count"], Json(0));
        QCOMPARE(whole["details"]["code"], Json("steps_failed"));
    }

    void idsAreUuidsThatStayTheSame()
    {
        EventScript script;
        const ExecutionEvents events { script.step("step_failed", "a", failure(1)),
            script.step("step_failed", "b", failure(1)) };
        const ExecutionErrorList once = folded<ExecutionErrors>(events).errors();
        const ExecutionErrorList again = folded<ExecutionErrors>(events).errors();
        QCOMPARE(once[0].id, again[0].id);
        QVERIFY(once[0].id != once[1].id);
        QVERIFY(!QUuid::fromString(once[0].id).isNull());
    }

    void damagedEventsAreStillTold()
    {
        EventScript script;
        const auto errors = folded<ExecutionErrors>(
            { script.next("step_update", "step_failed", { { "error_detail", "no object" } }),
                script.execution("plan_created", { { "plan", 7 } }) });
        QCOMPARE(errors.errors().size(), std::size_t(1));
        QCOMPARE(toQString(toJson(errors.errors()[0])["error_type"]), u"system_error"_s);
    }
};

QTEST_GUILESS_MAIN(TestExecutionError)
#include "tst_execution_error.moc"
