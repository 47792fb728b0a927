// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/store/raw_database.h"
#include "tests/store/store_fixture.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

/// The stored teams.
class TestStoreTeams : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = openStore(m_dir->filePath(u"renum.db"_s));
        QVERIFY(m_store);
    }
    void cleanup() { m_store.reset(); }

    void keepsATeamUnchanged_data();
    void keepsATeamUnchanged();
    void knowsNoUnknownTeam();
    void refusesTheSameIdTwice();
    void updatesTheExpectedVersionOnly();
    void listsNewestFirst();
    void listsTeamsOfTheSameMoment();
    void findsWithoutCase_data();
    void findsWithoutCase();
    void listsActiveTeams();
    void deletesATeamWithItsExecutions();
    void refusesToDeleteABusyTeam();

private:
    Page<Team> page(const TeamQuery &query) { return answerOf(m_store->teams(query)).value(); }
    Result<void> insert(const Team &team) { return answerOf(m_store->insertTeam(team)); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;
};

void TestStoreTeams::keepsATeamUnchanged_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"Market analysis"_s;
    QTest::newRow("quotes") << u"'; DROP TABLE renum_agent_teams; --"_s;
    QTest::newRow("astral") << QString::fromUtf8("Análise 🚲 电动");
    QTest::newRow("zero") << u"a\0b"_s;
    QTest::newRow("empty") << QString();
}

void TestStoreTeams::keepsATeamUnchanged()
{
    QFETCH(QString, name);
    Team team = teamOf(1, name);
    team.isActive = false;
    team.version = 7;
    team.config.extra["odd"] = toJson(name);
    team.workflow.agents[0].role = name.isEmpty() ? u"role"_s : name;
    QVERIFY(insert(team).ok());
    const Result<Team> read = answerOf(m_store->team(team.id));
    QVERIFY(read.ok());
    QCOMPARE(read->name, team.name);
    QVERIFY(*read == team);
    QCOMPARE(*answerOf(m_store->teamCount()), 1);
}

void TestStoreTeams::knowsNoUnknownTeam()
{
    const Team team = teamOf(9, u"none"_s);
    QCOMPARE(answerOf(m_store->team(team.id)).error().code, QLatin1StringView(code::NotFound));
    QCOMPARE(
        answerOf(m_store->updateTeam(team, 1)).error().code, QLatin1StringView(code::NotFound));
    QCOMPARE(
        answerOf(m_store->deleteTeam(team.id)).error().code, QLatin1StringView(code::NotFound));
}

void TestStoreTeams::refusesTheSameIdTwice()
{
    const Team team = teamOf(1, u"one"_s);
    QVERIFY(insert(team).ok());
    QCOMPARE(insert(team).error().code, QLatin1StringView(code::StoreFailed));
    QCOMPARE(*answerOf(m_store->teamCount()), 1);
}

void TestStoreTeams::updatesTheExpectedVersionOnly()
{
    Team team = teamOf(1, u"old"_s);
    QVERIFY(insert(team).ok());
    team.name = u"new"_s;
    team.updatedAt += std::chrono::seconds(5);
    QVERIFY(answerOf(m_store->updateTeam(team, 1)).ok());
    team.version = 2;
    QVERIFY(*answerOf(m_store->team(team.id)) == team);
    team.name = u"late"_s;
    const Result<void> late = answerOf(m_store->updateTeam(team, 1));
    QCOMPARE(late.error().code, QLatin1StringView(code::VersionConflict));
    QCOMPARE(late.error().args.value(u"found"_s).toInt(), 2);
    QCOMPARE(answerOf(m_store->team(team.id))->name, u"new"_s);
}

void TestStoreTeams::listsNewestFirst()
{
    for (int number = 1; number <= 25; ++number)
        QVERIFY(insert(teamOf(number, u"team %1"_s.arg(number))).ok());
    QStringList ids;
    TeamQuery query;
    query.page.limit = 10;
    do {
        const Page<Team> found = page(query);
        QVERIFY(found.items.size() <= 10);
        for (const Team &team : found.items)
            ids.append(team.id.toString());
        query.page.after = found.next;
    } while (!query.page.after.isEmpty());
    QCOMPARE(ids.size(), 25);
    for (int i = 0; i < 25; ++i)
        QCOMPARE(ids[i], uuidOf(25 - i));
}

void TestStoreTeams::listsTeamsOfTheSameMoment()
{
    for (int number = 1; number <= 5; ++number) {
        Team team = teamOf(number, u"same"_s);
        team.createdAt = fromMicroseconds(1000);
        QVERIFY(insert(team).ok());
    }
    QSet<QString> ids;
    TeamQuery query;
    query.page.limit = 1;
    for (int i = 0; i < 5; ++i) {
        const Page<Team> found = page(query);
        QCOMPARE(found.items.size(), 1);
        ids.insert(found.items.first().id.toString());
        query.page.after = found.next;
    }
    QCOMPARE(ids.size(), 5);
    QVERIFY(query.page.after.isEmpty());
}

void TestStoreTeams::findsWithoutCase_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<int>("count");
    QTest::newRow("all") << QString() << 3;
    QTest::newRow("part of a name") << u"MARKET"_s << 1;
    QTest::newRow("accents") << u"ANÁLISE"_s << 1;
    QTest::newRow("description") << u"number 3"_s << 1;
    QTest::newRow("no pattern") << u"%"_s << 0;
    QTest::newRow("none") << u"zebra"_s << 0;
    QTest::newRow("not across fields") << u"analysisTeam"_s << 0;
}

void TestStoreTeams::findsWithoutCase()
{
    QFETCH(QString, search);
    QFETCH(int, count);
    QVERIFY(insert(teamOf(1, u"Market analysis"_s)).ok());
    QVERIFY(insert(teamOf(2, u"Análise de código"_s)).ok());
    QVERIFY(insert(teamOf(3, u"Support"_s)).ok());
    QCOMPARE(page({ search, false, {} }).items.size(), count);
}

void TestStoreTeams::listsActiveTeams()
{
    Team resting = teamOf(1, u"resting"_s);
    resting.isActive = false;
    QVERIFY(insert(resting).ok());
    QVERIFY(insert(teamOf(2, u"working"_s)).ok());
    const Page<Team> active = page({ {}, true, {} });
    QCOMPARE(active.items.size(), 1);
    QCOMPARE(active.items.first().name, u"working"_s);
}

void TestStoreTeams::deletesATeamWithItsExecutions()
{
    LogBuilder log;
    Team team = teamOf(1, u"team"_s);
    log.setTeam(team.id);
    QVERIFY(insert(team).ok());
    ExecutionEvents events = log.beginning({ u"a"_s });
    events += log.wholeStep(u"a"_s, u"done"_s);
    events.append(log.execution("execution_completed", { { "result", "x" } }));
    QVERIFY(answerOf(m_store->append(events)).ok());
    QVERIFY(answerOf(m_store->deleteTeam(team.id)).ok());
    QCOMPARE(*answerOf(m_store->teamCount()), 0);
    QCOMPARE(
        answerOf(m_store->execution(log.id())).error().code, QLatin1StringView(code::NotFound));
    RawDatabase raw(m_store->file());
    QCOMPARE(raw.number("SELECT count(*) FROM renum_execution_events"), 0);
    QCOMPARE(raw.number("SELECT count(*) FROM renum_team_agent_executions"), 0);
    QCOMPARE(raw.number("SELECT count(*) FROM renum_remote_starts"), 0);
    // What was used stays booked, with the ids as plain values.
    QCOMPARE(raw.text("SELECT team_id FROM renum_ai_usage_logs"), team.id.toString());
}

void TestStoreTeams::refusesToDeleteABusyTeam()
{
    LogBuilder log;
    const Team team = teamOf(1, u"team"_s);
    log.setTeam(team.id);
    QVERIFY(insert(team).ok());
    QVERIFY(answerOf(m_store->append(log.beginning({ u"a"_s }))).ok());
    const Result<void> refused = answerOf(m_store->deleteTeam(team.id));
    QCOMPARE(refused.error().code, QLatin1StringView(code::TeamBusy));
    QVERIFY(answerOf(m_store->team(team.id)).ok());
    QVERIFY(answerOf(m_store->execution(log.id())).ok());
    QVERIFY(answerOf(m_store->append({ log.execution("execution_cancelled") })).ok());
    QVERIFY(answerOf(m_store->deleteTeam(team.id)).ok());
}

QTEST_GUILESS_MAIN(TestStoreTeams)
#include "tst_store_teams.moc"
