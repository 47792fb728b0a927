// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/builder/views/view_test.h"
#include "ui/builder/views/json_editor.h"
#include "ui/builder/views/json_view.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QVBoxLayout>

using namespace renum;
using namespace renum::ui;
using namespace renum::ui::test;
using namespace Qt::StringLiterals;

class tst_JsonView : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void showsTheTeam();
    void typingIsOneStep();
    void whatIsTypedKeepsItsForm();
    void brokenTextChangesNothingAndSaysSo();
    void aWrongValueIsMarkedAtItsLine();
    void problemsOfTheTeamAreMarked();
    void changesFromElsewhereKeepTheCursor();
    void changesFromElsewhereDoNotWriteOverTyping();
    void keepingTheTextWritesOverTheOther();
    void takingTheOtherChangeBackEndsTheQuestion();
    void undoOfTheTeamComesIntoTheText();
    void undoBelongsToTheTextWhileItHasSome();
    void leavingTheEditorReadsAtOnce();
    void completionOffersAndTakes();
    void completionNarrowsAndCloses();
    void newLinesBeginWhereTheyShould();
    void f8GoesThroughTheMarks();
    void tooMuchIsNotPasted();
    void aHugeTeamIsNotEdited();
    void selectionLeadsToTheMember();
    void aLargeTeamStaysResponsive();
    void goesAwayWhileReading();
    void looks_data();
    void looks();
};

namespace {

struct Stage {
    explicit Stage(const TeamDraft &draft, Theme::Mode mode = Theme::Mode::Light)
        : document(draft)
        , selection(&document)
        , theme(mode)
    {
        theme.install();
        auto *layout = new QVBoxLayout(&window);
        view = new JsonView(&document, &selection, &theme, &window);
        layout->addWidget(view);
        layout->addWidget(&other);
        window.resize(900, 420);
        window.show();
        static_cast<void>(QTest::qWaitForWindowActive(&window));
        editor = view->findChild<JsonEditor *>(u"jsonEditor"_s);
        editor->setFocus();
    }

    /// Puts the cursor behind the first place where that stands.
    void goBehind(const QString &words) const
    {
        const qsizetype at = editor->text().indexOf(words);
        QVERIFY(at >= 0);
        QTextCursor cursor = editor->textCursor();
        cursor.setPosition(int(at + words.size()));
        editor->setTextCursor(cursor);
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(editor, key, modifiers);
    }

    [[nodiscard]] QString status() const
    {
        return view->findChild<QLabel *>(u"jsonStatus"_s)->text();
    }
    [[nodiscard]] QWidget *banner() const { return view->findChild<QWidget *>(u"jsonBanner"_s); }
    [[nodiscard]] QAbstractItemView *suggestions() const
    {
        const QWidgetList all = QApplication::topLevelWidgets();
        for (QWidget *widget : all) {
            if (widget->objectName() == u"jsonSuggestions"_s && widget->isVisible())
                return qobject_cast<QAbstractItemView *>(widget);
        }
        return nullptr;
    }

    TeamDocument document;
    MemberSelection selection;
    Theme theme;
    QWidget window;
    QLineEdit other;
    JsonView *view = nullptr;
    JsonEditor *editor = nullptr;
};

TeamDraft renamed(TeamDraft draft, const QString &name)
{
    draft.name = name;
    return draft;
}

} // namespace

void tst_JsonView::showsTheTeam()
{
    Stage stage(branchingTeam());
    QCOMPARE(stage.editor->text(), writeTeamText(stage.document.draft()));
    QTRY_COMPARE(stage.status(), u"The team is as it is written here."_s);
    QVERIFY(!stage.view->hasUnreadText());
    QVERIFY(!stage.banner()->isVisible());
    QCOMPARE(stage.document.history()->count(), 0);
}

void tst_JsonView::typingIsOneStep()
{
    Stage stage(teamOf(u"abc"_s));
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
    Stage stage(teamOf(u"abc"_s));
    stage.goBehind(u"\"Team\","_s);
    QTest::keyClicks(stage.editor, u"   "_s);
    const QString text = stage.editor->text();
    QTRY_VERIFY(!stage.view->hasUnreadText());
    QCOMPARE(stage.editor->text(), text);
    QCOMPARE(stage.document.history()->count(), 0);
}

void tst_JsonView::brokenTextChangesNothingAndSaysSo()
{
    Stage stage(teamOf(u"abc"_s));
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

void tst_JsonView::aWrongValueIsMarkedAtItsLine()
{
    Stage stage(teamOf(u"abc"_s));
    stage.goBehind(u"\"sequential"_s);
    QTest::keyClicks(stage.editor, u"x"_s);
    QTRY_VERIFY(stage.status().startsWith("Not taken over. 1 thing"_L1));
    QVERIFY(stage.document.workflow().type == WorkflowType::Sequential);
    stage.editor->moveCursor(QTextCursor::Start);
    stage.press(Qt::Key_F8);
    QVERIFY(stage.editor->textCursor().block().text().contains("sequentialx"_L1));
}

void tst_JsonView::problemsOfTheTeamAreMarked()
{
    TeamDraft draft = teamOf(u"abc"_s);
    draft.workflow.agents[1].timeoutSeconds = 0;
    Stage stage(draft);
    QTRY_COMPARE(stage.editor->extraSelections().size(), 1);
    const QTextCursor mark = stage.editor->extraSelections().first().cursor;
    QCOMPARE(mark.block().text().trimmed(), u"\"timeout\": 0"_s);
    draft.workflow.agents[1].timeoutSeconds = 5;
    stage.document.edit(u"Repair"_s, draft);
    QTRY_COMPARE(stage.editor->extraSelections().size(), 0);
}

void tst_JsonView::changesFromElsewhereKeepTheCursor()
{
    Stage stage(teamOf(u"abc"_s));
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
    Stage stage(teamOf(u"abc"_s));
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
    Stage stage(teamOf(u"abc"_s));
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
    Stage stage(teamOf(u"abc"_s));
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
    Stage stage(teamOf(u"abc"_s));
    stage.document.edit(u"Rename"_s, renamed(stage.document.draft(), u"Other"_s));
    QVERIFY(stage.editor->text().contains("\"Other\""_L1));
    stage.document.history()->undo();
    QCOMPARE(stage.editor->text(), writeTeamText(stage.document.draft()));
    QCOMPARE(stage.document.history()->count(), 1);
    QVERIFY(stage.document.history()->canRedo());
}

void tst_JsonView::undoBelongsToTheTextWhileItHasSome()
{
    Stage stage(teamOf(u"abc"_s));
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

void tst_JsonView::leavingTheEditorReadsAtOnce()
{
    Stage stage(teamOf(u"abc"_s));
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

void tst_JsonView::completionOffersAndTakes()
{
    Stage stage(teamOf(u"ab"_s));
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

void tst_JsonView::completionNarrowsAndCloses()
{
    Stage stage(teamOf(u"ab"_s));
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

void tst_JsonView::newLinesBeginWhereTheyShould()
{
    Stage stage(teamOf(u"ab"_s));
    stage.goBehind(u"\"agents\": ["_s);
    stage.press(Qt::Key_Return);
    QCOMPARE(stage.editor->textCursor().positionInBlock(), 6);
    stage.goBehind(u"\"name\": \"Team\","_s);
    stage.press(Qt::Key_Return);
    QCOMPARE(stage.editor->textCursor().positionInBlock(), 2);
}

void tst_JsonView::f8GoesThroughTheMarks()
{
    TeamDraft draft = teamOf(u"abc"_s);
    for (WorkflowAgent &member : draft.workflow.agents)
        member.timeoutSeconds = 0;
    Stage stage(draft);
    QTRY_COMPARE(stage.editor->extraSelections().size(), 3);
    QList<int> lines;
    for (int i = 0; i < 4; ++i) {
        stage.press(Qt::Key_F8);
        lines.append(stage.editor->textCursor().blockNumber());
    }
    QVERIFY(lines[0] < lines[1] && lines[1] < lines[2]);
    QCOMPARE(lines[3], lines[0]);
}

void tst_JsonView::tooMuchIsNotPasted()
{
    Stage stage(teamOf(u"a"_s));
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

void tst_JsonView::aHugeTeamIsNotEdited()
{
    TeamDraft draft = teamOf(u"a"_s);
    draft.workflow.agents[0].config.instructions = QString(LongestTeamText, u'x');
    Stage stage(draft);
    QVERIFY(stage.editor->isReadOnly());
    QVERIFY(stage.status().contains("too long"_L1));
    QCOMPARE(stage.document.history()->count(), 0);
    stage.document.edit(u"Shorten"_s, teamOf(u"a"_s));
    QVERIFY(!stage.editor->isReadOnly());
    QTRY_COMPARE(stage.status(), u"The team is as it is written here."_s);
}

void tst_JsonView::selectionLeadsToTheMember()
{
    Stage stage(teamOf(u"abc"_s));
    QTRY_COMPARE(stage.status(), u"The team is as it is written here."_s);
    const auto memberOfLine = [&stage] {
        return stage.editor->text().mid(stage.editor->textCursor().position()).section(u'"', 1, 3);
    };
    stage.selection.select(idOf("c")); // the person writes here: nothing moves
    QCOMPARE(stage.editor->textCursor().position(), 0);
    stage.other.setFocus();
    stage.selection.select(idOf("b"));
    QCOMPARE(memberOfLine(), u"agent_id\": \"b"_s);
}

void tst_JsonView::aLargeTeamStaysResponsive()
{
    TeamDraft draft = teamOf(u"a"_s, WorkflowType::Parallel);
    draft.workflow.agents.clear();
    for (int i = 0; i < 500; ++i) {
        WorkflowAgent member;
        member.agentId = AgentId(u"agent-%1"_s.arg(i));
        member.config.instructions = QString(300, u'x');
        draft.workflow.agents.push_back(member);
    }
    Stage stage(draft);
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
    Stage stage(draft, mode);
    QTRY_COMPARE(stage.editor->extraSelections().size(), 1);
    stage.press(Qt::Key_F8);
    const QColor key = stage.theme.color(ColorToken::AccentStrong);
    const QImage picture = stage.editor->grab().toImage();
    int coloured = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            coloured += picture.pixelColor(x, y).rgb() == key.rgb() ? 1 : 0;
    }
    QVERIFY(coloured > 20);
    keepPicture(stage.view, u"json-%1"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
}

QTEST_MAIN(tst_JsonView)
#include "tst_json_view.moc"
