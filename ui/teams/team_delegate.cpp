// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teams/team_delegate.h"

#include "ui/teams/team_list_model.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int Gap = Theme::Space2; ///< between two cards
constexpr int AgentDot = Theme::Space2;
constexpr int ShownDots = 6;

} // namespace

TeamDelegate::TeamDelegate(Theme *theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize TeamDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const int name = QFontMetrics(m_theme->font(TextStyle::BodyStrong)).height();
    const int body = QFontMetrics(m_theme->font(TextStyle::Label)).height();
    return { 0, name + 2 * body + 2 * Theme::Space1 + 2 * Theme::Space3 + Gap };
}

void TeamDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect card = option.rect.adjusted(1, 1, -1, -Gap);
    paintCard(painter, card, option);

    const QRect inner = card.adjusted(Theme::Space4, Theme::Space3, -Theme::Space4, -Theme::Space3);
    const QFont bodyFont = m_theme->font(TextStyle::Label);
    const int nameHeight = QFontMetrics(m_theme->font(TextStyle::BodyStrong)).height();
    const int bodyHeight = QFontMetrics(bodyFont).height();
    const QRect head(inner.left(), inner.top(), inner.width(), nameHeight);
    painter->setFont(bodyFont);
    const int dateWidth = paintDate(painter, index, head);
    paintName(painter, option, index, head.adjusted(0, 0, -dateWidth - Theme::Space3, 0));

    painter->setFont(bodyFont);
    painter->setPen(m_theme->color(ColorToken::TextDim));
    QRect line(inner.left(), head.bottom() + 1 + Theme::Space1, inner.width(), bodyHeight);
    paintLine(painter, line, index.data(TeamListModel::DescriptionRole).toString().simplified());
    line.translate(0, bodyHeight + Theme::Space1);
    paintAgents(painter, index.data(TeamListModel::AgentNamesRole).toStringList(), line);
    painter->restore();
}

int TeamDelegate::paintDate(QPainter *painter, const QModelIndex &index, const QRect &line) const
{
    const Timestamp updated = fromMicroseconds(index.data(TeamListModel::UpdatedRole).toLongLong());
    const QString date = tr("Changed %1").arg(format::dateTime(updated));
    painter->setPen(m_theme->color(ColorToken::TextDim));
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, date);
    return painter->fontMetrics().horizontalAdvance(date);
}

void TeamDelegate::paintName(QPainter *painter, const QStyleOptionViewItem &option,
    const QModelIndex &index, const QRect &line) const
{
    QStringList badges { format::workflowType(
        static_cast<WorkflowType>(index.data(TeamListModel::TypeRole).toInt())) };
    if (!index.data(TeamListModel::ActiveRole).toBool())
        badges.append(tr("Switched off"));
    int room = line.width();
    for (const QString &badge : std::as_const(badges))
        room -= painter->fontMetrics().horizontalAdvance(badge) + 3 * Theme::Space2;
    const QFont bodyFont = painter->font();
    painter->setFont(m_theme->font(TextStyle::BodyStrong));
    painter->setPen(m_theme->color(ColorToken::Text));
    const QFontMetrics metrics = painter->fontMetrics();
    const QString name
        = metrics.elidedText(index.data().toString(), Qt::ElideRight, std::max(room, 0));
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, name);
    painter->setFont(bodyFont);
    // On the colour of the selection the usual background would not show.
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const ColorToken background = selected ? ColorToken::Panel : ColorToken::NeutralBackground;
    int left = line.left() + metrics.horizontalAdvance(name) + Theme::Space2;
    for (const QString &badge : std::as_const(badges))
        left = paintBadge(painter, badge, background, left, line);
}

void TeamDelegate::paintCard(
    QPainter *painter, const QRect &card, const QStyleOptionViewItem &option) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    painter->setBrush(m_theme->color(selected ? ColorToken::AccentBackground : ColorToken::Panel));
    const ColorToken frame = selected || hovered || focused ? ColorToken::Accent : ColorToken::Line;
    painter->setPen(QPen(m_theme->color(frame), focused ? 2 * Theme::Hairline : Theme::Hairline));
    painter->drawRoundedRect(
        QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), Theme::CardRadius, Theme::CardRadius);
}

int TeamDelegate::paintBadge(QPainter *painter, const QString &text, ColorToken background,
    int left, const QRect &line) const
{
    const int width = painter->fontMetrics().horizontalAdvance(text) + 2 * Theme::Space2;
    const QRect badge(left, line.top() - 1, width, line.height() + 2);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme->color(background));
    painter->drawRoundedRect(badge, badge.height() / 2.0, badge.height() / 2.0);
    painter->setPen(m_theme->color(ColorToken::Neutral));
    painter->drawText(badge, Qt::AlignCenter, text);
    return badge.right() + Theme::Space2;
}

void TeamDelegate::paintAgents(QPainter *painter, const QStringList &names, const QRect &line) const
{
    int left = line.left();
    painter->setPen(Qt::NoPen);
    for (int i = 0; i < std::min<int>(static_cast<int>(names.size()), ShownDots); ++i) {
        painter->setBrush(m_theme->seriesColor(i));
        painter->drawEllipse(QRect(left, line.center().y() - AgentDot / 2 + 1, AgentDot, AgentDot));
        left += AgentDot + Theme::Space1;
    }
    painter->setPen(m_theme->color(ColorToken::TextDim));
    const QString count = tr("%n agent(s)", nullptr, static_cast<int>(names.size()));
    //: How many agents, then their names
    const QString text = tr("%1: %2").arg(count, names.join(u", "_s));
    paintLine(painter, line.adjusted(left - line.left() + Theme::Space1, 0, 0, 0), text);
}

void TeamDelegate::paintLine(QPainter *painter, const QRect &line, const QString &text) const
{
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
}

} // namespace renum::ui
