// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/team_part.h"
#include "core/workflow/validation.h"
#include "team_json.h"

#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

using Kind = TeamPart::Kind;

/// a and b work on the prompt, c joins them, d takes c, e stands aside.
const QByteArray Fan = "{'type':'parallel','agents':[{'agent_id':'a'},{'agent_id':'b'},"
                       "{'agent_id':'c','input':{'source':'combined','sources':["
                       "{'type':'agent_result','agent_id':'a'},"
                       "{'type':'agent_result','agent_id':'b'}]}},"
                       "{'agent_id':'d','input':{'source':'agent_result','agent_id':'c'}},"
                       "{'agent_id':'e'}]}";
const QByteArray Chain = "{'type':'pipeline','agents':[{'agent_id':'a','execution_order':1},"
                         "{'agent_id':'b','execution_order':2},{'agent_id':'c','execution_order':3,"
                         "'feedback':{'to':'a'}},{'agent_id':'d','execution_order':4}]}";
const QByteArray Branches = "{'type':'conditional','agents':[{'agent_id':'a'},"
                            "{'agent_id':'b','conditions':["
                            "{'field':'agent_a_result.kind','operator':'equals','value':'b'}]},"
                            "{'agent_id':'c','conditions':["
                            "{'field':'agent_b_result','operator':'exists'}]}]}";

KeptResults resultsOf(const QStringList &members)
{
    KeptResults results;
    for (const QString &member : members)
        results.insert(AgentId(member), readStepOutput(u"result of "_s + member));
    return results;
}

QString names(const std::vector<AgentId> &ids)
{
    QStringList list;
    for (const AgentId &id : ids)
        list += id.toString();
    list.sort();
    return list.join(u' ');
}

QString names(const KeptResults &kept)
{
    return names(std::vector<AgentId>(kept.keyBegin(), kept.keyEnd()));
}

QString names(const QSet<AgentId> &ids)
{
    return names(std::vector<AgentId>(ids.begin(), ids.end()));
}

QString membersOf(const TeamDraft &draft)
{
    std::vector<AgentId> ids;
    for (const WorkflowAgent &member : draft.workflow.agents)
        ids.push_back(member.agentId);
    return names(ids);
}

} // namespace

class TestTeamPart : public QObject {
    Q_OBJECT

private slots:
    void beforeAndAfter()
    {
        const WorkflowDefinition fan = validDraft(Fan).workflow;
        QCOMPARE(names(membersBefore(fan, AgentId(u"d"_s))), u"a b c"_s);
        QCOMPARE(names(membersAfter(fan, AgentId(u"a"_s))), u"c d"_s);
        // In a chain the order counts, whatever is written.
        const WorkflowDefinition chain = validDraft(Chain).workflow;
        QCOMPARE(names(membersBefore(chain, AgentId(u"c"_s))), u"a b"_s);
        QCOMPARE(names(membersAfter(chain, AgentId(u"b"_s))), u"c d"_s);
        // So do conditions.
        const WorkflowDefinition branches = validDraft(Branches).workflow;
        QCOMPARE(names(membersBefore(branches, AgentId(u"c"_s))), u"a b"_s);
        QVERIFY(membersBefore(fan, AgentId(u"nobody"_s)).isEmpty());
    }

    void parts_data()
    {
        QTest::addColumn<QByteArray>("workflow");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("member");
        QTest::addColumn<QStringList>("results");
        QTest::addColumn<QString>("runsWith"); ///< members of the team that runs
        QTest::addColumn<QString>("kept");
        QTest::addColumn<QString>("missing");
        const QStringList all { u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s };
        QTest::newRow("only c") << Fan << int(Kind::OnlyThis) << u"c"_s << all << u"a b c"_s
                                << u"a b"_s << QString();
        QTest::newRow("only c, a is new") << Fan << int(Kind::OnlyThis) << u"c"_s
                                          << QStringList { u"b"_s } << u"b c"_s << u"b"_s << u"a"_s;
        QTest::newRow("only a") << Fan << int(Kind::OnlyThis) << u"a"_s << all << u"a"_s
                                << QString() << QString();
        QTest::newRow("only c of a chain")
            << Chain << int(Kind::OnlyThis) << u"c"_s << all << u"a b c"_s << u"a b"_s << QString();
        QTest::newRow("only c of a chain, nothing ran")
            << Chain << int(Kind::OnlyThis) << u"c"_s << QStringList() << u"c"_s << QString()
            << u"b"_s;
        QTest::newRow("until c") << Fan << int(Kind::UntilHere) << u"c"_s << QStringList()
                                 << u"a b c"_s << QString() << QString();
        QTest::newRow("until c, b kept")
            << Fan << int(Kind::UntilHere) << u"c"_s << QStringList { u"b"_s, u"d"_s } << u"a b c"_s
            << u"b"_s << QString();
        QTest::newRow("until b of a chain") << Chain << int(Kind::UntilHere) << u"b"_s
                                            << QStringList() << u"a b"_s << QString() << QString();
        QTest::newRow("from c") << Fan << int(Kind::FromHere) << u"c"_s << all << u"a b c d e"_s
                                << u"a b e"_s << QString();
        QTest::newRow("from c, nothing ran")
            << Fan << int(Kind::FromHere) << u"c"_s << QStringList() << u"a b c d e"_s << QString()
            << QString();
        QTest::newRow("from b of a chain")
            << Chain << int(Kind::FromHere) << u"b"_s << all << u"a b c d"_s << u"a"_s << QString();
        QTest::newRow("only b of branches")
            << Branches << int(Kind::OnlyThis) << u"b"_s << all << u"a b"_s << u"a"_s << QString();
    }
    void parts()
    {
        QFETCH(const QByteArray, workflow);
        QFETCH(const int, kind);
        QFETCH(const QString, member);
        QFETCH(const QStringList, results);
        QFETCH(const QString, runsWith);
        QFETCH(const QString, kept);
        QFETCH(const QString, missing);
        const TeamDraft draft = validDraft(workflow);
        const PartPlan plan
            = planPart(draft, { static_cast<Kind>(kind), AgentId(member) }, resultsOf(results));
        QCOMPARE(membersOf(plan.draft), runsWith);
        QCOMPARE(names(plan.kept), kept);
        QCOMPARE(names(plan.missing), missing);
        QCOMPARE(
            plan.leftOut.size() + plan.draft.workflow.agents.size(), draft.workflow.agents.size());
        QVERIFY(validateTeam(plan.draft).valid());
        QVERIFY(!keptResultsRefusal(plan.kept, plan.draft.workflow));
    }

    void onlyThisAsksNoConditionsAndSendsNothingBack()
    {
        const PartPlan branch = planPart(validDraft(Branches), { Kind::OnlyThis, AgentId(u"c"_s) },
            resultsOf({ u"a"_s, u"b"_s }));
        for (const WorkflowAgent &member : branch.draft.workflow.agents)
            QVERIFY(member.conditions.empty());
        const PartPlan chain = planPart(
            validDraft(Chain), { Kind::OnlyThis, AgentId(u"c"_s) }, resultsOf({ u"a"_s, u"b"_s }));
        QVERIFY(!chain.draft.workflow.find(AgentId(u"c"_s))->feedback);
        QCOMPARE(chain.draft.workflow.config.finalResult, u"agent:c"_s);
    }

    void approvalsAreAskedAgainButNotForOneMemberAlone()
    {
        const TeamDraft draft
            = validDraft("{'type':'sequential','agents':[{'agent_id':'a','execution_order':1},"
                         "{'agent_id':'ok','kind':'approval','execution_order':2,"
                         "'input':{'source':'agent_result','agent_id':'a'}},"
                         "{'agent_id':'b','execution_order':3,"
                         "'input':{'source':'agent_result','agent_id':'ok'}}]}");
        const KeptResults results = resultsOf({ u"a"_s, u"ok"_s });
        const PartPlan from = planPart(draft, { Kind::FromHere, AgentId(u"b"_s) }, results);
        QCOMPARE(names(from.kept), u"a"_s);
        const PartPlan only = planPart(draft, { Kind::OnlyThis, AgentId(u"b"_s) }, results);
        QCOMPARE(membersOf(only.draft), u"a b"_s);
        QVERIFY(only.missing.empty());
        const WorkflowAgent *b = only.draft.workflow.find(AgentId(u"b"_s));
        QCOMPARE(b->input->sources.front().agentId.toString(), u"a"_s);
        QVERIFY(keptResultsRefusal(results, draft.workflow));
    }

    void switchedOffMembersRunAlone()
    {
        TeamDraft draft = validDraft(Fan);
        draft.workflow.agents[2].isActive = false;
        const PartPlan plan
            = planPart(draft, { Kind::OnlyThis, AgentId(u"c"_s) }, resultsOf({ u"a"_s, u"b"_s }));
        QVERIFY(plan.draft.workflow.find(AgentId(u"c"_s))->isActive);
    }

    void anUnknownMemberIsNoPart()
    {
        const TeamDraft draft = validDraft(Fan);
        const PartPlan plan
            = planPart(draft, { Kind::OnlyThis, AgentId(u"ghost"_s) }, resultsOf({ u"a"_s }));
        QVERIFY(plan.draft == draft);
        QVERIFY(plan.kept.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTeamPart)
#include "tst_team_part.moc"
