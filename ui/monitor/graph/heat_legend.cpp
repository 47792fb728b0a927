// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/graph/heat_legend.h"

#include "ui/monitor/graph/cost_heat.h"
#include "ui/text/money_text.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QLinearGradient>
#include <QPainter>

namespace renum::ui {

namespace {
constexpr int ScaleWidth = 3 * Theme::ControlHeight;
} // namespace

HeatLegend::HeatLegend(const Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

int HeatLegend::scaleWidth() const
{
    return m_isKnown ? ScaleWidth + 2 * Theme::Space2 : 0;
}

void HeatLegend::setHeat(const CostHeat &heat)
{
    m_isKnown = heat.isKnown();
    m_text = m_isKnown ? tr("Cost: $0") : tr("No cost is known yet");
    m_most = m_isKnown ? format::money(Cost::ofCall(CostBasis::Computed, heat.mostNanoUsd))
                       : QString();
    //: the legend of a heat map, read aloud; the argument is the cost of the dearest
    setAccessibleName(
        m_isKnown ? tr("The stronger the shade, the more it cost: up to %1").arg(m_most) : m_text);
    adjustSize();
    update();
}

QSize HeatLegend::sizeHint() const
{
    const QFontMetrics metrics(m_theme->font(TextStyle::Label));
    return { metrics.horizontalAdvance(m_text) + scaleWidth() + metrics.horizontalAdvance(m_most)
            + 2 * Theme::Space3,
        Theme::ControlHeight };
}

void HeatLegend::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme->color(ColorToken::Line));
    painter.setBrush(m_theme->color(ColorToken::Panel));
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::ControlRadius, Theme::ControlRadius);
    painter.setFont(m_theme->font(TextStyle::Label));
    painter.setPen(m_theme->color(ColorToken::TextDim));
    const QRect inner = rect().adjusted(Theme::Space3, 0, -Theme::Space3, 0);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, m_text);
    painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter, m_most);
    if (!m_isKnown)
        return;
    QRect scale(0, 0, ScaleWidth, Theme::Space3);
    scale.moveCenter(rect().center());
    scale.moveLeft(inner.left() + painter.fontMetrics().horizontalAdvance(m_text) + Theme::Space2);
    QLinearGradient shades(scale.topLeft(), scale.topRight());
    shades.setColorAt(0, heatColor(*m_theme, 0));
    shades.setColorAt(1, heatColor(*m_theme, 1));
    painter.setBrush(shades);
    painter.setPen(m_theme->color(ColorToken::Line));
    painter.drawRect(scale);
}

} // namespace renum::ui
