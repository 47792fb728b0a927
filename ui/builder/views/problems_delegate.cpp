// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/problems_delegate.h"

#include "core/model/problem.h"
#include "ui/builder/views/problems_model.h"
#include "ui/monitor/state_pill.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace renum::ui {

using namespace Qt::StringLiterals;

ProblemsDelegate::ProblemsDelegate(const Theme *theme, QObject *parent)
    : RowDelegate(parent)
    , m_theme(theme)
{
}

void ProblemsDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() != ProblemsModel::SeverityColumn) {
        RowDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem background = option;
    RowDelegate::initStyleOption(&background, index);
    background.text.clear();
    const QWidget *widget = option.widget;
    widget->style()->drawControl(QStyle::CE_ItemViewItem, &background, painter, widget);
    paintKind(painter, option, index);
}

void ProblemsDelegate::paintKind(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isError
        = index.data(ProblemsModel::SeverityRole).toInt() == int(Problem::Severity::Error);
    const StateLook look { isError ? u"cross"_s : u"alert"_s, index.data().toString(),
        isError ? ColorToken::Err : ColorToken::Warn,
        isError ? ColorToken::ErrBackground : ColorToken::WarnBackground };
    const QSize size = StatePill::sizeOf(*m_theme, look.word);
    const QRect pill(option.rect.left() + Theme::Space2,
        option.rect.top() + (option.rect.height() - size.height()) / 2, size.width(),
        size.height());
    painter->save();
    StatePill::paint(*painter, *m_theme, pill, look, look.word);
    painter->restore();
}

void ProblemsDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    RowDelegate::initStyleOption(option, index);
    switch (index.column()) {
    case ProblemsModel::CodeColumn:
        option->palette.setColor(QPalette::Text, m_theme->color(ColorToken::TextDim));
        option->palette.setColor(QPalette::HighlightedText, m_theme->color(ColorToken::TextDim));
        break;
    case ProblemsModel::FixColumn:
        option->palette.setColor(QPalette::Text, m_theme->color(ColorToken::AccentStrong));
        option->palette.setColor(
            QPalette::HighlightedText, m_theme->color(ColorToken::AccentStrong));
        option->font.setUnderline(option->state.testFlag(QStyle::State_MouseOver));
        break;
    case ProblemsModel::MemberColumn:
        option->font = m_theme->font(TextStyle::BodyStrong);
        break;
    default:
        break;
    }
}

} // namespace renum::ui
