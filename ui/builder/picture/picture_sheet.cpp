// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/picture/picture_sheet.h"

#include "ui/builder/picture/team_picture.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QLocale>
#include <QPdfWriter>
#include <QScreen>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>
#include <utility>

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

class SvgSheet : public PictureSheet {
public:
    SvgSheet(const QSize &size, QString title)
        : m_title(std::move(title))
        , m_target({}, size)
    {
        m_generator.setOutputDevice(&m_buffer);
        m_generator.setResolution(fontResolution());
        m_generator.setSize(size);
        m_generator.setViewBox(m_target);
        m_generator.setTitle(QStringLiteral("title"));
        painter().begin(&m_generator);
    }
    ~SvgSheet() override { endPainting(); }

    [[nodiscard]] QRect target() const override { return m_target; }
    [[nodiscard]] PictureContent finish() override
    {
        endPainting();
        return readableXml(m_buffer.data(), m_title);
    }

private:
    QString m_title;
    QRect m_target;
    QBuffer m_buffer;
    QSvgGenerator m_generator;
};

/// One page, upright or across as the picture is, which is never larger than life.
class PdfSheet : public PictureSheet {
public:
    PdfSheet(const QSize &size, const QString &title)
        : m_writer(&m_buffer)
    {
        m_buffer.open(QIODevice::WriteOnly);
        m_writer.setResolution(fontResolution());
        m_writer.setPageLayout(pageFor(size));
        m_writer.setTitle(title);
        m_writer.setCreator(QGuiApplication::applicationDisplayName());
        const QRect page({}, m_writer.pageLayout().paintRectPixels(m_writer.resolution()).size());
        const bool fits = size.width() <= page.width() && size.height() <= page.height();
        m_target = QRect({}, fits ? size : page.size());
        m_target.moveCenter(page.center());
        painter().begin(&m_writer);
    }
    ~PdfSheet() override { endPainting(); }

    [[nodiscard]] QRect target() const override { return m_target; }
    [[nodiscard]] PictureContent finish() override
    {
        endPainting();
        return m_buffer.data();
    }

private:
    QBuffer m_buffer;
    QPdfWriter m_writer;
    QRect m_target;
};

/// Twice as large as on the screen, or as large as an image may reasonably be.
class ImageSheet : public PictureSheet {
public:
    explicit ImageSheet(const QSize &size)
        : m_image(imageSize(size), QImage::Format_RGB32)
    {
        if (!m_image.isNull())
            painter().begin(&m_image);
    }
    ~ImageSheet() override { endPainting(); }

    [[nodiscard]] bool isNull() const { return m_image.isNull(); }
    [[nodiscard]] QRect target() const override { return m_image.rect(); }
    [[nodiscard]] PictureContent finish() override
    {
        endPainting();
        return m_image;
    }

private:
    QImage m_image;
};

} // namespace

std::unique_ptr<PictureSheet> PictureSheet::make(
    PictureFormat format, const TeamPicture &picture, const QString &title)
{
    switch (format) {
    case PictureFormat::Svg:
        return std::make_unique<SvgSheet>(picture.size(), title);
    case PictureFormat::Pdf:
        return std::make_unique<PdfSheet>(picture.size(), title);
    case PictureFormat::Png:
        break;
    }
    auto sheet = std::make_unique<ImageSheet>(picture.size());
    return sheet->isNull() ? nullptr : std::move(sheet);
}

} // namespace renum::ui
