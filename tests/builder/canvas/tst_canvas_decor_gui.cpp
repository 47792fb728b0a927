// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/canvas_decor.h"
#include "tests/builder/canvas/canvas_test.h"
#include "ui/builder/canvas/decor_editor.h"
#include "ui/builder/canvas/minimap.h"

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

/// Frames, notes and the overview.
class tst_CanvasDecorGui : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnSurprises(); }
    void framesAreMadeNamedAndRemoved();
    void framesNest();
    void framesMoveWithWhatIsInThem();
    void framesCollapse();
    void membersAreDroppedIntoFrames();
    void notesAreWrittenMovedAndRemoved();
    void editorKeepsOrForgets();
    void overviewFollowsAndLeads();
    void unknownContentIsKept();
    void hostileDecor();
    void pictures_data();
    void pictures();
};

namespace {

CanvasDecor decorOf(const CanvasBench &bench)
{
    return canvasDecor(bench.document.workflow());
}

DecorEditor *editorOf(const CanvasBench &bench)
{
    return bench.canvas->findChild<DecorEditor *>();
}

void frame(CanvasBench &bench, const QStringList &members, const QString &title)
{
    bench.selection.setMembers(ids(members));
    bench.key(Qt::Key_G, Qt::ControlModifier);
    QVERIFY(editorOf(bench) && editorOf(bench)->isVisible());
    QTest::keyClicks(editorOf(bench), title);
    QTest::keyClick(editorOf(bench), Qt::Key_Return);
    QVERIFY(!editorOf(bench)->isVisible());
}

/// Where the title of a frame is, for a press.
QPoint titleOf(const CanvasBench &bench, const QString &topLeftMember)
{
    const QRect card = bench.canvas->nodeRect(bench.node(topLeftMember));
    return card.topLeft() + QPoint(40, -28);
}

} // namespace

void tst_CanvasDecorGui::framesAreMadeNamedAndRemoved()
{
    CanvasBench bench(rowOf({ u"a"_s, u"b"_s, u"c"_s }));
    const QByteArray before = bench.text();
    frame(bench, { u"a"_s, u"b"_s }, u"Research"_s);
    QCOMPARE(decorOf(bench).frames.size(), 1U);
    QCOMPARE(decorOf(bench).frames[0].title, u"Research"_s);
    QCOMPARE(bench.canvas->graph().frames[0].nodes.size(), 2U);
    // Its title chooses what is in it, and Enter renames it.
    bench.click(titleOf(bench, u"a"_s));
    QCOMPARE(bench.selection.members(), ids({ u"a"_s, u"b"_s }));
    bench.key(Qt::Key_Return);
    QVERIFY(editorOf(bench)->isVisible());
    QTest::keyClick(editorOf(bench), Qt::Key_Escape);
    QCOMPARE(decorOf(bench).frames[0].title, u"Research"_s);
    bench.key(Qt::Key_Delete);
    QVERIFY(decorOf(bench).frames.empty());
    QCOMPARE(bench.document.workflow().agents.size(), 3U);
    QCOMPARE(bench.text(), before);
}

void tst_CanvasDecorGui::framesNest()
{
    CanvasBench bench(rowOf({ u"a"_s, u"b"_s, u"c"_s }));
    frame(bench, { u"a"_s }, u"Inner"_s);
    frame(bench, { u"a"_s, u"b"_s }, u"Outer"_s);
    const CanvasDecor decor = decorOf(bench);
    QCOMPARE(decor.frames[0].parent, decor.frames[1].id);
    QCOMPARE(membersWithin(decor, 1), ids({ u"a"_s, u"b"_s }));
    bench.selection.setMembers(ids({ u"a"_s }));
    bench.canvas->command(u"leave-frame"_s)->trigger();
    QCOMPARE(decorOf(bench).frames.size(), 1U); // the inner one held nothing else
}

void tst_CanvasDecorGui::framesMoveWithWhatIsInThem()
{
    CanvasBench bench(rowOf({ u"a"_s, u"b"_s, u"c"_s }));
    frame(bench, { u"a"_s, u"b"_s }, u"F"_s);
    const QPoint title = titleOf(bench, u"a"_s);
    bench.click({ 10, 10 });
    bench.drag(title, title + QPoint(0, 300));
    QCOMPARE(bench.member(u"a"_s).position, (CanvasPosition { 0, 300 }));
    QCOMPARE(bench.member(u"b"_s).position, (CanvasPosition { 300, 300 }));
    QCOMPARE(bench.member(u"c"_s).position, (CanvasPosition { 600, 0 }));
}

void tst_CanvasDecorGui::framesCollapse()
{
    CanvasBench bench(joined(rowOf({ u"a"_s, u"b"_s, u"c"_s }), u"b"_s, u"c"_s));
    frame(bench, { u"a"_s, u"b"_s }, u"F"_s);
    const QRect shown = bench.canvas->nodeRect(bench.node(u"b"_s));
    bench.key(Qt::Key_K);
    QVERIFY(decorOf(bench).frames[0].collapsed);
    QCOMPARE(bench.canvas->nodeRect(bench.node(u"b"_s)), QRect());
    QVERIFY(bench.canvas->nodeAt(shown.center()) < 0);
    // It is found where it is drawn, and opens again.
    bench.key(Qt::Key_Escape);
    bench.click(shown.topLeft() - QPoint(280, 20)); // where its title was
    bench.key(Qt::Key_K);
    QVERIFY(!decorOf(bench).frames[0].collapsed);
    QCOMPARE(bench.canvas->nodeRect(bench.node(u"b"_s)), shown);
}

void tst_CanvasDecorGui::membersAreDroppedIntoFrames()
{
    CanvasBench bench(rowOf({ u"a"_s, u"b"_s, u"c"_s, u"d"_s }));
    frame(bench, { u"a"_s, u"b"_s }, u"F"_s);
    // Between the two members of the frame.
    const QPoint gap = (bench.outPort(u"a"_s) + bench.inPort(u"b"_s)) / 2 + QPoint(0, 30);
    bench.click({ 10, 10 });
    bench.drag(bench.centre(u"d"_s), gap, Qt::AltModifier);
    QCOMPARE(membersWithin(decorOf(bench), 0), ids({ u"a"_s, u"b"_s, u"d"_s }));
    QCOMPARE(bench.step(), u"Move 1 node(s)"_s);
    bench.document.history()->undo();
    QCOMPARE(membersWithin(decorOf(bench), 0), ids({ u"a"_s, u"b"_s }));
}

void tst_CanvasDecorGui::notesAreWrittenMovedAndRemoved()
{
    CanvasBench bench(rowOf({ u"a"_s }));
    const QByteArray before = bench.text();
    bench.key(Qt::Key_N);
    QVERIFY(editorOf(bench)->isVisible());
    QTest::keyClicks(editorOf(bench), u"Ask Ana first"_s);
    QTest::keyClick(editorOf(bench), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(decorOf(bench).notes[0].text, u"Ask Ana first"_s);
    const CanvasPosition place = decorOf(bench).notes[0].position;
    const QPoint at = bench.canvas->mapFromScene(QPointF(place.x + 20, place.y + 12));
    bench.click({ 10, 10 });
    bench.drag(at, at + QPoint(120, 240), Qt::AltModifier);
    QCOMPARE(decorOf(bench).notes[0].position, (CanvasPosition { place.x + 120, place.y + 240 }));
    bench.key(Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(decorOf(bench).notes[0].position.x, place.x + 100);
    bench.key(Qt::Key_Delete);
    QCOMPARE(bench.text(), before);
}

void tst_CanvasDecorGui::editorKeepsOrForgets()
{
    CanvasBench bench(rowOf({ u"a"_s }));
    bench.key(Qt::Key_N);
    QTest::keyClicks(editorOf(bench), u"one"_s);
    bench.canvas->setFocus(); // looking elsewhere keeps it
    QCOMPARE(decorOf(bench).notes[0].text, u"one"_s);
    bench.key(Qt::Key_Return);
    QTest::keyClicks(editorOf(bench), u"two"_s);
    QTest::keyClick(editorOf(bench), Qt::Key_Escape);
    QCOMPARE(decorOf(bench).notes[0].text, u"one"_s);
}

void tst_CanvasDecorGui::overviewFollowsAndLeads()
{
    CanvasBench bench(rowOf({ u"a"_s, u"b"_s, u"c"_s }));
    auto *map = bench.canvas->findChild<Minimap *>();
    QVERIFY(map && map->isVisible());
    QVERIFY(!map->accessibleName().isEmpty());
    const QImage image = map->grab().toImage();
    const QRgb first = bench.theme.seriesColor(0).rgb();
    int found = 0;
    for (int x = 0; x < image.width(); ++x) {
        for (int y = 0; y < image.height(); ++y)
            found += image.pixel(x, y) == first ? 1 : 0;
    }
    QVERIFY(found > 4);
    bench.canvas->zoomBy(3);
    const QPoint before = bench.centre(u"b"_s);
    QTest::mouseClick(map, Qt::LeftButton, {}, { 10, map->height() / 2 });
    const QPoint after = bench.centre(u"b"_s);
    QVERIFY(after.x() > before.x() + 50);
    bench.key(Qt::Key_M);
    QVERIFY(!map->isVisible());
    bench.key(Qt::Key_M);
    QVERIFY(map->isVisible());
    bench.canvas->resize(300, 300); // no room for it
    QVERIFY(!map->isVisible());
}

void tst_CanvasDecorGui::unknownContentIsKept()
{
    TeamDraft draft = rowOf({ u"a"_s });
    draft.workflow.extra["canvas"]
        = { { "background", "blue" }, { "frames", Json::array({ 7, "x" }) } };
    CanvasBench bench(draft);
    const QByteArray before = bench.text();
    frame(bench, { u"a"_s }, u"F"_s);
    const Json &canvas = bench.document.workflow().extra.at("canvas");
    QCOMPARE(canvas.at("background"), Json("blue"));
    QCOMPARE(canvas.at("frames").size(), 3U);
    bench.document.history()->undo();
    bench.document.history()->undo();
    QCOMPARE(bench.text(), before);
}

void tst_CanvasDecorGui::hostileDecor()
{
    TeamDraft draft = rowOf({ u"a"_s, u"b"_s });
    draft.workflow.agents[0].position = CanvasPosition { 1e300, -1e300 };
    draft.workflow.extra["canvas"] = {
        { "frames",
            { { { "id", "1" }, { "parent", "2" }, { "members", { "a" } } },
                { { "id", "2" }, { "parent", "1" }, { "members", { "a", "b", "gone" } } },
                { { "id", "2" }, { "collapsed", true }, { "members", "a" } } } },
        { "notes",
            { { { "id", "n" }, { "text", std::string(100'000, 'x') }, { "x", 1e99 },
                { "y", 0 } } } },
        { "routes", { { { "from", "a" }, { "to", "b" }, { "points", { { { "x", "?" } } } } } } },
        { "prompt", { { "x", 1 } } },
    };
    CanvasBench bench(draft);
    QVERIFY(!bench.canvas->grab().isNull());
    bench.canvas->zoomBy(30);
    QVERIFY(!bench.canvas->grab().isNull());
    bench.key(Qt::Key_T);
    QVERIFY(!bench.canvas->grab().isNull());
    draft.workflow.extra["canvas"] = "a string";
    CanvasBench other(draft);
    QVERIFY(!other.canvas->grab().isNull());
}

void tst_CanvasDecorGui::pictures_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

/// Everything at once as a picture; kept where RENUM_PICTURES says.
void tst_CanvasDecorGui::pictures()
{
    QFETCH(const bool, dark);
    TeamDraft draft = joined(rowOf({ u"triage"_s, u"technical"_s, u"billing"_s, u"follow-up"_s }),
        u"triage"_s, u"technical"_s);
    draft = joined(joined(joined(draft, u"triage"_s, u"billing"_s), u"technical"_s, u"follow-up"_s),
        u"billing"_s, u"follow-up"_s);
    const QList<QPointF> places { { 0, 140 }, { 340, 0 }, { 340, 280 }, { 700, 140 } };
    for (std::size_t i = 0; i < 4; ++i) {
        const QPointF &at = places[static_cast<qsizetype>(i)];
        draft.workflow.agents[i].position = CanvasPosition { at.x(), at.y() };
        draft.workflow.agents[i].config.instructions
            = u"Solve the problem step by step; ask for logs if needed. Keep it short."_s;
    }
    CanvasDecor decor = withFrame({}, ids({ u"technical"_s, u"billing"_s }), u"Specialists"_s);
    decor.notes.push_back(
        { u"9"_s, u"Billing answers in English only."_s, { 720, 380 }, Json::object() });
    decor = withRoute(decor, AgentId(u"triage"_s), AgentId(u"billing"_s), { { 280, 340 } });
    setCanvasDecor(draft.workflow, decor);
    CanvasBench bench(draft);
    bench.theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
    bench.selection.select(AgentId(u"technical"_s));
    bench.press(bench.outPort(u"technical"_s));
    bench.moveTo(bench.centre(u"billing"_s) + QPoint(200, -40));
    const QImage image = bench.canvas->grab().toImage();
    QCOMPARE(image.pixelColor(4, 4).rgb(), bench.theme.color(ColorToken::Canvas).rgb());
    const QString folder = qEnvironmentVariable("RENUM_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(image.save(
            u"%1/canvas-%2.png"_s.arg(folder, QString::fromUtf8(QTest::currentDataTag()))));
    bench.key(Qt::Key_Escape);
}

QTEST_MAIN(tst_CanvasDecorGui)
#include "tst_canvas_decor_gui.moc"
