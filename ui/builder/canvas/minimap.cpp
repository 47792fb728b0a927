// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/canvas/minimap.h"

#include "ui/graph/graph_scene.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QGraphicsView>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int RefreshMs = 100;
constexpr int Width = 6 * Theme::Space6;
constexpr int Height = 4 * Theme::Space6;
/// A view with less room has none for it.
constexpr int LeastRoom = 3 * Width;
constexpr float FrameTint = 0.25F;
/// A node is never less than this, however many there are.
constexpr double LeastNode = 2;

QColor colorOf(const Theme &theme, const GraphNode &node)
{
    if (node.status)
        return theme.color(node.look.color);
    if (node.alert == GraphNode::Alert::Error)
        return theme.color(ColorToken::Err);
    return node.series < 0 ? theme.color(ColorToken::Neutral) : theme.seriesColor(node.series);
}

} // namespace

Minimap::Minimap(const GraphScene *scene, const Theme *theme, QWidget *view)
    : QWidget(view)
    , m_scene(scene)
    , m_theme(theme)
{
    setObjectName(u"minimap"_s);
    setFocusPolicy(Qt::NoFocus); // the keys of the canvas do the same
    setCursor(Qt::PointingHandCursor);
    m_soon.setSingleShot(true);
    m_soon.setInterval(RefreshMs);
    connect(&m_soon, &QTimer::timeout, this, &Minimap::redraw);
    connect(theme, &Theme::changed, this, &Minimap::refresh);
    retranslate();
    hide();
}

void Minimap::retranslate()
{
    setAccessibleName(tr("Overview"));
    setToolTip(tr("Click or drag to bring a part of the team into view"));
}

void Minimap::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QSize Minimap::sizeHint() const
{
    return { Width, Height };
}

void Minimap::toggle()
{
    m_wanted = !m_wanted;
    updateVisible();
}

void Minimap::placeIn(const QRect &room)
{
    m_room = room;
    resize(sizeHint());
    move(room.right() - width() - Theme::Space3, room.bottom() - height() - Theme::Space3);
    updateVisible();
}

void Minimap::updateVisible()
{
    const bool any = m_scene->graph().nodes.size() > 2;
    const bool shown = m_wanted && any && m_room.width() >= LeastRoom;
    if (shown == isVisibleTo(parentWidget()))
        return;
    setVisible(shown);
    if (shown)
        redraw();
}

void Minimap::refresh()
{
    updateVisible();
    if (isVisibleTo(parentWidget()) && !m_soon.isActive())
        m_soon.start();
}

QTransform Minimap::toMap() const
{
    const QRectF inner
        = QRectF(rect()).adjusted(Theme::Space1, Theme::Space1, -Theme::Space1, -Theme::Space1);
    const double scale = m_content.isEmpty()
        ? 1
        : std::min(inner.width() / m_content.width(), inner.height() / m_content.height());
    QTransform transform = QTransform::fromTranslate(inner.center().x(), inner.center().y());
    transform.scale(scale, scale);
    transform.translate(-m_content.center().x(), -m_content.center().y());
    return transform;
}

void Minimap::redraw()
{
    m_content = m_scene->contentRect();
    m_picture = QPixmap(size() * devicePixelRatioF());
    m_picture.setDevicePixelRatio(devicePixelRatioF());
    m_picture.fill(Qt::transparent);
    QPainter painter(&m_picture);
    const QTransform transform = toMap();
    const std::vector<QRectF> &frames = m_scene->frames().frames;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        QColor fill = m_theme->seriesColor(m_scene->graph().frames[i].series);
        fill.setAlphaF(FrameTint);
        if (!frames[i].isNull())
            painter.fillRect(transform.mapRect(frames[i]), fill);
    }
    const std::vector<QRectF> &places = m_scene->places();
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i].isNull())
            continue;
        QRectF node = transform.mapRect(places[i]);
        node.setSize(node.size().expandedTo({ LeastNode, LeastNode }));
        painter.fillRect(node, colorOf(*m_theme, m_scene->graph().nodes[i]));
    }
    const QColor accent = m_theme->color(ColorToken::Accent);
    painter.setPen(accent);
    for (const int node : m_scene->selection()) {
        const QRectF &place = places[static_cast<std::size_t>(node)];
        if (!place.isNull())
            painter.drawRect(transform.mapRect(place).adjusted(-1, -1, 1, 1));
    }
    update();
}

void Minimap::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme->color(ColorToken::Line));
    painter.setBrush(m_theme->color(ColorToken::Panel));
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::ControlRadius, Theme::ControlRadius);
    painter.drawPixmap(0, 0, m_picture);
    const auto *view = qobject_cast<const QGraphicsView *>(parentWidget());
    const QRectF seen = view->mapToScene(view->viewport()->rect()).boundingRect();
    const QRectF shown = toMap().mapRect(seen).intersected(QRectF(rect()).adjusted(2, 2, -2, -2));
    painter.setPen(m_theme->color(ColorToken::Accent));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(shown);
}

void Minimap::mousePressEvent(QMouseEvent *event)
{
    event->accept();
    if (event->button() == Qt::LeftButton)
        emit centerRequested(toMap().inverted().map(event->position()));
}

void Minimap::mouseMoveEvent(QMouseEvent *event)
{
    event->accept();
    if (event->buttons() & Qt::LeftButton)
        emit centerRequested(toMap().inverted().map(event->position()));
}

void Minimap::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
}

} // namespace renum::ui
