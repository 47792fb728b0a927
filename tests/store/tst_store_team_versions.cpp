// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/store/team_version_repository.h"
#include "core/store/team_version_store.h"
#include "tests/store/raw_database.h"
#include "tests/store/store_fixture.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

/// The states in which teams were stored.
class TestStoreTeamVersions : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = openStore(m_dir->filePath(u"renum.db"_s));
        QVERIFY(m_store);
        m_versions = std::make_unique<TeamVersionStore>(&m_store->access());
    }
    void cleanup()
    {
        m_versions.reset();
        m_store.reset();
    }

    void everyStoredStateIsKept();
    void aRefusedChangeLeavesNoVersion();
    void listsPageByPage();
    void nonsensePositionsAreRefused();
    void labelsComeAndGo();
    void oldOnesGoUnlessTheyHaveALabel();
    void theyGoWithTheirTeam();
    void unknownOnesAreSaid();
    void theySurviveTheProcess();

private:
    [[nodiscard]] Team storedTeam(int number, const QString &name = u"Team"_s)
    {
        const Team team = teamOf(number, name);
        if (!answerOf(m_store->insertTeam(team)))
            qFatal("the team cannot be stored");
        return team;
    }
    void store(Team &team, const QString &name)
    {
        team.name = name;
        team.updatedAt += std::chrono::seconds(1);
        QVERIFY(answerOf(m_store->updateTeam(team, team.version)).ok());
        ++team.version;
    }
    [[nodiscard]] QList<int> numbers(const TeamId &team, int limit = 1000)
    {
        QList<int> found;
        const Page<TeamVersion> page = *answerOf(m_versions->versions(team, { limit, {} }));
        for (const TeamVersion &version : page.items)
            found.append(version.version);
        return found;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<TeamVersionStore> m_versions;
};

void TestStoreTeamVersions::everyStoredStateIsKept()
{
    Team team = storedTeam(1, u"First"_s);
    const Team first = team;
    team.workflow.agents[0].role = u"reader"_s;
    store(team, u"Second"_s);
    QCOMPARE(numbers(team.id), QList<int>({ 2, 1 }));
    const Result<TeamVersion> old = answerOf(m_versions->version(team.id, 1));
    QVERIFY(old.ok());
    QVERIFY(*old == (TeamVersion { 1, first.updatedAt, {}, first.draft() }));
    const Result<TeamVersion> now = answerOf(m_versions->version(team.id, 2));
    QVERIFY(*now == (TeamVersion { 2, team.updatedAt, {}, team.draft() }));
}

void TestStoreTeamVersions::aRefusedChangeLeavesNoVersion()
{
    Team team = storedTeam(1);
    QCOMPARE(answerOf(m_store->updateTeam(team, 7)).error().code,
        QLatin1StringView(code::VersionConflict));
    QCOMPARE(numbers(team.id), QList<int>({ 1 }));
    QVERIFY(!answerOf(m_store->insertTeam(team)).ok());
    QCOMPARE(numbers(team.id), QList<int>({ 1 }));
}

void TestStoreTeamVersions::listsPageByPage()
{
    Team team = storedTeam(1);
    for (int i = 0; i < 4; ++i)
        store(team, u"Team %1"_s.arg(i));
    QList<int> found;
    PageRequest request { 2, {} };
    do {
        const Page<TeamVersion> page = *answerOf(m_versions->versions(team.id, request));
        QVERIFY(page.items.size() <= 2);
        for (const TeamVersion &version : page.items)
            found.append(version.version);
        request.after = page.next;
    } while (!request.after.isEmpty());
    QCOMPARE(found, QList<int>({ 5, 4, 3, 2, 1 }));
}

void TestStoreTeamVersions::nonsensePositionsAreRefused()
{
    const Team team = storedTeam(1);
    const auto refused = answerOf(m_versions->versions(team.id, { 5, u"x"_s }));
    QCOMPARE(refused.error().code, QLatin1StringView(code::ValidationError));
}

void TestStoreTeamVersions::labelsComeAndGo()
{
    const Team team = storedTeam(1);
    QVERIFY(answerOf(m_versions->setLabel(team.id, 1, u"Before the talk"_s)).ok());
    QCOMPARE(answerOf(m_versions->version(team.id, 1))->label, u"Before the talk"_s);
    QVERIFY(answerOf(m_versions->setLabel(team.id, 1, {})).ok());
    QCOMPARE(answerOf(m_versions->version(team.id, 1))->label, QString());
}

void TestStoreTeamVersions::oldOnesGoUnlessTheyHaveALabel()
{
    Team team = storedTeam(1);
    Team other = storedTeam(2);
    store(team, u"named"_s);
    QVERIFY(answerOf(m_versions->setLabel(team.id, 2, u"kept"_s)).ok());
    constexpr int Kept = TeamVersionRepository::KeptVersions;
    while (team.version < Kept + 3)
        store(team, u"Team %1"_s.arg(team.version));
    const QList<int> left = numbers(team.id);
    QCOMPARE(left.size(), Kept + 1);
    QCOMPARE(left.first(), Kept + 3);
    QCOMPARE(left[Kept - 1], 4);
    QCOMPARE(left.last(), 2);
    QCOMPARE(numbers(other.id), QList<int>({ 1 }));
}

void TestStoreTeamVersions::theyGoWithTheirTeam()
{
    Team team = storedTeam(1);
    store(team, u"again"_s);
    QVERIFY(answerOf(m_store->deleteTeam(team.id)).ok());
    RawDatabase raw(m_store->file());
    QCOMPARE(raw.number("SELECT count(*) FROM renum_team_versions"), 0);
}

void TestStoreTeamVersions::unknownOnesAreSaid()
{
    const Team team = storedTeam(1);
    const TeamId nobody(uuidOf(9));
    QCOMPARE(answerOf(m_versions->version(team.id, 2)).error().code,
        QLatin1StringView(code::TeamVersionUnknown));
    QCOMPARE(answerOf(m_versions->setLabel(team.id, 2, u"x"_s)).error().code,
        QLatin1StringView(code::TeamVersionUnknown));
    QCOMPARE(
        answerOf(m_versions->versions(nobody, {})).error().code, QLatin1StringView(code::NotFound));
}

void TestStoreTeamVersions::theySurviveTheProcess()
{
    Team team = storedTeam(1);
    store(team, u"again"_s);
    const QString file = m_store->file();
    cleanup();
    m_store = openStore(file);
    QVERIFY(m_store);
    m_versions = std::make_unique<TeamVersionStore>(&m_store->access());
    QCOMPARE(numbers(team.id), QList<int>({ 2, 1 }));
}

QTEST_GUILESS_MAIN(TestStoreTeamVersions)
#include "tst_store_team_versions.moc"
