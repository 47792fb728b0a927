// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/team_graph_view.h"

#include "ui/graph/graph_accessible.h"
#include "ui/graph/graph_scene.h"
#include "ui/graph/team_graph_view_p.h"
#include "ui/graph/wall_clock.h"
#include "ui/graph/wires_item.h"
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
    setInteractive(false); // the view knows what is where, items only paint
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Team graph"));
    setAccessibleDescription(
        tr("Tab or the arrow keys move between agents, Enter opens one, plus and minus zoom."));

    connect(d->scene, &GraphScene::nodesSelected, this, &TeamGraphView::onSelectionChanged);
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
    showGraph(std::move(graph));
}

GraphScene *TeamGraphView::graphScene() const
{
    return d->scene;
}

const Theme &TeamGraphView::theme() const
{
    return *d->theme;
}

void TeamGraphView::showGraph(GraphModel graph, Refit refit)
{
    const bool first = d->scene->graph().nodes.empty();
    const QRectF before = d->scene->contentRect();
    d->scene->setGraph(std::move(graph));
    const bool changed = refit == Refit::WhenChanged && d->scene->contentRect() != before;
    if (first || changed)
        fitGraph();
}

void TeamGraphView::keepView()
{
    d->autoFit = false;
}

bool TeamGraphView::isSpaceHeld() const
{
    return d->spaceHeld;
}

bool TeamGraphView::isPanning() const
{
    return d->panFrom.has_value();
}

void TeamGraphView::setPreviewMode(bool preview)
{
    d->preview = preview;
    setFocusPolicy(preview ? Qt::NoFocus : Qt::StrongFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents, preview);
    if (d->zoomBar)
        d->zoomBar->setVisible(!preview);
    fitGraph();
}

void TeamGraphView::fitGraph()
{
    showRect(d->scene->contentRect());
    d->autoFit = true;
}

void TeamGraphView::showRect(const QRectF &rect)
{
    d->autoFit = false;
    const QSize room = viewport()->size();
    if (rect.isEmpty() || room.isEmpty())
        return;
    const double fitting = std::min(room.width() / rect.width(), room.height() / rect.height());
    const double scale = std::clamp(fitting, Private::FurthestFit, 1.0);
    setTransform(QTransform::fromScale(scale, scale));
    centerOn(rect.center());
    emit zoomChanged(zoom());
}

void TeamGraphView::zoomBy(double factor)
{
    const double least = std::min(zoom(), Private::LeastZoom); // a huge team was fitted
    const double target = std::clamp(zoom() * factor, least, Private::MostZoom);
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
    const bool known = index >= 0 && static_cast<std::size_t>(index) < places.size();
    if (!known || places[static_cast<std::size_t>(index)].isNull())
        return {};
    return mapFromScene(places[static_cast<std::size_t>(index)]).boundingRect();
}

QRect TeamGraphView::wireRect(int wire) const
{
    if (wire < 0 || static_cast<std::size_t>(wire) >= graph().wires.size())
        return {};
    return mapFromScene(d->scene->wires().curveOf(wire, CoarseCurve).boundingRect()).boundingRect();
}

bool TeamGraphView::isNodeSelected(int index) const
{
    return std::ranges::binary_search(d->scene->selection(), index);
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
    // Four single pixels make a dot: a wider pen would stroke every point.
    QPen pen(d->theme->color(ColorToken::CanvasDot), 1);
    pen.setCosmetic(true);
    painter->setPen(pen);
    const double pixel = 1 / zoom();
    for (const QPointF &step : { QPointF(0, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(1, 0) }) {
        painter->translate(step * pixel);
        painter->drawPoints(dots.constData(), static_cast<int>(dots.size()));
    }
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
    if (!d->preview)
        zoomBar();
    QGraphicsView::showEvent(event);
}

ZoomBar *TeamGraphView::zoomBar()
{
    if (d->zoomBar)
        return d->zoomBar;
    d->zoomBar = new ZoomBar(this);
    d->zoomBar->setZoom(zoom());
    connect(d->zoomBar, &ZoomBar::zoomRequested, this, &TeamGraphView::zoomBy);
    connect(d->zoomBar, &ZoomBar::resetRequested, this, [this] { zoomBy(1 / zoom()); });
    connect(d->zoomBar, &ZoomBar::fitRequested, this, &TeamGraphView::fitGraph);
    connect(this, &TeamGraphView::zoomChanged, d->zoomBar, &ZoomBar::setZoom);
    placeZoomBar();
    d->zoomBar->show();
    return d->zoomBar;
}

void TeamGraphView::placeZoomBar()
{
    if (!d->zoomBar)
        return;
    d->zoomBar->adjustSize();
    d->zoomBar->move(Theme::Space3, viewport()->height() - d->zoomBar->height() - Theme::Space3);
}

} // namespace renum::ui
