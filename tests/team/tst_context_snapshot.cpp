// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/context_snapshot.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;

namespace {

Timestamp at(int seconds)
{
    return fromMicroseconds(1'800'000'000'000'000) + std::chrono::seconds(seconds);
}

} // namespace

/// Contract §5.5, §5.1 metadata and the resource of §1.5.9.
class TestContextSnapshot : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void due_data()
    {
        QTest::addColumn<int>("moment");
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("version");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, ContextMoment moment, int before, int version,
                             const QString &reason) {
            QTest::newRow(name) << int(moment) << before << version << reason;
        };
        row("created", ContextMoment::ExecutionCreated, 0, 1, u"created"_s);
        row("before a step", ContextMoment::StepStarting, 3, 3, u"before_step"_s);
        row("after a step", ContextMoment::StepEnded, 9, 10, u"after_step"_s);
        row("restored", ContextMoment::Restored, 9, 10, u"restore"_s);
        row("ended", ContextMoment::ExecutionEnded, 4, 4, u"final"_s);
        row("tenth", ContextMoment::Changed, 9, 10, u"periodic"_s);
        row("past the tenth", ContextMoment::Changed, 18, 23, u"periodic"_s);
        row("between", ContextMoment::Changed, 10, 19, QString());
    }
    void due()
    {
        QFETCH(int, moment);
        QFETCH(int, before);
        QFETCH(int, version);
        QFETCH(QString, reason);
        const auto found = snapshotDue(ContextMoment(moment), before, version);
        QCOMPARE(found ? toString(*found) : QString(), reason);
        QCOMPARE(snapshotReasonFromString(reason).has_value(), !reason.isEmpty());
        if (found)
            QCOMPARE(isKeptWhenFinished(*found), reason != u"periodic"_s);
    }

    void timesDiffer()
    {
        QVERIFY(snapshotTime({}, at(1)) == at(1));
        QVERIFY(snapshotTime(at(0), at(1)) == at(1));
        QVERIFY(snapshotTime(at(1), at(1)) == at(1) + std::chrono::microseconds(1));
        QVERIFY(snapshotTime(at(2), at(1)) == at(2) + std::chrono::microseconds(1));
    }

    void comesBack()
    {
        TeamContext context({ { "team_id", "t" } }, { { "c", 1 } }, {});
        ContextWrite write { ContextChange::Scope::SharedMemory, u"m"_s, Json(1) };
        write.expiresAt = at(100);
        const ContextAuthor author = ContextAuthor::agent(AgentId(u"a"_s));
        QVERIFY(context.write(author, { write }));
        const TeamContext before = context;
        const Json data = snapshotData(context, { at(0), at(1) });
        QCOMPARE(data.at("metadata").at("version"), Json(2));
        QCOMPARE(data.at("metadata").at("last_updated_by"), Json("a"));
        write.value.reset();
        QVERIFY(context.write(author, { write }));
        const auto changes = context.restore(data, 2, author, at(2));
        QVERIFY(changes);
        QCOMPARE(context.version(), 4);
        QCOMPARE(context.sharedMemory(), before.sharedMemory());
        QVERIFY(context.expiries() == before.expiries());
        QCOMPARE(contextMetadata(context, { at(0), at(2) }).at("restored_from"), Json(2));
    }

    void resourceHidesWhatHasEnded()
    {
        TeamContext context({ { "team_id", "t" } }, { { "k", 1 } }, {});
        ContextWrite write { ContextChange::Scope::SharedMemory, u"k"_s, Json(2), at(5) };
        QVERIFY(context.write(ContextAuthor::system(), { write }));
        const auto resource = [&context](int now) {
            return contextResource(
                context, ExecutionId(u"e"_s), { at(0), at(1) }, { { "current_step", 2 } }, at(now));
        };
        QCOMPARE(resource(4).at("variables").at("k"), Json(2));
        QCOMPARE(resource(5).at("variables").at("k"), Json(1));
        QCOMPARE(resource(5).at("shared_memory"), Json::object());
        QCOMPARE(resource(5).at("execution_id"), Json("e"));
        QCOMPARE(resource(5).at("version"), Json(2));
        QCOMPARE(resource(5).at("workflow_state").at("current_step"), Json(2));
        QCOMPARE(resource(5).at("updated_at"), Json("2027-01-15T08:00:01.000Z"));
        QVERIFY(!resource(5).contains("user_api_keys"));
    }

    void conflictsAreMetadata()
    {
        TeamContext context;
        StepOutput output;
        output.outputContext["x"] = 1;
        const std::vector<ContextContribution> both { { AgentId(u"a"_s), output },
            { AgentId(u"b"_s), output } };
        QVERIFY(!context.consolidate(both, false).changes.empty());
        QCOMPARE(contextMetadata(context, { at(0), at(0) }).at("conflicts"),
            Json::array({ Json({ { "key", "x" }, { "winner", "b" }, { "losers", { "a" } } }) }));
    }
};

QTEST_GUILESS_MAIN(TestContextSnapshot)
#include "tst_context_snapshot.moc"
