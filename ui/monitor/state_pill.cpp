// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/state_pill.h"

#include <QFontMetrics>
#include <QPainter>

namespace renum::ui {

namespace {

constexpr int IconSize = Theme::Space3;

} // namespace

StatePill::StatePill(Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void StatePill::setState(const StateLook &look, const QString &text)
{
    if (text == m_text && look.icon == m_look.icon && look.color == m_look.color)
        return;
    m_look = look;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize StatePill::sizeOf(const Theme &theme, const QString &text)
{
    const QFontMetrics metrics(theme.font(TextStyle::Small));
    return { metrics.horizontalAdvance(text) + IconSize + Theme::Space1 + 2 * Theme::Space2,
        metrics.height() + 2 * Theme::Space1 };
}

QSize StatePill::sizeHint() const
{
    return sizeOf(*m_theme, m_text);
}

void StatePill::paint(QPainter &painter, const Theme &theme, const QRectF &rect,
    const StateLook &look, const QString &text)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(look.background));
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
    const QRect icon(qRound(rect.left()) + Theme::Space2, qRound(rect.center().y()) - IconSize / 2,
        IconSize, IconSize);
    theme.icon(look.icon, look.color).paint(&painter, icon);
    painter.setPen(theme.color(look.color));
    painter.setFont(theme.font(TextStyle::Small));
    painter.drawText(rect.adjusted(Theme::Space2 + IconSize + Theme::Space1, 0, 0, 0),
        Qt::AlignLeft | Qt::AlignVCenter, text);
    painter.restore();
}

void StatePill::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paint(painter, *m_theme, rect(), m_look, m_text);
}

} // namespace renum::ui
