// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/messages/diagram_delegate.h"

#include "ui/monitor/messages/message_text.h"

#include <QPainter>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int HeadSize = Theme::Space1;
constexpr int WorkWidth = Theme::Space2;
constexpr int LineWidth = 2;

ColorToken colorOf(const FlowMessage &shown)
{
    if (shown.message.type == MessageType::Error || shown.state == RequestState::TimedOut)
        return ColorToken::Err;
    if (shown.message.late || shown.state == RequestState::Open)
        return ColorToken::Warn;
    switch (shown.message.type) {
    case MessageType::Request:
        return ColorToken::Accent;
    case MessageType::Response:
        return ColorToken::Ok;
    case MessageType::Info:
    case MessageType::ContextUpdate:
    case MessageType::Error:
        break;
    }
    return ColorToken::TextDim;
}

ColorToken colorOf(RequestState state)
{
    switch (state) {
    case RequestState::Open:
        return ColorToken::Warn;
    case RequestState::Answered:
        return ColorToken::Accent;
    case RequestState::TimedOut:
        break;
    }
    return ColorToken::Err;
}

} // namespace

DiagramDelegate::DiagramDelegate(
    const MessageModel *model, const DiagramLanes *lanes, const Theme *theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_lanes(lanes)
    , m_theme(theme)
{
}

QSize DiagramDelegate::sizeHint(
    const QStyleOptionViewItem & /*option*/, const QModelIndex & /*index*/) const
{
    const int line = QFontMetrics(m_theme->font(TextStyle::Small)).height();
    return { m_lanes->width(), 2 * line + Theme::Space4 };
}

void DiagramDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const FlowMessage *shown = m_model->message(index.row());
    if (!shown)
        return;
    painter->save();
    painter->setClipRect(option.rect);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, m_theme->color(ColorToken::AccentBackground));
    painter->setFont(m_theme->font(TextStyle::Small));
    const Row row { option.rect, option.rect.left(),
        option.rect.top() + painter->fontMetrics().height() + Theme::Space2 };
    paintLanes(*painter, row, index.row());
    painter->setPen(m_theme->color(ColorToken::TextFaint));
    const QRect time(row.left, row.arrow - Theme::Space3, m_lanes->timeWidth() - Theme::Space2,
        2 * Theme::Space3);
    painter->drawText(time, Qt::AlignRight | Qt::AlignVCenter,
        index.siblingAtColumn(MessageModel::Time).data().toString());
    paintMessage(*painter, row, *shown);
    painter->restore();
}

void DiagramDelegate::paintLanes(QPainter &painter, const Row &row, int index) const
{
    painter.setPen(m_theme->color(ColorToken::Line));
    for (int lane = 0; lane < m_model->flow().lanes().size(); ++lane) {
        const int x = row.left + m_lanes->x(lane);
        painter.drawLine(x, row.rect.top(), x, row.rect.bottom());
    }
    for (const OpenRequest &open : m_model->openAt(index)) {
        const QRect bar(row.left + m_lanes->x(open.lane) - WorkWidth / 2, row.rect.top(), WorkWidth,
            row.rect.height());
        QColor fill = m_theme->color(colorOf(open.state));
        fill.setAlphaF(0.3F);
        painter.fillRect(bar, fill);
    }
}

void DiagramDelegate::paintMessage(
    QPainter &painter, const Row &row, const FlowMessage &shown) const
{
    const MessageFlow &flow = m_model->flow();
    const ColorToken color = colorOf(shown);
    const int from = flow.laneOf(shown.message.from);
    const QList<AgentId> recipients = flow.recipients(shown);
    int first = -1;
    int last = -1;
    for (const AgentId &agent : recipients) {
        const int to = flow.laneOf(agent);
        if (to < 0)
            continue;
        // The system is no lane: its words are a mark at who gets them.
        paintArrow(painter, row, from < 0 ? to : from, to, color, shown);
        first = first < 0 ? to : std::min(first, to);
        last = std::max(last, to);
    }
    const int start = from < 0 ? first : from;
    paintTexts(painter, row,
        textRoom(row, std::min(start, first < 0 ? start : first), std::max(start, last)), color,
        shown);
}

void DiagramDelegate::paintArrow(QPainter &painter, const Row &row, int from, int to,
    ColorToken color, const FlowMessage &shown) const
{
    const QPointF start(row.left + m_lanes->x(from), row.arrow);
    const QPointF end(row.left + m_lanes->x(to), row.arrow);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool unread = m_model->flow().isUnread(shown);
    const Qt::PenStyle style
        = shown.message.type == MessageType::Response ? Qt::DashLine : Qt::SolidLine;
    painter.setPen(QPen(m_theme->color(color), LineWidth, style));
    if (from == to) {
        painter.setBrush(m_theme->color(color));
        painter.drawEllipse(end, HeadSize, HeadSize);
        return;
    }
    const double back = end.x() + (end.x() > start.x() ? -2 : 2) * HeadSize;
    painter.drawLine(start, QPointF(back, end.y()));
    painter.setPen(QPen(m_theme->color(color), LineWidth));
    // A hollow head has not been seen.
    painter.setBrush(m_theme->color(unread ? ColorToken::Panel : color));
    const QPolygonF head { end, QPointF(back, end.y() - HeadSize),
        QPointF(back, end.y() + HeadSize) };
    painter.drawPolygon(head);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

QRect DiagramDelegate::textRoom(const Row &row, int from, int to) const
{
    const int half = m_lanes->laneWidth() / 2;
    int left = row.left + m_lanes->x(std::max(from, 0)) + Theme::Space2;
    int right = row.left + m_lanes->x(std::max(to, 0)) - Theme::Space2;
    if (right - left < half) { // a mark on one lane
        left = row.left + m_lanes->x(std::max(from, 0)) + Theme::Space2;
        right = left + 2 * half - Theme::Space4;
    }
    // At the right edge there is room on the other side.
    const int edge = row.left + m_lanes->width();
    const int over = std::max(0, right - edge);
    return { left - over, row.rect.top() + Theme::Space1, right - left,
        row.rect.height() - 2 * Theme::Space1 };
}

void DiagramDelegate::paintTexts(QPainter &painter, const Row &row, const QRect &room,
    ColorToken color, const FlowMessage &shown) const
{
    const QFontMetrics metrics = painter.fontMetrics();
    const auto draw = [&](const QString &text, int top, ColorToken token) {
        const QString fitting = metrics.elidedText(text, Qt::ElideRight, room.width());
        QRect place(room.left(), top, room.width(), metrics.height());
        place = QStyle::alignedRect(Qt::LeftToRight, Qt::AlignHCenter | Qt::AlignTop,
            { metrics.horizontalAdvance(fitting), metrics.height() }, place);
        painter.setPen(m_theme->color(token));
        painter.drawText(place, Qt::AlignCenter, fitting);
    };
    const QString kind = kindText(shown.message.type);
    draw(u"%1: %2"_s.arg(kind, lineOf(shown.message)), room.top(), ColorToken::Text);
    const QString outcome = outcomeText(m_model->flow(), shown);
    const bool told = color == ColorToken::Err || color == ColorToken::Warn;
    draw(outcome, row.arrow + Theme::Space1, told ? color : ColorToken::TextDim);
}

} // namespace renum::ui
