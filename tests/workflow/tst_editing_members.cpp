// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/workflow_codec.h"
#include "core/workflow/editing/member_edits.h"
#include "core/workflow/editing/member_references.h"
#include "core/workflow/editing/wire_edits.h"
#include "team_json.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

/// Three after one another; c reads both others and names b in its template and a condition.
const QByteArray Chain = "{'type':'sequential','agents':["
                         "{'agent_id':'a','execution_order':1},"
                         "{'agent_id':'b','execution_order':2,"
                         "'input':{'source':'agent_result','agent_id':'a'}},"
                         "{'agent_id':'c','execution_order':3,'dependencies':['b'],"
                         "'input':{'source':'combined','sources':["
                         "{'type':'agent_result','agent_id':'a'},"
                         "{'type':'agent_result','agent_id':'b'}],"
                         "'template':'{{ agent.b }} and {{agent.a}} and {{input}}'},"
                         "'conditions':[{'field':'agent_b_result.category','operator':'exists'}],"
                         "'feedback':{'to':'b','conditions':["
                         "{'field':'agent_b_result','operator':'exists'}]}}],"
                         "'config':{'final_result':'agent:b','approval':{'before':['b','c']}}}";

const QByteArray Pipeline = "{'type':'pipeline','agents':["
                            "{'agent_id':'a','execution_order':1},"
                            "{'agent_id':'b','execution_order':2,"
                            "'input':{'source':'agent_result','agent_id':'a'}},"
                            "{'agent_id':'c','execution_order':3,"
                            "'input':{'source':'agent_result','agent_id':'b'}}]}";

WorkflowAgent agent(const QString &id)
{
    WorkflowAgent member;
    member.agentId = AgentId(id);
    return member;
}

/// `a<prompt b<a c<a+b`, in order. Without an input a member gets the prompt.
QString inputs(const TeamDraft &draft)
{
    QStringList list;
    for (const WorkflowAgent &member : draft.workflow.agents) {
        QStringList sources;
        if (member.input) {
            for (const InputSource &source : member.input->sources) {
                sources += source.kind == InputSource::Kind::AgentResult ? source.agentId.toString()
                                                                         : u"prompt"_s;
            }
        }
        if (sources.isEmpty())
            sources += u"prompt"_s;
        list += member.agentId.toString() + u'<' + sources.join(u'+');
    }
    return list.join(u' ');
}

} // namespace

class TestEditingMembers : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void addsAtAPlace();
    void addsToAPipeline();
    void removesEverythingThatNamedIt();
    void healsAroundARemovedMember();
    void healsAroundNeighboursThatGoTogether();
    void movesAndNumbers();
    void movesInAPipeline();
    void replacesAnAgentEverywhere();
    void findsAFreeId();
    void groupsLoseOnlyTheirTests();
};

void TestEditingMembers::addsAtAPlace()
{
    const TeamDraft draft = withMember(validDraft(Chain), agent(u"n"_s), 1);
    QCOMPARE(inputs(draft), u"a<prompt n<prompt b<a c<a+b"_s);
    QCOMPARE(draft.workflow.agents.at(3).executionOrder, std::optional(4));
    QVERIFY(std::ranges::find(draft.agentIds, AgentId(u"n"_s)) != draft.agentIds.end());
    QVERIFY(validateTeam(draft).valid());
    const TeamDraft atEnd = withMember(validDraft(Chain), agent(u"n"_s), 99);
    QCOMPARE(atEnd.workflow.agents.back().agentId, AgentId(u"n"_s));
}

void TestEditingMembers::addsToAPipeline()
{
    const TeamDraft draft = withMember(validDraft(Pipeline), agent(u"n"_s), 1);
    QCOMPARE(inputs(draft), u"a<prompt n<a b<n c<b"_s);
    QCOMPARE(inputs(withMember(validDraft(Pipeline), agent(u"n"_s), 0)), u"n<prompt a<n b<a c<b"_s);
}

void TestEditingMembers::removesEverythingThatNamedIt()
{
    const TeamDraft draft = withoutMembers(validDraft(Chain), { AgentId(u"b"_s) });
    QCOMPARE(inputs(draft), u"a<prompt c<a"_s);
    const WorkflowAgent &c = draft.workflow.agents.back();
    QVERIFY(c.dependencies.empty());
    QVERIFY(c.conditions.empty());
    QVERIFY(!c.feedback);
    QCOMPARE(c.executionOrder, std::optional(2));
    QVERIFY(!draft.workflow.config.finalResult);
    QCOMPARE(draft.workflow.config.approval->before, std::vector { AgentId(u"c"_s) });
    // The person's text stays, and validation points at it.
    QCOMPARE(findings(validateTeam(draft).problems).filter(u"E "_s).size(), 1);
}

void TestEditingMembers::healsAroundARemovedMember()
{
    const TeamDraft draft = withoutMembers(validDraft(Chain), { AgentId(u"a"_s) }, Healing::Join);
    QCOMPARE(inputs(draft), u"b<prompt c<prompt+b"_s);
}

void TestEditingMembers::healsAroundNeighboursThatGoTogether()
{
    TeamDraft draft = withMember(validDraft(Pipeline), agent(u"d"_s));
    draft.workflow.type = WorkflowType::Sequential;
    const TeamDraft healed
        = withoutMembers(draft, { AgentId(u"b"_s), AgentId(u"c"_s) }, Healing::Join);
    QCOMPARE(inputs(healed), u"a<prompt d<a"_s);
    QCOMPARE(inputs(withoutMembers(draft, { AgentId(u"b"_s), AgentId(u"c"_s) })),
        u"a<prompt d<prompt"_s);
}

void TestEditingMembers::movesAndNumbers()
{
    const TeamDraft draft = withMemberAt(validDraft(Chain), AgentId(u"a"_s), 1);
    QCOMPARE(draft.workflow.agents.front().agentId, AgentId(u"b"_s));
    QCOMPARE(draft.workflow.agents.at(1).executionOrder, std::optional(2));
    QCOMPARE(withMemberAt(validDraft(Chain), AgentId(u"nobody"_s), 0), validDraft(Chain));
}

void TestEditingMembers::movesInAPipeline()
{
    QCOMPARE(inputs(withMemberAt(validDraft(Pipeline), AgentId(u"c"_s), 0)), u"c<prompt a<c b<a"_s);
}

void TestEditingMembers::replacesAnAgentEverywhere()
{
    const TeamDraft draft
        = withAgentReplaced(validDraft(Chain), AgentId(u"b"_s), AgentId(u"x.y"_s), u"New"_s);
    QCOMPARE(inputs(draft), u"a<prompt x.y<a c<a+x.y"_s);
    const WorkflowAgent &c = draft.workflow.agents.back();
    QCOMPARE(
        c.input->templateText, std::optional(u"{{agent.x.y}} and {{agent.a}} and {{input}}"_s));
    QCOMPARE(c.conditions.front().field, u"agent_x.y_result.category"_s);
    QCOMPARE(c.feedback->to, AgentId(u"x.y"_s));
    QCOMPARE(c.feedback->conditions.front().field, u"agent_x.y_result"_s);
    QCOMPARE(draft.workflow.agents.at(1).name, u"New"_s);
    QCOMPARE(draft.workflow.config.finalResult, std::optional(u"agent:x.y"_s));
    QVERIFY(!canonicalJson(toJson(draft.workflow)).contains("\"b\""));
    QVERIFY(validateTeam(draft).valid());
}

void TestEditingMembers::findsAFreeId()
{
    TeamDraft draft = validDraft(Chain);
    QCOMPARE(freeMemberId(draft.workflow, u"z"_s), AgentId(u"z"_s));
    QCOMPARE(freeMemberId(draft.workflow, u"a"_s), AgentId(u"a-2"_s));
    draft = withMember(std::move(draft), agent(u"a-2"_s));
    QCOMPARE(freeMemberId(draft.workflow, u"a"_s), AgentId(u"a-3"_s));
}

void TestEditingMembers::groupsLoseOnlyTheirTests()
{
    Problems problems;
    const std::vector<Condition> conditions
        = readConditions(json("[{'any':[{'field':'agent_a_result','operator':'exists'},"
                              "{'field':'agent_b_result','operator':'exists'}]},"
                              "{'not':{'field':'agent_a_result','operator':'exists'}},"
                              "{'field':'topic','operator':'exists'}]"),
            u"/conditions"_s, problems);
    QVERIFY(problems.isEmpty());
    const QSet<AgentId> known { AgentId(u"a"_s), AgentId(u"b"_s) };
    const auto left = conditionsWithout(conditions, { AgentId(u"a"_s) }, known);
    QCOMPARE(left.size(), std::size_t(2));
    QCOMPARE(left.front().children.size(), std::size_t(1));
    QCOMPARE(left.back().field, u"topic"_s);
}

QTEST_APPLESS_MAIN(TestEditingMembers)
#include "tst_editing_members.moc"
