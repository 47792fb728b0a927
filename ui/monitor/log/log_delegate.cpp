// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/log/log_delegate.h"

#include "ui/monitor/log/log_look.h"
#include "ui/monitor/log/log_model.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

LogDelegate::LogDelegate(const Theme *theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void LogDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, m_theme->color(ColorToken::AccentBackground));
    QRect rest = option.rect.adjusted(Theme::Space3, 0, -Theme::Space2, 0);
    if (index.data(LogModel::ReadRole).toBool()) {
        rest.setLeft(rest.left() + paintTime(*painter, rest, index));
        rest.setLeft(rest.left() + paintLevel(*painter, rest, index));
        paintText(*painter, rest, index);
    }
    painter->setPen(m_theme->color(ColorToken::Line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(m_theme->color(ColorToken::Accent));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -2));
    }
    painter->restore();
}

int LogDelegate::paintTime(QPainter &painter, const QRect &at, const QModelIndex &index) const
{
    painter.setFont(m_theme->font(TextStyle::Mono));
    painter.setPen(m_theme->color(ColorToken::TextDim));
    painter.drawText(
        at, Qt::AlignLeft | Qt::AlignVCenter, index.data(LogModel::TimeRole).toString());
    return painter.fontMetrics().horizontalAdvance(u"00:00:00.0"_s) + Theme::Space2;
}

int LogDelegate::paintLevel(QPainter &painter, const QRect &at, const QModelIndex &index) const
{
    const auto level = static_cast<LogLevel>(index.data(LogModel::LevelRole).toInt());
    const LevelColors colors = colorsOf(level);
    painter.setFont(m_theme->font(TextStyle::Small));
    int column = 0;
    for (const LogLevel each : allLevels())
        column = std::max(column, painter.fontMetrics().horizontalAdvance(levelText(each)));
    const QString word = levelText(level);
    const int width = painter.fontMetrics().horizontalAdvance(word) + 2 * Theme::Space2;
    const int height = painter.fontMetrics().height() + 2;
    const QRectF pill(at.left(), at.center().y() - height / 2.0, width, height);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme->color(colors.background));
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setPen(m_theme->color(colors.text));
    painter.drawText(pill, Qt::AlignCenter, word);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    return column + 2 * Theme::Space2 + Theme::Space3;
}

// A layout of its own only where something is marked: most rows are drawn in one go.
void LogDelegate::paintText(QPainter &painter, const QRect &at, const QModelIndex &index) const
{
    const bool isKnown = index.data(LogModel::KnownRole).toBool();
    painter.setFont(m_theme->font(TextStyle::Label));
    painter.setPen(m_theme->color(isKnown ? ColorToken::Text : ColorToken::Warn));
    const QString text = painter.fontMetrics().elidedText(
        index.data(LogModel::TextRole).toString(), Qt::ElideRight, at.width());
    const std::vector<TextRange> hits = found(text, m_words);
    if (hits.empty()) {
        painter.drawText(at, Qt::AlignLeft | Qt::AlignVCenter, text);
        return;
    }
    QList<QTextLayout::FormatRange> formats;
    for (const TextRange &hit : hits) {
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(hit.begin);
        range.length = static_cast<int>(hit.length);
        range.format.setBackground(m_theme->color(ColorToken::WarnBackground));
        range.format.setForeground(m_theme->color(ColorToken::Warn));
        formats.append(range);
    }
    QTextLayout layout(text, painter.font());
    layout.setCacheEnabled(false);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(at.width());
    layout.endLayout();
    const qreal top = at.top() + (at.height() - line.height()) / 2;
    layout.draw(&painter, QPointF(at.left(), top), formats);
}

} // namespace renum::ui
