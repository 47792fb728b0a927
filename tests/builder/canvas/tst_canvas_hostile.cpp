// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/builder/canvas/canvas_test.h"

#include <QAccessible>
#include <QRandomGenerator>
#include <QToolTip>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

/// Teams that nobody should have, and everything that a person may do to them.
class tst_CanvasHostile : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnSurprises(); }
    void zeroMembers();
    void circles();
    void withoutPlaces();
    void longNames();
    void sameIdTwice();
    void tenThousandMembers();
    void problemsAreOnTheirMembers();
    void documentChangesDuringAGesture();
    void randomEditsUndoAndRedo_data();
    void randomEditsUndoAndRedo();
};

void tst_CanvasHostile::zeroMembers()
{
    CanvasBench bench(rowOf({}));
    for (QAction *action : bench.canvas->commands()) {
        if (action->objectName() != u"add-note"_s && action->isEnabled())
            action->trigger();
    }
    for (const int key : { Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End, Qt::Key_Delete,
             Qt::Key_Return, Qt::Key_C, Qt::Key_W, Qt::Key_Escape })
        bench.key(key);
    for (QWidget *popup : bench.canvas->findChildren<QWidget *>(u"connect-list"_s))
        popup->close();
    bench.drag({ 5, 5 }, { 700, 700 });
    QCOMPARE(bench.steps(), 0);
    // From the prompt to the result nobody would work.
    const QPoint prompt = bench.canvas->nodeRect(0).center();
    const QRect rect = bench.canvas->nodeRect(0);
    bench.drag({ rect.right(), prompt.y() }, bench.canvas->nodeRect(1).center());
    QCOMPARE(bench.steps(), 0);
    QVERIFY2(bench.hint().contains(u"somebody has to work"_s), qPrintable(bench.hint()));
}

void tst_CanvasHostile::circles()
{
    TeamDraft draft = rowOf({ u"a"_s, u"b"_s, u"c"_s });
    draft.workflow.agents[0].dependencies = { AgentId(u"c"_s) };
    draft.workflow.agents[1].dependencies = { AgentId(u"a"_s) };
    draft.workflow.agents[2].dependencies = { AgentId(u"b"_s), AgentId(u"c"_s) };
    for (WorkflowAgent &member : draft.workflow.agents)
        member.position.reset();
    CanvasBench bench(draft);
    QCOMPARE(bench.canvas->graph().nodes.size(), 5U);
    bench.key(Qt::Key_T);
    bench.selection.select(AgentId(u"b"_s));
    bench.key(Qt::Key_Delete, Qt::ControlModifier);
    QCOMPARE(bench.document.workflow().agents.size(), 2U);
}

void tst_CanvasHostile::withoutPlaces()
{
    TeamDraft draft = rowOf({ u"a"_s, u"b"_s, u"c"_s, u"d"_s });
    draft.workflow.agents[0].position.reset();
    draft.workflow.agents[2].position.reset();
    CanvasBench bench(draft);
    for (int a = 0; a < 6; ++a) {
        for (int b = a + 1; b < 6; ++b)
            QVERIFY(!bench.canvas->nodeRect(a).intersects(bench.canvas->nodeRect(b)));
    }
}

void tst_CanvasHostile::longNames()
{
    TeamDraft draft = rowOf({ u"a"_s, u"b"_s });
    draft.workflow.agents[0].name = u"🧑‍🚀"_s.repeated(255);
    draft.workflow.agents[0].config.instructions = u"word "_s.repeated(100'000);
    draft.workflow.agents[1].name = QString(100'000, u'x');
    Condition condition;
    condition.field = u"agent_a_result.%1"_s.arg(QString(50'000, u'y'));
    condition.op = u"equals"_s;
    condition.value = Json("z");
    draft.workflow.agents[1].conditions = { condition };
    CanvasBench bench(draft);
    QVERIFY(!bench.canvas->grab().isNull());
    bench.selection.select(AgentId(u"a"_s));
    bench.key(Qt::Key_D, Qt::ControlModifier);
    QVERIFY(!bench.canvas->grab().isNull());
}

void tst_CanvasHostile::sameIdTwice()
{
    TeamDraft draft = rowOf({ u"a"_s, u"b"_s });
    draft.workflow.agents.push_back(draft.workflow.agents.front());
    CanvasBench bench(draft);
    QCOMPARE(bench.canvas->graph().nodes.size(), 5U);
    bench.selection.selectAll();
    bench.drag(bench.centre(u"a"_s), bench.centre(u"a"_s) + QPoint(0, 100));
    QVERIFY(!bench.canvas->grab().isNull());
    bench.key(Qt::Key_Delete);
    QVERIFY(bench.document.workflow().agents.empty());
}

void tst_CanvasHostile::tenThousandMembers()
{
    TeamDraft draft;
    draft.workflow.type = WorkflowType::Parallel;
    for (int i = 0; i < 10'000; ++i) {
        WorkflowAgent member = memberNamed(QString::number(i));
        member.position = CanvasPosition { i % 100 * 300.0, i / 100 * 200.0 };
        if (i > 0)
            member.dependencies = { AgentId(QString::number(i - 1)) };
        draft.workflow.agents.push_back(std::move(member));
    }
    CanvasBench bench(draft);
    QCOMPARE(bench.canvas->graph().nodes.size(), 10'002U);
    const QRect all = bench.canvas->viewport()->rect();
    QVERIFY(
        all.contains(bench.canvas->nodeRect(1)) && all.contains(bench.canvas->nodeRect(10'000)));
    bench.key(Qt::Key_Home);
    for (int i = 0; i < 20; ++i)
        bench.key(Qt::Key_Right);
    QVERIFY(bench.canvas->selectedNode() > 0);
    bench.selection.select(AgentId(u"5050"_s));
    bench.key(Qt::Key_F, Qt::ShiftModifier);
    bench.drag(bench.centre(u"5050"_s), bench.centre(u"5050"_s) + QPoint(40, 40));
    QCOMPARE(bench.steps(), 1);
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(bench.canvas.get());
    QCOMPARE(list->childCount(), 10'002);
}

void tst_CanvasHostile::problemsAreOnTheirMembers()
{
    TeamDraft draft = rowOf({ u"a"_s, u"b"_s });
    draft.workflow.agents[1].timeoutSeconds = -5;
    CanvasBench bench(draft);
    const auto node = [&](const QString &id) -> const GraphNode & {
        return bench.canvas->graph().nodes[static_cast<std::size_t>(bench.node(id))];
    };
    QVERIFY(node(u"b"_s).alert == GraphNode::Alert::Error);
    QVERIFY(node(u"a"_s).alert != GraphNode::Alert::Error);
    const QPoint at = bench.centre(u"b"_s);
    QHelpEvent help(QEvent::ToolTip, at, bench.canvas->viewport()->mapToGlobal(at));
    QApplication::sendEvent(bench.canvas->viewport(), &help);
    QVERIFY(!QToolTip::text().isEmpty());
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(bench.canvas.get());
    QVERIFY(list->child(2)->text(QAccessible::Name).contains(u"has a mistake"_s));
    draft.workflow.agents[1].timeoutSeconds = 60;
    bench.document.edit(u"Mend"_s, draft);
    QVERIFY(node(u"b"_s).alert != GraphNode::Alert::Error);
}

void tst_CanvasHostile::documentChangesDuringAGesture()
{
    CanvasBench bench(rowOf({ u"a"_s, u"b"_s }));
    // Each gesture, and somebody else takes away what it works on.
    bench.document.edit(u"Add"_s, rowOf({ u"a"_s, u"b"_s, u"c"_s }));
    const QList<QPoint> starts { bench.centre(u"c"_s), bench.outPort(u"c"_s), QPoint(20, 20) };
    for (const QPoint &start : starts) {
        bench.press(start);
        bench.moveTo(start + QPoint(40, 40));
        bench.document.history()->undo();
        bench.moveTo(start + QPoint(60, 60));
        QTest::mouseRelease(bench.canvas->viewport(), Qt::LeftButton, {}, start + QPoint(60, 60));
        QCOMPARE(bench.document.workflow().agents.size(), 2U);
        bench.document.history()->redo();
    }
}

void tst_CanvasHostile::randomEditsUndoAndRedo_data()
{
    QTest::addColumn<WorkflowType>("type");
    QTest::newRow("sequential") << WorkflowType::Sequential;
    QTest::newRow("parallel") << WorkflowType::Parallel;
    QTest::newRow("pipeline") << WorkflowType::Pipeline;
    QTest::newRow("conditional") << WorkflowType::Conditional;
}

/// Any commands in any order: undone they leave nothing, done again the same.
void tst_CanvasHostile::randomEditsUndoAndRedo()
{
    QFETCH(const WorkflowType, type);
    QRandomGenerator random(20261123);
    CanvasBench bench(rowOf({ u"a"_s, u"b"_s, u"c"_s, u"d"_s }, type));
    const QByteArray before = bench.text();
    const QStringList names { u"duplicate"_s, u"delete"_s, u"delete-and-heal"_s, u"tidy"_s,
        u"align-left"_s, u"distribute-down"_s, u"add-frame"_s, u"collapse-frame"_s,
        u"leave-frame"_s, u"next-wire"_s, u"bend-wire"_s, u"cut"_s, u"paste"_s, u"add-note"_s };
    for (int step = 0; step < 120; ++step) {
        const GraphModel &graph = bench.canvas->graph();
        QSet<AgentId> chosen;
        for (int i = random.bounded(3); i >= 0; --i)
            chosen.insert(graph.nodes[std::size_t(random.bounded(int(graph.nodes.size())))].agent);
        bench.selection.setMembers(chosen);
        const QRect from = bench.canvas->nodeRect(random.bounded(int(graph.nodes.size())));
        const QRect to = bench.canvas->nodeRect(random.bounded(int(graph.nodes.size())));
        if (random.bounded(3) == 0)
            bench.drag({ from.right(), from.center().y() }, to.center());
        else if (random.bounded(3) == 0)
            bench.drag(from.center(), to.center() + QPoint(60, 90));
        QAction *action = bench.canvas->command(names.at(random.bounded(int(names.size()))));
        if (action->isEnabled() && graph.nodes.size() < 40)
            action->trigger();
        bench.canvas->setFocus();
    }
    const QByteArray after = bench.text();
    QUndoStack *history = bench.document.history();
    QVERIFY(history->count() > 20);
    const int done = history->index();
    history->setIndex(0);
    QCOMPARE(bench.text(), before);
    history->setIndex(done);
    QCOMPARE(bench.text(), after);
}

QTEST_MAIN(tst_CanvasHostile)
#include "tst_canvas_hostile.moc"
