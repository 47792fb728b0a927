// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/executions/execution_list_delegate.h"

#include "ui/graph/wall_clock.h"
#include "ui/monitor/executions/execution_list_model.h"
#include "ui/monitor/state_pill.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

StateLook lookOf(const QModelIndex &index)
{
    const auto status
        = static_cast<ExecutionStatus>(index.data(ExecutionListModel::StatusRole).toInt());
    StateLook look = Theme::look(status);
    if (index.data(ExecutionListModel::InterruptedRole).toBool()) {
        look.icon = u"alert"_s;
        look.word = ExecutionListDelegate::tr("Interrupted");
        look.color = ColorToken::Warn;
        look.background = ColorToken::WarnBackground;
    }
    if (index.data(ExecutionListModel::WaitsRole).toBool()
        && !index.data(ExecutionListModel::InterruptedRole).toBool()) {
        look.icon = u"alert"_s;
        look.word = ExecutionListDelegate::tr("Waits for you");
        look.color = ColorToken::Warn;
        look.background = ColorToken::WarnBackground;
    }
    return look;
}

QString timesText(const QModelIndex &index)
{
    const Timestamp started
        = fromMicroseconds(index.data(ExecutionListModel::StartedRole).toLongLong());
    const std::chrono::milliseconds duration(
        index.data(ExecutionListModel::DurationRole).toLongLong());
    const QString cost = index.data(ExecutionListModel::CostRole).toString();
    const QString date = format::shortDate(started, wallClock());
    if (cost.isEmpty()) //: when it started, how long it took
        return ExecutionListDelegate::tr("%1 · %2").arg(date, format::duration(duration));
    //: when it started, how long it took, what it cost
    return ExecutionListDelegate::tr("%1 · %2 · %3").arg(date, format::duration(duration), cost);
}

void drawElided(QPainter &painter, const QRect &rect, const QString &text)
{
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

} // namespace

ExecutionListDelegate::ExecutionListDelegate(const Theme *theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize ExecutionListDelegate::sizeHint(
    const QStyleOptionViewItem & /*option*/, const QModelIndex & /*index*/) const
{
    const QFontMetrics strong(m_theme->font(TextStyle::BodyStrong));
    const QFontMetrics label(m_theme->font(TextStyle::Label));
    return { 0, strong.height() + 2 * label.height() + 2 * Theme::Space2 + 3 * Theme::Space1 };
}

void ExecutionListDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, m_theme->color(ColorToken::AccentBackground));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, m_theme->color(ColorToken::PanelAlt));

    const QRect inner
        = option.rect.adjusted(Theme::Space3, Theme::Space2, -Theme::Space3, -Theme::Space2);
    const StateLook look = lookOf(index);
    const QSize pill = StatePill::sizeOf(*m_theme, look.word);
    StatePill::paint(*painter, *m_theme,
        QRect(inner.right() - pill.width(), inner.top(), pill.width(), pill.height()), look,
        look.word);

    QRect line(inner.topLeft(), QSize(inner.width() - pill.width() - Theme::Space2, pill.height()));
    painter->setFont(m_theme->font(TextStyle::BodyStrong));
    painter->setPen(m_theme->color(ColorToken::Text));
    drawElided(*painter, line, index.data(ExecutionListModel::TeamRole).toString());

    painter->setFont(m_theme->font(TextStyle::Label));
    line = QRect(inner.left(), line.bottom() + Theme::Space1, inner.width(),
        painter->fontMetrics().height());
    drawElided(*painter, line, index.data(ExecutionListModel::PromptRole).toString());
    painter->setPen(m_theme->color(ColorToken::TextDim));
    line.translate(0, line.height() + Theme::Space1);
    drawElided(*painter, line, timesText(index));

    painter->setPen(m_theme->color(ColorToken::Line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}

} // namespace renum::ui
