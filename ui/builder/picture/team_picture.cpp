// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/picture/team_picture.h"

#include "ui/graph/graph_scene.h"
#include "ui/graph/wires_item.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>
#include <utility>

namespace renum::ui {

namespace {

/// The ground of a large image takes time as well: its memory is used for the first time.
constexpr int Bands = 64;
/// As many take about as long as a few cards.
constexpr int WiresAtOnce = 40;

} // namespace

TeamPicture::TeamPicture(GraphModel graph, const Theme *theme, Ground ground)
    : m_theme(theme)
    , m_ground(ground)
    , m_scene(std::make_unique<GraphScene>(theme))
{
    for (GraphNode &node : graph.nodes)
        node.alert = GraphNode::Alert::None;
    m_scene->setGraph(std::move(graph));
    m_rect = m_scene->contentRect().toAlignedRect();
    plan();
}

TeamPicture::~TeamPicture() = default;

void TeamPicture::plan()
{
    if (m_ground == Ground::Canvas) {
        for (int band = 0; band < Bands; ++band)
            m_steps.push_back({ Step::Kind::Ground, nullptr, band });
    }
    const int wires = static_cast<int>(m_scene->graph().wires.size());
    const QList<QGraphicsItem *> items = m_scene->items(Qt::AscendingOrder);
    for (QGraphicsItem *item : items) {
        if (!item->isVisible())
            continue;
        if (item != &m_scene->wires()) {
            m_steps.push_back({ Step::Kind::Item, item, 0 });
            continue;
        }
        for (int first = 0; first < wires; first += WiresAtOnce)
            m_steps.push_back({ Step::Kind::Wires, nullptr, first });
    }
    m_steps.push_back({ Step::Kind::Labels, nullptr, 0 });
}

void TeamPicture::begin(QPainter &painter, const QRect &target) const
{
    // The items choose their detail by the world transform, which stays as at 100 %: window and
    // viewport do the scaling.
    QRect window({}, target.size().scaled(size(), Qt::KeepAspectRatioByExpanding));
    window.moveCenter(m_rect.center());
    painter.setWindow(window);
    painter.setViewport(target);
    painter.setRenderHints(
        QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
}

void TeamPicture::paintBand(QPainter &painter, int band) const
{
    // Whole pixels of the device, lest a line shows where two bands meet. What is scaled later has
    // one ground only.
    const QRect all = painter.viewport();
    const bool isImage = painter.device()->devType() == QInternal::Image;
    if (!isImage && band > 0)
        return;
    const int top = isImage ? all.top() + all.height() * band / Bands : all.top();
    const int bottom = isImage ? all.top() + all.height() * (band + 1) / Bands : all.bottom() + 1;
    painter.setViewTransformEnabled(false);
    painter.fillRect(
        QRect(all.left(), top, all.width(), bottom - top), m_theme->color(ColorToken::Canvas));
    painter.setViewTransformEnabled(true);
}

void TeamPicture::paintStep(QPainter &painter, int step) const
{
    const Step &part = m_steps[static_cast<std::size_t>(step)];
    painter.save();
    switch (part.kind) {
    case Step::Kind::Ground:
        paintBand(painter, part.first);
        break;
    case Step::Kind::Item: {
        QStyleOptionGraphicsItem option;
        option.exposedRect = part.item->boundingRect();
        painter.translate(part.item->scenePos());
        part.item->paint(&painter, &option, nullptr);
        break;
    }
    case Step::Kind::Wires:
        m_scene->wires().paintSome(painter, part.first, WiresAtOnce);
        break;
    case Step::Kind::Labels:
        m_scene->wires().paintLabels(painter, m_rect);
        break;
    }
    painter.restore();
}

void TeamPicture::paint(QPainter &painter, const QRect &target) const
{
    begin(painter, target);
    for (int step = 0; step < steps(); ++step)
        paintStep(painter, step);
}

PictureContent TeamPicture::painted(PictureFormat format, const QString &title) const
{
    const std::unique_ptr<PictureSheet> sheet = PictureSheet::make(format, *this, title);
    if (!sheet)
        return QImage();
    paint(sheet->painter(), sheet->target());
    return sheet->finish();
}

QByteArray TeamPicture::svg(const QString &title) const
{
    return std::get<QByteArray>(painted(PictureFormat::Svg, title));
}

QByteArray TeamPicture::pdf(const QString &title) const
{
    return std::get<QByteArray>(painted(PictureFormat::Pdf, title));
}

QImage TeamPicture::image() const
{
    return std::get<QImage>(painted(PictureFormat::Png, {}));
}

} // namespace renum::ui
