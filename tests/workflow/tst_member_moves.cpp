// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/member_edits.h"
#include "core/workflow/editing/member_moves.h"
#include "core/workflow/editing/member_waves.h"
#include "core/workflow/planner.h"
#include "team_json.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

class TestMemberMoves : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void moves_data();
    void moves();
    void places_data();
    void places();
    void aPipelineIsChainedAnew();
    void waves_data();
    void waves();
    void wavesAreThoseOfThePlan();
};

namespace {

TeamDraft teamOf(const QString &ids, WorkflowType type)
{
    TeamDraft draft;
    draft.workflow.type = type;
    for (const QChar id : ids) {
        WorkflowAgent member;
        member.agentId = AgentId(QString(id));
        draft = withMember(draft, member);
    }
    return draft;
}

QString orderOf(const TeamDraft &draft)
{
    QString order;
    for (const std::size_t position : memberOrder(draft.workflow))
        order += draft.workflow.agents[position].agentId.toString();
    return order;
}

QSet<AgentId> setOf(const QString &ids)
{
    QSet<AgentId> set;
    for (const QChar id : ids)
        set.insert(AgentId(QString(id)));
    return set;
}

} // namespace

void TestMemberMoves::moves_data()
{
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("earlier");
    QTest::addColumn<QString>("later");
    QTest::newRow("one") << u"c"_s << u"acbde"_s << u"abdce"_s;
    QTest::newRow("the first") << u"a"_s << u"abcde"_s << u"bacde"_s;
    QTest::newRow("the last") << u"e"_s << u"abced"_s << u"abcde"_s;
    QTest::newRow("neighbours") << u"bc"_s << u"bcade"_s << u"adbce"_s;
    QTest::newRow("apart") << u"bd"_s << u"badce"_s << u"acbed"_s;
    QTest::newRow("at the end already") << u"ab"_s << u"abcde"_s << u"cabde"_s;
    QTest::newRow("all") << u"abcde"_s << u"abcde"_s << u"abcde"_s;
    QTest::newRow("nobody of the team") << u"x"_s << u"abcde"_s << u"abcde"_s;
}

void TestMemberMoves::moves()
{
    QFETCH(const QString, chosen);
    for (const WorkflowType type : { WorkflowType::Sequential, WorkflowType::Parallel }) {
        const TeamDraft draft = teamOf(u"abcde"_s, type);
        QTEST(orderOf(withMembersMoved(draft, setOf(chosen), MoveWay::Earlier)), "earlier");
        QTEST(orderOf(withMembersMoved(draft, setOf(chosen), MoveWay::Later)), "later");
    }
    QCOMPARE(withMembersMoved(TeamDraft(), setOf(chosen), MoveWay::Later), TeamDraft());
}

void TestMemberMoves::places_data()
{
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<int>("place");
    QTest::addColumn<QString>("order");
    QTest::newRow("to the front") << u"d"_s << 0 << u"dabce"_s;
    QTest::newRow("to the end") << u"b"_s << 5 << u"acdeb"_s;
    QTest::newRow("beyond the end") << u"b"_s << 99 << u"acdeb"_s;
    QTest::newRow("onto itself") << u"c"_s << 2 << u"abcde"_s;
    QTest::newRow("right behind itself") << u"c"_s << 3 << u"abcde"_s;
    QTest::newRow("several from both sides") << u"ae"_s << 3 << u"bcaed"_s;
}

void TestMemberMoves::places()
{
    QFETCH(const QString, chosen);
    QFETCH(const int, place);
    for (const WorkflowType type : { WorkflowType::Sequential, WorkflowType::Conditional }) {
        const TeamDraft draft = teamOf(u"abcde"_s, type);
        QTEST(orderOf(withMembersAt(draft, setOf(chosen), std::size_t(place))), "order");
    }
}

void TestMemberMoves::aPipelineIsChainedAnew()
{
    const TeamDraft draft = teamOf(u"abc"_s, WorkflowType::Pipeline);
    const TeamDraft moved = withMembersMoved(draft, setOf(u"c"_s), MoveWay::Earlier);
    QCOMPARE(orderOf(moved), u"acb"_s);
    QVERIFY(validateTeam(moved).problems.size() == 1); // it has no name
    QCOMPARE(moved.workflow.agents[2].input->sources.front().agentId, AgentId(u"c"_s));
}

void TestMemberMoves::waves_data()
{
    QTest::addColumn<QByteArray>("workflow");
    QTest::addColumn<QString>("waves");
    QTest::newRow("none") << QByteArray("{'type':'parallel','agents':[]}") << QString();
    QTest::newRow("side by side") << QByteArray(
        "{'type':'parallel','agents':[{'agent_id':'a'},{'agent_id':'b'}]}")
                                  << u"01"_s;
    QTest::newRow("one after the other") << QByteArray(
        "{'type':'sequential','agents':[{'agent_id':'a','execution_order':2},{'agent_id':'b',"
        "'execution_order':1}]}") << u"1 0"_s;
    QTest::newRow("joined") << QByteArray(
        "{'type':'conditional','agents':[{'agent_id':'a','dependencies':['b','c']},"
        "{'agent_id':'b'},{'agent_id':'c','conditions':[{'field':'agent_b_result','operator':"
        "'exists'}]}]}") << u"1 2 0"_s;
    QTest::newRow("a circle, and who waits for it") << QByteArray(
        "{'type':'parallel','agents':[{'agent_id':'a','dependencies':['b']},{'agent_id':'b',"
        "'dependencies':['a']},{'agent_id':'c','dependencies':['a']},{'agent_id':'d'}]}")
                                                    << u"3 012"_s;
    QTest::newRow("twins and strangers") << QByteArray(
        "{'type':'parallel','agents':[{'agent_id':'a','dependencies':['a','gone']},"
        "{'agent_id':'a'}]}") << u"1 0"_s;
}

void TestMemberMoves::waves()
{
    QFETCH(const QByteArray, workflow);
    QStringList waves;
    const auto found = memberWaves(readTeam(workflow).draft.workflow);
    for (const std::vector<std::size_t> &wave : found) {
        QString text;
        for (const std::size_t position : wave)
            text += QString::number(position);
        waves.append(text);
    }
    QTEST(waves.join(u' '), "waves");
}

void TestMemberMoves::wavesAreThoseOfThePlan()
{
    const TeamDraft draft = validDraft(
        "{'type':'parallel','agents':[{'agent_id':'a'},{'agent_id':'b'},{'agent_id':'c',"
        "'input':{'source':'combined','sources':[{'type':'agent_result','agent_id':'a'},"
        "{'type':'agent_result','agent_id':'b'}]}},{'agent_id':'d','dependencies':['c']}]}");
    const ExecutionPlan plan = planExecution(draft);
    const auto waves = memberWaves(draft.workflow);
    QCOMPARE(waves.size(), plan.waves.size());
    for (std::size_t wave = 0; wave < waves.size(); ++wave) {
        QCOMPARE(waves[wave].size(), plan.waves[wave].size());
        for (std::size_t i = 0; i < waves[wave].size(); ++i) {
            QCOMPARE(draft.workflow.agents[waves[wave][i]].agentId.toString(),
                plan.waves[wave][i].toString());
        }
    }
}

QTEST_GUILESS_MAIN(TestMemberMoves)
#include "tst_member_moves.moc"
