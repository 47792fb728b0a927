// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/member_clipboard.h"
#include "tests/builder/canvas/canvas_test.h"
#include "ui/builder/canvas/connect_list.h"

#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

/// What the keys do on the canvas, and its commands.
class tst_CanvasKeys : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnSurprises(); }
    void oneTabStop();
    void tabMayAdd();
    void arrowsLeadOn();
    void controlArrowsMove();
    void enterOpens();
    void removing();
    void removingAndHealing();
    void connecting();
    void removingWiresByKey();
    void wiresAreReachedByKey();
    void connectingFiltersAndCloses();
    void tidying();
    void tidyingSelection();
    void aligning();
    void commandsAreTruthful();
    void lettersCanBeSwitchedOff();
    void adding();
    void zoomToSelection();
};

namespace {

QList<double> lefts(const CanvasBench &bench, const QStringList &names)
{
    QList<double> values;
    for (const QString &name : names)
        values << bench.member(name).position->x;
    return values;
}

} // namespace

void tst_CanvasKeys::oneTabStop()
{
    Theme theme(Theme::Mode::Light);
    TeamDocument document(rowOf({ u"a"_s, u"b"_s }));
    MemberSelection selection(&document);
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *before = new QLineEdit(&window);
    auto *canvas = new TeamCanvas(&document, &selection, &theme, &window);
    auto *after = new QLineEdit(&window);
    for (QWidget *widget : std::initializer_list<QWidget *> { before, canvas, after })
        column->addWidget(widget);
    window.resize(800, 600);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    before->setFocus();
    QTest::keyClick(before, Qt::Key_Tab);
    QVERIFY(canvas->hasFocus());
    QCOMPARE(canvas->selectedNode(), 0);
    QTest::keyClick(canvas, Qt::Key_Tab);
    QVERIFY(after->hasFocus());
    QTest::keyClick(after, Qt::Key_Backtab);
    QVERIFY(canvas->hasFocus());
    QTest::keyClick(canvas, Qt::Key_Backtab);
    QVERIFY(before->hasFocus());
}

void tst_CanvasKeys::tabMayAdd()
{
    CanvasBench bench(rowOf({ u"a"_s }));
    bench.canvas->setTabAdds(true);
    bench.key(Qt::Key_Tab);
    QCOMPARE(bench.requests.count(), 1);
    QVERIFY(bench.canvas->hasFocus());
}

void tst_CanvasKeys::arrowsLeadOn()
{
    CanvasBench bench(joined(rowOf({ u"a"_s, u"b"_s, u"c"_s }), u"a"_s, u"c"_s));
    bench.key(Qt::Key_Home);
    QCOMPARE(bench.canvas->selectedNode(), 0);
    bench.key(Qt::Key_Right);
    QCOMPARE(bench.selection.single(), AgentId(u"a"_s));
    bench.key(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(bench.selection.single(), AgentId(u"c"_s));
    bench.key(Qt::Key_Left);
    QCOMPARE(bench.selection.single(), AgentId(u"b"_s));
    bench.key(Qt::Key_End);
    QCOMPARE(bench.canvas->selectedNode(), 4);
    QVERIFY(bench.selection.isEmpty());
    QCOMPARE(bench.steps(), 0);
}

void tst_CanvasKeys::controlArrowsMove()
{
    CanvasBench bench(rowOf({ u"a"_s, u"b"_s }));
    const QByteArray before = bench.text();
    bench.selection.select(AgentId(u"a"_s));
    for (int i = 0; i < 5; ++i)
        bench.key(Qt::Key_Down, Qt::ControlModifier);
    bench.key(Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(bench.member(u"a"_s).position, (CanvasPosition { -100, 100 }));
    QCOMPARE(bench.steps(), 1); // a burst is one step
    bench.document.history()->undo();
    QCOMPARE(bench.text(), before);
    bench.key(Qt::Key_Down, Qt::ControlModifier);
    bench.selection.select(AgentId(u"b"_s));
    bench.key(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(bench.steps(), 2); // of others is another
}

void tst_CanvasKeys::enterOpens()
{
    CanvasBench bench(rowOf({ u"a"_s }));
    bench.selection.select(AgentId(u"a"_s));
    bench.key(Qt::Key_Return);
    bench.key(Qt::Key_F2);
    QCOMPARE(bench.activated.count(), 2);
    bench.key(Qt::Key_Escape);
    QVERIFY(bench.selection.isEmpty());
    bench.key(Qt::Key_Return);
    QCOMPARE(bench.activated.count(), 2);
}

void tst_CanvasKeys::removing()
{
    TeamDraft draft = joined(rowOf({ u"a"_s, u"b"_s, u"c"_s }), u"a"_s, u"b"_s);
    CanvasBench bench(joined(draft, u"b"_s, u"c"_s));
    const QByteArray before = bench.text();
    bench.selection.select(AgentId(u"b"_s));
    bench.key(Qt::Key_Delete);
    QCOMPARE(bench.document.workflow().agents.size(), 2U);
    QVERIFY(!bench.isJoined(u"a"_s, u"c"_s));
    QVERIFY(bench.selection.isEmpty());
    bench.document.history()->undo();
    QCOMPARE(bench.text(), before);
    bench.key(Qt::Key_Home); // the prompt stays
    bench.key(Qt::Key_Delete);
    QCOMPARE(bench.text(), before);
}

void tst_CanvasKeys::removingAndHealing()
{
    TeamDraft draft = joined(rowOf({ u"a"_s, u"b"_s, u"c"_s }), u"a"_s, u"b"_s);
    CanvasBench bench(joined(draft, u"b"_s, u"c"_s));
    bench.selection.select(AgentId(u"b"_s));
    bench.key(Qt::Key_Delete, Qt::ControlModifier);
    QVERIFY(bench.isJoined(u"a"_s, u"c"_s));
    QCOMPARE(bench.steps(), 1);
}

void tst_CanvasKeys::connecting()
{
    CanvasBench bench(rowOf({ u"a"_s, u"b"_s, u"c"_s }));
    bench.selection.select(AgentId(u"a"_s));
    bench.key(Qt::Key_C);
    auto *list = bench.canvas->findChild<ConnectList *>();
    QVERIFY(list && list->isVisible());
    auto *words = list->findChild<QLineEdit *>();
    QVERIFY(!words->accessibleName().isEmpty());
    QTest::keyClicks(words, u"c gets"_s);
    QCOMPARE(list->findChild<QListWidget *>()->count(), 1);
    QTest::keyClick(words, Qt::Key_Return);
    QVERIFY(bench.isJoined(u"a"_s, u"c"_s));
    QCOMPARE(bench.hint(), u"C gets the result of A."_s);
    QTRY_VERIFY(!bench.canvas->findChild<ConnectList *>());
}

void tst_CanvasKeys::removingWiresByKey()
{
    CanvasBench bench(joined(rowOf({ u"a"_s, u"b"_s }), u"a"_s, u"b"_s));
    bench.selection.select(AgentId(u"a"_s));
    bench.canvas->command(u"connect"_s)->trigger();
    auto *list = bench.canvas->findChild<ConnectList *>();
    auto *words = list->findChild<QLineEdit *>();
    QTest::keyClicks(words, u"remove the wire from a to b"_s);
    QTest::keyClick(words, Qt::Key_Enter);
    QVERIFY(!bench.isJoined(u"a"_s, u"b"_s));
    QCOMPARE(bench.step(), u"Remove 1 wire(s)"_s);
}

void tst_CanvasKeys::wiresAreReachedByKey()
{
    TeamDraft draft = joined(rowOf({ u"a"_s, u"b"_s, u"c"_s }), u"a"_s, u"b"_s);
    CanvasBench bench(joined(draft, u"b"_s, u"c"_s));
    bench.selection.select(AgentId(u"b"_s));
    bench.key(Qt::Key_W);
    QCOMPARE(bench.hint(), u"Wire from A to B"_s);
    bench.key(Qt::Key_W);
    QCOMPARE(bench.hint(), u"Wire from B to C"_s);
    bench.key(Qt::Key_R); // leads it through a point, and back
    QCOMPARE(bench.step(), u"Add reroute point"_s);
    bench.key(Qt::Key_R, Qt::ShiftModifier);
    QCOMPARE(bench.step(), u"Straighten wire"_s);
    bench.key(Qt::Key_Delete);
    QVERIFY(!bench.isJoined(u"b"_s, u"c"_s));
    QCOMPARE(bench.document.workflow().agents.size(), 3U);
    for (int i = 0; i < 3; ++i) // from A, to the result, none
        bench.key(Qt::Key_W);
    QCOMPARE(bench.hint(), QString());
}

void tst_CanvasKeys::connectingFiltersAndCloses()
{
    CanvasBench bench(rowOf({ u"a"_s, u"b"_s, u"c"_s }));
    bench.selection.select(AgentId(u"a"_s));
    bench.canvas->command(u"connect"_s)->trigger();
    QPointer<ConnectList> list = bench.canvas->findChild<ConnectList *>();
    auto *words = list->findChild<QLineEdit *>();
    auto *shown = list->findChild<QListWidget *>();
    const int all = shown->count();
    QVERIFY(all >= 3);
    QTest::keyClick(words, Qt::Key_Down);
    QCOMPARE(shown->currentRow(), 1);
    QTest::keyClick(words, Qt::Key_Up);
    QCOMPARE(shown->currentRow(), 0);
    QTest::keyClicks(words, u"zzz"_s);
    QTest::keyClick(words, Qt::Key_Return); // nothing fits
    QVERIFY(list && list->isVisible());
    QTest::keyClick(words, Qt::Key_Escape);
    QTRY_VERIFY(!list);
    QCOMPARE(bench.steps(), 0);
}

void tst_CanvasKeys::tidying()
{
    TeamDraft draft = joined(rowOf({ u"a"_s, u"b"_s, u"c"_s }), u"a"_s, u"b"_s);
    for (WorkflowAgent &member : draft.workflow.agents)
        member.position = CanvasPosition { 10, 10 }; // all in one place
    CanvasBench bench(joined(draft, u"b"_s, u"c"_s));
    const QByteArray before = bench.text();
    bench.key(Qt::Key_T);
    QCOMPARE(bench.step(), u"Tidy"_s);
    const QList<double> x = lefts(bench, { u"a"_s, u"b"_s, u"c"_s });
    QVERIFY(x[0] + 224 < x[1] && x[1] + 224 < x[2]);
    QTRY_VERIFY(!bench.canvas->nodeRect(1).intersects(bench.canvas->nodeRect(2)));
    bench.document.history()->undo();
    QCOMPARE(bench.text(), before);
}

void tst_CanvasKeys::tidyingSelection()
{
    TeamDraft draft = joined(rowOf({ u"a"_s, u"b"_s, u"c"_s }), u"a"_s, u"b"_s);
    draft.workflow.agents[1].position = CanvasPosition { 100, 900 };
    CanvasBench bench(draft);
    const auto c = bench.member(u"c"_s).position;
    bench.selection.setMembers(ids({ u"a"_s, u"b"_s }));
    bench.canvas->command(u"tidy"_s)->trigger();
    QCOMPARE(bench.member(u"c"_s).position, c);
    QVERIFY(bench.member(u"b"_s).position->x > bench.member(u"a"_s).position->x + 224);
}

void tst_CanvasKeys::aligning()
{
    TeamDraft draft = rowOf({ u"a"_s, u"b"_s, u"c"_s });
    draft.workflow.agents[1].position = CanvasPosition { 320, 200 };
    draft.workflow.agents[2].position = CanvasPosition { 900, 400 };
    CanvasBench bench(draft);
    const QStringList all { u"a"_s, u"b"_s, u"c"_s };
    bench.selection.selectAll();
    bench.key(Qt::Key_H, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(lefts(bench, all), QList<double>({ 0, 450, 900 }));
    bench.key(Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(lefts(bench, all), QList<double>({ 0, 0, 0 }));
    bench.document.history()->undo();
    bench.canvas->command(u"align-right"_s)->trigger();
    QCOMPARE(lefts(bench, all), QList<double>({ 900, 900, 900 }));
    bench.document.history()->undo();
    bench.canvas->command(u"align-center"_s)->trigger();
    QCOMPARE(lefts(bench, all), QList<double>({ 450, 450, 450 }));
    bench.canvas->command(u"align-bottom"_s)->trigger();
    for (const QString &name : all)
        QCOMPARE(bench.member(name).position->y, 400.0);
    QCOMPARE(bench.step(), u"Align"_s);
}

void tst_CanvasKeys::commandsAreTruthful()
{
    CanvasBench bench(rowOf({}));
    QSet<QString> names;
    QSet<QString> shortcuts;
    for (const QAction *action : bench.canvas->commands()) {
        QVERIFY2(!action->text().isEmpty() && !action->toolTip().isEmpty(),
            qPrintable(action->objectName()));
        QVERIFY(!names.contains(action->objectName()));
        names.insert(action->objectName());
        const QString keys = action->shortcut().toString();
        QVERIFY2(keys.isEmpty() || !shortcuts.contains(keys), qPrintable(keys));
        shortcuts.insert(keys);
        QVERIFY(bench.canvas->actions().contains(const_cast<QAction *>(action)));
    }
    const auto enabled
        = [&](const QString &name) { return bench.canvas->command(name)->isEnabled(); };
    QVERIFY(!enabled(u"tidy"_s) && !enabled(u"copy"_s) && !enabled(u"delete"_s));
    QVERIFY(enabled(u"paste"_s) && enabled(u"add-member"_s));
    bench.canvas->addMember(memberNamed(u"a"_s));
    QVERIFY(enabled(u"copy"_s) && enabled(u"delete"_s) && enabled(u"connect"_s));
    QVERIFY(!enabled(u"align-left"_s));
    bench.canvas->addMember(memberNamed(u"b"_s));
    bench.selection.selectAll();
    QVERIFY(enabled(u"align-left"_s) && !enabled(u"distribute-across"_s));
    QVERIFY(!bench.canvas->command(u"no such thing"_s));
}

void tst_CanvasKeys::lettersCanBeSwitchedOff()
{
    CanvasBench bench(rowOf({ u"a"_s, u"b"_s }));
    bench.canvas->setLetterKeys(false);
    bench.key(Qt::Key_T);
    bench.key(Qt::Key_N);
    QCOMPARE(bench.steps(), 0);
    bench.canvas->setLetterKeys(true);
    bench.key(Qt::Key_T);
    QCOMPARE(bench.steps(), 1);
}

void tst_CanvasKeys::adding()
{
    CanvasBench bench(rowOf({ u"a"_s }));
    bench.selection.select(AgentId(u"a"_s));
    bench.key(Qt::Key_A, Qt::ShiftModifier);
    QCOMPARE(bench.requests.count(), 1);
    const auto from = bench.requests.at(0).at(2).value<std::optional<WireEnd>>();
    QVERIFY(from && from->member == AgentId(u"a"_s));
    bench.canvas->addMember(memberNamed(u"b"_s), {}, from);
    QVERIFY(bench.isJoined(u"a"_s, u"b"_s));
    QVERIFY(bench.member(u"b"_s).position->x > bench.member(u"a"_s).position->x + 224);
    bench.canvas->addMember(memberNamed(u"c"_s), {}, from); // where there is room
    const QRect b = bench.canvas->nodeRect(bench.node(u"b"_s));
    QVERIFY(!b.intersects(bench.canvas->nodeRect(bench.node(u"c"_s))));
    WorkflowAgent approval = memberNamed(u"b"_s);
    approval.kind = MemberKind::Approval;
    bench.canvas->addMember(approval);
    QVERIFY(bench.document.workflow().find(AgentId(u"b-2"_s)));
    QCOMPARE(bench.steps(), 3);
}

void tst_CanvasKeys::zoomToSelection()
{
    CanvasBench bench(rowOf({ u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"g"_s, u"h"_s }));
    QVERIFY(bench.canvas->zoom() < 0.8);
    bench.selection.select(AgentId(u"h"_s));
    bench.key(Qt::Key_F, Qt::ShiftModifier);
    QCOMPARE(bench.canvas->zoom(), 1.0);
    QVERIFY(bench.canvas->viewport()->rect().contains(bench.centre(u"h"_s)));
    QVERIFY(!bench.canvas->viewport()->rect().contains(bench.centre(u"a"_s)));
}

QTEST_MAIN(tst_CanvasKeys)
#include "tst_canvas_keys.moc"
