// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/member_clipboard.h"
#include "core/workflow/planner.h"
#include "tests/bench/bench_figures.h"
#include "tests/bench/canvas_scene.h"
#include "ui/builder/canvas/team_canvas.h"
#include "ui/builder/document/member_selection.h"
#include "ui/builder/document/team_document.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QMouseEvent>
#include <QScrollBar>

#include <cstdlib>
#include <ctime>

/// How long the canvas takes for a frame, in milliseconds of the processor (what other programs do
/// disturbs that less than the clock), offscreen, 1600 x 1000: medians and p95 over 60 frames.
/// Beside it the least that it can cost: the same rectangles and lines drawn by QPainter on a
/// QImage.
namespace {

using namespace renum;
using namespace renum::ui;
using namespace renum::bench;

constexpr int Frames = 60;
const QSize Viewport(1600, 1000);

double processorMs()
{
    timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

template<typename Work>
double msOf(const Work &work)
{
    const double begin = processorMs();
    work();
    return processorMs() - begin;
}

template<typename Work>
Json frames(const Work &work, double goal)
{
    std::vector<double> times;
    for (int frame = 0; frame < Frames; ++frame)
        times.push_back(msOf([&] { work(frame); }));
    return { { "median_ms", rounded(median(times)) },
        { "p95_ms", rounded(percentile(times, 0.95)) }, { "goal_ms", goal } };
}

/// A view that is shown, and nothing else to do.
void settle(QWidget &view)
{
    view.resize(Viewport);
    view.show();
    QApplication::processEvents();
}

Json wholeGraph(TeamGraphView &view, const BenchGraph &graph, double goal)
{
    view.fitGraph();
    Json json = frames([&](int) { view.viewport()->repaint(); }, goal);
    std::vector<double> floor;
    for (int frame = 0; frame < Frames / 4; ++frame)
        floor.push_back(msOf([&] { paintDirectly(graph, view, Viewport); }));
    json["zoom"] = rounded(view.zoom());
    json["painter_ms"] = rounded(median(floor));
    json["ratio_to_painter"] = rounded(json["median_ms"].get<double>() / median(floor));
    return json;
}

Json panning(TeamGraphView &view)
{
    view.zoomBy(1 / view.zoom());
    view.centerOn(view.sceneRect().center());
    QApplication::processEvents();
    return frames(
        [&](int frame) {
            QScrollBar *bar = view.horizontalScrollBar();
            bar->setValue(bar->value() + (frame % 20 < 10 ? 37 : -37));
            view.viewport()->repaint();
        },
        7);
}

Json zooming(TeamGraphView &view)
{
    view.zoomBy(1 / view.zoom());
    return frames(
        [&](int frame) {
            view.zoomBy(frame % 2 == 0 ? 1.04 : 1 / 1.04);
            view.viewport()->repaint();
        },
        7);
}

void send(TeamCanvas &canvas, QEvent::Type type, const QPoint &at)
{
    const bool up = type == QEvent::MouseButtonRelease;
    QMouseEvent event(type, QPointF(at), QPointF(canvas.viewport()->mapToGlobal(at)),
        type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
        up ? Qt::NoButton : Qt::LeftButton, {});
    QApplication::sendEvent(canvas.viewport(), &event);
}

Json dragging(TeamCanvas &canvas, MemberSelection &selection, int count, double goal)
{
    canvas.zoomBy(1 / canvas.zoom());
    const int middle = static_cast<int>(canvas.graph().nodes.size()) / 2;
    QSet<AgentId> members;
    for (int node = middle - count / 2; members.size() < count; ++node)
        members.insert(canvas.graph().nodes[static_cast<std::size_t>(node)].agent);
    selection.setMembers(members);
    canvas.centerOn(canvas.mapToScene(canvas.nodeRect(middle).center()));
    QApplication::processEvents();
    const QPoint start = canvas.nodeRect(middle).center();
    send(canvas, QEvent::MouseButtonPress, start);
    send(canvas, QEvent::MouseMove, start + QPoint(20, 20));
    QApplication::processEvents();
    const Json json = frames(
        [&](int frame) {
            send(canvas, QEvent::MouseMove, start + QPoint(20 + 5 * (frame % 30), 20));
            QApplication::processEvents();
        },
        goal);
    QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, {});
    QApplication::sendEvent(&canvas, &escape);
    send(canvas, QEvent::MouseButtonRelease, start);
    return json;
}

Json opening(const Theme &theme, const BenchGraph &graph)
{
    std::vector<double> times;
    for (int round = 0; round < 7; ++round) {
        TeamGraphView view(const_cast<Theme *>(&theme));
        times.push_back(msOf([&] {
            view.resize(Viewport);
            view.setDefinition(graph.draft.workflow);
            view.show();
            view.viewport()->repaint();
        }));
    }
    return { { "median_ms", rounded(median(times)) }, { "goal_ms", 150 } };
}

Json memory(const Theme &theme, const BenchGraph &graph)
{
    TeamGraphView view(const_cast<Theme *>(&theme));
    settle(view);
    const double before = residentKiB();
    view.setDefinition(graph.draft.workflow);
    view.viewport()->repaint();
    return { { "kib_a_node", rounded((residentKiB() - before) / double(graph.places.size())) },
        { "goal_kib", 4 } };
}

Json liveState(const Theme &theme)
{
    const BenchGraph graph = benchGraph(300);
    Execution running;
    running.id = ExecutionId(QStringLiteral("e"));
    running.plan = planExecution(graph.draft);
    for (const PlanStep &step : running.plan->steps) {
        StepRecord record;
        record.id = step.id;
        record.agentId = step.agentId;
        record.status = StepStatus::Running;
        running.steps.push_back(record);
    }
    TeamGraphView view(const_cast<Theme *>(&theme));
    settle(view);
    view.setExecution(running);
    view.zoomBy(1 / view.zoom());
    QApplication::processEvents();
    const auto change = [&](int frame) {
        for (StepRecord &step : running.steps)
            step.status = frame % 2 == 0 ? StepStatus::Completed : StepStatus::Running;
    };
    Json json = frames(
        [&](int frame) {
            change(frame);
            view.setExecution(running);
        },
        2);
    const Json painted = frames(
        [&](int frame) {
            change(frame);
            view.setExecution(running);
            QApplication::processEvents();
        },
        2);
    json["with_painting"] = painted;
    return json;
}

Json undoPaste(Theme &theme)
{
    const BenchGraph graph = benchGraph(1000);
    TeamDocument document(graph.draft);
    MemberSelection selection(&document);
    TeamCanvas canvas(&document, &selection, &theme);
    settle(canvas);
    const auto copied = readCopiedMembers(copiedMembers(document.workflow(), graph.ids));
    const double paste = msOf([&] {
        document.edit(
            QStringLiteral("Paste"), withPasted(document.draft(), *copied, { 40, 40 }).draft);
        QApplication::processEvents();
    });
    std::vector<double> undo;
    std::vector<double> redo;
    for (int round = 0; round < 9; ++round) {
        undo.push_back(msOf([&] {
            document.history()->undo();
            QApplication::processEvents();
        }));
        redo.push_back(msOf([&] {
            document.history()->redo();
            QApplication::processEvents();
        }));
    }
    return { { "undo_ms", rounded(median(undo)) }, { "redo_ms", rounded(median(redo)) },
        { "paste_ms", rounded(paste) }, { "goal_ms", 50 } };
}

Json editing(Theme &theme)
{
    const BenchGraph graph = benchGraph(1000);
    TeamDocument document(graph.draft);
    MemberSelection selection(&document);
    TeamCanvas canvas(&document, &selection, &theme);
    settle(canvas);
    canvas.zoomBy(1 / canvas.zoom());
    QApplication::processEvents();
    const auto edit = [&](int frame, bool shape) {
        TeamDraft draft = document.draft();
        WorkflowAgent &member = draft.workflow.agents[500];
        if (shape)
            member.position->y += frame % 2 == 0 ? 20 : -20;
        else
            member.config.instructions = QString::number(frame);
        document.edit(QStringLiteral("Edit"), draft, QStringLiteral("key"));
        QApplication::processEvents();
    };
    return { { "text", frames([&](int frame) { edit(frame, false); }, 0) },
        { "place", frames([&](int frame) { edit(frame, true); }, 0) } };
}

Json large(Theme &theme, int nodes, double goal)
{
    const BenchGraph graph = benchGraph(nodes);
    TeamGraphView view(&theme);
    settle(view);
    view.setDefinition(graph.draft.workflow);
    QApplication::processEvents();
    Json json { { "whole", wholeGraph(view, graph, goal) } };
    json["pan"] = panning(view);
    json["zoom"] = zooming(view);
    return json;
}

Json dragAmongMany(Theme &theme, const BenchGraph &graph)
{
    TeamDocument document(graph.draft);
    MemberSelection selection(&document);
    TeamCanvas canvas(&document, &selection, &theme);
    settle(canvas);
    return { { "one", dragging(canvas, selection, 1, 2) },
        { "two_hundred", dragging(canvas, selection, 200, 8) } };
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    Theme theme(Theme::Mode::Light);
    const BenchGraph ten = benchGraph(10'000);
    Json report { { "benchmark", "canvas" } };
    // With an argument only that part.
    const std::string only = argc > 1 ? argv[1] : "";
    const auto measure = [&](const char *name, const auto &work) {
        if (only.empty() || only == name)
            report[name] = work();
    };
    measure("memory_10000", [&] { return memory(theme, ten); });
    measure("open_10000", [&] { return opening(theme, ten); });
    measure("drag_10000", [&] { return dragAmongMany(theme, ten); });
    measure("live_300", [&] { return liveState(theme); });
    measure("undo_paste_1000", [&] { return undoPaste(theme); });
    measure("edit_1_of_1000", [&] { return editing(theme); });
    measure("nodes_1000", [&] { return large(theme, 1'000, 6); });
    measure("nodes_5000", [&] { return large(theme, 5'000, 12); });
    measure("nodes_10000", [&] { return large(theme, 10'000, 25); });
    measure("nodes_50000", [&] { return large(theme, 50'000, 90); });
    print(report);
    return 0;
}
