// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/workflow/context_history.h"
#include "tests/support/event_by_hand.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

ContextVersions historyOf(const ExecutionEvents &events)
{
    return *folded<ContextHistory>(events).finish();
}

/// `version:reason,reason …`
QString snapshotsOf(const ContextVersions &versions)
{
    QStringList list;
    for (const ContextVersion &version : versions) {
        QStringList reasons;
        for (const SnapshotNote &snapshot : version.snapshots)
            reasons.append(toString(snapshot.reason));
        list.append(QString::number(version.version) + u':' + reasons.join(u','));
    }
    return list.join(u' ');
}

} // namespace

/// CX-03: every version of a context, and its snapshots (contract §5.5).
class TestContextHistory : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void tellsWhoChangedWhat()
    {
        EventScript script;
        const ExecutionEvents events { script.created(), script.planned({ u"a"_s }),
            script.context("topic", "bikes", 1, "system", nullptr, "context_object"),
            script.context("n", 1, 2, "a"), script.context("m", 2, 2, "a"),
            script.context("n", nullptr, 3, "Ana", 1) };
        const ContextVersions versions = historyOf(events);
        QCOMPARE(versions.size(), std::size_t(3));
        QCOMPARE(versions[0].changedBy, QString());
        QCOMPARE(versions[0].changes[0].key, u"topic"_s);
        QCOMPARE(versions[1].changedBy, u"a"_s);
        QCOMPARE(versions[1].at, events[3].timestamp);
        QCOMPARE(versions[1].changes.size(), std::size_t(2));
        const Json third = toJson(versions[2]);
        QCOMPARE(third["version"], Json(3));
        QCOMPARE(third["changed_by"], Json("Ana"));
        QCOMPARE(third["changed_at"], toJson(toRfc3339(events[5].timestamp)));
        QCOMPARE(third["changes"][0]["deleted"], Json(true));
        QCOMPARE(third["changes"][0]["previous_value"], Json(1));
        QCOMPARE(third["restored_from"], Json());
        QCOMPARE(toJson(versions[0])["changed_by"], Json());
    }

    void snapshotsOfSteps()
    {
        EventScript script;
        const ExecutionEvents events { script.created(), script.planned({ u"a"_s, u"b"_s }),
            script.step("step_started", "a", { { "attempt", 1 } }), script.step("step_output", "a"),
            script.step("step_started", "a", { { "attempt", 2 } }), // no new step
            script.step("step_completed", "a"), script.execution("execution_progress"),
            script.context("agent_a_result", "A", 2, "a", nullptr, "context_object"),
            script.step("step_started", "b", { { "attempt", 1 } }),
            script.step("step_failed", "b") };
        const ContextVersions versions = historyOf(events);
        QCOMPARE(
            snapshotsOf(versions), u"1:created,before_step 2:after_step,before_step,after_step"_s);
        const SnapshotNote &afterA = versions[1].snapshots[0];
        QCOMPARE(afterA.agent, AgentId(u"a"_s));
        QVERIFY(afterA.at < versions[1].snapshots[1].at);
        QCOMPARE(toJson(versions[1])["snapshots"][0],
            Json({ { "snapshot_at", toJson(toRfc3339(afterA.at)) }, { "version", 2 },
                { "reason", "after_step" }, { "created_by_agent", "a" } }));
    }

    void periodicOnesGoWhenItHasEnded()
    {
        EventScript script;
        ExecutionEvents events { script.created(), script.planned({ u"a"_s }) };
        for (int version = 2; version <= 11; ++version)
            events.append(script.context("n", version, version, "a"));
        QVERIFY(snapshotsOf(historyOf(events)).contains(u"10:periodic 11:"_s));
        events.append(script.execution("execution_completed"));
        QVERIFY(snapshotsOf(historyOf(events)).endsWith(u"10: 11:final"_s));
    }

    void snapshotsOfOneMomentAreToldApart()
    {
        EventScript script;
        ExecutionEvents events { script.created(), script.planned({ u"a"_s, u"b"_s }),
            script.step("step_started", "a"), script.step("step_started", "b") };
        for (ExecutionEvent &event : events)
            event.timestamp = events[0].timestamp;
        const ContextVersions versions = historyOf(events);
        QCOMPARE(versions[0].snapshots.size(), std::size_t(3));
        QVERIFY(versions[0].snapshots[0].at < versions[0].snapshots[1].at);
        QVERIFY(versions[0].snapshots[1].at < versions[0].snapshots[2].at);
    }

    void restores()
    {
        EventScript script;
        ExecutionEvent restored = script.context("n", 1, 3, "Ana", 2);
        restored.data["restored_from"] = 1;
        const ContextVersions versions = historyOf({ script.created(), script.planned({ u"a"_s }),
            script.context("n", 2, 2, "a"), restored });
        QCOMPARE(snapshotsOf(versions), u"1:created 2: 3:restore"_s);
        QCOMPARE(toJson(versions[2])["restored_from"], Json(1));
    }

    void damagedLogs()
    {
        EventScript script;
        const auto codeOf = [](const ExecutionEvents &events) {
            return folded<ContextHistory>(events).finish().error().code;
        };
        QCOMPARE(codeOf({ script.context("n", 1, 2, "a") }), QLatin1StringView(code::StoreCorrupt));
        QCOMPARE(codeOf({ script.planned({ u"a"_s }), script.next("context_change", "") }),
            QLatin1StringView(code::StoreCorrupt));
        QVERIFY(historyOf({ script.step("step_started", "a") }).empty());
    }
};

QTEST_GUILESS_MAIN(TestContextHistory)
#include "tst_context_history.moc"
