// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/draft_merge.h"
#include "core/workflow/editing/member_edits.h"
#include "core/workflow/editing/wire_edits.h"
#include "team_json.h"

#include <QRandomGenerator>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

class tst_DraftMerge : public QObject {
    Q_OBJECT

private slots:
    void oneSidedChangesAreTaken();
    void theSameChangeIsNoConflict();
    void differentChangesAreAConflict();
    void conflictsCanBeDecidedForTheOther();
    void membersOfBothSidesAreThere();
    void removedAndUntouchedIsRemoved();
    void removedAndChangedIsAConflict();
    void nothingPointsToWhoIsGone();
    void unknownFieldsAreMergedAsWell();
    void aSideWithoutChangesAddsNothing();
};

namespace {

TeamDraft someTeam()
{
    TeamDraft draft = validDraft(
        "{'type':'conditional','agents':[{'agent_id':'a'},"
        "{'agent_id':'b','conditions':[{'field':'agent_a_result','operator':'exists'}]},"
        "{'agent_id':'c','conditions':[{'field':'agent_a_result','operator':'exists'}]}],"
        "'kept':{'by':'others'}}");
    draft.agentIds.clear();
    return draft;
}

AgentId id(const char *name)
{
    return AgentId(QString::fromLatin1(name));
}

TeamDraft withInstructions(TeamDraft draft, std::size_t member, const QString &text)
{
    draft.workflow.agents[member].config.instructions = text;
    return draft;
}

QByteArray text(const TeamDraft &draft)
{
    return canonicalJson(toJson(draft));
}

} // namespace

void tst_DraftMerge::oneSidedChangesAreTaken()
{
    TeamDraft mine = withInstructions(someTeam(), 0, u"mine"_s);
    mine.name = u"Mine"_s;
    TeamDraft theirs = withInstructions(someTeam(), 1, u"theirs"_s);
    theirs.workflow.agents[0].timeoutSeconds = 9;
    const DraftMerge merge = mergeDrafts(someTeam(), mine, theirs);
    QVERIFY(merge.conflicts.empty());
    QCOMPARE(merge.draft.name, u"Mine"_s);
    QCOMPARE(merge.draft.workflow.agents[0].config.instructions, u"mine"_s);
    QCOMPARE(merge.draft.workflow.agents[0].timeoutSeconds, 9);
    QCOMPARE(merge.draft.workflow.agents[1].config.instructions, u"theirs"_s);
}

void tst_DraftMerge::theSameChangeIsNoConflict()
{
    const TeamDraft both = withInstructions(someTeam(), 0, u"both"_s);
    const DraftMerge merge = mergeDrafts(someTeam(), both, both);
    QVERIFY(merge.conflicts.empty());
    QCOMPARE(text(merge.draft), text(both));
}

void tst_DraftMerge::differentChangesAreAConflict()
{
    const DraftMerge merge = mergeDrafts(someTeam(), withInstructions(someTeam(), 0, u"mine"_s),
        withInstructions(someTeam(), 0, u"theirs"_s));
    QCOMPARE(merge.conflicts.size(), std::size_t(1));
    const MergeConflict &conflict = merge.conflicts.front();
    QCOMPARE(conflict.member, id("a"));
    QCOMPARE(conflict.field, u"agent_config/instructions"_s);
    QVERIFY(conflict.base.is_null());
    QCOMPARE(toQString(conflict.mine), u"mine"_s);
    QCOMPARE(toQString(conflict.theirs), u"theirs"_s);
    QCOMPARE(merge.draft.workflow.agents[0].config.instructions, u"mine"_s);
}

void tst_DraftMerge::conflictsCanBeDecidedForTheOther()
{
    const MergeChoices choices { { id("a"), u"agent_config/instructions"_s } };
    const DraftMerge merge = mergeDrafts(someTeam(), withInstructions(someTeam(), 0, u"mine"_s),
        withInstructions(someTeam(), 0, u"theirs"_s), choices);
    QCOMPARE(merge.conflicts.size(), std::size_t(1));
    QCOMPARE(merge.draft.workflow.agents[0].config.instructions, u"theirs"_s);
}

void tst_DraftMerge::membersOfBothSidesAreThere()
{
    WorkflowAgent first;
    first.agentId = id("mine");
    WorkflowAgent second;
    second.agentId = id("theirs");
    const DraftMerge merge
        = mergeDrafts(someTeam(), withMember(someTeam(), first), withMember(someTeam(), second));
    QVERIFY(merge.conflicts.empty());
    QCOMPARE(merge.draft.workflow.agents.size(), std::size_t(5));
    QVERIFY(merge.draft.workflow.find(id("mine")));
    QVERIFY(merge.draft.workflow.find(id("theirs")));
}

void tst_DraftMerge::removedAndUntouchedIsRemoved()
{
    const DraftMerge merge
        = mergeDrafts(someTeam(), someTeam(), withoutMembers(someTeam(), { id("c") }));
    QVERIFY(merge.conflicts.empty());
    QVERIFY(!merge.draft.workflow.find(id("c")));
}

void tst_DraftMerge::removedAndChangedIsAConflict()
{
    const TeamDraft removed = withoutMembers(someTeam(), { id("c") });
    const TeamDraft changed = withInstructions(someTeam(), 2, u"more"_s);
    const DraftMerge kept = mergeDrafts(someTeam(), changed, removed);
    QCOMPARE(kept.conflicts.size(), std::size_t(1));
    QVERIFY(kept.conflicts.front().field.isEmpty());
    QVERIFY(kept.conflicts.front().theirs.is_null());
    QVERIFY(kept.draft.workflow.find(id("c")));
    const DraftMerge gone = mergeDrafts(someTeam(), changed, removed, { { id("c"), {} } });
    QVERIFY(!gone.draft.workflow.find(id("c")));
}

void tst_DraftMerge::nothingPointsToWhoIsGone()
{
    const TeamDraft mine = withWire(
        someTeam(), { WireEnd::Kind::Member, id("c") }, { WireEnd::Kind::Member, id("b") });
    const DraftMerge merge = mergeDrafts(someTeam(), mine, withoutMembers(someTeam(), { id("c") }));
    QVERIFY(!merge.draft.workflow.find(id("c")));
    QVERIFY(!text(merge.draft).contains("\"c\""));
}

void tst_DraftMerge::unknownFieldsAreMergedAsWell()
{
    TeamDraft theirs = someTeam();
    theirs.workflow.extra["kept"] = "changed";
    theirs.workflow.agents[0].extra["color"] = "red";
    const DraftMerge merge
        = mergeDrafts(someTeam(), withInstructions(someTeam(), 1, u"mine"_s), theirs);
    QVERIFY(merge.conflicts.empty());
    QCOMPARE(toQString(merge.draft.workflow.extra["kept"]), u"changed"_s);
    QCOMPARE(toQString(merge.draft.workflow.agents[0].extra["color"]), u"red"_s);
}

void tst_DraftMerge::aSideWithoutChangesAddsNothing()
{
    for (quint32 seed = 1; seed <= 100; ++seed) {
        QRandomGenerator random(seed);
        TeamDraft changed = someTeam();
        for (int i = 0; i < 8; ++i) {
            const auto &agents = changed.workflow.agents;
            const AgentId any = agents.empty()
                ? AgentId()
                : agents[std::size_t(random.bounded(int(agents.size())))].agentId;
            WorkflowAgent member;
            member.agentId = AgentId(u"m%1"_s.arg(i));
            if (random.bounded(3) == 0)
                changed = withoutMembers(changed, { any });
            else if (random.bounded(2) == 0)
                changed = withMember(changed, member);
            else
                changed = withWire(
                    changed, { WireEnd::Kind::Prompt, {} }, { WireEnd::Kind::Member, any });
        }
        QCOMPARE(text(mergeDrafts(someTeam(), changed, someTeam()).draft), text(changed));
        const DraftMerge other = mergeDrafts(someTeam(), someTeam(), changed);
        QVERIFY(other.conflicts.empty());
        QCOMPARE(other.draft.workflow.agents.size(), changed.workflow.agents.size());
    }
}

QTEST_APPLESS_MAIN(tst_DraftMerge)
#include "tst_draft_merge.moc"
