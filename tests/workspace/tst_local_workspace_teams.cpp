// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/workspace/workspace_bench.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

template<typename T>
QString codeOf(const Result<T> &result)
{
    return result ? QString() : result.error().code;
}

} // namespace

class TestLocalWorkspaceTeams : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void teamsSurviveTheProcess()
    {
        WorkspaceBench bench;
        QSignalSpy changed(bench.workspace.get(), &Workspace::teamsChanged);
        const Result<Team> created = bench.get(bench->createTeam(WorkspaceBench::draft()));
        QVERIFY(created.ok());
        QCOMPARE(created->version, 1);
        QTRY_COMPARE(changed.size(), 1);
        bench.reopen();
        const Result<Team> read = bench.get(bench->team(created->id));
        QVERIFY(read.ok());
        QCOMPARE(*read, *created);
        const Result<Page<Team>> page = bench.get(bench->teams({}));
        QCOMPARE(page->items.size(), 1);
    }

    void updatesNeedTheVersionThatWasRead()
    {
        WorkspaceBench bench;
        const Result<Team> created = bench.get(bench->createTeam(WorkspaceBench::draft()));
        const TeamDraft renamed = WorkspaceBench::draft(u"Renamed"_s);
        const Result<Team> updated = bench.get(bench->updateTeam(created->id, renamed, 1));
        QVERIFY(updated.ok());
        QCOMPARE(updated->name, u"Renamed"_s);
        QCOMPARE(updated->version, 2);
        QCOMPARE(*bench.get(bench->team(created->id)), *updated);
        QCOMPARE(codeOf(bench.get(bench->updateTeam(created->id, renamed, 1))),
            QString::fromLatin1(code::VersionConflict));
        const TeamId nobody(u"99999999-0000-4000-8000-000000000000"_s);
        QCOMPARE(codeOf(bench.get(bench->updateTeam(nobody, renamed, 1))),
            QString::fromLatin1(code::NotFound));
    }

    void deletedIsGone()
    {
        WorkspaceBench bench;
        const Result<Team> created = bench.get(bench->createTeam(WorkspaceBench::draft()));
        QVERIFY(bench.get(bench->deleteTeam(created->id)).ok());
        QCOMPARE(codeOf(bench.get(bench->team(created->id))), QString::fromLatin1(code::NotFound));
        QCOMPARE(
            codeOf(bench.get(bench->deleteTeam(created->id))), QString::fromLatin1(code::NotFound));
    }

    void invalidTeamsAreRefusedWithEveryProblem()
    {
        WorkspaceBench bench;
        TeamDraft draft = WorkspaceBench::draft();
        draft.workflow.agents.push_back(draft.workflow.agents[0]); // W-06, W-09
        draft.workflow.agents[1].timeoutSeconds = 0; // W-18
        const Result<Team> refused = bench.get(bench->createTeam(draft));
        QCOMPARE(codeOf(refused), QString::fromLatin1(code::WorkflowInvalid));
        QVERIFY(refused.error().args.value(u"problems"_s).toStringList().size() >= 2);
        const Result<TeamPreview> preview = bench.get(bench->preview(draft));
        QVERIFY(preview.ok());
        QVERIFY(hasErrors(preview->problems));
        QVERIFY(!preview->plan);
        QCOMPARE(bench.get(bench->teams({}))->items.size(), 0);
    }

    void limitsAreKept()
    {
        WorkspaceBench bench;
        bench.options.maxTeams = 1;
        bench.options.limits.maxAgents = 1;
        bench.reopen();
        TeamDraft big = WorkspaceBench::draft();
        big.workflow.agents.push_back(big.workflow.agents[0]);
        big.workflow.agents[1].agentId = AgentId(u"agt-2"_s);
        big.workflow.agents[1].executionOrder = 2;
        QCOMPARE(codeOf(bench.get(bench->createTeam(big))),
            QString::fromLatin1(code::AgentLimitExceeded));
        QVERIFY(bench.get(bench->createTeam(WorkspaceBench::draft())).ok());
        QCOMPARE(codeOf(bench.get(bench->createTeam(WorkspaceBench::draft()))),
            QString::fromLatin1(code::TeamLimitExceeded));
    }

    void previewPlansWithoutStoring()
    {
        WorkspaceBench bench;
        const Result<TeamPreview> preview = bench.get(bench->preview(WorkspaceBench::draft()));
        QVERIFY(preview.ok());
        QVERIFY(preview->plan);
        QCOMPARE(preview->plan->steps.size(), size_t(1));
        QCOMPARE(bench.get(bench->teams({}))->items.size(), 0);
    }

    void teamsThatWouldWorkInsideThemselvesAreRefused()
    {
        WorkspaceBench bench;
        const Result<Team> inner = bench.get(bench->createTeam(WorkspaceBench::draft()));
        TeamDraft draft = WorkspaceBench::draft(u"Outer"_s);
        WorkflowAgent member;
        member.agentId = AgentId(u"helpers"_s);
        member.kind = MemberKind::Team;
        member.teamId = inner->id;
        member.executionOrder = int(draft.workflow.agents.size()) + 1;
        draft.agentIds.clear();
        draft.workflow.agents.push_back(member);
        const Result<Team> outer = bench.get(bench->createTeam(draft));
        QVERIFY2(outer.ok(), outer ? "" : qPrintable(outer.error().message));
        const Result<TeamPreview> preview = bench.get(bench->preview(outer->draft()));
        QVERIFY(preview->plan);
        QCOMPARE(preview->plan->teams.size(), 1U);
        // The inner one cannot have the outer one as a member.
        TeamDraft circle = inner->draft();
        member.teamId = outer->id;
        member.executionOrder = int(circle.workflow.agents.size()) + 1;
        circle.agentIds.clear();
        circle.workflow.agents.push_back(member);
        const Result<Team> refused
            = bench.get(bench->updateTeam(inner->id, circle, inner->version));
        QCOMPARE(codeOf(refused), QLatin1StringView(code::WorkflowInvalid));
    }

    void everyTemplateBecomesATeam()
    {
        WorkspaceBench bench;
        const Result<QList<TeamTemplate>> templates = bench.get(bench->templates());
        QVERIFY(templates.ok());
        QCOMPARE(templates->size(), 3);
        for (const TeamTemplate &source : *templates) {
            QHash<QString, AgentId> agents;
            for (const TemplateSlot &slot : source.slotList)
                agents.insert(slot.slot, AgentId(QString(u"agt-"_s + slot.slot)));
            const Result<Team> team = bench.get(bench->instantiateTemplate(source.id, {}, agents));
            QVERIFY(team.ok());
            QCOMPARE(team->name, source.name);
        }
        QCOMPARE(codeOf(bench.get(bench->instantiateTemplate(TemplateId(u"no-such"_s), {}, {}))),
            QString::fromLatin1(code::NotFound));
        QCOMPARE(codeOf(bench.get(bench->instantiateTemplate(templates->constFirst().id, {}, {}))),
            QString::fromLatin1(code::AgentNotFound));
    }

    void stopEndsACallAtOnce()
    {
        WorkspaceBench bench;
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(codeOf(bench.get(bench->teams({}, stop.get_token()))),
            QString::fromLatin1(code::UserCancelled));
    }

    void closingAnswersWhatIsUnderWay()
    {
        WorkspaceBench bench;
        QCoro::Task<Result<Page<Team>>> call = bench->teams({});
        bench.workspace.reset();
        const auto answer = await(std::move(call));
        QVERIFY(answer); // by the store, or because the workspace closed: but it ends
    }

    void aFolderThatCannotBeMadeIsATypedError()
    {
        QTemporaryDir dir;
        QFile file(dir.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        LocalWorkspaceOptions options;
        options.dataDir = dir.filePath(u"file/below"_s);
        const auto opened = LocalWorkspace::open(options);
        QVERIFY(!opened);
        QVERIFY(opened.error().code.startsWith(u"store_"_s));
        QVERIFY(opened.error().message.contains(u"below"_s));
    }
};

QTEST_GUILESS_MAIN(TestLocalWorkspaceTeams)
#include "tst_local_workspace_teams.moc"
