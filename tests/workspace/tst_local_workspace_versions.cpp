// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/workspace/team_archive.h"
#include "tests/workspace/workspace_bench.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

/// Versions of teams (feature TM-09) through the interface of the front ends.
class TestLocalWorkspaceVersions : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void versionsSayWhatTheyChanged()
    {
        WorkspaceBench bench;
        const Team team = severalVersions(bench);
        const Result<Page<TeamVersionInfo>> page
            = bench.get(bench->teamArchive()->versions(team.id, {}));
        QVERIFY(page.ok());
        QCOMPARE(page->items.size(), 3);
        QCOMPARE(page->next, QString());
        const TeamVersionInfo &newest = page->items[0];
        QCOMPARE(newest.version, 3);
        QCOMPARE(newest.savedAt, team.updatedAt);
        QCOMPARE(newest.name, u"Renamed"_s);
        QCOMPARE(newest.members, int(team.workflow.agents.size()));
        QVERIFY(newest.changes.has_value());
        QCOMPARE(newest.changes->changed.size(), size_t(1));
        QCOMPARE(page->items[1].changes->fields, QStringList { u"name"_s });
        QVERIFY(!page->items[2].changes);
    }

    void thePageEndsWhereItsLastIsExplained()
    {
        WorkspaceBench bench;
        const Team team = severalVersions(bench);
        PageRequest request { 1, {} };
        QList<int> found;
        do {
            const auto page = bench.get(bench->teamArchive()->versions(team.id, request));
            QVERIFY(page.ok());
            QCOMPARE(page->items.size(), 1);
            found.append(page->items[0].version);
            QCOMPARE(page->items[0].changes.has_value(), page->items[0].version > 1);
            request.after = page->next;
        } while (!request.after.isEmpty());
        QCOMPARE(found, QList<int>({ 3, 2, 1 }));
    }

    void oddPageSizesAreSettled()
    {
        WorkspaceBench bench;
        const Team team = severalVersions(bench);
        TeamArchive *archive = bench->teamArchive();
        QCOMPARE(bench.get(archive->versions(team.id, { 0, {} }))->items.size(), 1);
        QCOMPARE(bench.get(archive->versions(team.id, { -5, {} }))->items.size(), 1);
        QCOMPARE(bench.get(archive->versions(team.id, { 1'000'000, {} }))->items.size(), 3);
    }

    void anEarlierOneCanBeRead()
    {
        WorkspaceBench bench;
        const Team team = severalVersions(bench);
        const Result<TeamVersion> first = bench.get(bench->teamArchive()->version(team.id, 1));
        QVERIFY(first.ok());
        QCOMPARE(first->draft.name, u"Team"_s);
        // Restoring is storing it once more.
        const Result<Team> restored
            = bench.get(bench->updateTeam(team.id, first->draft, team.version));
        QVERIFY(restored.ok());
        QCOMPARE(restored->version, 4);
        QVERIFY(restored->draft() == first->draft);
    }

    void labelsAreOneLine()
    {
        WorkspaceBench bench;
        const Team team = severalVersions(bench);
        TeamArchive *archive = bench->teamArchive();
        QSignalSpy changed(archive, &TeamArchive::versionsChanged);
        QVERIFY(bench.get(archive->labelVersion(team.id, 2, u" For the\n talk "_s)).ok());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(bench.get(archive->version(team.id, 2))->label, u"For the talk"_s);
        const QString tooLong(MaxVersionLabel + 1, u'x');
        const Result<void> refused = bench.get(archive->labelVersion(team.id, 2, tooLong));
        QCOMPARE(refused.error().code, QLatin1StringView(code::ValidationError));
        QCOMPARE(bench.get(archive->labelVersion(team.id, 9, u"x"_s)).error().code,
            QLatin1StringView(code::TeamVersionUnknown));
        QCOMPARE(changed.size(), 1);
    }

    void unknownTeamsAreSaid()
    {
        WorkspaceBench bench;
        const TeamId nobody(u"99999999-0000-4000-8000-000000000000"_s);
        QCOMPARE(bench.get(bench->teamArchive()->versions(nobody, {})).error().code,
            QLatin1StringView(code::NotFound));
    }

    void aStoppedCallEndsEarly()
    {
        WorkspaceBench bench;
        const Team team = severalVersions(bench);
        std::stop_source stop;
        stop.request_stop();
        const auto answer
            = bench.get(bench->teamArchive()->versions(team.id, {}, stop.get_token()));
        QCOMPARE(answer.error().code, QLatin1StringView(code::UserCancelled));
    }

private:
    /// Created, renamed, then with other instructions.
    static Team severalVersions(WorkspaceBench &bench)
    {
        Team team = *bench.get(bench->createTeam(WorkspaceBench::draft()));
        TeamDraft draft = team.draft();
        draft.name = u"Renamed"_s;
        team = *bench.get(bench->updateTeam(team.id, draft, 1));
        draft.workflow.agents[0].config.instructions = u"Be brief."_s;
        return *bench.get(bench->updateTeam(team.id, draft, 2));
    }
};

QTEST_GUILESS_MAIN(TestLocalWorkspaceVersions)
#include "tst_local_workspace_versions.moc"
