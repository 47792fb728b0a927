// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/card_metrics.h"
#include "ui/graph/graph_model.h"

#include <QPixmap>
#include <QRectF>
#include <QString>
#include <QStringList>

namespace renum::ui {

/// What a card says when it is near, broken and elided to its places, with its tinted icon. Far
/// more costly to make than to paint, hence made once and only for cards that are seen so near.
struct CardTexts {
    QString title;
    QString subtitle;
    QStringList body;
    QString footer;
    QRectF badge; ///< empty without a state
    QRectF badgeText;
    QPixmap badgeIcon;
    QRectF alert; ///< where the icon says that something is wrong; empty otherwise
    QRectF caret; ///< where streamed text goes on; empty without
};
[[nodiscard]] CardTexts cardTexts(
    const Theme &theme, const CardMetrics &metrics, const GraphNode &node);

/// What is left of it further away.
struct CardHeadline {
    QString title;
    QPixmap icon; ///< of the state
};
[[nodiscard]] CardHeadline cardHeadline(const Theme &theme, const GraphNode &node, double width);

} // namespace renum::ui
