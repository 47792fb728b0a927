// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/json.h"
#include "core/workflow/editing/member_edits.h"
#include "ui/builder/document/member_selection.h"
#include "ui/builder/document/team_document.h"

#include <QSignalSpy>
#include <QTest>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

class tst_TeamDocument : public QObject {
    Q_OBJECT

private slots:
    void aNewTeamIsStoredNowhere();
    void editsAreStepsOfTheHistory();
    void nothingChangedIsNoStep();
    void stepsWithTheSameKeyMerge();
    void mergingEndsWhenThePersonLooksElsewhere();
    void typingAndTakingBackLeavesNoStep();
    void storingMakesItClean();
    void aStepAfterStoringIsNotMergedIntoTheStored();
    void whatIsChangedWhileStoringIsNotStored();
    void anotherStoredVersionMakesItModified();
    void validationFollowsEveryStep();
    void selectionForgetsMembersThatLeave();
    void selectionTellsOnlyRealChanges();
};

namespace {

TeamDraft threeMembers()
{
    TeamDraft draft;
    draft.name = u"Team"_s;
    for (const QString &id : { u"a"_s, u"b"_s, u"c"_s }) {
        WorkflowAgent member;
        member.agentId = AgentId(id);
        draft = withMember(draft, member);
    }
    return draft;
}

TeamDraft named(TeamDraft draft, const QString &name)
{
    draft.name = name;
    return draft;
}

Team stored()
{
    Team team;
    team.id = TeamId(u"team-1"_s);
    team.name = u"Stored"_s;
    team.workflow = threeMembers().workflow;
    return team;
}

QByteArray text(const TeamDocument &document)
{
    return canonicalJson(toJson(document.draft()));
}

} // namespace

void tst_TeamDocument::aNewTeamIsStoredNowhere()
{
    const TeamDocument document(threeMembers());
    QVERIFY(!document.stored());
    QVERIFY(!document.isModified());
}

void tst_TeamDocument::editsAreStepsOfTheHistory()
{
    TeamDocument document(threeMembers());
    const QSignalSpy changed(&document, &TeamDocument::changed);
    const QSignalSpy modified(&document, &TeamDocument::modifiedChanged);
    const QByteArray before = text(document);
    document.edit(u"Rename"_s, named(document.draft(), u"Other"_s));
    QCOMPARE(document.draft().name, u"Other"_s);
    QCOMPARE(document.history()->undoText(), u"Rename"_s);
    QVERIFY(document.isModified());
    document.history()->undo();
    QCOMPARE(text(document), before);
    QVERIFY(!document.isModified());
    document.history()->redo();
    QCOMPARE(document.draft().name, u"Other"_s);
    QCOMPARE(changed.count(), 3);
    QCOMPARE(modified.count(), 3);
}

void tst_TeamDocument::nothingChangedIsNoStep()
{
    TeamDocument document(threeMembers());
    document.edit(u"Nothing"_s, document.draft());
    QCOMPARE(document.history()->count(), 0);
}

void tst_TeamDocument::stepsWithTheSameKeyMerge()
{
    TeamDocument document(threeMembers());
    for (const QString &name : { u"T"_s, u"Te"_s, u"Tea"_s })
        document.edit(u"Type"_s, named(document.draft(), name), u"name"_s);
    QCOMPARE(document.history()->count(), 1);
    document.edit(u"Describe"_s, named(document.draft(), u"X"_s), u"description"_s);
    QCOMPARE(document.history()->count(), 2);
    document.history()->undo();
    QCOMPARE(document.draft().name, u"Tea"_s);
    document.history()->undo();
    QCOMPARE(document.draft().name, u"Team"_s);
    document.history()->redo();
    QCOMPARE(document.draft().name, u"Tea"_s);
}

void tst_TeamDocument::mergingEndsWhenThePersonLooksElsewhere()
{
    TeamDocument document(threeMembers());
    document.edit(u"Type"_s, named(document.draft(), u"A"_s), u"name"_s);
    document.endMerging();
    document.edit(u"Type"_s, named(document.draft(), u"B"_s), u"name"_s);
    QCOMPARE(document.history()->count(), 2);
}

void tst_TeamDocument::typingAndTakingBackLeavesNoStep()
{
    TeamDocument document(threeMembers());
    document.edit(u"Type"_s, named(document.draft(), u"Teams"_s), u"name"_s);
    document.edit(u"Type"_s, named(document.draft(), u"Team"_s), u"name"_s);
    QCOMPARE(document.history()->count(), 0);
    QVERIFY(!document.isModified());
}

void tst_TeamDocument::storingMakesItClean()
{
    TeamDocument document(stored());
    document.edit(u"Rename"_s, named(document.draft(), u"Other"_s));
    Team team = *document.stored();
    team.name = u"Other"_s;
    team.version = 2;
    document.setStored(team, document.beginStoring());
    QVERIFY(!document.isModified());
    QCOMPARE(document.stored()->version, 2);
    document.history()->undo();
    QVERIFY(document.isModified());
}

void tst_TeamDocument::aStepAfterStoringIsNotMergedIntoTheStored()
{
    TeamDocument document(stored());
    document.edit(u"Type"_s, named(document.draft(), u"A"_s), u"name"_s);
    document.setStored(Team(*document.stored()), document.beginStoring());
    document.edit(u"Type"_s, named(document.draft(), u"AB"_s), u"name"_s);
    QCOMPARE(document.history()->count(), 2);
    QVERIFY(document.isModified());
    document.history()->undo();
    QVERIFY(!document.isModified());
}

void tst_TeamDocument::whatIsChangedWhileStoringIsNotStored()
{
    TeamDocument document(stored());
    document.edit(u"Type"_s, named(document.draft(), u"A"_s), u"name"_s);
    const int point = document.beginStoring();
    document.edit(u"Type"_s, named(document.draft(), u"AB"_s), u"name"_s);
    document.setStored(stored(), point);
    QCOMPARE(document.history()->count(), 2);
    QVERIFY(document.isModified());
}

void tst_TeamDocument::anotherStoredVersionMakesItModified()
{
    TeamDocument document(stored());
    Team other = stored();
    other.version = 5;
    document.rebase(other);
    QVERIFY(document.isModified());
    QCOMPARE(document.stored()->version, 5);
}

void tst_TeamDocument::validationFollowsEveryStep()
{
    TeamDocument document(threeMembers());
    QVERIFY(document.validation().valid());
    document.edit(u"Empty"_s,
        withoutMembers(document.draft(), { AgentId(u"a"_s), AgentId(u"b"_s), AgentId(u"c"_s) }));
    QVERIFY(!document.validation().valid());
    document.history()->undo();
    QVERIFY(document.validation().valid());
}

void tst_TeamDocument::selectionForgetsMembersThatLeave()
{
    TeamDocument document(threeMembers());
    MemberSelection selection(&document);
    selection.setMembers({ AgentId(u"a"_s), AgentId(u"b"_s) });
    QVERIFY(selection.single().isEmpty());
    const QSignalSpy changed(&selection, &MemberSelection::changed);
    document.edit(u"Remove"_s, withoutMembers(document.draft(), { AgentId(u"a"_s) }));
    QCOMPARE(selection.single(), AgentId(u"b"_s));
    QCOMPARE(changed.count(), 1);
}

void tst_TeamDocument::selectionTellsOnlyRealChanges()
{
    const TeamDocument document(threeMembers());
    MemberSelection selection(&document);
    const QSignalSpy changed(&selection, &MemberSelection::changed);
    selection.select(AgentId(u"nobody"_s));
    selection.clear();
    QCOMPARE(changed.count(), 0);
    selection.selectAll();
    QCOMPARE(selection.members().size(), 3);
    selection.selectAll();
    QCOMPARE(changed.count(), 1);
    selection.clear();
    QVERIFY(selection.isEmpty());
    QCOMPARE(changed.count(), 2);
}

QTEST_MAIN(tst_TeamDocument)
#include "tst_team_document.moc"
