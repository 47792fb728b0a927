// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/canvas/team_canvas.h"

#include "core/workflow/editing/problem_place.h"
#include "ui/builder/canvas/agent_facts.h"
#include "ui/builder/canvas/canvas_commands.h"
#include "ui/builder/canvas/decor_editor.h"
#include "ui/builder/canvas/minimap.h"
#include "ui/builder/canvas/team_canvas_p.h"
#include "ui/builder/document/agent_catalog.h"
#include "ui/builder/document/kept_members.h"
#include "ui/builder/document/member_selection.h"
#include "ui/builder/document/team_document.h"
#include "ui/graph/zoom_bar.h"
#include "ui/text/error_text.h"

#include <QHelpEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QToolTip>

#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// What a card shows of both: an error hides a warning.
GraphNode::Alert worse(GraphNode::Alert a, Problem::Severity severity)
{
    if (a == GraphNode::Alert::Error || severity == Problem::Severity::Error)
        return GraphNode::Alert::Error;
    return GraphNode::Alert::Warning;
}

} // namespace

TeamCanvas::TeamCanvas(
    TeamDocument *document, MemberSelection *selection, Theme *theme, QWidget *parent)
    : TeamGraphView(theme, parent)
    , p(std::make_unique<Private>(this))
{
    CanvasContext &context = p->context;
    context.document = document;
    context.selection = selection;
    context.scene = graphScene();
    context.theme = theme;
    context.hint = [this](const QString &sentence) { p->say(sentence); };
    context.repaint = [this] { viewport()->update(); };
    context.pixel = [this] { return p->pixel(); };
    context.askForMember = [this](const QPointF &place, const std::optional<WireEnd> &from) {
        emit addRequested(viewport()->mapToGlobal(mapFromScene(place)), place, from);
    };
    setObjectName(u"team-canvas"_s);
    setAcceptDrops(true);
    setMouseTracking(true);
    setAccessibleName(tr("Team canvas"));
    p->commands = new CanvasCommands(this, p.get());
    p->minimap = new Minimap(graphScene(), theme, this);
    connect(p->minimap, &Minimap::centerRequested, this, [this](const QPointF &point) {
        keepView();
        centerOn(point);
    });
    p->animation.setParent(nullptr);
    connect(&p->animation, &QVariantAnimation::valueChanged, this, [this](const QVariant &share) {
        std::vector<QRectF> places = p->animatedTo;
        for (std::size_t i = 0; i < places.size(); ++i)
            places[i].translate(
                (p->animatedFrom[i].topLeft() - places[i].topLeft()) * (1 - share.toDouble()));
        graphScene()->showPlaces(places);
    });
    connect(document, &TeamDocument::changed, this, [this] { p->showDocument(); });
    connect(KeptMembers::of(document), &KeptMembers::changed, this,
        [this] { showGraph(p->shownGraph(), Refit::AtFirst); });
    connect(selection, &MemberSelection::changed, this, [this] { p->showSelection(); });
    connect(graphScene(), &GraphScene::nodesSelected, this, [this] { p->chooseMembers(); });
    connect(this, &TeamGraphView::agentActivated, this, &TeamCanvas::memberActivated);
    connect(this, &TeamGraphView::zoomChanged, p->minimap, [this] { p->minimap->update(); });
    zoomBar()->addCommand(command(u"tidy"_s));
    p->showDocument();
    p->showSelection();
}

TeamCanvas::~TeamCanvas()
{
    // The scene goes with the base class and tells of its last selection.
    graphScene()->disconnect(this);
    p->animation.disconnect(this);
    p->animation.stop();
}

QList<QAction *> TeamCanvas::commands() const
{
    return p->commands->all();
}

QAction *TeamCanvas::command(const QString &name) const
{
    return p->commands->find(name);
}

void TeamCanvas::addMember(
    WorkflowAgent member, std::optional<QPointF> scenePlace, std::optional<WireEnd> from)
{
    p->addMember(std::move(member), scenePlace, from);
}

void TeamCanvas::setTabAdds(bool adds)
{
    p->tabAdds = adds;
}

void TeamCanvas::setAgents(const AgentCatalog *catalog)
{
    p->agents = catalog;
    const auto show = [this] { showGraph(p->shownGraph(), Refit::AtFirst); };
    connect(catalog, &AgentCatalog::changed, this, show);
    show();
}

void TeamCanvas::setLetterKeys(bool enabled)
{
    p->letterKeys = enabled;
    p->commands->setLetterKeys(enabled);
}

void TeamCanvas::setSnaps(bool snaps)
{
    p->context.snaps = snaps;
}

void TeamCanvas::setWheelZooms(bool zooms)
{
    p->wheelZooms = zooms;
}

GraphModel TeamCanvas::Private::shownGraph() const
{
    const WorkflowDefinition &workflow = context.document->workflow();
    GraphModel graph = graphOf(workflow);
    QHash<AgentId, GraphNode::Alert> alerts;
    for (const Problem &problem : context.document->validation().problems) {
        GraphNode::Alert &alert = alerts[memberOf(workflow, problem)];
        alert = worse(alert, problem.severity);
    }
    for (GraphNode &node : graph.nodes) {
        if (node.kind == NodeKind::Agent)
            node.alert = alerts.value(node.agent);
    }
    if (agents)
        addAgentFacts(graph, workflow, *agents);
    addKeptResults(graph, *KeptMembers::of(context.document));
    return graph;
}

QString TeamCanvas::Private::problemsOf(const AgentId &member) const
{
    QStringList sentences;
    for (const Problem &problem : context.document->validation().problems) {
        if (memberOf(context.document->workflow(), problem) == member)
            sentences << problemText(problem);
    }
    return sentences.join(u'\n');
}

void TeamCanvas::Private::showDocument()
{
    animation.stop();
    cancelGesture();
    pressed.reset();
    q->showGraph(shownGraph(), Refit::AtFirst);
    minimap->refresh();
    commands->refresh();
}

/// Somebody else chose members.
void TeamCanvas::Private::showSelection()
{
    if (choosing)
        return;
    const QScopedValueRollback<bool> ours(choosing, true);
    if (context.chosenMembers() != context.selection->members()) {
        std::vector<int> nodes;
        const GraphModel &graph = q->graph();
        for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
            if (context.selection->contains(graph.nodes[i].agent))
                nodes.push_back(static_cast<int>(i));
        }
        context.scene->setSelection(std::move(nodes), q->selectedNode());
    }
    commands->refresh();
    minimap->refresh();
}

/// The person chose nodes here.
void TeamCanvas::Private::chooseMembers()
{
    if (!choosing) {
        const QScopedValueRollback<bool> ours(choosing, true);
        context.selection->setMembers(context.chosenMembers());
    }
    commands->refresh();
    minimap->refresh();
}

void TeamCanvas::Private::say(const QString &sentence)
{
    if (sentence == lastHint)
        return;
    lastHint = sentence;
    emit q->hintChanged(sentence);
}

bool TeamCanvas::event(QEvent *event)
{
    // A key that is ours must not reach a shortcut of the window first.
    if (event->type() == QEvent::ShortcutOverride && p->gesture) {
        event->accept();
        return true;
    }
    return TeamGraphView::event(event);
}

bool TeamCanvas::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !p)
        return TeamGraphView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int node = nodeAt(help->pos());
    const AgentId member
        = node < 0 ? AgentId() : graph().nodes[static_cast<std::size_t>(node)].agent;
    QToolTip::showText(
        help->globalPos(), member.isEmpty() ? QString() : p->problemsOf(member), this);
    return true;
}

void TeamCanvas::changeEvent(QEvent *event)
{
    TeamGraphView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && p) {
        setAccessibleName(tr("Team canvas"));
        p->commands->retranslate();
        p->showDocument();
    }
}

void TeamCanvas::resizeEvent(QResizeEvent *event)
{
    TeamGraphView::resizeEvent(event);
    if (p)
        p->minimap->placeIn(viewport()->rect());
}

void TeamCanvas::scrollContentsBy(int dx, int dy)
{
    TeamGraphView::scrollContentsBy(dx, dy);
    if (p && p->minimap)
        p->minimap->update();
    if (p && p->editor)
        p->editor->moveToMark();
}

void TeamCanvas::drawForeground(QPainter *painter, const QRectF &rect)
{
    TeamGraphView::drawForeground(painter, rect);
    if (!p->gesture)
        return;
    painter->save();
    p->gesture->paint(*painter);
    painter->restore();
}

} // namespace renum::ui
