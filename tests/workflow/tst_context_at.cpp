// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/workflow/context_at.h"
#include "tests/support/event_by_hand.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

const Timestamp Late = fromMicroseconds(EventScript::Begin + 3'600'000'000);

/// Two agents that write in turn; versions 1 to 4.
ExecutionEvents story()
{
    EventScript script;
    ExecutionEvent created = script.created();
    created.data["execution_config"]
        = { { "initial_context", { { "topic", "bikes" } } }, { "initial_memory", { { "n", 0 } } } };
    return { created, script.planned({ u"a"_s, u"b"_s }),
        script.context("topic", "bikes", 1, "system", nullptr, "context_object"),
        script.execution("execution_started"), script.step("step_started", "a"),
        script.context("n", 1, 2, "a", 0), script.step("step_started", "b"),
        script.context("n", 2, 3, "b", 1), script.step("step_completed", "a"),
        script.context("n", nullptr, 4, "Ana", 2), script.step("step_run_duplicate", "a") };
}

Json resource(const ExecutionEvents &events, std::optional<int> version, Timestamp now = Late)
{
    const Result<ContextState> state = folded(events, ContextAt(version)).state(now);
    return state ? toJson(*state) : toJson(state.error().code);
}

} // namespace

/// Contract §1.5.9 and CX-03: the context at any version.
class TestContextAt : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void versions_data()
    {
        QTest::addColumn<int>("version"); // 0: the latest
        QTest::addColumn<QString>("memory");
        QTest::addColumn<QString>("workflow"); // current total active completed
        QTest::addColumn<QString>("by");
        QTest::newRow("CX-03 first") << 1 << u"{\"n\":0}"_s << u"1 2 [\"a\"] []"_s << QString();
        QTest::newRow("CX-03 second") << 2 << u"{\"n\":1}"_s << u"1 2 [\"a\",\"b\"] []"_s << u"a"_s;
        QTest::newRow("CX-03 third") << 3 << u"{\"n\":2}"_s << u"2 2 [\"b\"] [\"a\"]"_s << u"b"_s;
        QTest::newRow("CX-03 deleted") << 4 << u"{}"_s << u"2 2 [\"b\"] [\"a\"]"_s << u"Ana"_s;
        QTest::newRow("CX-03 latest") << 0 << u"{}"_s << u"2 2 [\"b\"] [\"a\"]"_s << u"Ana"_s;
    }
    void versions()
    {
        QFETCH(const int, version);
        QFETCH(const QString, by);
        const Json json = resource(story(), version == 0 ? std::nullopt : std::optional(version));
        QCOMPARE(json["version"], Json(version == 0 ? 4 : version));
        QTEST(compactJsonText(json["shared_memory"]), "memory");
        const Json &state = json["workflow_state"];
        QTEST(QString(compactJsonText(state["current_step"]) + u' '
                  + compactJsonText(state["total_steps"]) + u' '
                  + compactJsonText(state["active_agents"]) + u' '
                  + compactJsonText(state["completed_agents"])),
            "workflow");
        QCOMPARE(toQString(json["metadata"]["last_updated_by"]), by);
    }

    void beginsWithSeedsAndWhatWasGiven() // CX-01, CX-04
    {
        const Json json = resource(story(), 1);
        QCOMPARE(json["execution_id"], Json(EventScript::Id));
        const Json &context = json["context_object"];
        QCOMPARE(context["initial_prompt"], Json("Do it"));
        QCOMPARE(context["execution_id"], Json(EventScript::Id));
        QCOMPARE(context["team_id"], Json("team"));
        QCOMPARE(context["workflow_type"], Json("parallel"));
        QCOMPARE(context["topic"], Json("bikes"));
        QCOMPARE(json["variables"]["n"], Json(0));
        QVERIFY(!json.contains("user_api_keys"));
    }

    void times()
    {
        const ExecutionEvents events = story();
        const Json json = resource(events, 2);
        QCOMPARE(json["created_at"], toJson(toRfc3339(events[0].timestamp)));
        QCOMPARE(json["updated_at"], toJson(toRfc3339(events[5].timestamp)));
    }

    void valuesThatEnded()
    {
        EventScript script;
        ExecutionEvents events { script.created(), script.planned({ u"a"_s }) };
        ExecutionEvent brief = script.context("k", 1, 2, "a");
        const Timestamp ends = brief.timestamp + std::chrono::seconds(2);
        brief.data["expires_at"] = toJson(toRfc3339(ends));
        events.append(brief);
        const Timestamp before = ends - std::chrono::seconds(1);
        QCOMPARE(resource(events, {}, before)["shared_memory"], Json({ { "k", 1 } }));
        QCOMPARE(resource(events, {}, ends)["shared_memory"], Json::object());
        // What has ended is told as it stood then.
        events.append(script.execution("execution_completed"));
        QCOMPARE(resource(events, {}, Late)["shared_memory"], Json({ { "k", 1 } }));
    }

    void refusals_data()
    {
        QTest::addColumn<ExecutionEvents>("events");
        QTest::addColumn<int>("version");
        QTest::addColumn<QString>("code");
        EventScript script;
        const ExecutionEvent created = script.created();
        const ExecutionEvent planned = script.planned({ u"a"_s });
        const auto row = [](const char *name, const ExecutionEvents &events, int version,
                             const char *errorCode) {
            QTest::newRow(name) << events << version << QString::fromLatin1(errorCode);
        };
        row("later than the latest", story(), 5, code::ContextVersionUnknown);
        row("version 0", story(), 0, code::ContextVersionUnknown);
        row("nothing stored", {}, 1, code::StoreCorrupt);
        row("not planned", { created }, 1, code::StoreCorrupt);
        row("unreadable plan", { created, script.execution("plan_created", { { "plan", 7 } }) }, 1,
            code::StoreCorrupt);
        row("unreadable change", { created, planned, script.next("context_change", "") }, 1,
            code::StoreCorrupt);
    }
    void refusals()
    {
        QFETCH(const ExecutionEvents, events);
        QFETCH(const int, version);
        QTEST(toQString(resource(events, version)), "code");
    }

    void restoresFromItsSnapshot() // CX-03
    {
        const Result<ContextState> second = folded(story(), ContextAt(2)).state(Late);
        Result<ContextState> latest = folded(story(), ContextAt()).state(Late);
        const Json snapshot = snapshotData(second->context, second->times);
        QVERIFY(latest->context.restore(snapshot, 2, ContextAuthor::person(u"Ana"_s), Late).ok());
        QCOMPARE(latest->context.version(), 5);
        QCOMPARE(latest->context.sharedMemory(), second->context.sharedMemory());
        QCOMPARE(latest->context.contextObject(), second->context.contextObject());
    }
};

QTEST_GUILESS_MAIN(TestContextAt)
#include "tst_context_at.moc"
