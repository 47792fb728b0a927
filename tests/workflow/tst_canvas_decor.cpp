// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/canvas_decor.h"
#include "core/workflow/editing/member_edits.h"

#include <QTest>

#include <limits>

using namespace renum;
using namespace Qt::StringLiterals;

class tst_CanvasDecor : public QObject {
    Q_OBJECT

private slots:
    void writtenAndReadAgain();
    void nothingLeavesNothing();
    void unknownContentIsKept();
    void nonsenseIsNotDrawn();
    void circlesAreOpened();
    void placesAreCut();
    void framesTakeMembers();
    void framesNest();
    void aFrameAroundAWholeFrame();
    void framesGo();
    void routes();
    void membersAreRenamedAndForgotten();
};

namespace {

AgentId id(const QString &name)
{
    return AgentId(name);
}

WorkflowDefinition read(Json canvas)
{
    WorkflowDefinition workflow;
    workflow.extra["canvas"] = std::move(canvas);
    return workflow;
}

} // namespace

void tst_CanvasDecor::writtenAndReadAgain()
{
    CanvasDecor decor = withFrame({}, { id(u"a"_s), id(u"b"_s) }, u"Research"_s);
    decor = withFrame(decor, { id(u"a"_s) }, u"Inner"_s);
    decor.frames[1].collapsed = true;
    decor.notes.push_back({ u"9"_s, u"Text"_s, { 1, 2 }, Json::object() });
    decor = withRoute(decor, {}, id(u"b"_s), { { 3, 4 }, { 5, 6 } });
    decor.prompt = CanvasPosition { -5, 7 };
    decor.result = CanvasPosition { 8, 9 };
    WorkflowDefinition workflow;
    setCanvasDecor(workflow, decor);
    QVERIFY(canvasDecor(workflow) == decor);
}

void tst_CanvasDecor::nothingLeavesNothing()
{
    WorkflowDefinition workflow;
    setCanvasDecor(workflow, withFrame({}, { id(u"a"_s) }, u"F"_s));
    QVERIFY(workflow.extra.contains("canvas"));
    setCanvasDecor(workflow, withoutFrame(canvasDecor(workflow), u"1"_s));
    QVERIFY(!workflow.extra.contains("canvas"));
}

void tst_CanvasDecor::unknownContentIsKept()
{
    const Json canvas = { { "zoom", 3 }, { "prompt", "left" },
        { "frames",
            Json::array({ 7, { { "id", "f" }, { "members", { "a" } }, { "icon", "star" } } }) },
        { "notes", { { { "text", "no id" } } } }, { "routes", "all" } };
    WorkflowDefinition workflow = read(canvas);
    CanvasDecor decor = canvasDecor(workflow);
    QCOMPARE(decor.frames.size(), 1U);
    QVERIFY(decor.notes.empty());
    decor.frames[0].title = u"Named"_s;
    setCanvasDecor(workflow, decor);
    const Json &written = workflow.extra.at("canvas");
    QCOMPARE(written.at("zoom"), Json(3));
    QCOMPARE(written.at("prompt"), Json("left"));
    QCOMPARE(written.at("routes"), Json("all"));
    QCOMPARE(written.at("notes"), canvas.at("notes"));
    QCOMPARE(written.at("frames").size(), 2U);
    QCOMPARE(written.at("frames")[0].at("icon"), Json("star"));
    // What another product put there stays when there is nothing to say.
    WorkflowDefinition other = read("a string");
    setCanvasDecor(other, canvasDecor(other));
    QCOMPARE(other.extra.at("canvas"), Json("a string"));
}

void tst_CanvasDecor::nonsenseIsNotDrawn()
{
    for (const Json &json : { Json(), Json(3), Json::array(), Json({ { "frames", 3 } }),
             Json({ { "frames", { { { "id", "" } } } } }),
             Json({ { "notes", { { { "id", "n" }, { "text", 3 }, { "x", 1 }, { "y", 2 } } } } }),
             Json({ { "routes", { { { "points", Json::array() } } } } }),
             Json({ { "routes", { { { "points", { { { "x", 1 } } } } } } } }) }) {
        const CanvasDecor decor = canvasDecor(read(json));
        QVERIFY(decor.frames.empty() && decor.notes.empty() && decor.routes.empty());
    }
    Json many = Json::array();
    for (int i = 0; i < 6000; ++i)
        many.push_back({ { "id", std::to_string(i) }, { "text", "" }, { "x", 0 }, { "y", 0 } });
    QCOMPARE(canvasDecor(read({ { "notes", many } })).notes.size(), 5000U);
}

void tst_CanvasDecor::circlesAreOpened()
{
    const CanvasDecor decor = canvasDecor(read({ { "frames",
        { { { "id", "1" }, { "parent", "2" }, { "members", { "a" } } },
            { { "id", "2" }, { "parent", "1" }, { "members", { "a", "b" } } },
            { { "id", "2" }, { "parent", "gone" } } } } }));
    QCOMPARE(decor.frames.size(), 3U);
    QCOMPARE(decor.frames[2].id, u"2_"_s);
    QVERIFY(decor.frames[2].parent.isEmpty());
    QVERIFY(decor.frames[0].parent.isEmpty() || decor.frames[1].parent.isEmpty());
    QCOMPARE(decor.frames[1].members, std::vector<AgentId>({ id(u"b"_s) })); // in one frame only
    for (int i = 0; i < 3; ++i)
        QVERIFY(membersWithin(decor, i).size() <= 2);
    QCOMPARE(collapsedAround(decor, 0), -1);
}

void tst_CanvasDecor::placesAreCut()
{
    QCOMPARE(drawable({ 1e300, -1e300 }), (CanvasPosition { 1e6, -1e6 }));
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QCOMPARE(drawable({ nan, 12 }), (CanvasPosition { 0, 12 }));
}

void tst_CanvasDecor::framesTakeMembers()
{
    CanvasDecor decor = withFrame({}, { id(u"a"_s), id(u"b"_s) }, u"One"_s);
    decor = withFrame(decor, { id(u"c"_s) }, u"Two"_s);
    QCOMPARE(frameOf(decor, id(u"a"_s)), 0);
    QCOMPARE(frameOf(decor, id(u"z"_s)), -1);
    decor = withMembersIn(decor, { id(u"a"_s) }, decor.frames[1].id);
    QCOMPARE(membersWithin(decor, 1), QSet<AgentId>({ id(u"a"_s), id(u"c"_s) }));
    decor = withMembersIn(decor, { id(u"b"_s) }, {});
    QCOMPARE(decor.frames.size(), 1U); // the first is left with nothing
    QVERIFY(withFrame({}, {}, u"Empty"_s).frames.empty());
}

void tst_CanvasDecor::framesNest()
{
    CanvasDecor decor = withFrame({}, { id(u"a"_s), id(u"b"_s), id(u"c"_s) }, u"Outer"_s);
    decor = withFrame(decor, { id(u"a"_s), id(u"b"_s) }, u"Inner"_s);
    QCOMPARE(decor.frames[1].parent, decor.frames[0].id);
    QCOMPARE(decor.frames[0].members, std::vector<AgentId>({ id(u"c"_s) }));
    QCOMPARE(membersWithin(decor, 0).size(), 3);
    decor.frames[0].collapsed = true;
    decor.frames[1].collapsed = true;
    QCOMPARE(collapsedAround(decor, 1), 0);
}

void tst_CanvasDecor::aFrameAroundAWholeFrame()
{
    CanvasDecor decor = withFrame({}, { id(u"a"_s), id(u"b"_s) }, u"Inner"_s);
    decor = withFrame(decor, { id(u"a"_s), id(u"b"_s), id(u"c"_s) }, u"Outer"_s);
    QCOMPARE(decor.frames[0].parent, decor.frames[1].id);
    QCOMPARE(decor.frames[0].members.size(), 2U);
    QCOMPARE(decor.frames[1].members, std::vector<AgentId>({ id(u"c"_s) }));
    // The same members again: around, not within.
    const CanvasDecor same = withFrame(decor, { id(u"a"_s), id(u"b"_s) }, u"Between"_s);
    QCOMPARE(same.frames[0].parent, same.frames[2].id);
    QCOMPARE(same.frames[2].parent, same.frames[1].id);
}

void tst_CanvasDecor::framesGo()
{
    CanvasDecor decor = withFrame({}, { id(u"a"_s), id(u"b"_s) }, u"Outer"_s);
    decor = withFrame(decor, { id(u"a"_s) }, u"Inner"_s);
    decor = withoutFrame(decor, decor.frames[1].id);
    QCOMPARE(membersWithin(decor, 0).size(), 2);
    QVERIFY(withoutFrame(decor, u"no such"_s) == decor);
    decor = withoutFrame(decor, decor.frames[0].id);
    QVERIFY(decor.frames.empty());
}

void tst_CanvasDecor::routes()
{
    CanvasDecor decor = withRoute({}, id(u"a"_s), id(u"b"_s), { { 1, 2 } });
    decor = withRoute(decor, id(u"a"_s), id(u"b"_s), { { 3, 4 } });
    QCOMPARE(decor.routes.size(), 1U);
    QCOMPARE(decor.routes[0].points.size(), 1U);
    QVERIFY(withRoute(decor, id(u"x"_s), {}, {}) == decor);
    QVERIFY(withRoute(decor, id(u"a"_s), id(u"b"_s), {}).routes.empty());
}

void tst_CanvasDecor::membersAreRenamedAndForgotten()
{
    TeamDraft draft;
    draft.workflow.type = WorkflowType::Parallel;
    for (const QString &name : { u"a"_s, u"b"_s }) {
        WorkflowAgent member;
        member.agentId = id(name);
        draft = withMember(draft, member);
    }
    CanvasDecor decor = withFrame({}, { id(u"a"_s) }, u"F"_s);
    decor = withRoute(decor, id(u"a"_s), id(u"b"_s), { { 1, 2 } });
    setCanvasDecor(draft.workflow, decor);
    const TeamDraft replaced = withAgentReplaced(draft, id(u"a"_s), id(u"z"_s), u"Z"_s);
    const CanvasDecor after = canvasDecor(replaced.workflow);
    QCOMPARE(frameOf(after, id(u"z"_s)), 0);
    QCOMPARE(after.routes[0].from, id(u"z"_s));
    const TeamDraft removed = withoutMembers(draft, { id(u"a"_s) });
    QVERIFY(!removed.workflow.extra.contains("canvas"));
}

QTEST_APPLESS_MAIN(tst_CanvasDecor)
#include "tst_canvas_decor.moc"
