// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/card_texts.h"

#include <QFontMetricsF>
#include <QTextLayout>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int BadgeIcon = Theme::Space3;
constexpr int BigIcon = 2 * Theme::Space6;
/// Icons are drawn at up to twice their size when zoomed in or on fine displays.
constexpr double IconScale = 2;
/// So many lines of streamed text are broken to find its last ones.
constexpr int StreamedLines = 50;

QPixmap tintedIcon(const Theme &theme, const QString &name, ColorToken token, int size)
{
    if (name.isEmpty())
        return {};
    return theme.icon(name, token).pixmap(QSize(size, size), IconScale);
}

/// Breaks text into lines of that width, at most one more than `limit` so that the caller sees that
/// it was cut.
QStringList brokenLines(const QString &text, const QFont &font, double width, int limit)
{
    QStringList lines;
    QTextLayout layout(text, font);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines << text.mid(line.textStart(), line.textLength()).trimmed();
        if (lines.size() > limit)
            break;
    }
    layout.endLayout();
    return lines;
}

/// The mark of a mistake at the right of the title; what it leaves of the title's width.
double placeAlert(
    CardTexts &texts, const Theme &theme, const CardMetrics &metrics, GraphNode::Alert alert)
{
    constexpr double size = Theme::SmallIconSize;
    texts.alert
        = QRectF(metrics.badge.right() - size, metrics.badge.center().y() - size / 2, size, size);
    const bool error = alert == GraphNode::Alert::Error;
    texts.badgeIcon = tintedIcon(
        theme, u"alert"_s, error ? ColorToken::Err : ColorToken::Warn, Theme::SmallIconSize);
    return metrics.title.width() - size - Theme::Space1;
}

/// The badge at the right of the title; what it leaves of the title's width.
double placeBadge(
    CardTexts &texts, const Theme &theme, const CardMetrics &metrics, const GraphNode &node)
{
    if (!node.status && node.alert != GraphNode::Alert::None)
        return placeAlert(texts, theme, metrics, node.alert);
    if (node.look.word.isEmpty() || node.kind != NodeKind::Agent)
        return metrics.title.width();
    const QFontMetricsF small(theme.font(TextStyle::Small));
    const double width
        = small.horizontalAdvance(node.look.word) + BadgeIcon + 2 * Theme::Space2 + Theme::Space1;
    texts.badge
        = QRectF(metrics.badge.right() - width, metrics.badge.top(), width, metrics.badge.height());
    texts.badgeText = texts.badge.adjusted(Theme::Space2 + BadgeIcon + Theme::Space1, 0, 0, 0);
    texts.badgeIcon = tintedIcon(theme, node.look.icon, node.look.color, BadgeIcon);
    return metrics.title.width() - width - Theme::Space1;
}

/// The end is what is new: the last lines, and where the next word will be.
void showStreamed(
    CardTexts &texts, const CardMetrics &metrics, const QFont &font, const QString &text)
{
    texts.body = brokenLines(text, font, metrics.body.width() - Theme::Space4, StreamedLines);
    const qsizetype cut = texts.body.size() - CardMetrics::BodyLines;
    if (cut > 0) {
        texts.body = texts.body.mid(cut);
        texts.body.first().prepend(QChar(0x2026));
    }
    const double x = metrics.body.left()
        + (texts.body.isEmpty() ? 0
                                : QFontMetricsF(font).horizontalAdvance(texts.body.constLast()));
    const double y = metrics.body.top()
        + metrics.line * static_cast<double>(std::max<qsizetype>(0, texts.body.size() - 1));
    texts.caret = QRectF(x + 1, y + 1, Theme::Space1 + 1, metrics.line - 2);
}

void showText(CardTexts &texts, const CardMetrics &metrics, const QFont &font, const QString &text)
{
    const double width = metrics.body.width();
    texts.body = brokenLines(text, font, width, CardMetrics::BodyLines);
    if (texts.body.size() <= CardMetrics::BodyLines)
        return;
    const QString rest = texts.body.at(CardMetrics::BodyLines - 1) + u' ' + texts.body.constLast();
    texts.body.removeLast();
    texts.body.last() = QFontMetricsF(font).elidedText(rest, Qt::ElideRight, width);
}

} // namespace

CardTexts cardTexts(const Theme &theme, const CardMetrics &metrics, const GraphNode &node)
{
    CardTexts texts;
    const double titleWidth = placeBadge(texts, theme, metrics, node);
    texts.title = QFontMetricsF(theme.font(TextStyle::BodyStrong))
                      .elidedText(node.title, Qt::ElideRight, titleWidth);
    const QFont labelFont = theme.font(TextStyle::Label);
    const QFontMetricsF label(labelFont);
    texts.subtitle = label.elidedText(node.subtitle, Qt::ElideRight, metrics.subtitle.width());
    texts.footer = label.elidedText(node.footer, Qt::ElideRight, metrics.footer.width());
    if (node.live)
        showStreamed(texts, metrics, labelFont, node.body);
    else
        showText(texts, metrics, labelFont, node.body);
    return texts;
}

CardHeadline cardHeadline(const Theme &theme, const GraphNode &node, double width)
{
    const QFontMetricsF headline(theme.font(TextStyle::Headline));
    return { headline.elidedText(node.title, Qt::ElideRight, width - 2 * Theme::Space3),
        tintedIcon(theme, node.look.icon, ColorToken::AccentText, BigIcon) };
}

} // namespace renum::ui
