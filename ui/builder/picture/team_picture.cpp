// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/picture/team_picture.h"

#include "ui/graph/graph_scene.h"
#include "ui/theme/theme.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>
#include <QScreen>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace renum::ui {

namespace {

constexpr double ImageScale = 2;
/// Beyond this the raster engine does not paint.
constexpr double LongestSide = 30'000;
/// Four bytes each: a quarter of a gigabyte.
constexpr double MostPixels = 64'000'000;
constexpr double PageMargin = 12; // millimetres

/// What the theme's fonts were measured with: another resolution would change the size of the words
/// but not of the cards.
int fontResolution()
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    constexpr int usual = 96;
    return screen ? qRound(screen->logicalDotsPerInchY()) : usual;
}

QSize imageSize(const QSize &size)
{
    const double width = size.width();
    const double height = size.height();
    const double scale = std::min({ ImageScale, LongestSide / std::max(width, height),
        std::sqrt(MostPixels / (width * height)) });
    return QSize(static_cast<int>(width * scale), static_cast<int>(height * scale))
        .expandedTo({ 1, 1 });
}

/// Qt writes titles as they are, and characters that XML forbids.
QByteArray readableXml(QByteArray svg, const QString &title)
{
    const QByteArray open("<title>");
    const auto from = svg.indexOf(open) + open.size();
    const auto to = svg.indexOf("</title>", from);
    if (from >= open.size() && to >= from)
        svg.replace(from, to - from, title.toHtmlEscaped().toUtf8());
    svg.removeIf([](char c) { return c >= 0 && c < ' ' && c != '\n' && c != '\t' && c != '\r'; });
    for (const QChar nobody : { QChar(0xfffe), QChar(0xffff) })
        svg.replace(QString(nobody).toUtf8(), QByteArray());
    return svg;
}

QPageLayout pageFor(const QSize &size)
{
    const bool metric = QLocale().measurementSystem() == QLocale::MetricSystem;
    return { QPageSize(metric ? QPageSize::A4 : QPageSize::Letter),
        size.width() > size.height() ? QPageLayout::Landscape : QPageLayout::Portrait,
        QMarginsF(PageMargin, PageMargin, PageMargin, PageMargin), QPageLayout::Millimeter };
}

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
}

TeamPicture::~TeamPicture() = default;

void TeamPicture::paint(QPainter &painter, const QRect &target) const
{
    // The items choose their detail by the world transform, which stays as at 100 %: window and
    // viewport do the scaling.
    QRect window({}, target.size().scaled(size(), Qt::KeepAspectRatioByExpanding));
    window.moveCenter(m_rect.center());
    painter.setWindow(window);
    painter.setViewport(target);
    painter.setRenderHints(
        QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    if (m_ground == Ground::Canvas)
        painter.fillRect(window, m_theme->color(ColorToken::Canvas));
    m_scene->render(&painter, m_rect, m_rect, Qt::IgnoreAspectRatio);
}

QByteArray TeamPicture::svg(const QString &title) const
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(fontResolution());
    generator.setSize(size());
    generator.setViewBox(QRect({}, size()));
    generator.setTitle(QStringLiteral("title"));
    QPainter painter(&generator);
    paint(painter, QRect({}, size()));
    painter.end();
    return readableXml(buffer.data(), title);
}

QByteArray TeamPicture::pdf(const QString &title) const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(fontResolution());
    writer.setPageLayout(pageFor(size()));
    writer.setTitle(title);
    writer.setCreator(QGuiApplication::applicationDisplayName());
    const QRect page({}, writer.pageLayout().paintRectPixels(writer.resolution()).size());
    const bool fits = size().width() <= page.width() && size().height() <= page.height();
    QRect target({}, fits ? size() : page.size());
    target.moveCenter(page.center());
    QPainter painter(&writer);
    paint(painter, target);
    painter.end();
    return buffer.data();
}

QImage TeamPicture::image() const
{
    QImage image(imageSize(size()), QImage::Format_RGB32);
    if (image.isNull())
        return image;
    image.fill(m_theme->color(ColorToken::Canvas));
    QPainter painter(&image);
    paint(painter, image.rect());
    return image;
}

} // namespace renum::ui
