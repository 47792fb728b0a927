// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icon_engine.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

QString fileOf(const QString &name)
{
    return u":/renum/icons/%1.svg"_s.arg(name);
}

/// QtSvg does not inherit `currentColor` from outside, so the colour goes into the text.
QPixmap render(const QString &name, const QColor &color, const QSize &size)
{
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QFile file(fileOf(name));
    if (!file.open(QIODevice::ReadOnly))
        return pixmap;
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    return pixmap;
}

} // namespace

IconEngine::IconEngine(QString name, ColorToken token, ColorToken checked, SharedColors colors)
    : m_name(std::move(name))
    , m_token(token)
    , m_checked(checked)
    , m_colors(std::move(colors))
{
}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal scale = painter->device() ? painter->device()->devicePixelRatio() : 1;
    painter->drawPixmap(rect, scaledPixmap(rect.size() * scale, mode, state, scale));
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1);
}

QPixmap IconEngine::scaledPixmap(
    const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale)
{
    const QColor color = tint(mode, state);
    const QString cacheKey = u"renum-icon/%1/%2/%3x%4@%5"_s.arg(m_name, color.name())
                                 .arg(size.width())
                                 .arg(size.height())
                                 .arg(scale);
    QPixmap pixmap;
    if (!QPixmapCache::find(cacheKey, &pixmap)) {
        pixmap = render(m_name, color, size);
        pixmap.setDevicePixelRatio(scale);
        QPixmapCache::insert(cacheKey, pixmap);
    }
    return pixmap;
}

QIconEngine *IconEngine::clone() const
{
    return new IconEngine(*this);
}

QString IconEngine::key() const
{
    return u"renum"_s;
}

bool IconEngine::isNull()
{
    return !QFile::exists(fileOf(m_name));
}

QColor IconEngine::tint(QIcon::Mode mode, QIcon::State state) const
{
    const ThemeColors &colors = *m_colors;
    if (mode == QIcon::Disabled)
        return colors.color(ColorToken::TextFaint);
    return colors.color(state == QIcon::On ? m_checked : m_token);
}

} // namespace renum::ui
