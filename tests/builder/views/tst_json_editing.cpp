// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/builder/views/json_stage.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>

using namespace renum;
using namespace renum::ui;
using namespace renum::ui::test;
using namespace Qt::StringLiterals;

/// What helps a person who writes a team as JSON.
class tst_JsonEditing : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void aWrongValueIsMarkedAtItsLine();
    void problemsOfTheTeamAreMarked();
    void undoBelongsToTheTextWhileItHasSome();
    void completionOffersAndTakes();
    void completionNarrowsAndCloses();
    void newLinesBeginWhereTheyShould();
    void f8GoesThroughTheMarks();
    void tooMuchIsNotPasted();
    void aHugeTeamIsNotEdited();
    void selectionLeadsToTheMember();
    void aLargeTeamStaysResponsive();
};

void tst_JsonEditing::aWrongValueIsMarkedAtItsLine()
{
    JsonStage stage(teamOf(u"abc"_s));
    stage.goBehind(u"\"sequential"_s);
    QTest::keyClicks(stage.editor, u"x"_s);
    QTRY_VERIFY(stage.status().startsWith("Not taken over. 1 thing"_L1));
    QVERIFY(stage.document.workflow().type == WorkflowType::Sequential);
    stage.editor->moveCursor(QTextCursor::Start);
    stage.press(Qt::Key_F8);
    QVERIFY(stage.editor->textCursor().block().text().contains("sequentialx"_L1));
}

void tst_JsonEditing::problemsOfTheTeamAreMarked()
{
    TeamDraft draft = teamOf(u"abc"_s);
    draft.workflow.agents[1].timeoutSeconds = 0;
    JsonStage stage(draft);
    QTRY_COMPARE(stage.editor->extraSelections().size(), 1);
    const QTextCursor mark = stage.editor->extraSelections().first().cursor;
    QCOMPARE(mark.block().text().trimmed(), u"\"timeout\": 0"_s);
    draft.workflow.agents[1].timeoutSeconds = 5;
    stage.document.edit(u"Repair"_s, draft);
    QTRY_COMPARE(stage.editor->extraSelections().size(), 0);
}

void tst_JsonEditing::undoBelongsToTheTextWhileItHasSome()
{
    JsonStage stage(teamOf(u"abc"_s));
    QKeyEvent undo(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
    undo.ignore();
    QCoreApplication::sendEvent(stage.editor, &undo);
    QVERIFY(!undo.isAccepted());
    stage.goBehind(u"\"Team"_s);
    QTest::keyClicks(stage.editor, u"x"_s);
    QCoreApplication::sendEvent(stage.editor, &undo);
    QVERIFY(undo.isAccepted());
    stage.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(stage.editor->text().contains("\"Team\""_L1));
}

void tst_JsonEditing::completionOffersAndTakes()
{
    JsonStage stage(teamOf(u"ab"_s));
    stage.goBehind(u"\"execution_order\": 2,"_s);
    stage.press(Qt::Key_Return);
    stage.press(Qt::Key_Space, Qt::ControlModifier);
    QAbstractItemView *list = stage.suggestions();
    QVERIFY(list);
    QVERIFY(list->model()->rowCount() > 5);
    QVERIFY(!cellOf(list, u"agent_id"_s).isValid()); // it is there
    QTest::keyClicks(list, u"\"is"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(!stage.suggestions());
    stage.press(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(stage.suggestions());
    list = stage.suggestions();
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QTest::keyClicks(stage.editor, u","_s);
    QTRY_VERIFY(!stage.document.workflow().agents[1].isActive);
}

void tst_JsonEditing::completionNarrowsAndCloses()
{
    JsonStage stage(teamOf(u"ab"_s));
    stage.goBehind(u"\"type\": \""_s);
    stage.press(Qt::Key_Space, Qt::ControlModifier);
    QAbstractItemView *list = stage.suggestions();
    QVERIFY(list);
    QCOMPARE(list->model()->rowCount(), 4);
    QTest::keyClicks(list, u"p"_s);
    QTRY_COMPARE(list->model()->rowCount(), 2);
    QTest::keyClicks(list, u"zz"_s);
    QTRY_VERIFY(!stage.suggestions());
    stage.goBehind(u"\"Team"_s);
    stage.press(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(!stage.suggestions());
}

void tst_JsonEditing::newLinesBeginWhereTheyShould()
{
    JsonStage stage(teamOf(u"ab"_s));
    stage.goBehind(u"\"agents\": ["_s);
    stage.press(Qt::Key_Return);
    QCOMPARE(stage.editor->textCursor().positionInBlock(), 6);
    stage.goBehind(u"\"name\": \"Team\","_s);
    stage.press(Qt::Key_Return);
    QCOMPARE(stage.editor->textCursor().positionInBlock(), 2);
}

void tst_JsonEditing::f8GoesThroughTheMarks()
{
    TeamDraft draft = teamOf(u"abc"_s);
    for (WorkflowAgent &member : draft.workflow.agents)
        member.timeoutSeconds = 0;
    JsonStage stage(draft);
    QTRY_COMPARE(stage.editor->extraSelections().size(), 3);
    QList<int> lines;
    for (int i = 0; i < 4; ++i) {
        stage.press(Qt::Key_F8);
        lines.append(stage.editor->textCursor().blockNumber());
    }
    QVERIFY(lines[0] < lines[1] && lines[1] < lines[2]);
    QCOMPARE(lines[3], lines[0]);
}

void tst_JsonEditing::tooMuchIsNotPasted()
{
    JsonStage stage(teamOf(u"a"_s));
    const QString before = stage.editor->text();
    QApplication::clipboard()->setText(QString(50 * 1024 * 1024, u'x'));
    stage.press(Qt::Key_V, Qt::ControlModifier);
    QApplication::clipboard()->clear();
    QCOMPARE(stage.editor->text(), before);
    QVERIFY(stage.status().contains("too long"_L1));
    stage.goBehind(u"\"Team"_s);
    QTest::keyClicks(stage.editor, u"s"_s);
    QTRY_COMPARE(stage.status(), u"The team is as it is written here."_s);
}

void tst_JsonEditing::aHugeTeamIsNotEdited()
{
    TeamDraft draft = teamOf(u"a"_s);
    draft.workflow.agents[0].config.instructions = QString(LongestTeamText, u'x');
    JsonStage stage(draft);
    QVERIFY(stage.editor->isReadOnly());
    QVERIFY(stage.status().contains("too long"_L1));
    QCOMPARE(stage.document.history()->count(), 0);
    stage.document.edit(u"Shorten"_s, teamOf(u"a"_s));
    QVERIFY(!stage.editor->isReadOnly());
    QTRY_COMPARE(stage.status(), u"The team is as it is written here."_s);
}

void tst_JsonEditing::selectionLeadsToTheMember()
{
    JsonStage stage(teamOf(u"abc"_s));
    QTRY_COMPARE(stage.status(), u"The team is as it is written here."_s);
    const auto memberOfLine = [&stage] {
        return stage.editor->text().mid(stage.editor->textCursor().position()).section(u'"', 1, 3);
    };
    stage.selection.select(idOf("c")); // the person writes here: nothing moves
    QCOMPARE(stage.editor->textCursor().position(), 0);
    stage.other.setFocus();
    stage.selection.select(idOf("b"));
    QTRY_COMPARE(memberOfLine(), u"agent_id\": \"b"_s);
}

void tst_JsonEditing::aLargeTeamStaysResponsive()
{
    TeamDraft draft = teamOf(u"a"_s, WorkflowType::Parallel);
    draft.workflow.agents.clear();
    for (int i = 0; i < 500; ++i) {
        WorkflowAgent member;
        member.agentId = AgentId(u"agent-%1"_s.arg(i));
        member.config.instructions = QString(300, u'x');
        draft.workflow.agents.push_back(member);
    }
    JsonStage stage(draft);
    QVERIFY(stage.editor->text().size() > 200 * 1024);
    QTRY_COMPARE(stage.status(), u"The team is as it is written here."_s);
    stage.goBehind(u"agent-250"_s);
    QElapsedTimer timer;
    timer.start();
    QTest::keyClicks(stage.editor, u"abcdefghij"_s);
    const qint64 key = timer.nsecsElapsed() / 10'000'000;
    // A frame is 16 ms; this is an unoptimised build on a busy machine.
    QVERIFY2(key < 100, qPrintable(QString::number(key)));
    QTRY_COMPARE(stage.document.workflow().agents[250].agentId, AgentId(u"agent-250abcdefghij"_s));
}

QTEST_MAIN(tst_JsonEditing)
#include "tst_json_editing.moc"
