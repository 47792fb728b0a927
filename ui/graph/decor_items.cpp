// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/decor_items.h"

#include "ui/graph/graph_words.h"
#include "ui/graph/node_item.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <QTextLayout>

#include <algorithm>
#include <numeric>

namespace renum::ui {

namespace {

constexpr float FrameTint = 0.08F;
constexpr float CollapsedTint = 0.2F;
constexpr double BelowWires = -2;
constexpr double AboveWires = 0.5;
constexpr double NoteCharacters = 28;
constexpr int NoteLines = 14;
/// What can be seen of a note in any case.
constexpr qsizetype NoteText = 2'000;

/// Height of a text that is broken at words, and within words that are too long.
double wrappedHeight(const QString &text, const QFont &font, double width)
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    double height = 0;
    layout.beginLayout();
    for (int lines = 0; lines < NoteLines; ++lines) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        height += line.height();
    }
    layout.endLayout();
    return height;
}

/// As a text layout wants its lines.
QString noteText(const GraphNote &note)
{
    return note.text.left(NoteText).replace(u'\n', QChar::LineSeparator);
}

double detailOf(const QPainter &painter)
{
    return QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter.worldTransform());
}

} // namespace

FrameMetrics frameMetrics(const Theme &theme)
{
    const double line = QFontMetricsF(theme.font(TextStyle::BodyStrong)).height();
    const double title = std::max<double>(line + Theme::Space2, Theme::TargetSize);
    return { title, Theme::Space4, { cardMetrics(theme).agent.width(), 2 * title } };
}

FramesItem::FramesItem(const Theme *theme)
    : m_theme(theme)
{
    setAcceptedMouseButtons(Qt::NoButton);
    setZValue(BelowWires);
}

void FramesItem::setFrames(const GraphModel *graph, const FramePlaces *places)
{
    m_graph = graph;
    m_places = places;
    m_selected = -1;
    m_order = outerFirst();
    refresh();
}

void FramesItem::refresh()
{
    prepareGeometryChange();
    m_bounds = {};
    for (const QRectF &rect : m_places->frames)
        m_bounds = m_bounds.united(rect);
    m_bounds.adjust(-Theme::Space1, -Theme::Space1, Theme::Space1, Theme::Space1);
    update();
}

std::vector<int> FramesItem::outerFirst() const
{
    std::vector<int> order(m_graph->frames.size());
    std::iota(order.begin(), order.end(), 0);
    // What encloses more is further out; nothing encloses what is as large as itself.
    std::ranges::stable_sort(order, std::greater {}, [this](int frame) {
        const QRectF &rect = m_places->frames[static_cast<std::size_t>(frame)];
        return rect.width() * rect.height();
    });
    return order;
}

void FramesItem::setSelected(int frame)
{
    if (m_selected == frame)
        return;
    m_selected = frame;
    update();
}

QRectF FramesItem::titleRect(int frame) const
{
    if (!m_places || frame < 0)
        return {};
    QRectF rect = m_places->frames[static_cast<std::size_t>(frame)];
    if (!rect.isNull() && !m_graph->frames[static_cast<std::size_t>(frame)].collapsed)
        rect.setHeight(frameMetrics(*m_theme).title);
    return rect;
}

int FramesItem::titleAt(const QPointF &point) const
{
    const auto found = std::ranges::find_if(m_order.rbegin(), m_order.rend(),
        [&](int frame) { return titleRect(frame).contains(point); });
    return found == m_order.rend() ? -1 : *found;
}

int FramesItem::frameAt(const QPointF &point) const
{
    const auto found = std::ranges::find_if(m_order.rbegin(), m_order.rend(), [&](int frame) {
        return m_places->frames[static_cast<std::size_t>(frame)].contains(point);
    });
    return found == m_order.rend() ? -1 : *found;
}

void FramesItem::paint(
    QPainter *painter, const QStyleOptionGraphicsItem * /*option*/, QWidget * /*widget*/)
{
    const double detail = detailOf(*painter);
    painter->setRenderHint(QPainter::Antialiasing, detail >= NodeItem::PlainDetail);
    for (const int index : m_order) {
        if (!m_places->frames[static_cast<std::size_t>(index)].isNull())
            paintFrame(*painter, index, detail);
    }
}

void FramesItem::paintFrame(QPainter &painter, int index, double detail) const
{
    const GraphFrame &frame = m_graph->frames[static_cast<std::size_t>(index)];
    const QRectF &rect = m_places->frames[static_cast<std::size_t>(index)];
    const QColor color = m_theme->seriesColor(frame.series);
    QColor fill = color;
    fill.setAlphaF(frame.collapsed ? CollapsedTint : FrameTint);
    const bool selected = index == m_selected;
    painter.setPen(QPen(selected ? m_theme->color(ColorToken::Accent) : color, selected ? 2 : 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(rect, Theme::CardRadius, Theme::CardRadius);
    if (detail < NodeItem::PlainDetail)
        return;
    const QFont font = m_theme->font(TextStyle::BodyStrong);
    const double title = frameMetrics(*m_theme).title;
    const QRectF line = QRectF(rect.topLeft(), QSizeF(rect.width(), title))
                            .adjusted(Theme::Space3, 0, -Theme::Space3, 0);
    painter.setFont(font);
    painter.setPen(m_theme->color(ColorToken::Text));
    const QString name
        = frame.title.isEmpty() ? GraphWords::tr("Frame") : frame.title.left(NoteText);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(font).elidedText(name, Qt::ElideRight, line.width()));
    if (!frame.collapsed)
        return;
    painter.setFont(m_theme->font(TextStyle::Label));
    painter.setPen(m_theme->color(ColorToken::TextDim));
    painter.drawText(line.translated(0, title - Theme::Space1), Qt::AlignLeft | Qt::AlignVCenter,
        GraphWords::tr(
            "%n member(s), collapsed", nullptr, m_places->held[static_cast<std::size_t>(index)]));
}

NotesItem::NotesItem(const Theme *theme)
    : m_theme(theme)
{
    setAcceptedMouseButtons(Qt::NoButton);
    setFlag(ItemUsesExtendedStyleOption); // paint() needs the true exposed rectangle
    setZValue(AboveWires);
}

void NotesItem::setNotes(const GraphModel *graph)
{
    prepareGeometryChange();
    m_graph = graph;
    m_selected = -1;
    m_moved.clear();
    m_rects.clear();
    m_bounds = {};
    const QFont font = m_theme->font(TextStyle::Label);
    const QFontMetricsF metrics(font);
    const double width = metrics.averageCharWidth() * NoteCharacters;
    for (const GraphNote &note : graph->notes) {
        const double height
            = std::max(metrics.lineSpacing(), wrappedHeight(noteText(note), font, width));
        m_rects.emplace_back(
            note.position, QSizeF(width + 2 * Theme::Space3, height + 2 * Theme::Space2));
        m_bounds = m_bounds.united(m_rects.back());
    }
    m_bounds.adjust(-2, -2, 2, 2);
    update();
}

void NotesItem::setSelected(int note)
{
    if (m_selected == note)
        return;
    m_selected = note;
    update();
}

void NotesItem::setOffset(const std::vector<int> &notes, const QPointF &offset)
{
    if (notes.empty() && m_moved.empty())
        return;
    prepareGeometryChange();
    m_moved = notes;
    m_offset = offset;
    for (std::size_t i = 0; i < m_rects.size(); ++i)
        m_bounds = m_bounds.united(rectOf(static_cast<int>(i)).adjusted(-2, -2, 2, 2));
    update();
}

QRectF NotesItem::rectOf(int note) const
{
    if (note < 0 || static_cast<std::size_t>(note) >= m_rects.size())
        return {};
    const bool moved = std::ranges::find(m_moved, note) != m_moved.end();
    return m_rects[static_cast<std::size_t>(note)].translated(moved ? m_offset : QPointF());
}

int NotesItem::noteAt(const QPointF &point) const
{
    for (int i = static_cast<int>(m_rects.size()) - 1; i >= 0; --i) {
        if (rectOf(i).contains(point))
            return i;
    }
    return -1;
}

void NotesItem::paint(
    QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget * /*widget*/)
{
    const double detail = detailOf(*painter);
    painter->setRenderHint(QPainter::Antialiasing, detail >= NodeItem::PlainDetail);
    painter->setFont(m_theme->font(TextStyle::Label));
    for (std::size_t i = 0; i < m_rects.size(); ++i) {
        const QRectF rect = rectOf(static_cast<int>(i));
        if (!rect.intersects(option->exposedRect))
            continue;
        const bool selected = static_cast<int>(i) == m_selected;
        painter->setPen(QPen(
            m_theme->color(selected ? ColorToken::Accent : ColorToken::Warn), selected ? 2 : 1));
        painter->setBrush(m_theme->color(ColorToken::WarnBackground));
        painter->drawRoundedRect(rect, Theme::Space1, Theme::Space1);
        if (detail < NodeItem::TitleDetail)
            continue;
        painter->setPen(m_theme->color(ColorToken::Text));
        QTextOption wrapping;
        wrapping.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        painter->drawText(
            rect.adjusted(Theme::Space3, Theme::Space2, -Theme::Space3, -Theme::Space2),
            noteText(m_graph->notes[i]), wrapping);
    }
}

} // namespace renum::ui
