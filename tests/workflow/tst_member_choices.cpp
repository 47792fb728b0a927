// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/approval_edits.h"
#include "core/workflow/editing/member_choices.h"
#include "team_json.h"

#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

class TestMemberChoices : public QObject {
    Q_OBJECT

private slots:
    void producers_data();
    void producers();
    void feedbackGoesBackInOrderedTeams();
    void contextKeysAreThoseThatAreNamed();
    void fieldsComeFromSchemas();
    void fieldsComeFromEarlierResults();
    void approvalsComeAndGo();
};

namespace {

WorkflowDefinition workflowOf(const QByteArray &text)
{
    return readTeam(text).draft.workflow;
}

QString text(const std::vector<AgentId> &ids)
{
    QStringList names;
    for (const AgentId &id : ids)
        names += id.toString();
    return names.join(u' ');
}

} // namespace

void TestMemberChoices::producers_data()
{
    QTest::addColumn<QByteArray>("workflow");
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("producers");
    const QByteArray ordered
        = "{'type':'sequential','agents':[{'agent_id':'c','execution_order':3},"
          "{'agent_id':'a','execution_order':1},{'agent_id':'b','execution_order':2}]}";
    QTest::newRow("ordered: the first") << ordered << u"a"_s << QString();
    QTest::newRow("ordered: the last") << ordered << u"c"_s << u"a b"_s;
    const QByteArray free = "{'type':'parallel','agents':[{'agent_id':'a'},"
                            "{'agent_id':'b','input':{'source':'agent_result','agent_id':'a'}},"
                            "{'agent_id':'c','dependencies':['b']},{'agent_id':'d','conditions':"
                            "[{'field':'agent_c_result','operator':'exists'}]},{'agent_id':'e'}]}";
    QTest::newRow("free: who waits is left out") << free << u"a"_s << u"e"_s;
    QTest::newRow("free: in the middle") << free << u"c"_s << u"a b e"_s;
    QTest::newRow("free: at the end") << free << u"d"_s << u"a b c e"_s;
    QTest::newRow("a circle") << QByteArray(
        "{'type':'parallel','agents':[{'agent_id':'a','dependencies':['b']},"
        "{'agent_id':'b','dependencies':['a']},{'agent_id':'c'}]}")
                              << u"a"_s << u"c"_s;
}

void TestMemberChoices::producers()
{
    QFETCH(const QByteArray, workflow);
    QFETCH(const QString, member);
    QTEST(text(possibleProducers(workflowOf(workflow), AgentId(member))), "producers");
}

void TestMemberChoices::feedbackGoesBackInOrderedTeams()
{
    const WorkflowDefinition pipeline = workflowOf("{'type':'pipeline','agents':["
                                                   "{'agent_id':'a'},{'agent_id':'b'},"
                                                   "{'agent_id':'c'}]}");
    QCOMPARE(text(feedbackTargets(pipeline, AgentId(u"c"_s))), u"a b"_s);
    WorkflowDefinition parallel = pipeline;
    parallel.type = WorkflowType::Parallel;
    QCOMPARE(text(feedbackTargets(parallel, AgentId(u"c"_s))), QString());
}

void TestMemberChoices::contextKeysAreThoseThatAreNamed()
{
    const WorkflowDefinition workflow = workflowOf(
        "{'type':'sequential','agents':[{'agent_id':'a','input':{'source':'context_variable',"
        "'variable_name':'budget'}},{'agent_id':'b','input':{'source':'initial_prompt','template':"
        "'{{context.tone}} {{memory.facts}} {{agent.a}} {{context.bad key}}'},'conditions':"
        "[{'field':'language.code','operator':'exists'},{'any':[{'field':'agent_a_result.result',"
        "'operator':'exists'},{'field':'shared.x','operator':'exists'}]}],"
        "'feedback':{'to':'a','conditions':[{'field':'quality','operator':'exists'}]}}],"
        "'config':{'approval':{'before':['b'],'auto_approve':"
        "[{'field':'trusted','operator':'exists'},{'field':'team_id','operator':'exists'}]}}}");
    QCOMPARE(contextKeys(workflow).join(u' '), u"budget facts language quality tone trusted"_s);
}

void TestMemberChoices::fieldsComeFromSchemas()
{
    const WorkflowDefinition workflow = workflowOf(
        "{'type':'conditional','agents':[{'agent_id':'t.1','agent_config':{'output_schema':"
        "{'type':'object','properties':{'category':{'enum':['technical','billing']},'urgent':"
        "{'type':'boolean'},'who':{'type':'object','properties':{'name':{'type':'string'}}},"
        "'a.b':{},'':{}}}}},{'agent_id':'x','conditions':"
        "[{'field':'tone','operator':'exists'}]}]}");
    const std::vector<ConditionField> fields
        = conditionFields(workflow, { AgentId(u"t.1"_s), AgentId(u"gone"_s) });
    QStringList paths;
    for (const ConditionField &field : fields)
        paths += field.path;
    QCOMPARE(paths,
        QStringList({ u"agent_t.1_result"_s, u"agent_t.1_result.result"_s,
            u"agent_t.1_result.category"_s, u"agent_t.1_result.urgent"_s, u"agent_t.1_result.who"_s,
            u"agent_t.1_result.who.name"_s, u"initial_prompt"_s, u"tone"_s }));
    QCOMPARE(fields[2].within, u"category"_s);
    QVERIFY(fields[2].values == std::vector<Json>({ "technical", "billing" }));
    QVERIFY(fields[3].values == std::vector<Json>({ true, false }));
    QCOMPARE(fields[5].within, u"who.name"_s);
    QVERIFY(fields[7].member.isEmpty());
}

void TestMemberChoices::fieldsComeFromEarlierResults()
{
    const WorkflowDefinition workflow
        = workflowOf("{'type':'parallel','agents':[{'agent_id':'a'},{'agent_id':'b','agent_config':"
                     "{'output_schema':{'properties':{'n':{}}}}},{'agent_id':'c'}]}");
    const Json seen = json("{'agent_a_result':{'data':{'verdict':'ok','x.y':1}},"
                           "'agent_b_result':{'data':{'other':1}},'agent_c_result':{'data':null}}");
    QStringList paths;
    for (const ConditionField &field :
        conditionFields(workflow, { AgentId(u"a"_s), AgentId(u"b"_s), AgentId(u"c"_s) }, &seen)) {
        if (!field.within.isEmpty() && field.within != u"result"_s)
            paths += field.path;
    }
    QCOMPARE(paths.join(u' '), u"agent_a_result.verdict agent_b_result.n initial_prompt"_s);
}

void TestMemberChoices::approvalsComeAndGo()
{
    TeamDraft draft
        = readTeam("{'type':'parallel','agents':[{'agent_id':'a'},{'agent_id':'b'}]}").draft;
    const TeamDraft before = draft;
    const AgentId a(u"a"_s);
    const AgentId b(u"b"_s);
    QVERIFY(withoutApprovalBefore(draft, a) == before);
    draft = withApprovalBefore(withApprovalBefore(draft, a), b);
    QVERIFY(withApprovalBefore(draft, a) == draft);
    QVERIFY(asksBefore(draft.workflow.config, a));
    draft = withoutApprovalBefore(draft, a);
    QVERIFY(!asksBefore(draft.workflow.config, a));
    QVERIFY(asksBefore(draft.workflow.config, b));
    QVERIFY(withoutApprovalBefore(draft, b) == before);
}

QTEST_GUILESS_MAIN(TestMemberChoices)
#include "tst_member_choices.moc"
