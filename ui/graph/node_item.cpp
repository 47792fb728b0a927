// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/node_item.h"

#include <QFontMetricsF>
#include <QTextLayout>

/// What a card needs to know before it is painted: elided texts, rectangles, tinted icons.
namespace renum::ui {

namespace {

constexpr int BadgeIcon = Theme::Space3;
constexpr int BigIcon = 2 * Theme::Space6;
/// Icons are drawn at up to twice their size when zoomed in or on fine displays.
constexpr double IconScale = 2;

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

} // namespace

NodeItem::NodeItem(const Theme *theme, const CardMetrics &metrics, int index)
    : m_theme(theme)
    , m_metrics(metrics)
    , m_index(index)
{
    setFlag(ItemIsSelectable);
    setZValue(1);
}

void NodeItem::setContent(const GraphNode &node)
{
    if (node == m_node && !m_rect.isEmpty())
        return;
    m_node = node;
    prepare();
    update();
}

void NodeItem::setMetrics(const CardMetrics &metrics)
{
    m_metrics = metrics;
    prepare();
    update();
}

void NodeItem::prepare()
{
    prepareGeometry();
    const QFontMetricsF strong(m_theme->font(TextStyle::BodyStrong));
    const QFontMetricsF label(m_theme->font(TextStyle::Label));
    const QFontMetricsF small(m_theme->font(TextStyle::Small));
    const QFontMetricsF headline(m_theme->font(TextStyle::Headline));

    double titleRoom = m_metrics.title.width();
    m_badgeRect = {};
    if (m_node.status && m_node.kind == NodeKind::Agent) {
        const double width = small.horizontalAdvance(m_node.look.word) + BadgeIcon
            + 2 * Theme::Space2 + Theme::Space1;
        m_badgeRect = QRectF(m_metrics.badge.right() - width, m_metrics.badge.top(), width,
            m_metrics.badge.height());
        m_badgeText = m_badgeRect.adjusted(Theme::Space2 + BadgeIcon + Theme::Space1, 0, 0, 0);
        titleRoom -= width + Theme::Space1;
    }
    m_title = strong.elidedText(m_node.title, Qt::ElideRight, titleRoom);
    m_bigTitle
        = headline.elidedText(m_node.title, Qt::ElideRight, m_rect.width() - 2 * Theme::Space3);
    m_subtitle = label.elidedText(m_node.subtitle, Qt::ElideRight, m_metrics.subtitle.width());
    m_footer = label.elidedText(m_node.footer, Qt::ElideRight, m_metrics.footer.width());
    prepareBody();
    m_badgeIcon = tintedIcon(*m_theme, m_node.look.icon, m_node.look.color, BadgeIcon);
    m_bigIcon = tintedIcon(*m_theme, m_node.look.icon, ColorToken::AccentText, BigIcon);
}

void NodeItem::prepareGeometry()
{
    const QSizeF size = m_node.kind == NodeKind::Agent ? m_metrics.agent : m_metrics.pill;
    if (m_rect.size() == size)
        return;
    prepareGeometryChange();
    m_rect = QRectF(QPointF(0, 0), size);
    const double margin = std::max(CardMetrics::Halo, CardMetrics::PortHit / 2);
    m_bounds = m_rect.adjusted(-margin, -margin, margin, margin);
    m_shape = QPainterPath();
    m_shape.addRect(m_rect);
}

void NodeItem::prepareBody()
{
    const QFont font = m_theme->font(TextStyle::Label);
    const QFontMetricsF metrics(font);
    const double width = m_metrics.body.width();
    m_caret = {};
    if (m_node.live) {
        // The end is what is new: break all of it, keep the last lines.
        constexpr int all = 50;
        m_body = brokenLines(m_node.body, font, width - Theme::Space4, all);
        const qsizetype cut = m_body.size() - CardMetrics::BodyLines;
        if (cut > 0) {
            m_body = m_body.mid(cut);
            m_body.first().prepend(QChar(0x2026));
        }
        const double x = m_metrics.body.left()
            + (m_body.isEmpty() ? 0 : metrics.horizontalAdvance(m_body.constLast()));
        const double y = m_metrics.body.top()
            + m_metrics.line * static_cast<double>(qMax(0, m_body.size() - 1));
        m_caret = QRectF(x + 1, y + 1, Theme::Space1 + 1, m_metrics.line - 2);
        return;
    }
    m_body = brokenLines(m_node.body, font, width, CardMetrics::BodyLines);
    if (m_body.size() > CardMetrics::BodyLines) {
        const QString rest = m_body.at(CardMetrics::BodyLines - 1) + u' ' + m_body.constLast();
        m_body.removeLast();
        m_body.last() = metrics.elidedText(rest, Qt::ElideRight, width);
    }
}

} // namespace renum::ui
