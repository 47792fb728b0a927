// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/builder/views/json_stage.h"

#include <QPushButton>
#include <QTextLayout>

using namespace renum;
using namespace renum::ui;
using namespace renum::ui::test;
using namespace Qt::StringLiterals;

/// Text and team stay the same, and neither writes over the other.
class tst_JsonView : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void showsTheTeam();
    void typingIsOneStep();
    void whatIsTypedKeepsItsForm();
    void brokenTextChangesNothingAndSaysSo();
    void changesFromElsewhereKeepTheCursor();
    void changesFromElsewhereDoNotWriteOverTyping();
    void keepingTheTextWritesOverTheOther();
    void takingTheOtherChangeBackEndsTheQuestion();
    void undoOfTheTeamComesIntoTheText();
    void leavingTheEditorReadsAtOnce();
    void goesAwayWhileReading();
    void looks_data();
    void looks();
};

namespace {

TeamDraft renamed(TeamDraft draft, const QString &name)
{
    draft.name = name;
    return draft;
}

} // namespace

void tst_JsonView::showsTheTeam()
{
    JsonStage stage(branchingTeam());
    QCOMPARE(stage.editor->text(), writeTeamText(stage.document.draft()));
    QTRY_COMPARE(stage.status(), u"The team is as it is written here."_s);
    QVERIFY(!stage.view->hasUnreadText());
    QVERIFY(!stage.banner()->isVisible());
    QCOMPARE(stage.document.history()->count(), 0);
}

void tst_JsonView::typingIsOneStep()
{
    JsonStage stage(teamOf(u"abc"_s));
    stage.goBehind(u"\"Team"_s);
    for (const QString &words : { u" of"_s, u" three"_s }) {
        QTest::keyClicks(stage.editor, words);
        QTRY_VERIFY(stage.document.draft().name.endsWith(words));
    }
    QCOMPARE(stage.document.draft().name, u"Team of three"_s);
    QCOMPARE(stage.document.history()->count(), 1);
    QCOMPARE(stage.document.history()->undoText(), u"Edit as JSON"_s);
    stage.document.history()->undo();
    QCOMPARE(stage.document.draft().name, u"Team"_s);
}

void tst_JsonView::whatIsTypedKeepsItsForm()
{
    JsonStage stage(teamOf(u"abc"_s));
    stage.goBehind(u"\"Team\","_s);
    QTest::keyClicks(stage.editor, u"   "_s);
    const QString text = stage.editor->text();
    QTRY_VERIFY(!stage.view->hasUnreadText());
    QCOMPARE(stage.editor->text(), text);
    QCOMPARE(stage.document.history()->count(), 0);
}

void tst_JsonView::brokenTextChangesNothingAndSaysSo()
{
    JsonStage stage(teamOf(u"abc"_s));
    const QByteArray before = jsonOf(stage.document);
    stage.goBehind(u"\"Team"_s);
    stage.press(Qt::Key_Delete);
    QTRY_VERIFY2(stage.status().contains("no closing quote"_L1), qPrintable(stage.status()));
    QVERIFY(stage.status().startsWith("Not taken over. Line "_L1));
    QCOMPARE(jsonOf(stage.document), before);
    QVERIFY(stage.view->hasUnreadText());
    QTest::keyClicks(stage.editor, u"s\""_s);
    QTRY_COMPARE(stage.document.draft().name, u"Teams"_s);
    QCOMPARE(stage.status(), u"The team is as it is written here."_s);
}

void tst_JsonView::changesFromElsewhereKeepTheCursor()
{
    JsonStage stage(teamOf(u"abc"_s));
    stage.goBehind(u"\"Agent C"_s);
    stage.document.edit(u"Rename"_s, renamed(stage.document.draft(), u"Another name"_s));
    QVERIFY(stage.editor->text().contains("Another name"_L1));
    const QTextCursor cursor = stage.editor->textCursor();
    QVERIFY(cursor.block().text().left(cursor.positionInBlock()).endsWith("\"Agent C"_L1));
    QVERIFY(!stage.view->hasUnreadText());
    QCOMPARE(stage.document.history()->count(), 1);
}

void tst_JsonView::changesFromElsewhereDoNotWriteOverTyping()
{
    JsonStage stage(teamOf(u"abc"_s));
    stage.goBehind(u"\"Team"_s);
    stage.press(Qt::Key_Delete);
    const QString typed = stage.editor->text();
    stage.document.edit(u"Rename"_s, renamed(stage.document.draft(), u"Other"_s));
    QVERIFY(stage.banner()->isVisible());
    QCOMPARE(stage.editor->text(), typed);
    QTest::mouseClick(stage.view->findChild<QPushButton *>(u"discardJson"_s), Qt::LeftButton);
    QVERIFY(!stage.banner()->isVisible());
    QCOMPARE(stage.editor->text(), writeTeamText(stage.document.draft()));
    QVERIFY(!stage.view->hasUnreadText());
    QCOMPARE(stage.document.draft().name, u"Other"_s);
}

void tst_JsonView::keepingTheTextWritesOverTheOther()
{
    JsonStage stage(teamOf(u"abc"_s));
    stage.goBehind(u"\"Team"_s);
    QTest::keyClicks(stage.editor, u"!"_s);
    stage.document.edit(u"Rename"_s, renamed(stage.document.draft(), u"Other"_s));
    QVERIFY(stage.banner()->isVisible());
    // The text can be read meanwhile, and still nothing is written over unasked.
    QTRY_COMPARE(stage.status(), u"What you write is taken over when you pause."_s);
    QTest::qWait(0);
    QCOMPARE(stage.document.draft().name, u"Other"_s);
    QTest::mouseClick(stage.view->findChild<QPushButton *>(u"keepJson"_s), Qt::LeftButton);
    QTRY_COMPARE(stage.document.draft().name, u"Team!"_s);
    QVERIFY(!stage.banner()->isVisible());
    stage.document.history()->undo();
    QCOMPARE(stage.document.draft().name, u"Other"_s);
}

void tst_JsonView::takingTheOtherChangeBackEndsTheQuestion()
{
    JsonStage stage(teamOf(u"abc"_s));
    stage.goBehind(u"\"Team"_s);
    stage.press(Qt::Key_Delete);
    stage.document.edit(u"Rename"_s, renamed(stage.document.draft(), u"Other"_s));
    QVERIFY(stage.banner()->isVisible());
    stage.document.history()->undo();
    QVERIFY(!stage.banner()->isVisible());
    QVERIFY(stage.view->hasUnreadText());
}

void tst_JsonView::undoOfTheTeamComesIntoTheText()
{
    JsonStage stage(teamOf(u"abc"_s));
    stage.document.edit(u"Rename"_s, renamed(stage.document.draft(), u"Other"_s));
    QVERIFY(stage.editor->text().contains("\"Other\""_L1));
    stage.document.history()->undo();
    QCOMPARE(stage.editor->text(), writeTeamText(stage.document.draft()));
    QCOMPARE(stage.document.history()->count(), 1);
    QVERIFY(stage.document.history()->canRedo());
}

void tst_JsonView::leavingTheEditorReadsAtOnce()
{
    JsonStage stage(teamOf(u"abc"_s));
    stage.goBehind(u"\"Team"_s);
    QTest::keyClicks(stage.editor, u"s"_s);
    stage.other.setFocus();
    QTRY_COMPARE_WITH_TIMEOUT(stage.document.draft().name, u"Teams"_s, 250);
    // What is typed later is another step.
    stage.editor->setFocus();
    QTest::keyClicks(stage.editor, u"!"_s);
    QTRY_COMPARE(stage.document.draft().name, u"Teams!"_s);
    QCOMPARE(stage.document.history()->count(), 2);
}

void tst_JsonView::goesAwayWhileReading()
{
    TeamDocument document(teamOf(u"abc"_s));
    MemberSelection selection(&document);
    Theme theme(Theme::Mode::Light);
    for (int i = 0; i < 20; ++i) {
        JsonView view(&document, &selection, &theme);
        view.show();
    }
    QCoreApplication::processEvents();
    QCOMPARE(document.history()->count(), 0);
}

void tst_JsonView::looks_data()
{
    QTest::addColumn<Theme::Mode>("mode");
    QTest::newRow("light") << Theme::Mode::Light;
    QTest::newRow("dark") << Theme::Mode::Dark;
}

void tst_JsonView::looks()
{
    QFETCH(const Theme::Mode, mode);
    TeamDraft draft = branchingTeam();
    draft.workflow.agents[0].timeoutSeconds = 0;
    JsonStage stage(draft, mode);
    QTRY_COMPARE(stage.editor->extraSelections().size(), 1);
    stage.press(Qt::Key_F8);
    const QTextLayout *line = stage.editor->document()->findBlockByNumber(1).layout();
    QVERIFY(!line->formats().isEmpty());
    QCOMPARE(line->formats().first().format.foreground().color(),
        stage.theme.color(ColorToken::AccentStrong));
    keepPicture(stage.view, u"json-%1"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
}

QTEST_MAIN(tst_JsonView)
#include "tst_json_view.moc"
