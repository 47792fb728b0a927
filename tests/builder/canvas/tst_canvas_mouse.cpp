// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/member_clipboard.h"
#include "tests/builder/canvas/canvas_test.h"
#include "ui/builder/document/member_mime.h"

#include <QDragEnterEvent>
#include <QMimeData>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

/// What the mouse does on the canvas.
class tst_CanvasMouse : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnSurprises(); }
    void clicksChoose();
    void bandChooses();
    void lassoChooses();
    void othersChoose();
    void dragMovesAsOneStep();
    void dragMovesAllChosen();
    void dragSnapsToNeighbours();
    void escapeEndsADrag();
    void pillsMove();
    void unplacedTeamStaysWhereItIs();
    void doubleClickAsksForAMember();
    void membersAreDropped();
    void membersAreDroppedOnAWire();
    void droppedNonsenseIsRefused();
    void spaceAndMiddleButtonPan();
};

namespace {

struct Drop {
    Drop(const CanvasBench &bench, const QByteArray &text, const QPoint &at)
    {
        mime.setData(QString::fromLatin1(MembersMimeType), text);
        QWidget *viewport = bench.canvas->viewport();
        QDragEnterEvent enter(at, Qt::CopyAction, &mime, Qt::LeftButton, {});
        QApplication::sendEvent(viewport, &enter);
        accepted = enter.isAccepted();
        QDragMoveEvent move(at, Qt::CopyAction, &mime, Qt::LeftButton, {});
        QApplication::sendEvent(viewport, &move);
        QDropEvent drop(at, Qt::CopyAction, &mime, Qt::LeftButton, {});
        QApplication::sendEvent(viewport, &drop);
    }
    QMimeData mime;
    bool accepted = false;
};

QByteArray oneMember(const QString &id)
{
    WorkflowDefinition workflow;
    workflow.agents.push_back(memberNamed(id));
    return copiedMembers(workflow, { AgentId(id) });
}

} // namespace

void tst_CanvasMouse::clicksChoose()
{
    CanvasBench bench(rowOf({ u"a"_s, u"b"_s, u"c"_s }));
    bench.click(bench.centre(u"b"_s));
    QCOMPARE(bench.selection.members(), ids({ u"b"_s }));
    bench.click(bench.centre(u"a"_s), Qt::ControlModifier);
    QCOMPARE(bench.selection.members(), ids({ u"a"_s, u"b"_s }));
    bench.click(bench.centre(u"c"_s), Qt::ShiftModifier);
    QCOMPARE(bench.selection.members(), ids({ u"a"_s, u"b"_s, u"c"_s }));
    bench.click(bench.centre(u"a"_s), Qt::ControlModifier);
    QCOMPARE(bench.selection.members(), ids({ u"b"_s, u"c"_s }));
    bench.click(bench.centre(u"c"_s)); // one of several: alone
    QCOMPARE(bench.selection.members(), ids({ u"c"_s }));
    bench.click({ 20, 20 });
    QVERIFY(bench.selection.isEmpty());
    QCOMPARE(bench.steps(), 0);
    QTest::mouseDClick(bench.canvas->viewport(), Qt::LeftButton, {}, bench.centre(u"a"_s));
    QCOMPARE(bench.activated.count(), 1);
    QCOMPARE(bench.activated.at(0).at(0).value<AgentId>(), AgentId(u"a"_s));
}

void tst_CanvasMouse::bandChooses()
{
    CanvasBench bench(rowOf({ u"a"_s, u"b"_s, u"c"_s }));
    const QRect a = bench.canvas->nodeRect(bench.node(u"a"_s));
    const QRect b = bench.canvas->nodeRect(bench.node(u"b"_s));
    bench.drag(a.topLeft() - QPoint(20, 40), b.center());
    QCOMPARE(bench.selection.members(), ids({ u"a"_s, u"b"_s }));
    const QRect c = bench.canvas->nodeRect(bench.node(u"c"_s));
    bench.drag(c.topRight() + QPoint(20, -40), c.center() + QPoint(0, -40), Qt::ShiftModifier);
    QCOMPARE(bench.selection.members(), ids({ u"a"_s, u"b"_s, u"c"_s }));
    // Escape gives back what was chosen before.
    bench.press({ 20, 20 });
    bench.moveTo({ 60, 60 });
    QVERIFY(bench.selection.isEmpty());
    bench.key(Qt::Key_Escape);
    QTest::mouseRelease(bench.canvas->viewport(), Qt::LeftButton, {}, { 60, 60 });
    QCOMPARE(bench.steps(), 0);
}

void tst_CanvasMouse::lassoChooses()
{
    CanvasBench bench(rowOf({ u"a"_s, u"b"_s, u"c"_s }));
    const QRect b = bench.canvas->nodeRect(bench.node(u"b"_s));
    const QRect round = b.adjusted(-10, -30, 10, 30);
    bench.press(round.topLeft(), Qt::AltModifier);
    for (const QPoint &corner :
        { round.topRight(), round.bottomRight(), round.bottomLeft(), round.topLeft() })
        bench.moveTo(corner, Qt::AltModifier);
    QTest::mouseRelease(bench.canvas->viewport(), Qt::LeftButton, Qt::AltModifier, round.topLeft());
    QCOMPARE(bench.selection.members(), ids({ u"b"_s }));
}

void tst_CanvasMouse::othersChoose()
{
    CanvasBench bench(rowOf({ u"a"_s, u"b"_s }));
    bench.selection.select(AgentId(u"b"_s));
    QCOMPARE(bench.canvas->selectedNode(), bench.node(u"b"_s));
    bench.selection.clear();
    QCOMPARE(bench.canvas->selectedNode(), -1);
}

void tst_CanvasMouse::dragMovesAsOneStep()
{
    CanvasBench bench(rowOf({ u"a"_s, u"b"_s }));
    const QByteArray before = bench.text();
    const QPoint from = bench.centre(u"a"_s);
    bench.drag(from, from + QPoint(-43, 257));
    QCOMPARE(bench.steps(), 1);
    QCOMPARE(bench.step(), u"Move 1 node(s)"_s);
    QCOMPARE(bench.member(u"a"_s).position, (CanvasPosition { -40, 260 }));
    QCOMPARE(bench.centre(u"a"_s), from + QPoint(-40, 260));
    bench.document.history()->undo();
    QCOMPARE(bench.text(), before);
    QCOMPARE(bench.centre(u"a"_s), from);
    bench.document.history()->redo();
    QCOMPARE(bench.centre(u"a"_s), from + QPoint(-40, 260));
    // A press and a release in the same place move nothing.
    bench.click(bench.centre(u"a"_s));
    QCOMPARE(bench.steps(), 1);
}

void tst_CanvasMouse::dragMovesAllChosen()
{
    CanvasBench bench(rowOf({ u"a"_s, u"b"_s, u"c"_s }));
    bench.selection.setMembers(ids({ u"a"_s, u"c"_s }));
    const QPoint from = bench.centre(u"c"_s);
    bench.drag(from, from + QPoint(0, 200), Qt::NoModifier);
    QCOMPARE(bench.steps(), 1);
    QCOMPARE(bench.member(u"a"_s).position, (CanvasPosition { 0, 200 }));
    QCOMPARE(bench.member(u"b"_s).position, (CanvasPosition { 300, 0 }));
    QCOMPARE(bench.member(u"c"_s).position, (CanvasPosition { 600, 200 }));
}

void tst_CanvasMouse::dragSnapsToNeighbours()
{
    TeamDraft draft = rowOf({ u"a"_s, u"b"_s });
    draft.workflow.agents[1].position = CanvasPosition { 307, 0 };
    CanvasBench bench(draft);
    const QPoint from = bench.centre(u"a"_s);
    bench.drag(from, from + QPoint(304, 301));
    QCOMPARE(bench.member(u"a"_s).position, (CanvasPosition { 307, 300 }));
    // With Alt exactly where the pointer is.
    bench.drag(bench.centre(u"a"_s), bench.centre(u"a"_s) + QPoint(11, 13), Qt::AltModifier);
    QCOMPARE(bench.member(u"a"_s).position, (CanvasPosition { 318, 313 }));
}

void tst_CanvasMouse::escapeEndsADrag()
{
    CanvasBench bench(rowOf({ u"a"_s, u"b"_s }));
    const QPoint from = bench.centre(u"a"_s);
    bench.press(from);
    bench.moveTo(from + QPoint(0, 100));
    bench.key(Qt::Key_Escape);
    QTest::mouseRelease(bench.canvas->viewport(), Qt::LeftButton, {}, from + QPoint(0, 100));
    QCOMPARE(bench.steps(), 0);
    QCOMPARE(bench.centre(u"a"_s), from);
}

void tst_CanvasMouse::pillsMove()
{
    CanvasBench bench(rowOf({ u"a"_s, u"b"_s }));
    const QByteArray before = bench.text();
    const QPoint from = bench.canvas->nodeRect(0).center();
    bench.drag(from, from + QPoint(0, -200), Qt::AltModifier);
    QCOMPARE(bench.canvas->nodeRect(0).center(), from + QPoint(0, -200));
    QVERIFY(bench.document.workflow().extra.contains("canvas"));
    bench.document.history()->undo();
    QCOMPARE(bench.text(), before);
    QCOMPARE(bench.canvas->nodeRect(0).center(), from);
}

void tst_CanvasMouse::unplacedTeamStaysWhereItIs()
{
    TeamDraft draft = joined(rowOf({ u"a"_s, u"b"_s, u"c"_s }), u"a"_s, u"b"_s);
    for (WorkflowAgent &member : draft.workflow.agents)
        member.position.reset();
    CanvasBench bench(draft);
    const QRect b = bench.canvas->nodeRect(bench.node(u"b"_s));
    const QRect c = bench.canvas->nodeRect(bench.node(u"c"_s));
    bench.drag(bench.centre(u"a"_s), bench.centre(u"a"_s) + QPoint(-40, 300));
    QVERIFY(bench.member(u"b"_s).position);
    const QPoint moved = bench.canvas->nodeRect(bench.node(u"b"_s)).topLeft() - b.topLeft();
    QVERIFY(moved.manhattanLength() <= 2);
    QVERIFY((bench.canvas->nodeRect(bench.node(u"c"_s)).topLeft() - c.topLeft()).manhattanLength()
        <= 2);
}

void tst_CanvasMouse::doubleClickAsksForAMember()
{
    CanvasBench bench(rowOf({}));
    QTest::mouseDClick(bench.canvas->viewport(), Qt::LeftButton, {}, { 40, 40 });
    QCOMPARE(bench.requests.count(), 1);
    QVERIFY(!bench.requests.at(0).at(2).value<std::optional<WireEnd>>());
}

void tst_CanvasMouse::membersAreDropped()
{
    CanvasBench bench(rowOf({ u"a"_s }));
    const QPoint at = bench.centre(u"a"_s) + QPoint(0, 240);
    const Drop drop(bench, oneMember(u"x"_s), at);
    QVERIFY(drop.accepted);
    QVERIFY(bench.document.workflow().find(AgentId(u"x"_s)));
    QVERIFY((bench.centre(u"x"_s) - at).manhattanLength() <= 24);
    QCOMPARE(bench.selection.single(), AgentId(u"x"_s));
    const Drop again(bench, oneMember(u"a"_s), at + QPoint(200, 0));
    QCOMPARE(bench.document.workflow().agents.size(), 2U); // an agent is a member once
    QCOMPARE(bench.selection.single(), AgentId(u"a"_s));
}

void tst_CanvasMouse::membersAreDroppedOnAWire()
{
    TeamDraft draft = joined(rowOf({ u"a"_s, u"b"_s }), u"a"_s, u"b"_s);
    draft.workflow.agents[1].position = CanvasPosition { 700, 0 };
    CanvasBench bench(draft);
    const Drop drop(bench, oneMember(u"x"_s), (bench.outPort(u"a"_s) + bench.inPort(u"b"_s)) / 2);
    QVERIFY(bench.isJoined(u"a"_s, u"x"_s));
    QVERIFY(bench.isJoined(u"x"_s, u"b"_s));
    QVERIFY(!bench.isJoined(u"a"_s, u"b"_s));
    QCOMPARE(bench.steps(), 1);
}

void tst_CanvasMouse::droppedNonsenseIsRefused()
{
    CanvasBench bench(rowOf({ u"a"_s }));
    const QByteArray before = bench.text();
    for (const QByteArray &text : { QByteArray(), QByteArray("null"), QByteArray("{\"agents\":"),
             QByteArray("{\"renum_members\":1,\"agents\":[7]}"), QByteArray(100'000, '[') }) {
        const Drop drop(bench, text, { 300, 300 });
        QCOMPARE(bench.text(), before);
        QVERIFY(!bench.hint().isEmpty());
    }
    QMimeData other;
    other.setText(u"hello"_s);
    QDragEnterEvent enter({ 10, 10 }, Qt::CopyAction, &other, Qt::LeftButton, {});
    QApplication::sendEvent(bench.canvas->viewport(), &enter);
    QVERIFY(!enter.isAccepted());
}

void tst_CanvasMouse::spaceAndMiddleButtonPan()
{
    CanvasBench bench(rowOf({ u"a"_s, u"b"_s }));
    const QPoint from = bench.centre(u"a"_s);
    QTest::keyPress(bench.canvas.get(), Qt::Key_Space);
    bench.drag(from, from + QPoint(50, 30));
    QTest::keyRelease(bench.canvas.get(), Qt::Key_Space);
    QCOMPARE(bench.centre(u"a"_s), from + QPoint(50, 30));
    bench.drag(from, from - QPoint(50, 30), {}, Qt::MiddleButton);
    QCOMPARE(bench.centre(u"a"_s), from);
    QCOMPARE(bench.steps(), 0);
    QVERIFY(bench.selection.isEmpty());
}

QTEST_MAIN(tst_CanvasMouse)
#include "tst_canvas_mouse.moc"
