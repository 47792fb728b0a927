// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/card_metrics.h"

#include <QFontMetricsF>

namespace renum::ui {

namespace {

/// Card width in device-independent pixels at the usual font, and in characters at any other.
constexpr double CardWidth = 224;
constexpr double CardWidthInCharacters = 30;
constexpr double PillCharacters = 10;

} // namespace

CardMetrics cardMetrics(const Theme &theme)
{
    const QFontMetricsF strong(theme.font(TextStyle::BodyStrong));
    const QFontMetricsF label(theme.font(TextStyle::Label));
    constexpr double pad = Theme::Space3;

    CardMetrics metrics;
    const double width = std::max(CardWidth, label.averageCharWidth() * CardWidthInCharacters);
    const double left = CardMetrics::Bar + pad;
    const double inner = width - left - pad;
    metrics.line = label.height();
    const double rowHeight = std::max(strong.height(), label.height() + Theme::Space1);
    metrics.title = QRectF(left, pad, inner, rowHeight);
    metrics.badge = metrics.title;
    metrics.subtitle = QRectF(left, metrics.title.bottom(), inner, label.height());
    metrics.body = QRectF(left, metrics.subtitle.bottom() + Theme::Space2, inner,
        metrics.line * CardMetrics::BodyLines);
    metrics.rule = metrics.body.bottom() + Theme::Space2;
    metrics.footer
        = QRectF(left, metrics.rule + Theme::Space1, inner, label.height() + Theme::Space1);
    metrics.agent = QSizeF(width, metrics.footer.bottom() + Theme::Space1);
    metrics.pill = QSizeF(strong.averageCharWidth() * PillCharacters + 2 * Theme::Space2,
        strong.height() + 2 * Theme::Space3);
    return metrics;
}

} // namespace renum::ui
