// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/builder/canvas/canvas_test.h"

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

/// What the mouse does to wires.
class tst_CanvasWires : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnSurprises(); }
    void wiresAreDrawn();
    void wiresAreDrawnBackwards();
    void refusedWiresSayWhy();
    void sequentialOffersFeedback();
    void wireToNothingAsksForAMember();
    void wiresAreChosenAndRemoved();
    void strokeCutsWires();
    void orderWiresStay();
    void reroutePoints();
};

void tst_CanvasWires::wiresAreDrawn()
{
    CanvasBench bench(rowOf({ u"a"_s, u"b"_s }));
    QVERIFY(!bench.isJoined(u"a"_s, u"b"_s));
    bench.drag(bench.outPort(u"a"_s) + QPoint(8, 4), bench.inPort(u"b"_s) - QPoint(6, 6));
    QVERIFY(bench.isJoined(u"a"_s, u"b"_s));
    QCOMPARE(bench.step(), u"Connect"_s);
    QVERIFY(!bench.hint().isEmpty());
    bench.document.history()->undo();
    QVERIFY(!bench.isJoined(u"a"_s, u"b"_s));
    // The middle of the card is as good as its port.
    bench.drag(bench.outPort(u"a"_s), bench.centre(u"b"_s));
    QVERIFY(bench.isJoined(u"a"_s, u"b"_s));
    bench.drag(bench.outPort(u"b"_s), bench.canvas->nodeRect(3).center());
    QCOMPARE(bench.document.workflow().config.finalResult, u"agent:b"_s);
}

void tst_CanvasWires::wiresAreDrawnBackwards()
{
    CanvasBench bench(rowOf({ u"a"_s, u"b"_s }));
    bench.drag(bench.inPort(u"b"_s), bench.outPort(u"a"_s));
    QVERIFY(bench.isJoined(u"a"_s, u"b"_s));
}

void tst_CanvasWires::refusedWiresSayWhy()
{
    CanvasBench bench(joined(rowOf({ u"a"_s, u"b"_s }), u"a"_s, u"b"_s));
    bench.press(bench.outPort(u"b"_s));
    bench.moveTo(bench.centre(u"a"_s));
    QVERIFY2(bench.hint().contains(u"go round for ever"_s), qPrintable(bench.hint()));
    QTest::mouseRelease(bench.canvas->viewport(), Qt::LeftButton, {}, bench.centre(u"a"_s));
    QCOMPARE(bench.steps(), 0);
    QVERIFY(bench.hint().contains(u"go round for ever"_s));
    bench.drag(bench.outPort(u"a"_s), bench.centre(u"b"_s));
    QCOMPARE(bench.hint(), u"A already leads to B."_s);
    QCOMPARE(bench.steps(), 0);
}

void tst_CanvasWires::sequentialOffersFeedback()
{
    CanvasBench bench(rowOf({ u"a"_s, u"b"_s, u"c"_s }, WorkflowType::Sequential));
    bench.drag(bench.outPort(u"c"_s), bench.centre(u"a"_s));
    QVERIFY(bench.member(u"c"_s).feedback);
    QCOMPARE(bench.member(u"c"_s).feedback->to, AgentId(u"a"_s));
    QCOMPARE(bench.hint(), u"C sends its work back to A."_s);
}

void tst_CanvasWires::wireToNothingAsksForAMember()
{
    CanvasBench bench(rowOf({ u"a"_s, u"b"_s }));
    const QPoint nowhere = bench.outPort(u"a"_s) + QPoint(30, 250);
    bench.drag(bench.outPort(u"a"_s), nowhere);
    QCOMPARE(bench.requests.count(), 1);
    const auto from = bench.requests.at(0).at(2).value<std::optional<WireEnd>>();
    QVERIFY(from && from->member == AgentId(u"a"_s));
    QCOMPARE(bench.requests.at(0).at(0).toPoint(), bench.canvas->viewport()->mapToGlobal(nowhere));
    // What the page does then.
    bench.canvas->addMember(memberNamed(u"new"_s), bench.requests.at(0).at(1).toPointF(), from);
    QVERIFY(bench.isJoined(u"a"_s, u"new"_s));
    QCOMPARE(bench.selection.single(), AgentId(u"new"_s));
    QCOMPARE(bench.steps(), 1);
}

void tst_CanvasWires::wiresAreChosenAndRemoved()
{
    CanvasBench bench(joined(rowOf({ u"a"_s, u"b"_s }), u"a"_s, u"b"_s));
    bench.click((bench.outPort(u"a"_s) + bench.inPort(u"b"_s)) / 2 + QPoint(0, 3));
    QVERIFY(bench.selection.isEmpty());
    bench.key(Qt::Key_Delete);
    QVERIFY(!bench.isJoined(u"a"_s, u"b"_s));
    QCOMPARE(bench.step(), u"Remove 1 wire(s)"_s);
    QVERIFY(bench.member(u"b"_s).agentId == AgentId(u"b"_s));
}

void tst_CanvasWires::strokeCutsWires()
{
    TeamDraft draft = joined(rowOf({ u"a"_s, u"b"_s, u"c"_s }), u"a"_s, u"b"_s);
    CanvasBench bench(joined(draft, u"b"_s, u"c"_s));
    const QPoint gap = (bench.outPort(u"a"_s) + bench.inPort(u"b"_s)) / 2;
    bench.drag(gap - QPoint(0, 60), gap + QPoint(0, 60), Qt::ControlModifier, Qt::RightButton);
    QVERIFY(!bench.isJoined(u"a"_s, u"b"_s));
    QVERIFY(bench.isJoined(u"b"_s, u"c"_s));
    // With the key held down the left button does it.
    const QPoint other = (bench.outPort(u"b"_s) + bench.inPort(u"c"_s)) / 2;
    QTest::keyPress(bench.canvas.get(), Qt::Key_Y);
    bench.drag(other - QPoint(0, 60), other + QPoint(0, 60));
    QTest::keyRelease(bench.canvas.get(), Qt::Key_Y);
    QVERIFY(!bench.isJoined(u"b"_s, u"c"_s));
    QCOMPARE(bench.steps(), 2);
}

void tst_CanvasWires::orderWiresStay()
{
    CanvasBench bench(rowOf({ u"a"_s, u"b"_s }, WorkflowType::Pipeline));
    bench.click((bench.outPort(u"a"_s) + bench.inPort(u"b"_s)) / 2);
    bench.key(Qt::Key_Delete);
    QCOMPARE(bench.steps(), 0);
    QVERIFY2(bench.hint().contains(u"pipeline"_s), qPrintable(bench.hint()));
}

void tst_CanvasWires::reroutePoints()
{
    TeamDraft draft = joined(rowOf({ u"a"_s, u"b"_s }), u"a"_s, u"b"_s);
    draft.workflow.agents[1].position = CanvasPosition { 700, 0 };
    CanvasBench bench(draft);
    const QByteArray before = bench.text();
    const QPoint middle = (bench.outPort(u"a"_s) + bench.inPort(u"b"_s)) / 2;
    QTest::mouseDClick(bench.canvas->viewport(), Qt::LeftButton, {}, middle);
    const auto route = [&]() -> const std::vector<QPointF> & {
        for (const GraphWire &wire : bench.canvas->graph().wires) {
            if (wire.from == bench.node(u"a"_s) && wire.to == bench.node(u"b"_s))
                return wire.route;
        }
        qFatal("There is no such wire.");
    };
    QCOMPARE(route().size(), 1U);
    const QPoint there = bench.canvas->mapFromScene(route().front());
    bench.drag(there, there + QPoint(0, 160));
    QCOMPARE(bench.step(), u"Move reroute point"_s);
    QCOMPARE(bench.canvas->mapFromScene(route().front()), there + QPoint(0, 160));
    QTest::mouseDClick(bench.canvas->viewport(), Qt::LeftButton, {}, there + QPoint(0, 160));
    QVERIFY(route().empty());
    QCOMPARE(bench.text(), before);
}

QTEST_MAIN(tst_CanvasWires)
#include "tst_canvas_wires.moc"
