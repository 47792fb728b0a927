// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/builder/views/view_test.h"
#include "ui/builder/versions/compared_graph.h"
#include "ui/builder/versions/difference_rows.h"

using namespace renum;
using namespace renum::ui;
using namespace renum::ui::test;
using namespace Qt::StringLiterals;

/// Two versions of a team as one picture, and as rows.
class tst_ComparedGraph : public QObject {
    Q_OBJECT

private slots:
    void theSameTeamHasNoMarks();
    void everyoneOfBothIsThere();
    void wiresComeAndGo();
    void changedAndMoved();
    void removedOnesMakeRoom();
    void anEmptyTeamIsCompared();
    void twinsDoNoHarm();
    void rowsAreByMember();
};

namespace {

ChangeMark markAt(const ComparedGraph &compared, const char *id)
{
    const int index = compared.graph.indexOf(idOf(id));
    return index < 0 ? ChangeMark::None : compared.nodes.at(std::size_t(index));
}

/// "a>b +" for each wire with a mark.
QStringList markedWires(const ComparedGraph &compared)
{
    static constexpr const char *Signs[] = { "", "+", "-", "~", ">" };
    QStringList wires;
    for (std::size_t i = 0; i < compared.wires.size(); ++i) {
        if (compared.wires[i] == ChangeMark::None)
            continue;
        const GraphWire &wire = compared.graph.wires[i];
        wires.append(
            u"%1>%2 %3"_s.arg(compared.graph.nodes.at(std::size_t(wire.from)).agent.toString(),
                compared.graph.nodes.at(std::size_t(wire.to)).agent.toString(),
                QString::fromLatin1(Signs[int(compared.wires[i])])));
    }
    wires.sort();
    return wires;
}

} // namespace

void tst_ComparedGraph::theSameTeamHasNoMarks()
{
    const ComparedGraph compared = comparedGraph(branchingTeam(), branchingTeam());
    QCOMPARE(compared.nodes.size(), compared.graph.nodes.size());
    QCOMPARE(compared.wires.size(), compared.graph.wires.size());
    for (const ChangeMark mark : compared.nodes)
        QVERIFY(mark == ChangeMark::None);
    QVERIFY(markedWires(compared).isEmpty());
}

void tst_ComparedGraph::everyoneOfBothIsThere()
{
    const ComparedGraph compared = comparedGraph(teamOf(u"abc"_s), teamOf(u"acd"_s));
    QVERIFY(markAt(compared, "b") == ChangeMark::Removed);
    QVERIFY(markAt(compared, "d") == ChangeMark::Added);
    QVERIFY(markAt(compared, "a") == ChangeMark::None);
    QVERIFY(compared.graph.nodes.front().kind == NodeKind::Prompt);
    QVERIFY(compared.graph.nodes.back().kind == NodeKind::Result);
    // The words are on the cards as well.
    QCOMPARE(compared.graph.nodes.at(std::size_t(compared.graph.indexOf(idOf("b")))).footer,
        u"Removed"_s);
}

void tst_ComparedGraph::wiresComeAndGo()
{
    const ComparedGraph compared = comparedGraph(teamOf(u"ab"_s), teamOf(u"ac"_s));
    QCOMPARE(markedWires(compared), QStringList({ u"a>b -"_s, u"a>c +"_s, u"b> -"_s, u"c> +"_s }));
}

void tst_ComparedGraph::changedAndMoved()
{
    TeamDraft after = withMemberAt(teamOf(u"abc"_s), idOf("c"), 1);
    for (WorkflowAgent &member : after.workflow.agents) {
        if (member.agentId == idOf("b"))
            member.role = u"reader"_s;
    }
    after.workflow.agents[0].position = CanvasPosition { 500, 0 };
    const ComparedGraph compared = comparedGraph(teamOf(u"abc"_s), after);
    QVERIFY(markAt(compared, "a") == ChangeMark::Moved);
    QVERIFY(markAt(compared, "b") == ChangeMark::Changed);
    QVERIFY(markAt(compared, "c") == ChangeMark::Moved);
}

void tst_ComparedGraph::removedOnesMakeRoom()
{
    TeamDraft before = teamOf(u"ab"_s);
    before.workflow.agents[1].position = CanvasPosition { 300, 0 };
    TeamDraft after = teamOf(u"ac"_s);
    after.workflow.agents[1].position = CanvasPosition { 310, 5 };
    const ComparedGraph compared = comparedGraph(before, after);
    const auto nodeOf = [&compared](const char *id) {
        return compared.graph.nodes.at(std::size_t(compared.graph.indexOf(idOf(id))));
    };
    QVERIFY(nodeOf("c").position.has_value());
    QVERIFY(!nodeOf("b").position.has_value());
}

void tst_ComparedGraph::anEmptyTeamIsCompared()
{
    QCOMPARE(comparedGraph(teamOf(u"ab"_s), TeamDraft()).graph.nodes.size(), size_t(4));
    QCOMPARE(comparedGraph(TeamDraft(), teamOf(u"ab"_s)).graph.nodes.size(), size_t(4));
    QCOMPARE(comparedGraph(TeamDraft(), TeamDraft()).graph.nodes.size(), size_t(2));
}

// A draft in the editor may be invalid.
void tst_ComparedGraph::twinsDoNoHarm()
{
    TeamDraft twins = teamOf(u"ab"_s);
    twins.workflow.agents.push_back(twins.workflow.agents[0]);
    const ComparedGraph compared = comparedGraph(twins, teamOf(u"c"_s));
    QCOMPARE(compared.nodes.size(), compared.graph.nodes.size());
    QCOMPARE(compared.wires.size(), compared.graph.wires.size());
    QVERIFY(!comparedGraph(teamOf(u"c"_s), twins).nodes.empty());
}

void tst_ComparedGraph::rowsAreByMember()
{
    const TeamDraft before = teamOf(u"abc"_s);
    TeamDraft after = withoutMembers(before, { idOf("c") });
    after.name = u"Renamed"_s;
    after.workflow.agents[0].config.instructions = u"Look\nclosely."_s;
    after.workflow.agents[0].role = u"reader"_s;
    KeyedTreeModel model(DifferenceRow::ColumnCount);
    model.setRows(differenceRows(teamDifferences(before, after), before, after));
    QCOMPARE(dump(model),
        u"Team\n  Name | Team | Renamed\n"
        "Agent A\n  Instructions | – | Look closely.\n  Role | – | reader\n"
        "Agent C | Removed\n"_s);
    QCOMPARE(comparableText(Json { { "a", 1 } }), u"{\n  \"a\": 1\n}"_s);
}

QTEST_MAIN(tst_ComparedGraph)
#include "tst_compared_graph.moc"
