// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/team_graph_view.h"

#include "ui/graph/graph_accessible.h"
#include "ui/graph/graph_scene.h"
#include "ui/graph/team_graph_view_p.h"
#include "ui/graph/wall_clock.h"
#include "ui/graph/zoom_bar.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace renum::ui {

namespace {

constexpr double DotSpacing = 20;
/// Dots closer than this on the screen are noise: every second one is left out.
constexpr double LeastDotSpacing = 14;

} // namespace

TeamGraphView::TeamGraphView(Theme *theme, QWidget *parent)
    : QGraphicsView(parent)
    , d(std::make_unique<Private>())
{
    installGraphAccessibility();
    d->theme = theme;
    d->scene = new GraphScene(theme, this);
    setScene(d->scene);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setViewportUpdateMode(SmartViewportUpdate);
    setTransformationAnchor(AnchorUnderMouse);
    setResizeAnchor(AnchorViewCenter);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Team graph"));
    setAccessibleDescription(
        tr("Tab or the arrow keys move between agents, Enter opens one, plus and minus zoom."));

    connect(d->scene, &QGraphicsScene::selectionChanged, this, &TeamGraphView::onSelectionChanged);
    connect(theme, &Theme::changed, this, [this] {
        d->scene->refreshTheme();
        if (d->autoFit)
            fitGraph();
        viewport()->update();
    });
}

TeamGraphView::~TeamGraphView()
{
    // The scene outlives d otherwise and would report its last selection to it.
    d->scene->disconnect(this);
}

void TeamGraphView::setDefinition(const WorkflowDefinition &definition)
{
    d->plannedFor = {};
    showGraph(graphOf(definition));
}

void TeamGraphView::setExecution(const Execution &execution)
{
    if (!execution.plan)
        return;
    // A plan never changes within its execution.
    if (d->plannedFor.isEmpty() || d->plannedFor != execution.id) {
        d->plannedFor = execution.id;
        d->planGraph = graphOf(*execution.plan);
    }
    GraphModel graph = d->planGraph;
    applyExecution(graph, execution, wallClock());
    showGraph(graph);
}

void TeamGraphView::showGraph(const GraphModel &graph)
{
    const bool first = d->scene->graph().nodes.empty();
    const QRectF before = d->scene->contentRect();
    d->scene->setGraph(graph);
    if (first || d->scene->contentRect() != before)
        fitGraph();
}

void TeamGraphView::setPreviewMode(bool preview)
{
    d->preview = preview;
    setInteractive(!preview);
    setFocusPolicy(preview ? Qt::NoFocus : Qt::StrongFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents, preview);
    if (d->zoomBar)
        d->zoomBar->setVisible(!preview);
    fitGraph();
}

void TeamGraphView::fitGraph()
{
    d->autoFit = true;
    const QRectF content = d->scene->contentRect();
    const QSize room = viewport()->size();
    if (content.isEmpty() || room.isEmpty())
        return;
    const double scale
        = std::min({ room.width() / content.width(), room.height() / content.height(), 1.0 });
    setTransform(QTransform::fromScale(scale, scale));
    centerOn(content.center());
    emit zoomChanged(zoom());
}

void TeamGraphView::zoomBy(double factor)
{
    const double target = std::clamp(zoom() * factor, Private::LeastZoom, Private::MostZoom);
    d->autoFit = false;
    scale(target / zoom(), target / zoom());
    emit zoomChanged(zoom());
}

double TeamGraphView::zoom() const
{
    return transform().m11();
}

const GraphModel &TeamGraphView::graph() const
{
    return d->scene->graph();
}

int TeamGraphView::selectedNode() const
{
    return d->scene->selectedNode();
}

void TeamGraphView::selectNode(int index)
{
    d->scene->selectNode(index);
}

AgentId TeamGraphView::selectedAgent() const
{
    const int index = selectedNode();
    return index < 0 ? AgentId() : graph().nodes[static_cast<std::size_t>(index)].agent;
}

void TeamGraphView::selectAgent(const AgentId &agent)
{
    // Shown, not chosen: nobody is told what they asked for.
    const QSignalBlocker quiet(this);
    selectNode(graph().indexOf(agent));
}

QRect TeamGraphView::nodeRect(int index) const
{
    const std::vector<QRectF> &places = d->scene->places();
    if (index < 0 || static_cast<std::size_t>(index) >= places.size())
        return {};
    return mapFromScene(places[static_cast<std::size_t>(index)]).boundingRect();
}

int TeamGraphView::nodeAt(const QPoint &position) const
{
    return d->scene->nodeAt(mapToScene(position));
}

void TeamGraphView::onSelectionChanged()
{
    const int index = selectedNode();
    if (index < 0)
        return;
    QAccessibleEvent focus(this, QAccessible::Focus);
    focus.setChild(index);
    QAccessible::updateAccessibility(&focus);
    const AgentId agent = selectedAgent();
    if (!agent.isEmpty())
        emit agentSelected(agent);
}

void TeamGraphView::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect, d->theme->color(ColorToken::Canvas));
    if (d->preview)
        return;
    double spacing = DotSpacing;
    while (spacing * zoom() < LeastDotSpacing)
        spacing *= 2;
    QList<QPointF> dots;
    for (double x = std::floor(rect.left() / spacing) * spacing; x < rect.right(); x += spacing) {
        for (double y = std::floor(rect.top() / spacing) * spacing; y < rect.bottom(); y += spacing)
            dots << QPointF(x, y);
    }
    QPen pen(d->theme->color(ColorToken::CanvasDot), 2);
    pen.setCosmetic(true);
    painter->setPen(pen);
    painter->drawPoints(dots.constData(), static_cast<int>(dots.size()));
}

void TeamGraphView::paintEvent(QPaintEvent *event)
{
    QGraphicsView::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(viewport());
    painter.setPen(QPen(d->theme->color(ColorToken::Accent), 2));
    painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
}

void TeamGraphView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    placeZoomBar();
    if (d->autoFit)
        fitGraph();
}

void TeamGraphView::showEvent(QShowEvent *event)
{
    // A preview never needs it.
    if (!d->zoomBar && !d->preview)
        makeZoomBar();
    QGraphicsView::showEvent(event);
}

void TeamGraphView::makeZoomBar()
{
    d->zoomBar = new ZoomBar(this);
    d->zoomBar->setZoom(zoom());
    connect(d->zoomBar, &ZoomBar::zoomRequested, this, &TeamGraphView::zoomBy);
    connect(d->zoomBar, &ZoomBar::resetRequested, this, [this] { zoomBy(1 / zoom()); });
    connect(d->zoomBar, &ZoomBar::fitRequested, this, &TeamGraphView::fitGraph);
    connect(this, &TeamGraphView::zoomChanged, d->zoomBar, &ZoomBar::setZoom);
    placeZoomBar();
    d->zoomBar->show();
}

void TeamGraphView::placeZoomBar()
{
    if (!d->zoomBar)
        return;
    d->zoomBar->adjustSize();
    d->zoomBar->move(Theme::Space3, viewport()->height() - d->zoomBar->height() - Theme::Space3);
}

} // namespace renum::ui
