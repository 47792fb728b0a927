// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QRectF>
#include <QSizeF>

namespace renum::ui {

/// Sizes of a node card, grown with the font so that big system fonts fit. Top left is (0, 0).
struct CardMetrics {
    QSizeF agent; ///< an agent's card
    QSizeF pill; ///< prompt and result
    QRectF title;
    QRectF badge; ///< the room for it, at the right of the title's row
    QRectF subtitle;
    QRectF body;
    QRectF footer;
    double line = 0; ///< height of a line of body text
    double rule = 0; ///< y of the hairline above the footer

    static constexpr double Bar = Theme::Space1; ///< width of the colour bar
    static constexpr double Port = 10; ///< diameter as drawn
    static constexpr double PortHit = 24; ///< diameter that answers to the pointer
    static constexpr double Halo = Theme::Space1; ///< of the selection, outside the card
    static constexpr int BodyLines = 2;
};

[[nodiscard]] CardMetrics cardMetrics(const Theme &theme);

} // namespace renum::ui
