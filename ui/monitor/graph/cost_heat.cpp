// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/graph/cost_heat.h"

#include "ui/text/money_text.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace renum::ui {

namespace {

struct Heat {
    Q_DECLARE_TR_FUNCTIONS(Heat)
};

constexpr double FaintestShade = 0.08;
constexpr double StrongestShade = 0.32; ///< what stands on a card stays readable
constexpr double FrameWidth = 2;

QColor shade(const Theme &theme, double strength)
{
    QColor color = theme.color(ColorToken::Accent);
    color.setAlphaF(static_cast<float>(strength));
    return color;
}

} // namespace

CostHeat costHeat(const GraphModel &graph, const QHash<AgentId, Cost> &costs)
{
    CostHeat heat;
    qint64 total = 0;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const auto found = costs.constFind(graph.nodes[i].agent);
        if (found == costs.cend() || found->calls() == 0)
            continue;
        heat.cells.push_back({ static_cast<int>(i), *found, 0, 0 });
        heat.mostNanoUsd = std::max(heat.mostNanoUsd, found->nanoUsd);
        total += found->nanoUsd;
    }
    if (!heat.isKnown())
        return heat;
    for (CostHeat::Cell &cell : heat.cells) {
        const auto amount = static_cast<double>(cell.cost.nanoUsd);
        cell.warmth = amount / static_cast<double>(heat.mostNanoUsd);
        cell.share = amount / static_cast<double>(total);
    }
    return heat;
}

QString heatText(const CostHeat::Cell &cell)
{
    if (!cell.cost.isKnown())
        return Heat::tr("unknown");
    const QString percent = QLocale().toString(cell.share * 100, 'f', 0);
    //: a cost, and its share of the whole in percent
    return Heat::tr("%1 · %2 %").arg(format::money(cell.cost), percent);
}

QColor heatColor(const Theme &theme, double warmth)
{
    return shade(theme, FaintestShade + (StrongestShade - FaintestShade) * warmth);
}

void paintHeat(QPainter &painter, const Theme &theme, const QRectF &card,
    const CostHeat::Cell &cell, bool withText)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(cell.cost.isKnown() ? QBrush(heatColor(theme, cell.warmth))
                                         : QBrush(shade(theme, StrongestShade), Qt::BDiagPattern));
    painter.drawRoundedRect(card, Theme::CardRadius, Theme::CardRadius);
    if (!withText)
        return;
    const QFont font = theme.font(TextStyle::Label);
    const QString text = heatText(cell);
    const double width = QFontMetricsF(font).horizontalAdvance(text) + 2 * Theme::Space2;
    // Above the card, whose own upper corner says its state.
    QRectF sign(0, 0, width, Theme::Space6);
    sign.moveBottomRight(QPointF(card.right() - Theme::Space2, card.top() + Theme::Space1));
    painter.setPen(QPen(theme.color(ColorToken::Accent), FrameWidth));
    painter.setBrush(theme.color(ColorToken::Panel));
    painter.drawRoundedRect(sign, sign.height() / 2, sign.height() / 2);
    painter.setFont(font);
    painter.setPen(theme.color(ColorToken::Text));
    painter.drawText(sign, Qt::AlignCenter, text);
}

} // namespace renum::ui
