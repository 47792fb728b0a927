// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/audit_entry.h"
#include "tests/support/event_by_hand.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

/// Contract §8.4: what the audit log says of an execution.
class TestExecutionAudit : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void events_data()
    {
        QTest::addColumn<ExecutionEvent>("event");
        QTest::addColumn<QString>("expected"); // event_type actor_type actor_id
        EventScript script;
        const auto row = [](const ExecutionEvent &event, const char *expected) {
            QTest::newRow(expected) << event << QString::fromLatin1(expected);
        };
        row(script.execution("execution_started"), "execution.started user ");
        row(script.execution("execution_completed"), "execution.completed system ");
        row(script.execution("execution_failed"), "execution.failed system ");
        row(script.execution("execution_cancelled", { { "cancelled_by", "Ana" } }),
            "execution.cancelled user Ana");
        row(script.step("step_approval_requested", "a"), "execution.approval.requested system ");
        row(script.step(
                "step_approval_decided", "a", { { "state", "rejected" }, { "decided_by", "Ana" } }),
            "execution.approval.rejected user Ana");
        row(script.step("step_approval_decided", "a",
                { { "state", "auto_approved" }, { "decided_by", "rules" } }),
            "execution.approval.auto_approved system ");
    }
    void events()
    {
        QFETCH(const ExecutionEvent, event);
        EventScript script;
        const auto audit = folded<ExecutionAudit>(
            { script.created(), script.planned({ u"a"_s, u"b"_s }), event });
        QCOMPARE(audit.entries().size(), std::size_t(1));
        const Json json = toJson(audit.entries()[0]);
        QTEST(QString(toQString(json["event_type"]) + u' ' + toQString(json["actor_type"]) + u' '
                  + toQString(json["actor_id"])),
            "expected");
        QCOMPARE(json["entity_id"], Json(EventScript::Id));
        QCOMPARE(json["details"]["team_version"], Json(3));
        QCOMPARE(json["details"]["agent_ids"], Json::array({ "a", "b" }));
        QCOMPARE(toQString(json["details"]["prompt_sha256"]).toLatin1(),
            QCryptographicHash::hash("Do it", QCryptographicHash::Sha256).toHex());
        QVERIFY(!canonicalJson(json).contains("Do it"));
    }

    void retries()
    {
        EventScript script;
        ExecutionEvent created = script.created();
        created.data["retry_of"] = "earlier";
        const auto audit = folded<ExecutionAudit>({ created, script.planned({ u"a"_s }) });
        QCOMPARE(audit.entries().size(), std::size_t(1));
        QCOMPARE(audit.entries()[0].eventType, u"execution.retried"_s);
        QCOMPARE(audit.entries()[0].details["retry_of"], Json("earlier"));
        QCOMPARE(audit.entries()[0].details["agent_ids"], Json::array({ "a" }));
    }

    void whatAgentsDoIsNoAudit()
    {
        EventScript script;
        const auto audit = folded<ExecutionAudit>(
            { script.created(), script.execution("plan_created", { { "plan", "unreadable" } }),
                script.step("step_started", "a"), script.context("k", 1, 2, "a") });
        QVERIFY(audit.entries().empty());
    }
};

QTEST_GUILESS_MAIN(TestExecutionAudit)
#include "tst_execution_audit.moc"
